using TogetherRates.Benchmarks.Racing;
using TogetherRates.Cards;

namespace TogetherRates.Benchmarks.Races;

/// <summary>One tier of a size table, and what some tokens cost in it.</summary>
internal static class SizeTierRaces
{
    private const int Count = 65_536;

    // So few that they stay in the fastest cache.
    private const int PerBlock = 1_024;

    private const string Generated = "Together.Serverless.Dense.Price";
    private const string Linq = "List, LINQ and decimal";
    private const string NoCompare = "a rate by half of the size, no bound compared (the bound)";
    private const string BinarySearch = "Array.BinarySearch and Money";

    private delegate void PriceBlock<T>(ReadOnlySpan<ModelSize> sizes, ReadOnlySpan<long> tokens, Span<T> costs);

    /// <summary>Prices that don't wait for each other.</summary>
    /// <param name="order">How the sizes come.</param>
    public static Race Throughput(SizeOrder order)
    {
        var sizes = Sizes(order);
        var tokens = Tokens();
        var costs = new Money[PerBlock];
        var decimals = new decimal[PerBlock];
        var doubles = new double[PerBlock];
        return new()
        {
            Name = $"One size tier, {(order == SizeOrder.Random ? "random sizes" : "one size")}",
            Work = $"{Count:N0} sizes and token counts, one after the other, priced by the dense table in blocks of {PerBlock:N0}, whose costs are kept in an array.",
            Operation = "price",
            Operations = Count,
            Contenders =
            [
                new(Generated, () => InBlocks(PriceGenerated, costs).ToDecimal()),
                new(Linq, () => InBlocks(PriceLinq, decimals)),
                new("List, foreach and decimal", () => InBlocks(PriceForeach, decimals)),
                new(BinarySearch, () => InBlocks(PriceBinarySearch, costs).ToDecimal()),
                new("switch and double (inexact)", () => (decimal)InBlocks(PriceDouble, doubles), IsExact: false),
                new(NoCompare, () => InBlocks(PriceWithoutCompare, costs).ToDecimal(), IsExact: false),
            ],
            Bound = NoCompare,
            Bars = order == SizeOrder.Random ? [new(Generated, Linq, 30), new(Generated, BinarySearch, 14)] : [],
        };

        T InBlocks<T>(PriceBlock<T> price, T[] block)
        {
            for (var start = 0; start < Count; start += PerBlock)
            {
                price(sizes.AsSpan(start, PerBlock), tokens.AsSpan(start, PerBlock), block);
            }

            return block[^1];
        }
    }

    /// <summary>Prices that each wait for the one before: its cost picks the next size.</summary>
    public static Race Latency()
    {
        const string Random = Generated + ", random";
        const string Predictable = Generated + ", predictable";
        var tokens = Tokens();
        var random = Sizes(SizeOrder.Random);
        var repeated = Sizes(SizeOrder.Repeated);
        return new()
        {
            Name = "One size tier, dependent",
            Work = "As above, but each price waits for the one before, whose cost picks the next size.",
            Operation = "price",
            Operations = Count,
            Contenders =
            [
                new(Random, () => ChainGenerated(random, tokens).ToDecimal(), IsExact: false),
                new(Predictable, () => ChainGenerated(repeated, tokens).ToDecimal(), IsExact: false),
                new(BinarySearch + ", random", () => ChainBinarySearch(random, tokens).ToDecimal(), IsExact: false),
                new(BinarySearch + ", predictable", () => ChainBinarySearch(repeated, tokens).ToDecimal(), IsExact: false),
            ],
            Bars = [new(Random, Predictable, 1 / 1.1)],
        };
    }

    private static ModelSize[] Sizes(SizeOrder order)
    {
        var random = new Random(1);
        var bounds = TierTable.Bounds.Prepend(0).ToArray();
        var sizes = new ModelSize[Count];
        for (var i = 0; i < Count; i++)
        {
            // Every tier is as likely, so that no guess of the processor's is a good one.
            var tier = order == SizeOrder.Random ? random.Next(TierTable.Bounds.Length) : 4;
            sizes[i] = ModelSize.FromParameters(order == SizeOrder.Random ? random.NextInt64(bounds[tier] + 1, bounds[tier + 1] + 1) : 70_000_000_000);
        }

        return sizes;
    }

