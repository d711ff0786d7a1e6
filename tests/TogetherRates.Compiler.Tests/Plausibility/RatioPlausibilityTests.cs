namespace TogetherRates.Compiler.Tests.Plausibility;

public class RatioPlausibilityTests
{
    private const string Others = """
        "a": { "input": 0.2, "output": 0.6 }, "b": { "input": 0.3, "output": 0.9 }, "c": { "input": 1, "output": 3 }, "d": { "price": 1 }
        """;

    [Theory]
    [InlineData("0.6", null)]
    [InlineData("0.2", null)]
    [InlineData("0.1999", "RATE6003 0.1999")]
    [InlineData("4.79", null)]
    [InlineData("4.80", "RATE6004 4.80")]
    [InlineData("6.00", "RATE6004 6.00")]
    public void Output_costs_about_as_many_times_the_input_as_elsewhere_on_the_card(string output, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], CardReport.TargetsOf(With(Others, output)));

    [Fact]
    public void Messages_name_both_prices()
    {
        Assert.Equal(
            "output costs 0.02 per 1M tokens, less than input at 0.2; the two may have been swapped",
            Assert.Single(CardCompiler.Read(With(Others, "0.02")).Problems).Message);
        Assert.Equal(
            "output costs 6 per 1M tokens, 30 times the price of input at 0.2, but the median of the card's models is 3 times; check the decimal points",
            Assert.Single(CardCompiler.Read(With(Others, "6")).Problems).Message);
    }

    [Fact]
    public void Ten_times_is_dear_only_where_others_ask_for_less()
    {
        const string Flat = """ "a": { "price": 1 }, "b": { "price": 2 }, "c": { "price": 3 }, "d": { "input": 1, "output": 8 } """;

        Assert.Empty(CardReport.Of(With(Flat, "1.99")));
        Assert.Equal(["RATE6004 2.00"], CardReport.TargetsOf(With(Flat, "2.00")));
    }

    [Fact]
    public void Four_models_dont_say_what_is_usual() => Assert.Empty(CardReport.Of(With(""" "a": { "price": 1 }, "b": { "price": 2 }, "c": { "price": 3 } """, "6")));

    private static string With(string others, string output) =>
        SampleCards.WithServerless($$""" "models": { {{others}}, "z": { "input": 0.2, "output": {{output}} } } """);
}
