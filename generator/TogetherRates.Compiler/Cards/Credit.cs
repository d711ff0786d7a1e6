using System.Globalization;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>A credit that the provider promises.</summary>
/// <param name="Name">What it is called, or what it is given for.</param>
/// <param name="MemberName">The name of the C# member, or null to make one from the name.</param>
/// <param name="Amount">How much it is, in currency units.</param>
/// <param name="ExpiresAfter">How long it can be used, or null when it doesn't expire.</param>
public sealed record Credit(string Name, string? MemberName, Rational Amount, Term? ExpiresAfter);

/// <summary>A length of time as a provider says it.</summary>
/// <param name="Count">How many.</param>
/// <param name="Unit">Of what.</param>
public sealed record Term(int Count, TermUnit Unit)
{
    /// <summary>The most units that a term may have.</summary>
    public const int MaxCount = 10_000;

    private static readonly TermUnit[] Units = [TermUnit.Day, TermUnit.Month, TermUnit.Year];

    /// <summary>Reads a term such as <c>90 days</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The term, or null when the text isn't one.</returns>
    public static Term? TryParse(string text)
    {
        var space = text.IndexOf(' ');
        if (space < 0 || !int.TryParse(text.Substring(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > MaxCount)
        {
            return null;
        }

        foreach (var unit in Units)
        {
            var term = new Term(count, unit);
            if (term.ToString() == text)
            {
                return term;
            }
        }

        return null;
    }

    /// <summary>The term as a card writes it.</summary>
    /// <returns>For instance <c>90 days</c> or <c>1 year</c>.</returns>
    public override string ToString() =>
        Count.ToString(CultureInfo.InvariantCulture) + " " + Unit.ToString().ToLowerInvariant() + (Count == 1 ? string.Empty : "s");
}

/// <summary>The units of a term.</summary>
public enum TermUnit
{
    /// <summary>24 hours.</summary>
    Day,

    /// <summary>A month of the calendar.</summary>
    Month,

    /// <summary>Twelve months.</summary>
    Year,
}
