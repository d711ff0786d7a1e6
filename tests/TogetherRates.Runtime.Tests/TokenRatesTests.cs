using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class TokenRatesTests
{
    private const long Both = (long)(TokenMeters.Input | TokenMeters.Output);
    private const long Longer = 64;

    // A model of up to 100 and of up to 200 input tokens and of more, one for any, one of input alone, one that is free; the first row has no price.
    private static readonly ConstantNumbers Rows = new(
    [
        -1, 0, 0, 0, 0, 0, 0, 0,
        100, 2, 10, Both + Longer, 1, 3, 4, 11,
        200, 20, 100, Both + Longer, 20, 20, 20, 100,
        long.MaxValue / 1_200, 200, 1_000, Both, 200, 200, 200, 1_000,
        long.MaxValue / 8, 3, 5, Both, 3, 3, 3, 5,
        -1, 7, 0, (long)TokenMeters.Input, 7, 7, 7, 0,
        long.MaxValue, 0, 0, Both, 0, 0, 0, 0,
    ]);

    private static ReadOnlySpan<long> Zeros => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    // Each model has the row of its own number.
    private const string RowOfModel = "\0\u0001\u0002\u0003\u0004\u0005\u0006";

    [Fact]
    public void A_row_is_read_where_it_stands()
    {
        Assert.Equal(default, TokenRates.At(Rows, 0));
        Assert.True(TokenRates.At(Rows, 1).TryPrice(new TokenUsage(input: 1_000, output: 100, cachedInput: 300, cacheWrite: 200, cacheWrite1h: 50, reasoning: 40), out var cost));
        Assert.Equal((500 * 2) + (300 * 1) + (150 * 3) + (50 * 4) + (60 * 10) + (40 * 11), cost.Quanta);
        Assert.Equal(TokenMeters.Input | TokenMeters.Output, TokenRates.At(Rows, 1).Priced);
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 100, 1)]
    [InlineData(1, 101, 2)]
    [InlineData(1, 200, 2)]
    [InlineData(1, 201, 3)]
    [InlineData(1, long.MaxValue, 3)]
    [InlineData(2, 1, 2)]
    [InlineData(4, long.MaxValue, 4)]
    [InlineData(5, 0, 5)]
    [InlineData(5, long.MaxValue, 5)]
    [InlineData(0, 5, 0)]
    public void Longer_requests_have_the_rows_behind(int row, long input, int expected)
    {
        Assert.Equal(TokenRates.At(Rows, expected), TokenRates.At(Rows, row, input));
        var usage = new TokenUsage(input);
        Assert.Equal(TokenRates.At(Rows, expected).TryPrice(usage, out var cost), TokenRates.TryPrice(Rows, RowOfModel, row, usage, out var found));
        Assert.Equal(cost, found);
    }

    [Theory]
    [InlineData(1, 100, 100)]
    [InlineData(1, 150, 1)]
    [InlineData(4, 100, 0)]
    [InlineData(5, 10, 0)]
    [InlineData(5, 10, 1)]
    [InlineData(0, 10, 1)]
    [InlineData(1, 100, 101)]
    [InlineData(2, 200, long.MaxValue)]
    [InlineData(3, long.MaxValue / 1_200, long.MaxValue / 1_200)]
    [InlineData(3, (long.MaxValue / 1_200) + 1, 0)]
    [InlineData(3, 0, (long.MaxValue / 1_200) + 1)]
    [InlineData(4, long.MaxValue / 8, long.MaxValue / 8)]
    [InlineData(4, long.MaxValue, long.MaxValue)]
    [InlineData(6, long.MaxValue, long.MaxValue)]
    public void A_row_prices_as_its_rates_do(int row, long input, long output)
    {
        var rates = TokenRates.At(Rows, row, input);
        foreach (var usage in new[] { new TokenUsage(input, output), new TokenUsage(input, output, cachedInput: input / 2), new TokenUsage(input, output, reasoning: output) })
        {
            Assert.Equal(rates.TryPrice(usage, out var expected), TokenRates.TryPrice(Rows, RowOfModel, row, usage, out var cost));
            Assert.Equal(expected, cost);
        }
    }

    [Theory]
    [InlineData(16, -1)]
    [InlineData(16, 2)]
    [InlineData(16, int.MaxValue)]
    [InlineData(15, 1)]
    [InlineData(7, 0)]
    [InlineData(0, 0)]
    public void A_row_that_is_not_there_is_not_read(int numbers, int row)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenRates.At(new long[numbers], row).Priced);
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenRates.At(new long[numbers], row, 1).Priced);
        Assert.False(TokenRates.TryPrice(new ConstantNumbers(Zeros[..numbers]), RowOfModel, row, new TokenUsage(1), out _));
        Assert.False(TokenRates.TryPrice(new ConstantNumbers(Zeros[..numbers]), new string((char)row, 1), 0, new TokenUsage(1), out _));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_model_that_is_not_there_has_no_price(int model) =>
        Assert.False(TokenRates.TryPrice(Rows, RowOfModel, model, new TokenUsage(1), out _));

    [Fact]
    public void A_last_row_that_has_no_other_behind_it_prices_no_longer_requests()
    {
        var rows = new ConstantNumbers([100, 2, 10, Both + Longer, 2, 2, 2, 10]);

        Assert.Throws<ArgumentOutOfRangeException>(() => TokenRates.At(rows, 0, 101).Priced);
        Assert.False(TokenRates.TryPrice(rows, RowOfModel, 0, new TokenUsage(101), out _));
    }

    [Fact]
    public void Price_is_what_unlimited_integers_say() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(Usages.Rows, Usages.Any, (row, usage) =>
            {
                var expected = row.Cost(usage);
                return row.Rates.TryPrice(usage, out var cost) == expected is not null
                    && cost.BigQuanta() == (expected ?? 0);
            }));

    [Fact]
    public void Plain_counts_cost_the_same_as_a_usage() =>
        Prop.ForAll(Usages.Rows, Amounts.AnyCount, Amounts.AnyCount, (row, input, output) =>
            row.Rates.TryPrice(input, output, out var plain) == row.Rates.TryPrice(new TokenUsage(input, output), out var full)
            && plain == full)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Two_usages_cost_what_their_sum_costs() =>
        Prop.ForAll(Usages.Rows, Usages.Any, Usages.Any, (row, a, b) =>
            !row.Rates.TryPrice(a, out var costOfA)
            || !row.Rates.TryPrice(b, out var costOfB)
            || (row.Rates.TryPrice(a + b, out var costOfBoth) && costOfA.BigQuanta() + costOfB.BigQuanta() == costOfBoth.BigQuanta()))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_largest_cost_is_exact()
    {
        const long max = long.MaxValue;
        var rates = new TokenRates(max, max, max, max, max, max);
        Assert.True(rates.TryPrice(max, max, out var cost));
        Assert.Equal(2 * (BigInteger)max * max, cost.BigQuanta());
        Assert.True(rates.TryPrice(new TokenUsage(max, max, max / 2, max / 2, max / 4, max / 3), out cost));
        Assert.Equal(2 * (BigInteger)max * max, cost.BigQuanta());
    }

    [Fact]
    public void A_row_without_a_price_prices_nothing_not_even_no_tokens()
    {
        Assert.False(default(TokenRates).TryPrice(default, out var cost));
        Assert.Equal(Money.Zero, cost);
    }

    [Fact]
    public void A_priced_part_needs_no_priced_parent()
    {
        var rates = new TokenRates(cachedInput: 5);
        Assert.True(rates.TryPrice(new TokenUsage(input: 10, cachedInput: 10), out var cost));
        Assert.Equal(50, cost.Quanta);
        Assert.False(rates.TryPrice(new TokenUsage(input: 11, cachedInput: 10), out cost));
        Assert.Equal(Money.Zero, cost);
    }

    [Fact]
    public void Negative_counts_and_rates_are_refused()
    {
        var rates = new TokenRates(1, 1, 1, 1, 1, 1);
        Assert.Equal("input", Assert.Throws<ArgumentOutOfRangeException>(() => rates.TryPrice(-1, 0, out _)).ParamName);
        Assert.Equal("output", Assert.Throws<ArgumentOutOfRangeException>(() => rates.TryPrice(0, -1, out _)).ParamName);
        Assert.All(Enumerable.Range(0, 6), negative =>
        {
            long Rate(int index) => index == negative ? -2 : 1;
            var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new TokenRates(Rate(0), Rate(1), Rate(2), Rate(3), Rate(4), Rate(5)));
            Assert.Equal(((Meter)negative).ToCamelCase(), thrown.ParamName);
        });
    }

    [Fact]
    public void Rows_that_differ_in_one_rate_or_in_what_is_priced_are_not_equal()
    {
        var row = new TokenRates(5, 5, 5, 5, 5, 5);
        TokenRates[] others =
        [
            new(4, 5, 5, 5, 5, 5), new(5, 4, 5, 5, 5, 5), new(5, 5, 4, 5, 5, 5), new(5, 5, 5, 4, 5, 5), new(5, 5, 5, 5, 4, 5), new(5, 5, 5, 5, 5, 4),
            new(input: 5, output: 5),
        ];

        Assert.All(others, other => Assert.NotEqual(row, other));
        Assert.True(row == new TokenRates(5, 5, 5, 5, 5, 5) && row != others[0]);
    }

    [Fact]
    public void A_part_may_be_free()
    {
        var rates = new TokenRates(input: 5, cachedInput: 0, cacheWrite: 0, cacheWrite1h: 0, output: 7, reasoning: 0);

        Assert.Equal(
            TokenMeters.Input | TokenMeters.CachedInput | TokenMeters.CacheWrite | TokenMeters.CacheWrite1h | TokenMeters.Output | TokenMeters.Reasoning,
            rates.Priced);
        Assert.True(rates.TryPrice(new TokenUsage(input: 10, output: 3, cachedInput: 4, cacheWrite: 5, cacheWrite1h: 2, reasoning: 2), out var cost));
        Assert.Equal(5 + 7, cost.Quanta);
    }

    [Fact]
    public void A_row_without_a_price_has_no_lines() =>
        Assert.StartsWith(
            "There are tokens on input, but only nothing has a price.",
            Assert.Throws<ArgumentException>("usage", () => default(TokenRates).Explain(new TokenUsage(1), 1)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Lines_add_up_to_the_cost_and_to_the_tokens() =>
        Prop.ForAll(Usages.Rows, Usages.Any, (row, usage) =>
        {
            if (!row.Rates.TryPrice(usage, out var cost))
            {
                return Assert.Throws<ArgumentException>(() => row.Rates.Explain(usage, 1_000_000)).ParamName == "usage";
            }

            var lines = row.Rates.Explain(usage, 1_000_000);
            return lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount) == cost
                && lines.Aggregate(BigInteger.Zero, (sum, line) => sum + line.Quantity) == (BigInteger)usage.Input + usage.Output
                && lines.All(line => line.Quantity > 0 && line.Unit == "token" && line.Per == 1_000_000)
                && lines.All(line => line.Price.BigQuanta() * line.Quantity == line.Amount.BigQuanta() * line.Per)
                && lines.All(line => row.Priced.HasFlag(Enum.Parse<TokenMeters>(line.Meter, ignoreCase: true)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_priced_meter_has_a_line()
    {
        var usage = new TokenUsage(input: 100, output: 50, cachedInput: 10, cacheWrite: 30, cacheWrite1h: 5, reasoning: 20);
        var lines = new TokenRates(1, 2, 3, 4, 5, 6).Explain(usage, 1);
        Assert.Equal(
            [
                ("input", 60L, 60),
                ("cachedInput", 10L, 20),
                ("cacheWrite", 25L, 75),
                ("cacheWrite1h", 5L, 20),
                ("output", 30L, 150),
                ("reasoning", 20L, 120),
            ],
            lines.Select(line => (line.Meter, line.Quantity, (int)line.Amount.Quanta)));
    }

    [Fact]
    public void An_unpriced_part_joins_its_parents_line()
    {
        var usage = new TokenUsage(input: 100, output: 50, cachedInput: 10, cacheWrite: 30, cacheWrite1h: 5, reasoning: 20);
        var lines = new TokenRates(input: 1, cacheWrite: 3, output: 5).Explain(usage, 1);
        Assert.Equal([("input", 70L), ("cacheWrite", 30L), ("output", 50L)], lines.Select(line => (line.Meter, line.Quantity)));
    }

    [Fact]
    public void Tokens_without_a_price_have_no_explanation()
    {
        var rates = new TokenRates(input: 1);
        var error = Assert.Throws<ArgumentException>(() => rates.Explain(new TokenUsage(5, 7), 1));
        Assert.Contains("There are tokens on output, but only input has a price", error.Message, StringComparison.Ordinal);
        Assert.Equal("per", Assert.Throws<ArgumentOutOfRangeException>(() => rates.Explain(new TokenUsage(5), 0)).ParamName);
    }

    [Fact]
    public void Rows_with_the_same_rates_are_equal()
    {
        var row = new TokenRates(1, 2, 3, 4, 5, 6);
        Assert.True(row == new TokenRates(1, 2, 3, 4, 5, 6));
        Assert.True(row != new TokenRates(1, 2, 3, 4, 5, 7));
        Assert.True(row != new TokenRates(1, 2, 3, 4, 5));
        Assert.Equal(row.GetHashCode(), new TokenRates(1, 2, 3, 4, 5, 6).GetHashCode());
        Assert.False(row.Equals("row"));
    }
}
