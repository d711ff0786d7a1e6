using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>The rates of one or more models, in units for a token.</summary>
/// <param name="Input">The rate of input.</param>
/// <param name="Output">The rate of output.</param>
internal sealed record RateRow(long Input, long Output);

/// <summary>The rates of a card as columns count them: whole numbers of a unit of the card's own, the largest that allows it.</summary>
internal sealed class ColumnRates
{
    // Two products of such rates and 32-bit token counts together stay below 2^63: nothing overflows, and nothing has to be checked.
    private const long MaxNarrowRate = 1L << 31;

    /// <summary>Chooses the unit.</summary>
    /// <param name="card">The card.</param>
    /// <param name="models">Its models.</param>
    /// <param name="prices">Which of them cost the same.</param>
    public ColumnRates(Card card, IReadOnlyList<PricedModel> models, DistinctPrices prices)
    {
        var count = prices.Firsts.Count;
        var (input, output, kinds) = (new long[count], new long[count], new Priced[count]);
        for (var i = 0; i < count; i++)
        {
            kinds[i] = RateOf(card, prices.Firsts[i], out input[i], out output[i]);
        }

        Unit = UnitOf(card, input, output);

        var rows = new List<RateRow> { new(0, 0) };
        var places = new Dictionary<RateRow, int>();
        var placeOf = new int[count];
        var (rowOf, priceOf) = (new List<int>(models.Count), new List<int>(models.Count));
        Both = ModelsOf(Priced.Both);
        InputOnly = ModelsOf(Priced.Input);
        (Rows, RowOf, PriceOf) = (rows, rowOf, priceOf);
        var (mostInput, mostOutput) = (0L, 0L);
        foreach (var row in rows)
        {
            (mostInput, mostOutput) = (Math.Max(mostInput, row.Input), Math.Max(mostOutput, row.Output));
        }

        IsWide = mostInput > MaxNarrowRate - mostOutput;

        List<PricedModel> ModelsOf(Priced kind)
        {
            var ofKind = new List<PricedModel>(kind == Priced.Both ? models.Count : 0);
            for (var i = 0; i < models.Count; i++)
            {
                if (kinds[prices.OfModels[i]] == kind)
                {
                    ofKind.Add(models[i]);
                    rowOf.Add(PlaceOf(prices.OfModels[i]));
                    priceOf.Add(prices.OfModels[i]);
                }
            }

            return ofKind;
        }

        int PlaceOf(int price)
        {
            if (placeOf[price] == 0)
            {
                var row = new RateRow(input[price] / Unit, output[price] / Unit);
                if (!places.TryGetValue(row, out placeOf[price]))
                {
                    placeOf[price] = rows.Count;
                    places.Add(row, rows.Count);
                    rows.Add(row);
                }
            }

            return placeOf[price];
        }
    }

    /// <summary>Quanta in a unit.</summary>
    public long Unit { get; }

    /// <summary>The models that price input and output tokens, whatever the time, in the order of their ids.</summary>
    public IReadOnlyList<PricedModel> Both { get; }

    /// <summary>The models that price input tokens but no output.</summary>
    public IReadOnlyList<PricedModel> InputOnly { get; }

    /// <summary>The row of rates of each model of <see cref="Both"/>, then of each of <see cref="InputOnly"/>.</summary>
    public IReadOnlyList<int> RowOf { get; }

    /// <summary>The same models' prices, by their index among the distinct ones of the card.</summary>
    public IReadOnlyList<int> PriceOf { get; }

    /// <summary>The different rates, in units for a token. The first row is of no model.</summary>
    public IReadOnlyList<RateRow> Rows { get; }

    /// <summary>Whether a cost of a model can be more than 63 bits hold.</summary>
    public bool IsWide { get; }

    /// <summary>The rates of a table's tiers, in units for a token.</summary>
    /// <param name="table">A table of one price for all tokens.</param>
    /// <param name="isWide">Whether a cost can be more than 63 bits hold.</param>
    public IReadOnlyList<long> UnitsOf(SizeTable table, out bool isWide)
    {
        var rates = RatesOf(table);
        isWide = false;
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] /= Unit;
            isWide |= rates[i] > MaxNarrowRate;
        }

        return rates;
    }

    private static long UnitOf(Card card, long[] input, long[] output)
    {
        var unit = 0L;
        for (var i = 0; i < input.Length; i++)
        {
            unit = CommonDivisor(CommonDivisor(unit, input[i]), output[i]);
        }

        foreach (var table in card.SizeTables)
        {
            if (SizeTableEmitter.IsUniform(table))
            {
                foreach (var rate in RatesOf(table))
                {
                    unit = CommonDivisor(unit, rate);
                }
            }
        }

        return Math.Max(unit, 1);
    }

    private static long CommonDivisor(long left, long right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }

    private static long[] RatesOf(SizeTable table)
    {
        var rates = new long[table.Tiers.Count];
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = Quanta.Rate(table.Tiers[i].Prices.Of(Meter.Input)!.Value, table.Per.Quantity);
        }

        return rates;
    }

    // A price that changes with time needs a time, which a row doesn't have; nor can one rate price all lengths of context.
    private static Priced RateOf(Card card, PricedModel priced, out long input, out long output)
    {
        (input, output) = (0, 0);
        if (priced.Model.Price is ModelPrice.Windowed or ModelPrice.OnTerms { Terms.IsTimed: true }
            || (priced.Model.Price is ModelPrice.OnTerms { Terms: var terms } && terms.Windows[0].Prices.Contexts.Count > 0))
        {
            return Priced.Neither;
        }

        var (prices, per, _) = card.PricesOf(priced.Model);
        if (prices.Of(Meter.Input) is not { } price)
        {
            return Priced.Neither;
        }

        input = Quanta.Rate(price, per.Quantity);
        if (prices.Of(Meter.Output) is not { } other)
        {
            return Priced.Input;
        }

        output = Quanta.Rate(other, per.Quantity);
        return Priced.Both;
    }

    // What of a price columns can count.
    private enum Priced
    {
        Neither,
        Input,
        Both,
    }
}
