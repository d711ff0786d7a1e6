using System.Numerics;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>The rates of a card as columns count them: whole numbers of a unit of the card's own, the largest that allows it.</summary>
internal sealed class ColumnRates
{
    // Two products of such rates and 32-bit token counts together stay below 2^63: nothing overflows, and nothing has to be checked.
    private const long MaxNarrowRate = 1L << 31;

    /// <summary>Chooses the unit.</summary>
    /// <param name="card">The card.</param>
    /// <param name="models">Its models.</param>
    public ColumnRates(Card card, IReadOnlyList<PricedModel> models)
    {
        var priced = models.Select(model => (Model: model, Rates: RatesOf(card, model))).Where(entry => entry.Rates is not null).ToList();
        Both = [.. priced.Where(entry => entry.Rates!.Value.Output is not null).Select(entry => entry.Model)];
        InputOnly = [.. priced.Where(entry => entry.Rates!.Value.Output is null).Select(entry => entry.Model)];
        Unit = priced
            .SelectMany(entry => new[] { entry.Rates!.Value.Input, entry.Rates.Value.Output ?? 0 })
            .Concat(card.SizeTables.Where(SizeTableEmitter.IsUniform).SelectMany(RatesOf))
            .Aggregate(0L, (unit, rate) => (long)BigInteger.GreatestCommonDivisor(unit, rate));
        Unit = Math.Max(Unit, 1);

        var rows = new List<(long Input, long Output)> { (0, 0) };
        var places = new Dictionary<(long Input, long Output), int>();
        RowOf = [.. Both.Concat(InputOnly).Select(model =>
        {
            var rates = RatesOf(card, model)!.Value;
            var row = (rates.Input / Unit, (rates.Output ?? 0) / Unit);
            if (!places.TryGetValue(row, out var place))
            {
                place = rows.Count;
                places.Add(row, place);
                rows.Add(row);
            }

            return place;
        })];
        Rows = rows;
        IsWide = rows.Max(row => row.Input) > MaxNarrowRate - rows.Max(row => row.Output);
    }

    /// <summary>Quanta in a unit.</summary>
    public long Unit { get; }

    /// <summary>The models that price input and output tokens, whatever the time, in the order of their ids.</summary>
    public IReadOnlyList<PricedModel> Both { get; }

    /// <summary>The models that price input tokens but no output.</summary>
    public IReadOnlyList<PricedModel> InputOnly { get; }

    /// <summary>The row of rates of each model of <see cref="Both"/>, then of each of <see cref="InputOnly"/>.</summary>
    public IReadOnlyList<int> RowOf { get; }

    /// <summary>The different rates, in units for a token. The first row is of no model.</summary>
    public IReadOnlyList<(long Input, long Output)> Rows { get; }

    /// <summary>Whether a cost of a model can be more than 63 bits hold.</summary>
    public bool IsWide { get; }

    /// <summary>The rates of a table's tiers, in units for a token.</summary>
    /// <param name="table">A table of one price for all tokens.</param>
    /// <param name="isWide">Whether a cost can be more than 63 bits hold.</param>
    public IReadOnlyList<long> UnitsOf(SizeTable table, out bool isWide)
    {
        var rates = RatesOf(table).Select(rate => rate / Unit).ToList();
        isWide = rates.Max() > MaxNarrowRate;
        return rates;
    }

    private static IEnumerable<long> RatesOf(SizeTable table) =>
        table.Tiers.Select(tier => Quanta.Rate(tier.Prices.Of(Meter.Input)!.Value, table.Per.Quantity));

    // A price that changes with time needs a time, which a row doesn't have; nor can one rate price all lengths of context.
    private static (long Input, long? Output)? RatesOf(Card card, PricedModel priced)
    {
        if (priced.Model.Price is ModelPrice.Windowed or ModelPrice.OnTerms { Terms.IsTimed: true }
            || (priced.Model.Price is ModelPrice.OnTerms { Terms: var terms } && terms.Windows[0].Prices.Contexts.Count > 0))
        {
            return null;
        }

        var (prices, per, _) = card.PricesOf(priced.Model);
        return prices.Of(Meter.Input) is { } input
            ? (Quanta.Rate(input, per.Quantity), prices.Of(Meter.Output) is { } output ? Quanta.Rate(output, per.Quantity) : null)
            : null;
    }
}
