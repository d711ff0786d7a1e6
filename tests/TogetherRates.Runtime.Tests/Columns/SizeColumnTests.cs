using FsCheck;
using FsCheck.Fluent;
using Together = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests.Columns;

public sealed class SizeColumnTests
{
    private const long End = 110_000_000_000;
    private static readonly long[] Bounds = [1, 4_000_000_000, 8_000_000_000, 21_000_000_000, 41_000_000_000, 80_000_000_000, End];

    private static Arbitrary<(long[] Sizes, uint[] Tokens)> Rows =>
        (from length in Gen.OneOf(Gen.Choose(0, 100), Gen.Choose(4_090, 4_200))
         from seed in Gen.Choose(0, int.MaxValue)
         select RowsOf(length, seed)).ToArbitrary();

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public void Each_row_costs_what_it_costs_alone(bool singlePass, int threads) =>
        Prop.ForAll(Rows, rows =>
        {
            var costs = new long[rows.Sizes.Length];
            Together.Serverless.Dense.PriceAll(rows.Sizes, rows.Tokens, costs, new() { SinglePass = singlePass, Threads = threads });
            return Alone(rows.Sizes, rows.Tokens).SequenceEqual(costs.Select(cost => Together.ColumnUnit * cost));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sum_is_the_sum_of_all_rows() =>
        Prop.ForAll(Rows, rows =>
            Together.Serverless.Dense.Sum(rows.Sizes, rows.Tokens) == Alone(rows.Sizes, rows.Tokens).Aggregate(Money.Zero, (sum, cost) => sum + cost))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Columns_beyond_every_cache_are_priced_alike()
    {
        var (sizes, tokens) = RowsOf((2 << 20) + 13, seed: 9);
        var costs = new long[sizes.Length];

        Together.Serverless.Dense.PriceAll(sizes.AsSpan(1), tokens.AsSpan(1), costs.AsSpan(1));

        Assert.Equal(0, costs[0]);
        Assert.True(Alone(sizes, tokens).Skip(1).SequenceEqual(costs.Skip(1).Select(cost => Together.ColumnUnit * cost)));
    }

    [Fact]
    public void The_default_value_has_no_tiers()
    {
        Assert.Throws<InvalidOperationException>(() => default(SizeColumns).PriceAll([1], [1], new long[1], default, default));
        Assert.Throws<InvalidOperationException>(() => default(SizeColumns).Sum([1], [1], default, default));
    }

    [Theory]
    [InlineData(End + 1, "Dense has no price above 110B; 110.000000001B was asked for")]
    [InlineData(long.MaxValue, "Dense has no price above 110B")]
    [InlineData(0, "a model of 0 parameters doesn't exist")]
    [InlineData(-1, "a model of -1 parameters doesn't exist")]
    [InlineData(long.MinValue, "doesn't exist")]
    public void A_size_without_a_price_is_named_before_anything_is_written(long size, string reason)
    {
        foreach (var (length, bad) in new[] { (1, 0), (40, 17), (20_000, 4_096), (20_000, 19_999) })
        {
            var (sizes, tokens) = RowsOf(length, seed: 10);
            (sizes[bad], sizes[length - 1]) = (size, size);
            var costs = new long[length];

            AssertNamed(() => Together.Serverless.Dense.PriceAll(sizes, tokens, costs));
            Assert.All(costs, cost => Assert.Equal(0, cost));
            AssertNamed(() => Together.Serverless.Dense.PriceAll(sizes, tokens, costs, new() { SinglePass = true }));
            Assert.All(costs, cost => Assert.Equal(ColumnOptions.Unpriced, cost));
            AssertNamed(() => Together.Serverless.Dense.Sum(sizes, tokens));

            void AssertNamed(Action price)
            {
                var exception = Assert.Throws<PriceNotFoundException>(price);
                Assert.StartsWith($"Row {bad}: ", exception.Message, StringComparison.Ordinal);
                Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Columns_of_different_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Together.Serverless.Dense.PriceAll([1], [1, 2], new long[1]));
        Assert.Throws<ArgumentException>(() => Together.Serverless.Dense.PriceAll([1], [1], new long[2]));
        Assert.Throws<ArgumentException>(() => Together.Serverless.Dense.Sum([1], []));
    }

    [Fact]
    public void Costs_may_not_be_written_over_the_sizes()
    {
        var sizes = new long[] { 1, 1 };
        Assert.Throws<ArgumentException>(() => Together.Serverless.Dense.PriceAll(sizes, [1, 1], sizes));
        Assert.Equal([1, 1], sizes);
    }

    private static (long[] Sizes, uint[] Tokens) RowsOf(int length, int seed)
    {
        var random = new Random(seed);
        var sizes = new long[length];
        var tokens = new uint[length];
        for (var row = 0; row < length; row++)
        {
            // Half of the sizes lie on a bound or beside one.
            sizes[row] = random.Next(2) == 0 ? random.NextInt64(1, End + 1) : Math.Clamp(Bounds[random.Next(Bounds.Length)] + random.Next(-1, 2), 1, End);
            tokens[row] = random.Next(3) == 0 ? uint.MaxValue : (uint)random.NextInt64(uint.MaxValue);
        }

        return (sizes, tokens);
    }

    private static IEnumerable<Money> Alone(long[] sizes, uint[] tokens) => sizes.Select((size, row) =>
        Together.Serverless.Dense.Price(ModelSize.FromParameters(size), tokens[row]));
}
