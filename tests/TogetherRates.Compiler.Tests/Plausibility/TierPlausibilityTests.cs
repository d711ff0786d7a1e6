namespace TogetherRates.Compiler.Tests.Plausibility;

public class TierPlausibilityTests
{
    [Theory]
    [InlineData("0.20", null)]
    [InlineData("0.1999", "RATE6001 0.1999")]
    [InlineData("0.02", "RATE6001 0.02")]
    [InlineData("1.00", null)]
    [InlineData("1.01", "RATE6002 1.01")]
    [InlineData("9.00", "RATE6002 9.00")]
    public void A_price_neither_falls_nor_leaps_with_size(string price, string? expected) => Assert.Equal(
        expected is null ? [] : [expected], CardReport.TargetsOf(SampleCards.WithTable($$""" "tiers": [ { "upTo": "4B", "price": 0.20 }, { "price": {{price}} } ] """)));

    [Fact]
    public void A_message_names_both_prices_and_the_tier_before() => Assert.Equal(
        [
            "card.ratecard.json(8,96): warning RATE6001: 'price' falls from 0.2 in the tier up to 4B to 0.02; larger models rarely cost less, so check both prices",
            "card.ratecard.json(8,115): warning RATE6002: 'price' is 0.9, 45 times the price of the tier up to 8B, which is 0.02; check the decimal points",
        ],
        CardReport.Of(SampleCards.WithTable("""
            "tiers": [ { "upTo": "4B", "price": 0.20 }, { "upTo": "8B", "price": 0.02 }, { "price": 0.90 } ]
            """.Trim())));

    [Fact]
    public void Each_meter_is_compared_with_itself() => Assert.Equal(
        ["RATE6001 0.1", "RATE6002 3.1"],
        CardReport.TargetsOf(SampleCards.WithTable("""
            "tiers": [
              { "upTo": "4B", "input": 0.2, "output": 0.6 },
              { "upTo": "8B", "input": 0.1, "output": 3.1 }
            ], "above": "unpriced"
            """)));

    [Fact]
    public void A_table_in_any_order_of_magnitude_is_compared_alike() => Assert.Equal(
        ["RATE6001 0.0000001"],
        CardReport.TargetsOf(SampleCards.WithTable("""
            "per": "token", "tiers": [ { "upTo": "4B", "price": 0.0000002 }, { "price": 0.0000001 } ]
            """)));

    [Fact]
    public void A_slip_in_one_tier_is_told_once()
    {
        // The tier in the middle is a unit off; its neighbours agree with each other.
        var card = SampleCards.WithTable("""
            "tiers": [ { "upTo": "4B", "price": 0.20 }, { "upTo": "8B", "price": 0.0000002 }, { "price": 0.30 } ]
            """);

        Assert.Equal(["RATE6005 0.0000002"], CardReport.TargetsOf(card));
    }

    [Fact]
    public void Output_below_input_is_odd_in_a_tier_too() => Assert.Equal(
        ["RATE6003 0.1"], CardReport.TargetsOf(SampleCards.WithTable(""" "tiers": [ { "input": 0.2, "output": 0.1 } ] """)));
}
