namespace TogetherRates.Compiler.Tests.Checking;

public class MoneyCheckTests
{
    private const string Table = """ "sizes": { "Dense": { "per": "1M tokens", "tiers": [ { "price": 0.000000001 } ] } }, """;

    [Fact]
    public void The_smallest_price_that_can_be_billed_has_fifteen_decimals_a_token()
    {
        Assert.Empty(CardReport.ErrorsOf(SampleCards.WithModel(""" "price": 1e-9 """)));
        Assert.Equal(["RATE3003 1e-10"], CardReport.TargetsOf(SampleCards.WithModel(""" "price": 1e-10 """)));
    }

    [Fact]
    public void The_largest_price_that_can_be_billed_is_the_largest_rate()
    {
        // 2^63 - 1 quanta are 48.8 currency units.
        Assert.Empty(CardReport.ErrorsOf(SampleCards.WithModel(""" "per": "token", "price": 48.8 """)));
        Assert.Contains("at most 48.8 per token", Assert.Single(CardReport.Of(SampleCards.WithModel(""" "per": "token", "price": 48.9 """))), StringComparison.Ordinal);
        Assert.Equal(["RATE3004 48.9"], CardReport.TargetsOf(SampleCards.WithModel(""" "per": "token", "price": 48.9 """)));
    }

    [Theory]
    [InlineData("XCG")]
    [InlineData("BGN")]
    public void Currencies_that_came_or_went_since_2025_are_known(string currency) =>
        Assert.Empty(CardReport.Of(SampleCards.WithModel("\"price\": 1").Replace("USD", currency, StringComparison.Ordinal)));

    [Theory]
    [InlineData("1e-10", "0.000000001")]
    [InlineData("0.0000000004", "0.000000001")]
    [InlineData("0.1000000004", "0.1")]
    [InlineData("0.1000000006", "0.100000001")]
    [InlineData("1.1234567890123456789012345678901234567891", "1.123456789")]
    public void A_price_that_cannot_be_billed_comes_with_the_nearest_that_can(string price, string nearest)
    {
        var message = Assert.Single(CardReport.Of(SampleCards.WithModel($"\"price\": {price}")));

        Assert.EndsWith($"the nearest price that can is {nearest}", message, StringComparison.Ordinal);
        Assert.Empty(CardReport.ErrorsOf(SampleCards.WithModel($"\"price\": {nearest}")));
    }

    [Fact]
    public void A_price_for_an_odd_quantity_may_have_no_near_one() => Assert.EndsWith(
        "give the price for 1M tokens instead",
        Assert.Single(CardReport.Of(SampleCards.WithModel(""" "per": "11 tokens", "price": 1 """))),
        StringComparison.Ordinal);

    [Fact]
    public void A_discounted_price_has_to_be_billable_too() => Assert.Equal(
        ["RATE3003 \"50%\""], CardReport.TargetsOf(SampleCards.WithModel(""" "price": 0.000000001, "batch": "50%" """)));

    [Fact]
    public void A_discounted_price_of_a_table_has_to_be_billable_too() => Assert.Equal(
        ["RATE3003 \"50%\""],
        CardReport.TargetsOf(SampleCards.WithServerless(Table + """ "models": { "acme/one": { "size": "8B", "table": "Dense", "batch": "50%" } } """)));

    [Theory]
    [InlineData("0%", false)]
    [InlineData("-10%", false)]
    [InlineData("0.5%", true)]
    [InlineData("99.9%", true)]
    [InlineData("100%", false)]
    [InlineData("150%", false)]
    public void A_discount_lies_between_nothing_and_everything(string batch, bool isFine) => Assert.Equal(
        isFine ? [] : [$"RATE3008 \"{batch}\""], CardReport.TargetsOf(SampleCards.WithModel($"\"price\": 1, \"batch\": \"{batch}\"")));

    [Theory]
    [InlineData("\"input\": 0, \"output\": 0", 2, "if 'acme/one' really costs nothing, write \"free\": true instead")]
    [InlineData(
        "\"input\": 1, \"cachedInput\": 0",
        1,
        "if 'cachedInput of acme/one' really costs nothing, a card can't say so of one meter alone: leave it out, and it costs as 'input', which it is a part of")]
    [InlineData(
        "\"input\": 1, \"output\": 0", 1, "if 'output of acme/one' really costs nothing, a card can't say so of one meter alone: leave it out, and a usage of it has no price")]
    [InlineData(
        "\"input\": 1, \"charges\": { \"searches\": { \"price\": 0 } }",
        1,
        "if 'searches of acme/one' really costs nothing, a card can't say so of one meter alone: leave it out, and a usage of it has no price")]
    public void What_costs_nothing_is_told_how_to_say_so_if_it_can(string prices, int count, string advice)
    {
        var report = CardReport.Of(SampleCards.WithModel(prices));

        Assert.Equal(count, report.Count);
        Assert.All(report, line => Assert.EndsWith("error RATE3002: a price of 0 may be a slip; " + advice, line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"input\": 1, \"cachedInput\": 1", null)]
    [InlineData("\"input\": 1, \"cachedInput\": 0", "RATE3002 0")]
    [InlineData("\"input\": 1, \"cachedInput\": 1.01", "RATE3006 1.01")]
    [InlineData("\"price\": 1, \"cachedInput\": 1.01", "RATE3006 1.01")]
    [InlineData("\"input\": 1, \"cacheWrite\": 1.25, \"cacheWrite1h\": 2", null)]
    [InlineData("\"output\": 1, \"reasoning\": 2", null)]
    public void Only_a_cache_hit_must_not_cost_more_than_its_whole(string prices, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], CardReport.TargetsOf(SampleCards.WithModel(prices)));
}
