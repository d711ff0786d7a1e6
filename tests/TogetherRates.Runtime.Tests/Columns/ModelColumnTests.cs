using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using Together = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests.Columns;

public sealed class ModelColumnTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    [InlineData(true, 3)]
    public void Each_row_costs_what_it_costs_alone(bool singlePass, int threads) =>
        Prop.ForAll(RandomRows.Priced, rows =>
        {
            var costs = new long[rows.Models.Length];
            Together.PriceAll(rows.Models, rows.Input, rows.Output, costs, new() { SinglePass = singlePass, Threads = threads });
            return rows.Alone().SequenceEqual(costs.Select(cost => Together.ColumnUnit * cost));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_sum_is_the_sum_of_all_rows(int threads) =>
        Prop.ForAll(RandomRows.Priced, rows =>
            Together.Sum(rows.Models, rows.Input, rows.Output, new() { Threads = threads }) == rows.Alone().Aggregate(Money.Zero, (sum, cost) => sum + cost))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void Columns_beyond_every_cache_are_priced_alike(bool singlePass, int threads)
    {
        var rows = RandomRows.Of((2 << 20) + 13, seed: 5);
        var costs = new long[rows.Models.Length];

        // A column that begins anywhere in memory.
        Together.PriceAll(rows.Models.AsSpan(1), rows.Input.AsSpan(1), rows.Output.AsSpan(1), costs.AsSpan(1), new() { SinglePass = singlePass, Threads = threads });

        Assert.Equal(0, costs[0]);
        Assert.True(rows.Alone().Skip(1).SequenceEqual(costs.Skip(1).Select(cost => Together.ColumnUnit * cost)));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData((2 << 20) + 13)]
    public void Costs_may_start_where_no_number_of_64_bits_does(int count)
    {
        var rows = RandomRows.Of(count, seed: 6);
        var bytes = new byte[((count + 1) * sizeof(long)) + 3];
        for (var start = 1; start < sizeof(long); start += 3)
        {
            var costs = MemoryMarshal.Cast<byte, long>(bytes.AsSpan(start, count * sizeof(long)));
            Together.PriceAll(rows.Models, rows.Input, rows.Output, costs);

            Assert.True(rows.Alone().SequenceEqual(costs.ToArray().Select(cost => Together.ColumnUnit * cost)));
        }
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public void Costs_may_start_anywhere_in_a_line_of_the_cache(bool singlePass, int threads)
    {
        foreach (var length in (int[])[1, 3, 7, 8, 9, 31, 32, 33, 40, 71, 1_024, 4_097, 32_768, 32_777])
        {
            var rows = RandomRows.Of(length, seed: length);
            long[] expected = [.. rows.Alone().Select(cost => (long)(cost.Quanta / Together.ColumnUnit.Quanta))];
            for (var start = 0; start <= 8; start++)
            {
                var costs = Enumerable.Repeat(42L, length + 16).ToArray();
                Together.PriceAll(rows.Models, rows.Input, rows.Output, costs.AsSpan(start, length), new() { SinglePass = singlePass, Threads = threads });

                Assert.Equal(expected, costs[start..(start + length)]);
                Assert.All(costs[..start].Concat(costs[(start + length)..]), cost => Assert.Equal(42, cost));
            }
        }
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData((2 << 20) + 7)]
    public void Models_that_are_too_many_for_rates_of_their_own_are_priced_alike(int length)
    {
        var columns = ManyRates.Columns;
        var (models, input, output) = ManyRates.Rows(length);
        var costs = new long[length];

        columns.PriceAll(models, input, output, costs, default, default);

        Assert.Equal(models.Select((_, row) => ManyRates.Cost(models[row], input[row], output[row])), costs);
        Assert.Equal(costs.Aggregate(Int128.Zero, (sum, cost) => sum + cost), columns.Sum(models, input, output, default, default).Quanta);
    }

    [Fact]
    public void An_index_beyond_many_models_is_named()
    {
        var (models, input, output) = ManyRates.Rows(5_000);
        models[4_321] = ManyRates.Models + 1;
        var costs = new long[5_000];

        var exception = Assert.Throws<PriceNotFoundException>(() => ManyRates.Columns.PriceAll(models, input, output, costs, new() { SinglePass = true }, default));

        Assert.Contains("4321", exception.Message, StringComparison.Ordinal);
        Assert.All(costs, cost => Assert.Equal(-1, cost));
    }

    [Fact]
    public void The_one_row_without_a_price_is_seen_wherever_it_stands() => Assert.All(UnpricedRow.All, row =>
    {
        Assert.StartsWith($"Row {row.Place}: no model of the card has the index {row.Index}", row.NameFromCosts(), StringComparison.Ordinal);
        Assert.StartsWith($"Row {row.Place}: no model of the card has the index {row.Index}", row.NameFromSum(), StringComparison.Ordinal);
    });

    [Fact]
    public void The_largest_rows_are_exact()
    {
        ushort[] models = [.. Enumerable.Repeat((ushort)Together.ModelId.DeepSeekV3, 9)];
        uint[] tokens = [.. Enumerable.Repeat(uint.MaxValue, 9)];
        var costs = new long[9];

        Together.PriceAll(models, tokens, tokens, costs);

        var alone = Together.Price(Together.ModelId.DeepSeekV3, new TokenUsage(uint.MaxValue, uint.MaxValue));
        Assert.All(costs, cost => Assert.Equal(alone, Together.ColumnUnit * cost));
        Assert.Equal(alone * 9, Together.Sum(models, tokens, tokens));
    }

    [Fact]
    public void No_rows_cost_nothing()
    {
        Together.PriceAll([], [], [], []);
        Assert.Equal(Money.Zero, Together.Sum([], [], []));
    }

    [Theory]
    [InlineData(0, 0, "no model of the card has the index 0")]
    [InlineData(999, 0, "no model of the card has the index 999")]
    [InlineData(65_535, 0, "no model of the card has the index 65535")]
    [InlineData((int)Together.ModelId.Flux1Dev, 0, "'black-forest-labs/FLUX.1-dev' (index")]
    [InlineData((int)Together.ModelId.Flux1Dev, 7, "isn't priced by input and output tokens alone")]
    [InlineData((int)Together.ModelId.BgeLargeEnV1_5, 7, "bills input only, but the row has 7 output tokens")]
    public void A_row_without_a_price_is_named_before_anything_is_written(int model, int output, string reason)
    {
        foreach (var (length, bad) in new[] { (1, 0), (40, 17), (40, 39), (20_000, 4_096), (20_000, 19_999), (100_000, 0), (100_000, 70_000) })
        {
            foreach (var threads in new[] { 1, 3 })
            {
                var rows = RandomRows.Of(length, seed: 6);
                (rows.Models[bad], rows.Output[bad]) = ((ushort)model, (uint)output);
                (rows.Models[length - 1], rows.Output[length - 1]) = ((ushort)model, (uint)output);
                var costs = new long[length];
                Array.Fill(costs, 42);

                AssertNamed(() => Together.PriceAll(rows.Models, rows.Input, rows.Output, costs, new() { Threads = threads }));
                Assert.All(costs, cost => Assert.Equal(42, cost));

                AssertNamed(() => Together.PriceAll(rows.Models, rows.Input, rows.Output, costs, new() { Threads = threads, SinglePass = true }));
                Assert.All(costs, cost => Assert.Equal(ColumnOptions.Unpriced, cost));

                AssertNamed(() => Together.Sum(rows.Models, rows.Input, rows.Output, new() { Threads = threads }));

                void AssertNamed(Action price)
                {
                    var exception = Assert.Throws<PriceNotFoundException>(price);
                    Assert.StartsWith($"Row {bad}: ", exception.Message, StringComparison.Ordinal);
                    Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Columns_of_different_lengths_are_refused()
    {
        ushort[] models = [1, 1];
        uint[] two = [1, 1];
        uint[] three = [1, 1, 1];
        long[] costs = [42, 42];

        AssertUneven("inputTokens has 3 rows, but modelIndex has 2", () => Together.PriceAll(models, three, two, costs));
        AssertUneven("outputTokens has 3 rows, but modelIndex has 2", () => Together.PriceAll(models, two, three, costs));
        AssertUneven("costs has 1 rows, but modelIndex has 2", () => Together.PriceAll(models, two, two, costs.AsSpan(1)));
        AssertUneven("outputTokens has 3 rows, but modelIndex has 2", () => Together.Sum(models, two, three));
        Assert.Equal([42, 42], costs);

        static void AssertUneven(string message, Action price) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(price).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_that_lie_over_another_column_are_refused()
    {
        var memory = new long[8];
        var models = System.Runtime.InteropServices.MemoryMarshal.Cast<long, ushort>(memory.AsSpan(3, 1)).ToArray();
        uint[] tokens = [1, 1, 1, 1];
        var counts = System.Runtime.InteropServices.MemoryMarshal.Cast<long, uint>(memory.AsSpan(3, 2));
        var exception = Record(counts);
        Assert.StartsWith("costs lies over inputTokens", exception, StringComparison.Ordinal);

        string Record(ReadOnlySpan<uint> input)
        {
            try
            {
                Together.PriceAll(models, input, tokens, memory.AsSpan(0, 4));
                return string.Empty;
            }
            catch (ArgumentException refused)
            {
                return refused.Message;
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cancelled_column_says_so(bool singlePass)
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var rows = RandomRows.Of(10_000, seed: 7);
        var costs = new long[rows.Models.Length];
        var options = new ColumnOptions { SinglePass = singlePass };

        Assert.Throws<OperationCanceledException>(() => Together.PriceAll(rows.Models, rows.Input, rows.Output, costs, options, cancellation.Token));
        Assert.Throws<OperationCanceledException>(() => Together.Sum(rows.Models, rows.Input, rows.Output, options, cancellation.Token));
        Assert.All(costs, cost => Assert.Equal(singlePass ? ColumnOptions.Unpriced : 0, cost));
    }

    [Fact]
    public void Fewer_than_no_threads_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Together.PriceAll([], [], [], [], new() { Threads = -1 }));

    [Fact]
    public void One_thread_does_not_allocate()
    {
        var rows = RandomRows.Of(10_000, seed: 8);
        var costs = new long[rows.Models.Length];
        for (var call = 0; call < 3; call++)
        {
            Price();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Price();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Price()
        {
            Together.PriceAll(rows.Models, rows.Input, rows.Output, costs);
            Together.PriceAll(rows.Models, rows.Input, rows.Output, costs, new() { SinglePass = true });
            _ = Together.Sum(rows.Models, rows.Input, rows.Output);
        }
    }
}
