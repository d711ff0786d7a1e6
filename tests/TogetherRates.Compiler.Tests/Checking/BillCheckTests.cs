namespace TogetherRates.Compiler.Tests.Checking;

public class BillCheckTests
{
    [Theory]
    [InlineData("""{ "upTo": 1000, "discount": "0%" }, { "from": 1000, "upTo": 10000, "discount": "5%" }, { "discount": "10%" }""")]
    [InlineData("""{ "from": 0, "upTo": 0.01, "discount": "99.999999999999999%" }, { "from": "1e-2", "discount": "0%" }""")]
    [InlineData("""{ "discount": "2.5%" }""")]
    public void Tiers_that_cover_every_spend_once_are_fine(string tiers) => Assert.Empty(Volume(tiers));

    [Theory]
    [InlineData("""{ "upTo": 1000, "discount": "0%" }, { "from": 900, "discount": "5%" }""", "RATE2001 900")]
    [InlineData("""{ "upTo": 1000, "discount": "0%" }, { "from": 1000.01, "discount": "5%" }""", "RATE2002 1000.01")]
    [InlineData("""{ "upTo": 1000, "discount": "0%" }, { "upTo": 100, "discount": "5%" }, { "discount": "9%" }""", "RATE2003 100")]
    [InlineData("""{ "upTo": 1000, "discount": "0%" }, { "upTo": 1000, "discount": "5%" }, { "discount": "9%" }""", "RATE2004 1000")]
    [InlineData("""{ "upTo": 10, "discount": "0%" }, { "from": 30, "upTo": 20, "discount": "5%" }, { "discount": "9%" }""", "RATE2005 30")]
    [InlineData("""{ "upTo": 0, "discount": "0%" }, { "discount": "5%" }""", "RATE2005 0")]
    [InlineData("""{ "upTo": -5, "discount": "0%" }, { "discount": "5%" }""", "RATE2005 -5")]
    [InlineData("""{ "discount": "0%" }, { "discount": "5%" }""", """RATE2006 { "discount": "5%" }""")]
    [InlineData("", "RATE2007 [  ]")]
    [InlineData("""{ "upTo": 1000, "discount": "0%" }""", "RATE2008 1000")]
    [InlineData("""{ "from": 5, "upTo": 1000, "discount": "0%" }, { "discount": "5%" }""", "RATE2009 5")]
    public void Tiers_of_a_volume_discount_keep_the_rules_of_tiers(string tiers, string expected) => Assert.Equal([expected], Volume(tiers));

    [Theory]
    [InlineData("100%")]
    [InlineData("-1%")]
    [InlineData("0.0000000000000001%")]
    public void A_volume_discount_lies_from_0_to_below_100_percent(string discount) => Assert.Equal(
        [$"RATE3008 \"{discount}\""],
        Volume($$"""{ "discount": "{{discount}}" }"""));

    [Theory]
    [InlineData("1000000000000")]
    [InlineData("0.0000000000000001")]
    public void A_bound_is_an_amount_that_can_be_held(string upTo) => Assert.Equal(
        [$"RATE3021 {upTo}"],
        Volume($$"""{ "upTo": {{upTo}}, "discount": "0%" }, { "discount": "5%" }"""));

    [Fact]
    public void Messages_about_spend_speak_of_spend()
    {
        var card = Card("""
            "volume": { "tiers": [
              { "from": 1, "upTo": 10, "discount": "0%" }, { "from": 5, "upTo": 20, "discount": "1%" },
              { "from": 25, "discount": "2%" }, { "upTo": 40, "discount": "3%" }
            ] }
            """);

        Assert.Equal(
            [
                "card.ratecard.json(7,13): error RATE2009: nothing is said about spend below 1: leave 'from' out of the first tier",
                "card.ratecard.json(7,58): error RATE2001: this tier starts at 5, inside the tier before it, which ends at 10: spend from 5 to 10 would have two discounts; start it at 10",
                "card.ratecard.json(8,13): error RATE2002: nothing is said about spend between 20 and 25: the tier before ends at 20, so this one has to start at 20, not at 25",
                "card.ratecard.json(8,37): error RATE2006: no spend reaches this tier, because the tier before it has no 'upTo'; give that one a bound or remove this one",
                "card.ratecard.json(8,47): error RATE2008: table 'volume' says nothing about spend above 40; leave 'upTo' out of the last tier",
            ],
            CardReport.Of(card));
    }

    [Theory]
    [InlineData("0", "be above 0")]
    [InlineData("-1", "be above 0")]
    [InlineData("1e12", "be below 1000000000000")]
    [InlineData("1e-16", "have at most 15 decimals")]
    public void A_credit_is_an_amount_above_zero(string amount, string wanted)
    {
        var problem = Assert.Single(CardReport.Of(Card($$"""
            "credits": [ { "name": "new account", "amount": {{amount}} } ]
            """)));

        Assert.Contains("RATE3021: the credit 'new account' is ", problem, StringComparison.Ordinal);
        Assert.EndsWith("; it has to " + wanted, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Tier1": { "spend": 5, "requestsPerMinute": 1 }, "Tier2": { "spend": 5.00, "requestsPerMinute": 2 } }""", "RATE2021 5.00")]
    [InlineData("""{ "Tier1": { "spend": 5, "requestsPerMinute": 1 }, "Tier2": { "spend": 4, "requestsPerMinute": 2 } }""", "RATE2021 4")]
    [InlineData("""{ "Tier1": { "spend": -5, "requestsPerMinute": 1 } }""", "RATE3021 -5")]
    [InlineData("""{ "Tier1": { "spend": 5e15, "requestsPerMinute": 1 } }""", "RATE3021 5e15")]
    [InlineData("""{ "Tier 1": { "spend": 0, "requestsPerMinute": 1 }, "Tier1": { "spend": 1, "requestsPerMinute": 1 } }""", "RATE4002 \"Tier1\"")]
    [InlineData("""{ "Limits": { "spend": 0, "requestsPerMinute": 1 } }""", "RATE4007 \"Limits\"")]
    [InlineData("""{ "at": { "spend": 0, "requestsPerMinute": 1 } }""", "RATE4007 \"at\"")]
    [InlineData("""{ "---": { "spend": 0, "requestsPerMinute": 1 } }""", "RATE4007 \"---\"")]
    public void Account_tiers_ascend_and_have_names_of_their_own(string tiers, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(Card($$"""  "limits": { "tiers": {{tiers}} }  """)));

    [Theory]
    [InlineData("""{ "name": "new account", "amount": 1 }, { "name": "new-account", "amount": 2 }""", "RATE4002")]
    [InlineData("""{ "name": "credits", "amount": 1 }""", "RATE4007")]
    [InlineData("""{ "name": "$", "amount": 1 }""", "RATE4007")]
    public void Credits_have_names_of_their_own(string credits, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(Card($$"""  "credits": [ {{credits}} ]  """)).Select(target => target[..8]));

    [Fact]
    public void A_member_name_settles_a_quarrel_about_names() => Assert.Empty(CardReport.Of(Card("""
        "credits": [ { "name": "new account", "amount": 1 }, { "name": "new-account", "member": "Other", "amount": 2 } ],
        "limits": { "tiers": { "at": { "member": "AtFirst", "spend": 0, "tokensPerMinute": 1 } } }
        """)));

    private static IReadOnlyList<string> Volume(string tiers) => CardReport.TargetsOf(Card($$"""  "volume": { "tiers": [ {{tiers}} ] }  """));

    private static string Card(string sections) => SampleCards.WithServerless("", sections + ",");
}
