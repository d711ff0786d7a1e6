using TogetherRates.Benchmarks.Racing;
using TogetherRates.Cards;

namespace TogetherRates.Benchmarks.Races;

/// <summary>Columns of requests, priced at once.</summary>
internal static class ColumnRaces
{
    /// <summary>Far more rows than any cache holds.</summary>
    public const int ManyRows = 10_000_000;

    /// <summary>A block that stays in a cache.</summary>
    public const int CachedRows = 16_384;

    private const int SlowRows = 16_000;

    // More models than prices, as in public lists: rows of all models read a larger table than rows of as many models as there are prices.
    private static readonly string Card = $"The card has {ManyModels.Count:N0} models and {ManyModels.DistinctPrices} different prices.";

    private const string Checked = "PriceAll";
    private const string SinglePass = "PriceAll, single pass";
    private const string Copy = "memory copy of as many bytes";
    private const string Stream = "the same reads and writes, hardly any work";
    private const string Bare = "a bare loop, nothing checked (the bound)";
    private const string BareAfterLook = "a bare loop after a look at each row (the bound of PriceAll)";
    private const string DecimalLoop = "decimal loop";
    private const string DoubleLoop = "double loop (inexact)";

    private delegate void PriceAll(
        ReadOnlySpan<ushort> models, ReadOnlySpan<uint> input, ReadOnlySpan<uint> output, Span<long> costs, ColumnOptions options, CancellationToken cancellation);

    private delegate Money SumAll(
        ReadOnlySpan<ushort> models, ReadOnlySpan<uint> input, ReadOnlySpan<uint> output, ColumnOptions options, CancellationToken cancellation);

    /// <summary>Rows of a model and its tokens.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="models">How many of the card's models are in them.</param>
    public static Race Models(int rows, int models)
    {
        var data = new ModelColumnData(rows, models);
        var priceAll = ManyModels.Card.Method<PriceAll>("PriceAll");
        var isLarge = rows > CachedRows;
        return new()
        {
            Name = $"Columns of {models:N0} models, {Rows(rows)}",
            Work = $"{rows:N0} rows of a random model of {models:N0}, its input and its output tokens, priced into a column of costs, on one thread. {Card}",
            Operation = "row",
            Operations = rows,
            Contenders =
            [
                new(Checked, () => Price(new())),
                new(SinglePass, () => Price(new() { SinglePass = true })),
                new(Bare, () => BareLoops.Models(data, isLarge), IsExact: false),
                new(BareAfterLook, () => BareLoops.ArePriced(data) ? BareLoops.Models(data, isLarge) : 0, IsExact: false),
                new(Stream, () => Streams.Models(data, isLarge), IsExact: false),
                new(Copy, () => CopyOf(data.Source, data.Copy), IsExact: false),
                new(DecimalLoop, () => InDecimals(data), IsExact: false, SlowRows),
                new(DoubleLoop, () => InDoubles(data), IsExact: false, SlowRows),
            ],
            Bound = Bare,
            Bars = isLarge
                ? [new(SinglePass, Copy, 1.25), new(SinglePass, Stream, 0.95), new(Checked, Stream, 0.95, BareAfterLook), new(Checked, DecimalLoop, 90, BareAfterLook)]
                : [new(Checked, Copy, 1 / 2.5, BareAfterLook)],
        };

        decimal Price(ColumnOptions options)
        {
            priceAll(data.Models, data.Input, data.Output, data.Costs, options, default);
            return data.Costs[^1];
        }
    }

    /// <summary>Rows of a model and its tokens, added up.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="models">How many of the card's models are in them.</param>
    public static Race Sum(int rows, int models)
    {
        const string Exact = "Sum";
        const string Read = "reading the same columns";
        var data = new ModelColumnData(rows, models);
        var isLarge = rows > CachedRows;
        var sum = ManyModels.Card.Method<SumAll>("Sum");
        return new()
        {
            Name = $"Sum of columns of {models:N0} models, {Rows(rows)}",
            Work = $"{rows:N0} rows of a random model of {models:N0}, its input and its output tokens, added up exactly, on one thread. {Card}",
            Operation = "row",
            Operations = rows,
            Contenders =
            [
                new(Exact, () => sum(data.Models, data.Input, data.Output, default, default).ToDecimal()),
                new(Bare, () => BareLoops.Sum(data, isLarge), IsExact: false),
                new(Read, () => Streams.Read(data), IsExact: false),
                new(DecimalLoop, () => InDecimals(data), IsExact: false, SlowRows),
                new(DoubleLoop, () => InDoubles(data), IsExact: false, SlowRows),
            ],
            Bound = Bare,
            Bars = isLarge ? [new(Exact, Read, 0.95)] : [],
        };
    }

