namespace TogetherRates.Compiler.Tests.Plausibility;

public class GpuPlausibilityTests
{
    [Theory]
    [InlineData("hour", "\"price\": 0.1", null)]
    [InlineData("hour", "\"price\": 0.083", "RATE6009 0.083")]
    [InlineData("hour", "\"price\": 100", null)]
    [InlineData("hour", "\"price\": 649", "RATE6009 649")]
    [InlineData("minute", "\"price\": 0.1082", null)]
    [InlineData("minute", "\"price\": 10.82", "RATE6009 10.82")]
    [InlineData("minute", "\"price\": 6.49", "RATE6009 6.49")]
    [InlineData("hour", "\"count\": 8, \"price\": 480", null)]
    [InlineData("hour", "\"count\": 8, \"pricePerGpu\": 480", "RATE6009 480")]
    public void An_hour_of_a_gpu_costs_between_ten_cents_and_a_hundred_dollars(string per, string price, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], CardReport.TargetsOf(Card(per, price)));

    [Fact]
    public void The_message_shows_the_price_of_an_hour() => Assert.Equal(
        "389.4 per GPU and hour is above 100, which no provider asks; check whether the price is in cents, and whether it is for an hour or a minute",
        Assert.Single(CardCompiler.Read(Card("minute", "\"price\": 6.49")).Problems).Message);

    [Theory]
    [InlineData("0.0000012", "0.000001 per GPU and hour is below 0.1,")]
    [InlineData("0.09999", "0.09999 per GPU and hour is below 0.1,")]
    [InlineData("100.00004", "100.00004 per GPU and hour is above 100,")]
    public void The_shown_price_is_never_nothing_nor_within_the_range(string price, string expected) =>
        Assert.StartsWith(expected, Assert.Single(CardCompiler.Read(Card("hour", "\"price\": " + price)).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Where_money_is_worth_something_else_no_range_is_known() =>
        Assert.Empty(CardReport.Of(Card("hour", "\"price\": 649").Replace("USD", "JPY", StringComparison.Ordinal)));

    private static string Card(string per, string price) => SampleCards.WithServerless(
        "", $$""" "dedicated": { "per": "{{per}}", "billed": "minute", "gpus": { "h100": { {{price}} } } }, """);
}
