namespace TogetherRates.Compiler.Tests.Plausibility;

public class UnitPlausibilityTests
{
    [Theory]
    [InlineData("0.0005", null)]
    [InlineData("0.000499", "RATE6005 0.000499")]
    [InlineData("2e-7", "RATE6005 2e-7")]
    [InlineData("1000", null)]
    [InlineData("1001", "RATE6005 1001")]
    [InlineData("15000", "RATE6005 15000")]
    public void A_price_of_a_million_tokens_lies_between_a_twentieth_of_a_cent_and_a_thousand_dollars(string price, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], CardReport.TargetsOf(SampleCards.WithModel($"\"price\": {price}")));

    [Theory]
    [InlineData("\"price\": 2e-7", "0.0000002 per 1M tokens is below 0.0005", "too low: if it is the price of one token, write \"per\": \"token\"")]
    [InlineData("\"price\": 0.0002", "0.0002 per 1M tokens is below 0.0005", "too low: if it is the price of 1K tokens, write \"per\": \"1K tokens\"")]
    [InlineData("\"per\": \"1K tokens\", \"price\": 2e-7", "0.0002 per 1M tokens is below 0.0005", "too low: if it is the price of one token, write \"per\": \"token\"")]
    [InlineData("\"per\": \"1K tokens\", \"price\": 3", "3000 per 1M tokens is above 1000", "too high: if it is the price of 1M tokens, write \"per\": \"1M tokens\"")]
    [InlineData("\"per\": \"token\", \"price\": 0.015", "15000 per 1M tokens is above 1000", "too high: if it is the price of 1K tokens, write \"per\": \"1K tokens\"")]
    [InlineData("\"per\": \"token\", \"price\": 0.6", "600000 per 1M tokens is above 1000", "too high: if it is the price of 1M tokens, write \"per\": \"1M tokens\"")]
    [InlineData("\"price\": 15000", "15000 per 1M tokens is above 1000", "too high: check what it was converted from")]
    public void The_message_says_which_unit_was_probably_meant(string prices, string start, string end)
    {
        var message = Assert.Single(CardCompiler.Read(SampleCards.WithModel(prices)).Problems).Message;

        Assert.StartsWith(start, message, StringComparison.Ordinal);
        Assert.EndsWith(end, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_meter_is_looked_at() => Assert.Equal(
        ["RATE6005 0.0000001", "RATE6005 3000"],
        CardReport.TargetsOf(SampleCards.WithModel(""" "input": 1, "cachedInput": 0.0000001, "output": 1, "reasoning": 3000 """)));

    [Theory]
    [InlineData("\"contexts\": [ { \"above\": \"200K\", \"input\": 5000 } ]")]
    [InlineData("\"flex\": { \"input\": 5000 }")]
    [InlineData("\"priority\": { \"output\": 5000, \"cachedInput\": 1 }")]
    [InlineData("\"flex\": { \"input\": 1, \"contexts\": [ { \"above\": \"200K\", \"input\": 5000 } ] }")]
    public void Prices_on_conditions_are_looked_at_where_they_stand(string conditions) => Assert.Equal(
        ["RATE6005 5000"],
        CardReport.TargetsOf(SampleCards.WithModel($$""" "input": 5, "output": 5, {{conditions}} """)));

    [Fact]
    public void Embeddings_and_rerank_are_looked_at_too() => Assert.Equal(
        ["RATE6005 8e-9", "RATE6005 1e-7"],
        CardReport.TargetsOf(SampleCards.WithServerless(
            "", """ "embeddings": { "models": { "bge": { "price": 8e-9 } } }, "rerank": { "models": { "mxbai": { "price": 1e-7 } } }, """)));

    [Fact]
    public void Where_money_is_worth_something_else_no_range_is_known() =>
        Assert.Empty(CardReport.Of(SampleCards.WithModel("\"price\": 2000").Replace("USD", "KRW", StringComparison.Ordinal)));

    [Theory]
    [InlineData("499", null)]
    [InlineData("500", "RATE6006 500")]
    [InlineData("0.000501", null)]
    [InlineData("0.0005", "RATE6006 0.0005")]
    public void A_price_is_less_than_a_thousand_times_the_median_of_the_card(string price, string? expected) => Assert.Equal(
        expected is null ? [] : [expected], CardReport.TargetsOf(Models("0.2", "0.5", "0.5", "0.6", price)));

    [Fact]
    public void A_message_names_the_median() => Assert.Equal(
        "600 per 1M tokens is 1200 times the median of the card's models, which is 0.5; check what the price buys and its decimal point",
        Assert.Single(CardCompiler.Read(Models("0.2", "0.5", "0.5", "0.6", "600")).Problems).Message);

    [Fact]
    public void Four_prices_dont_say_what_is_usual() => Assert.Empty(CardReport.Of(Models("0.5", "0.5", "0.6", "600")));

    [Fact]
    public void Prices_that_are_a_unit_off_dont_count_for_the_median() => Assert.Equal(
        ["RATE6005 20000", "RATE6005 22000", "RATE6005 23000", "RATE6005 24000"],
        CardReport.TargetsOf(Models("20000", "22000", "23000", "24000", "0.3")));

    [Fact]
    public void What_is_free_is_no_price() =>
        Assert.Empty(CardReport.Of(SampleCards.WithModel("\"free\": true")));

    [Fact]
    public void A_card_that_is_wrong_is_not_called_odd_as_well() => Assert.Equal(
        ["RATE3001 -1"], CardReport.TargetsOf(SampleCards.WithModel(""" "input": 1e-8, "output": -1 """)));

    private static string Models(params string[] prices) => SampleCards.WithServerless(
        $"\"models\": {{ {string.Join(", ", prices.Select((price, i) => $"\"model-{(char)('a' + i)}\": {{ \"price\": {price} }}"))} }}");
}