    /// <summary>Rows of a size and tokens.</summary>
    public static Race Sizes(int rows)
    {
        var data = new SizeColumnData(rows);
        var isLarge = rows > CachedRows;
        return new()
        {
            Name = $"Columns of sizes, {Rows(rows)}",
            Work = $"{rows:N0} rows of a random size and tokens, priced by the dense table into a column of costs, on one thread.",
            Operation = "row",
            Operations = rows,
            Contenders =
            [
                new(Checked, () => Price(new())),
                new(SinglePass, () => Price(new() { SinglePass = true })),
                new(Bare, () => BareLoops.Sizes(data, isLarge), IsExact: false),
                new(BareAfterLook, () => BareLoops.ArePriced(data) ? BareLoops.Sizes(data, isLarge) : 0, IsExact: false),
                new(Stream, () => Streams.Sizes(data, isLarge), IsExact: false),
                new(Copy, () => CopyOf(data.Source, data.Copy), IsExact: false),
                new("Together.Serverless.Dense.Price, row by row", () => RowByRow(data), IsExact: false, SlowRows),
                new(DecimalLoop, () => InDecimals(data), IsExact: false, SlowRows),
                new(DoubleLoop, () => InDoubles(data), IsExact: false, SlowRows),
            ],
            Bound = Bare,
            Bars = isLarge
                ? [new(SinglePass, Copy, 1.3), new(SinglePass, Stream, 0.97), new(Checked, Stream, 0.97, BareAfterLook)]
                : [],
        };

        decimal Price(ColumnOptions options)
        {
            Together.Serverless.Dense.PriceAll(data.Sizes, data.Tokens, data.Costs, options);
            return data.Costs[^1];
        }
    }

    private static string Rows(int rows) => rows > CachedRows ? "10M rows" : "16K rows";

    private static decimal CopyOf(byte[] source, byte[] copy)
    {
        source.AsSpan().CopyTo(copy);
        return copy[^1];
    }

    private static decimal InDecimals(ModelColumnData data)
    {
        var sum = 0m;
        for (var row = 0; row < SlowRows; row++)
        {
            var (input, output) = DecimalPrices[data.Models[row]];
            sum += ((input * data.Input[row]) + (output * data.Output[row])) / 1_000_000m;
        }

        return sum;
    }

    private static decimal InDoubles(ModelColumnData data)
    {
        var sum = 0.0;
        for (var row = 0; row < SlowRows; row++)
        {
            var (input, output) = DoublePrices[data.Models[row]];
            sum += ((input * data.Input[row]) + (output * data.Output[row])) / 1_000_000;
        }

        return (decimal)sum;
    }

    private static decimal InDecimals(SizeColumnData data)
    {
        var sum = 0m;
        for (var row = 0; row < SlowRows; row++)
        {
            foreach (var tier in TierTable.List)
            {
                if (data.Sizes[row] <= tier.UpTo)
                {
                    sum += tier.PerMillion * data.Tokens[row] / 1_000_000m;
                    break;
                }
            }
        }

        return sum;
    }

    private static decimal InDoubles(SizeColumnData data)
    {
        var sum = 0.0;
        for (var row = 0; row < SlowRows; row++)
        {
            sum += TierTable.PerMillion(data.Sizes[row]) * data.Tokens[row] / 1_000_000;
        }

        return (decimal)sum;
    }

    private static decimal RowByRow(SizeColumnData data)
    {
        var cost = Money.Zero;
        for (var row = 0; row < SlowRows; row++)
        {
            cost = Together.Serverless.Dense.Price(ModelSize.FromParameters(data.Sizes[row]), data.Tokens[row]);
        }

        return cost.ToDecimal();
    }

    private static readonly (decimal Input, decimal Output)[] DecimalPrices =
        [.. Enumerable.Range(0, ManyModels.Count + 1).Select(ManyModels.PriceOf)];

    private static readonly (double Input, double Output)[] DoublePrices =
        [.. DecimalPrices.Select(price => ((double)price.Input, (double)price.Output))];
}
