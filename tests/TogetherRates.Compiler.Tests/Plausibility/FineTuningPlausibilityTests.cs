namespace TogetherRates.Compiler.Tests.Plausibility;

public class FineTuningPlausibilityTests
{
    [Theory]
    [InlineData("\"lora\": 0.48, \"full\": 0.54", new string[0])]
    [InlineData("\"lora\": 0.15, \"full\": 1.65", new[] { "RATE6001 0.15" })]
    [InlineData("\"lora\": 2.40, \"full\": 16.5", new[] { "RATE6002 16.5" })]
    [InlineData("\"lora\": 1.5e-6, \"full\": 1650", new[] { "RATE6005 1.5e-6", "RATE6005 1650" })]
    public void Each_type_and_method_is_compared_down_the_bands(string band, string[] expected) => Assert.Equal(
        expected,
        CardReport.TargetsOf(Card($$"""
            "bands": [ { "upTo": "16B", "sft": { "lora": 0.48, "full": 0.54 } }, { "sft": { {{band}} } } ]
            """)));

    [Fact]
    public void A_band_without_a_price_is_passed_over() => Assert.Equal(
        ["RATE6001 0.1"],
        CardReport.TargetsOf(Card("""
            "bands": [
              { "upTo": "16B", "sft": { "lora": 0.48, "full": 0.54 } },
              { "upTo": "69B", "sft": { "lora": 1.50, "full": "unpriced" } },
              { "sft": { "lora": 0.1, "full": 0.54 } }
            ]
            """)));

    [Fact]
    public void A_model_with_prices_of_its_own_is_only_checked_for_its_unit() => Assert.Equal(
        ["RATE6005 0.00001"],
        CardReport.TargetsOf(Card("""
            "models": { "acme/one": { "sft": { "lora": 10 } }, "acme/two": { "sft": { "lora": 0.00001 } } }
            """)));

    [Fact]
    public void A_message_names_the_band_before() => Assert.Equal(
        "'lora' is 4.8, 10 times the price of the tier up to 16B, which is 0.48; check the decimal points",
        Assert.Single(CardCompiler.Read(Card(""" "bands": [ { "upTo": "16B", "sft": { "lora": 0.48 } }, { "sft": { "lora": 4.8 } } ] """)).Problems).Message);

    private static string Card(string tuning) => SampleCards.WithServerless("", $$""" "fineTuning": { "per": "1M tokens", {{tuning}} }, """);
}