    private static long[] Tokens()
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, Count).Select(_ => random.NextInt64(1, 100_000))];
    }

    // Each loop cuts its spans first, so that it needn't ask for each price whether they go so far.
    private static void PriceGenerated(ReadOnlySpan<ModelSize> sizes, ReadOnlySpan<long> tokens, Span<Money> costs)
    {
        sizes = sizes[..costs.Length];
        tokens = tokens[..costs.Length];
        for (var i = 0; i < costs.Length; i++)
        {
            costs[i] = Together.Serverless.Dense.Price(sizes[i], tokens[i]);
        }
    }

    private static void PriceBinarySearch(ReadOnlySpan<ModelSize> sizes, ReadOnlySpan<long> tokens, Span<Money> costs)
    {
        sizes = sizes[..costs.Length];
        tokens = tokens[..costs.Length];
        for (var i = 0; i < costs.Length; i++)
        {
            costs[i] = RateBySearch(sizes[i]) * tokens[i];
        }
    }

    private static void PriceWithoutCompare(ReadOnlySpan<ModelSize> sizes, ReadOnlySpan<long> tokens, Span<Money> costs)
    {
        var rates = Halves;
        sizes = sizes[..costs.Length];
        tokens = tokens[..costs.Length];
        for (var i = 0; i < costs.Length; i++)
        {
            costs[i] = rates[(int)(sizes[i].Parameters >> 32)] * tokens[i];
        }
    }

    private static readonly Rate[] Halves = [.. Enumerable.Range(0, 32).Select(half => TierTable.Rates[half % TierTable.Rates.Length])];

    private static void PriceLinq(ReadOnlySpan<ModelSize> sizes, ReadOnlySpan<long> tokens, Span<decimal> costs)
    {
        sizes = sizes[..costs.Length];
        tokens = tokens[..costs.Length];
        for (var i = 0; i < costs.Length; i++)
        {
            var size = sizes[i].Parameters;
            costs[i] = TierTable.List.FirstOrDefault(tier => size <= tier.UpTo)!.PerMillion * tokens[i] / 1_000_000m;
        }
    }

    private static void PriceForeach(ReadOnlySpan<ModelSize> sizes, ReadOnlySpan<long> tokens, Span<decimal> costs)
    {
        sizes = sizes[..costs.Length];
        tokens = tokens[..costs.Length];
        for (var i = 0; i < costs.Length; i++)
        {
            foreach (var tier in TierTable.List)
            {
                if (sizes[i].Parameters <= tier.UpTo)
                {
                    costs[i] = tier.PerMillion * tokens[i] / 1_000_000m;
                    break;
                }
            }
        }
    }

    private static void PriceDouble(ReadOnlySpan<ModelSize> sizes, ReadOnlySpan<long> tokens, Span<double> costs)
    {
        sizes = sizes[..costs.Length];
        tokens = tokens[..costs.Length];
        for (var i = 0; i < costs.Length; i++)
        {
            costs[i] = TierTable.PerMillion(sizes[i].Parameters) * tokens[i] / 1_000_000;
        }
    }

    private static Money ChainGenerated(ModelSize[] sizes, long[] tokens)
    {
        var cost = Money.Zero;
        for (var i = 0; i < sizes.Length; i++)
        {
            // Together's rates are even numbers of quanta, so the place stays i, but only the cost says so.
            var place = i + (int)((long)cost.Quanta & 1);
            cost = Together.Serverless.Dense.Price(sizes[place], tokens[i]);
        }

        return cost;
    }

    private static Money ChainBinarySearch(ModelSize[] sizes, long[] tokens)
    {
        var cost = Money.Zero;
        for (var i = 0; i < sizes.Length; i++)
        {
            var place = i + (int)((long)cost.Quanta & 1);
            cost = RateBySearch(sizes[place]) * tokens[i];
        }

        return cost;
    }

    private static Rate RateBySearch(ModelSize size)
    {
        var place = Array.BinarySearch(TierTable.Bounds, size.Parameters);
        return TierTable.Rates[place < 0 ? ~place : place];
    }
}
