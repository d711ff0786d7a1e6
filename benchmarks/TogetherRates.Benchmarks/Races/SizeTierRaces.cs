using TogetherRates.Benchmarks.Racing;
using TogetherRates.Cards;

namespace TogetherRates.Benchmarks.Races;

/// <summary>One tier of a size table, and what some tokens cost in it.</summary>
internal static class SizeTierRaces
{
    private const int Count = 65_536;

    // So few that they stay in the fastest cache.
    private const int Kept = 1_024;

    private const string Generated = "Together.Serverless.Dense.Price";
    private const string Linq = "List, LINQ and decimal";
    private const string NoCompare = "a rate by half of the size, no bound compared (the bound)";
    private const string BinarySearch = "Array.BinarySearch and Money";

    /// <summary>Prices that don't wait for each other.</summary>
    /// <param name="order">How the sizes come.</param>
    public static Race Throughput(SizeOrder order)
    {
        var sizes = Sizes(order);
        var tokens = Tokens();
        var costs = new Money[Kept];
        var decimals = new decimal[Kept];
        var doubles = new double[Kept];
        return new()
        {
            Name = $"One size tier, {(order == SizeOrder.Random ? "random sizes" : "one size")}",
            Work = $"{Count:N0} sizes and token counts, one after the other, priced by the dense table; each cost is kept in an array.",
            Operation = "price",
            Operations = Count,
            Contenders =
            [
                new(Generated, () => PriceGenerated(sizes, tokens, costs).ToDecimal()),
                new(Linq, () => PriceLinq(sizes, tokens, decimals)),
                new("List, foreach and decimal", () => PriceForeach(sizes, tokens, decimals)),
                new(BinarySearch, () => PriceBinarySearch(sizes, tokens, costs).ToDecimal()),
                new("switch and double (inexact)", () => PriceDouble(sizes, tokens, doubles), IsExact: false),
                new(NoCompare, () => PriceWithoutCompare(sizes, tokens, costs).ToDecimal(), IsExact: false),
            ],
            Bound = NoCompare,
            Bars = order == SizeOrder.Random ? [new(Generated, Linq, 30), new(Generated, BinarySearch, 14)] : [],
        };
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

    private static Money PriceGenerated(ModelSize[] sizes, long[] tokens, Money[] costs)
    {
        for (var i = 0; i < sizes.Length; i++)
        {
            costs[i % Kept] = Together.Serverless.Dense.Price(sizes[i], tokens[i]);
        }

        return costs[^1];
    }

    private static Money PriceBinarySearch(ModelSize[] sizes, long[] tokens, Money[] costs)
    {
        for (var i = 0; i < sizes.Length; i++)
        {
            costs[i % Kept] = RateBySearch(sizes[i]) * tokens[i];
        }

        return costs[^1];
    }

    private static Money PriceWithoutCompare(ModelSize[] sizes, long[] tokens, Money[] costs)
    {
        var rates = Halves;
        for (var i = 0; i < sizes.Length; i++)
        {
            costs[i % Kept] = rates[(int)(sizes[i].Parameters >> 32)] * tokens[i];
        }

        return costs[^1];
    }

    private static readonly Rate[] Halves = [.. Enumerable.Range(0, 32).Select(half => TierTable.Rates[half % TierTable.Rates.Length])];

    private static decimal PriceLinq(ModelSize[] sizes, long[] tokens, decimal[] costs)
    {
        for (var i = 0; i < sizes.Length; i++)
        {
            var size = sizes[i].Parameters;
            costs[i % Kept] = TierTable.List.FirstOrDefault(tier => size <= tier.UpTo)!.PerMillion * tokens[i] / 1_000_000m;
        }

        return costs[^1];
    }

    private static decimal PriceForeach(ModelSize[] sizes, long[] tokens, decimal[] costs)
    {
        for (var i = 0; i < sizes.Length; i++)
        {
            foreach (var tier in TierTable.List)
            {
                if (sizes[i].Parameters <= tier.UpTo)
                {
                    costs[i % Kept] = tier.PerMillion * tokens[i] / 1_000_000m;
                    break;
                }
            }
        }

        return costs[^1];
    }

    private static decimal PriceDouble(ModelSize[] sizes, long[] tokens, double[] costs)
    {
        for (var i = 0; i < sizes.Length; i++)
        {
            costs[i % Kept] = TierTable.PerMillion(sizes[i].Parameters) * tokens[i] / 1_000_000;
        }

        return (decimal)costs[^1];
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
