using System.Numerics;

namespace TogetherRates.Runtime.Tests.Columns;

/// <summary>Rates of more than 31 bits, at which a row's cost may not fit its place.</summary>
public sealed class WideColumnTests
{
    private const ulong Rate = long.MaxValue;

    private static ModelColumns Models => new(1, [0, 1, 2, 0], [0, 0, Rate, Rate, 1, 2], isWide: true, bothPriced: 2, inputPriced: 2, static index => $"model-{index}");

    private static SizeColumns Sizes => new(1, [10], [1, long.MaxValue - 1], isWide: true, end: 20, "Wide");

    [Fact]
    public void Rows_that_fit_are_priced_and_sums_are_exact_whether_they_fit_or_not()
    {
        ushort[] models = [2, 1, 2];
        uint[] input = [5, 1, 7];
        uint[] output = [3, 0, 0];
        var costs = new long[3];

        Models.PriceAll(models, input, output, costs, default, default);
        Assert.Equal([11, long.MaxValue, 7], costs);

        output[1] = uint.MaxValue;
        input[1] = uint.MaxValue;
        Assert.Equal((2 * (BigInteger)Rate * uint.MaxValue) + 11 + 7, Models.Sum(models, input, output, default, default).BigQuanta());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_beside_the_costs_is_written(bool singlePass)
    {
        long[] costs = [42, 42, 42, 42];
        Models.PriceAll([2, 2], [1, 1], [1, 1], costs.AsSpan(1, 2), new ColumnOptions { SinglePass = singlePass }, default);

        Assert.Equal([42, 3, 3, 42], costs);
    }

    [Fact]
    public void A_row_without_a_price_is_seen_in_a_sum_too()
    {
        Assert.StartsWith("Row 1: ", Assert.Throws<PriceNotFoundException>(() => Models.Sum([2, 0, 2], [1, 1, 1], [1, 1, 1], default, default)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Row 1: ", Assert.Throws<PriceNotFoundException>(() => Sizes.Sum([1, 21], [1, 1], default, default)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_row_that_does_not_fit_is_named(bool singlePass)
    {
        ushort[] models = [2, 2, 1, 1];
        uint[] tokens = [5, 1, 1, 1];
        long[] costs = [42, 42, 42, 42];
        var options = new ColumnOptions { SinglePass = singlePass };

        var exception = Assert.Throws<OverflowException>(() => Models.PriceAll(models, tokens, tokens, costs, options, default));

        Assert.StartsWith($"Row 2 costs {2 * (BigInteger)Rate} units", exception.Message, StringComparison.Ordinal);
        Assert.All(costs, cost => Assert.Equal(singlePass ? -1 : 42, cost));
    }

    [Fact]
    public void Sizes_are_priced_likewise()
    {
        var costs = new long[2];
        Sizes.PriceAll([10, 11], [uint.MaxValue, 1], costs, default, default);
        Assert.Equal([uint.MaxValue, long.MaxValue], costs);
        Assert.Equal((BigInteger)long.MaxValue * uint.MaxValue, Sizes.Sum([20], [uint.MaxValue], default, default).BigQuanta());

        var exception = Assert.Throws<OverflowException>(() => Sizes.PriceAll([1, 20], [1, 2], costs, default, default));
        Assert.StartsWith("Row 1 costs ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_that_an_index_could_leave_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ModelColumns(1, [0, 1], [0, 0, 1, 1], false, 2, 2, static _ => null).Sum([], [], [], default, default));
        Assert.Throws<ArgumentException>(() => new ModelColumns(1, [0, 2], [0, 0, 1, 1], false, 1, 1, static _ => null).Sum([], [], [], default, default));
        Assert.Throws<ArgumentException>(() => new ModelColumns(1, [0, 1], [0, 0, 1], false, 1, 1, static _ => null).Sum([], [], [], default, default));
        Assert.Throws<ArgumentException>(() => new ModelColumns(1, [], [], false, 0, -1, static _ => null).Sum([], [], [], default, default));
        Assert.Throws<ArgumentException>(() => new ModelColumns(1, [0, 1], [0, 0, 1, 1], false, -1, 1, static _ => null).Sum([], [], [], default, default));
        Assert.Throws<ArgumentException>(() => new ModelColumns(1, [0, 1], [0, 0, 1, 1], false, 1, 0, static _ => null).Sum([], [], [], default, default));
        Assert.Throws<ArgumentException>(() => new ModelColumns(1, new ushort[(1 << 16) + 1], [0, 0], false, 1, 1, static _ => null).Sum([], [], [], default, default));
        Assert.Throws<ArgumentException>(() => new SizeColumns(1, [1, 2], [1, 1], false, 2, "T").Sum([], [], default, default));
    }
}
