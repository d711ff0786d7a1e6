using System.Collections.Immutable;

namespace TogetherRates;

/// <summary>What something costs and why: the lines that add up to the cost, and the rate card that they come from.</summary>
public sealed partial record Quote
{
    private const string Separator = " + ";

    /// <summary>The provider or name of the rate card.</summary>
    public required string Card { get; init; }

    /// <summary>The currency of all amounts, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The first day on which the card's prices are in force, UTC.</summary>
    public required DateOnly Edition { get; init; }

    /// <summary>What was priced: a model's id, or a model's size.</summary>
    public required string Subject { get; init; }

    /// <summary>The lines that the cost is made of; none where the default value is given.</summary>
    public required ImmutableArray<LineItem> Lines { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The exact sum of the lines.</summary>
    public Money Cost
    {
        get
        {
            var cost = Money.Zero;
            foreach (var line in Lines)
            {
                cost += line.Amount;
            }

            return cost;
        }
    }

    /// <summary>
    /// Both quotes as one: all lines, the names of all cards and subjects, and the later edition.
    /// </summary>
    /// <exception cref="InvalidOperationException">The quotes have different currencies.</exception>
    /// <exception cref="OverflowException">The cost is out of range.</exception>
    public Quote Add(Quote other)
    {
        if (!string.Equals(Currency, other.Currency, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"A quote in {Currency} and a quote in {other.Currency} can't be added: convert one of them at a rate of your own first.");
        }

        return new Quote
        {
            Card = Join(Card, other.Card),
            Currency = Currency,
            Edition = Edition > other.Edition ? Edition : other.Edition,
            Subject = Join(Subject, other.Subject),
            Lines = Lines.AddRange(other.Lines),
        };
    }

    /// <inheritdoc cref="Add"/>
    public static Quote operator +(Quote left, Quote right) => left.Add(right);

    /// <summary>Quotes are equal if all their parts are, the lines in the same order.</summary>
    public bool Equals(Quote? other) =>
        other is not null
        && Card == other.Card
        && Currency == other.Currency
        && Edition == other.Edition
        && Subject == other.Subject
        && Lines.AsSpan().SequenceEqual(other.Lines.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Card, Currency, Edition, Subject, Lines.Length);

    private static string Join(string left, string right) =>
        string.Join(Separator, left.Split(Separator).Union(right.Split(Separator)));
}
