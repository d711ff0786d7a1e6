namespace TogetherRates.Compiler.Tests.Checking;

public class RetirementCheckTests
{
    private const string Retired = "\"price\": 1, \"deprecated\": \"2025-06-01\"";

    [Theory]
    [InlineData("acme/one", "acme/one", "it is that very model")]
    [InlineData("uno", "acme/one", "it is that very model")]
    [InlineData("uno-2", "acme/one", "it is that very model")]
    public void A_model_does_not_replace_itself_by_any_of_its_ids(string replacement, string id, string why) => AssertRefused(
        SampleCards.WithModel($$""" {{Retired}}, "aliases": ["uno"], "matches": [ { "prefix": "uno-" } ], "replacement": "{{replacement}}" """), replacement, id, why);

    [Fact]
    public void Nor_in_another_case_where_case_does_not_count() => AssertRefused(
        SampleCards.WithServerless($$""" "models": { "acme/one": { {{Retired}}, "replacement": "ACME/One" } } """, """ "ids": "ignore-case", """),
        "ACME/One",
        "acme/one",
        "it is that very model");

    [Fact]
    public void A_variant_that_goes_with_its_model_does_not_replace_it() => AssertRefused(
        SampleCards.WithModel(""" "variants": { "Lite": 1, "Pro": 2 }, "deprecated": "2025-06-01", "replacement": "acme/one-Pro" """),
        "acme/one-Pro",
        "acme/one",
        "it goes with it");

    [Fact]
    public void A_variant_may_be_replaced_by_another() => Assert.Empty(CardReport.Of(
        SampleCards.WithModel($$""" "variants": { "Lite": { {{Retired}}, "replacement": "acme/one-Pro" }, "Pro": 2 } """)));

    [Theory]
    [InlineData("\"removed\": \"2025-08-01\"", "2025-08-01", "removed on 2025-08-01")]
    [InlineData("\"removed\": \"2025-08-01\"", "2025-08-02", null)]
    [InlineData("\"deprecated\": \"2025-08-01\"", "2025-08-01", "deprecated on 2025-08-01")]
    [InlineData("\"deprecated\": \"2025-08-01\"", "2025-08-02", null)]
    [InlineData("\"deprecated\": \"2025-07-01\", \"removed\": \"2025-08-01\"", "2025-07-15", "removed on 2025-08-01")]
    public void What_is_removed_no_later_is_no_replacement(string goes, string removed, string? isOnly)
    {
        var card = SampleCards.WithServerless(
            $$""" "models": { "acme/one": { "price": 1, {{goes}}, "replacement": "acme/two" }, "acme/two": { "price": 1, "removed": "{{removed}}" } } """);

        if (isOnly is null)
        {
            Assert.Empty(CardReport.Of(card));
        }
        else
        {
            AssertRefused(card, "acme/two", "acme/one", $"it is removed on {removed}, and 'acme/one' is only {isOnly}");
        }
    }

    [Fact]
    public void Replacements_come_to_an_end_and_each_circle_is_reported_once()
    {
        var card = SampleCards.WithServerless(
            $$"""
            "models": {
              "into": { {{Retired}}, "replacement": "a" }, "a": { {{Retired}}, "replacement": "b" }, "b": { {{Retired}}, "replacement": "a" },
              "c": { {{Retired}}, "replacement": "d" }, "d": { {{Retired}}, "replacement": "c" }, "to-the-end": { {{Retired}}, "replacement": "end" }, "end": { "price": 1 }
            }
            """);

        Assert.Equal(["RATE4010 \"a\"", "RATE4010 \"d\""], CardReport.TargetsOf(card));
        Assert.EndsWith(
            "'a' can't replace 'into': one replacement after the other leads back to 'a'; name a model that stays, or leave 'replacement' out",
            CardReport.Of(card)[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_keeps_the_rule_too() => Assert.Equal(
        ["RATE4010 \"one\""], CardReport.TargetsOf(OfferCards.WithTool(""" "per": "session", "price": 1, "removed": "2025-08-01", "replacement": "one" """)));

    private static void AssertRefused(string card, string replacement, string id, string why) => Assert.EndsWith(
        $"error RATE4010: '{replacement}' can't replace '{id}': {why}; name a model that stays, or leave 'replacement' out",
        Assert.Single(CardReport.Of(card)),
        StringComparison.Ordinal);
}
