namespace TogetherRates.Compiler.Tests.Checking;

public class OfferCheckTests
{
    [Theory]
    [InlineData("""{ "upTo": "4MP", "price": 1 }""", "RATE2008 \"4MP\"")]
    [InlineData("""{ "upTo": "4MP", "price": 1 }, { "upTo": "4MP", "price": 2 }, { "price": 3 }""", "RATE2004 \"4MP\"")]
    [InlineData("""{ "upTo": "4MP", "price": 1 }, { "upTo": "3MP", "price": 2 }, { "price": 3 }""", "RATE2003 \"3MP\"")]
    [InlineData("""{ "upTo": "4MP", "price": 1 }, { "from": "3.9MP", "price": 2 }""", "RATE2001 \"3.9MP\"")]
    [InlineData("""{ "upTo": "4MP", "price": 1 }, { "from": "4.1MP", "price": 2 }""", "RATE2002 \"4.1MP\"")]
    [InlineData("""{ "price": 1 }, { "price": 2 }""", "RATE2006 { \"price\": 2 }")]
    [InlineData("""{ "upTo": "4MP", "price": 1 }, { "from": "9MP", "upTo": "8MP", "price": 2 }, { "price": 3 }""", "RATE2005 \"9MP\"")]
    [InlineData("""{ "from": "1MP", "price": 1 }""", "RATE2009 \"1MP\"")]
    [InlineData("", "RATE2007 []")]
    public void Resolutions_keep_the_rules_of_tiers(string rows, string expected) => Assert.Equal(
        [expected], CardReport.TargetsOf(OfferCards.WithImage($""" "per": "image", "resolutions": [{rows}] """)));

    [Fact]
    public void A_table_without_an_end_has_nothing_above_it() => Assert.Equal(
        ["RATE2010 \"unpriced\""],
        CardReport.TargetsOf(OfferCards.WithImage(""" "per": "image", "above": "unpriced", "resolutions": [ { "price": 1 } ] """)));

    [Theory]
    [InlineData(""" "per": "session", "price": -0.03 """, "RATE3001 -0.03")]
    [InlineData(""" "per": "session", "price": 0 """, "RATE3002 0")]
    [InlineData(""" "per": "1M tokens", "inputAudio": 0 """, "RATE3002 0")]
    [InlineData(""" "per": "session", "price": 1e-16 """, "RATE3003 1e-16")]
    [InlineData(""" "per": "vCPU-hour", "price": 0.0446 """, null)]
    [InlineData(""" "per": "vCPU-hour", "price": 1e-15 """, "RATE3003 1e-15")]
    [InlineData(""" "per": "megapixel", "price": 0.025, "steps": 28 """, null)]
    [InlineData(""" "per": "megapixel", "price": 0.025, "steps": 11 """, "RATE3003 0.025")]
    [InlineData(""" "per": "session", "price": 48.8 """, null)]
    [InlineData(""" "per": "session", "price": 49 """, "RATE3004 49")]
    [InlineData(""" "per": "hour", "price": 49 """, null)]
    [InlineData(""" "per": "session", "price": 0.000000000000001, "batch": "50%" """, "RATE3003 \"50%\"")]
    [InlineData(""" "per": "session", "price": 1, "batch": "100%" """, "RATE3008 \"100%\"")]
    [InlineData(""" "per": "1M tokens", "inputAudio": 1, "cachedInputAudio": 2 """, "RATE3006 2")]
    [InlineData(""" "per": "1M tokens", "input": 1, "cachedInputAudio": 2 """, "RATE3006 2")]
    [InlineData(""" "per": "1M tokens", "inputImage": 1, "cachedInputImage": 2 """, "RATE3006 2")]
    public void Every_price_of_an_offer_can_be_billed_exactly(string offer, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], CardReport.TargetsOf(OfferCards.WithTool(offer)));

    [Theory]
    [InlineData(""" "per": "image", "resolutions": [ { "upTo": "1MP", "price": -1 }, { "price": 2 } ] """, "RATE3001 -1")]
    [InlineData(""" "per": "image", "resolutions": [ { "upTo": "1MP", "price": 1 }, { "price": 0 } ] """, "RATE3002 0")]
    [InlineData(""" "per": "image", "batch": "50%", "resolutions": [ { "upTo": "1MP", "price": 1 }, { "price": 1e-15 } ] """, "RATE3003 \"50%\"")]
    public void Every_price_of_a_resolution_can_be_billed_exactly(string offer, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(OfferCards.WithImage(offer)));

    [Fact]
    public void A_price_that_steps_cannot_divide_says_so()
    {
        var message = Assert.Single(CardReport.Of(OfferCards.WithImage(""" "per": "megapixel", "price": 0.025, "steps": 11 """)));

        Assert.Contains("0.025 per megapixel is not a whole number of quanta", message, StringComparison.Ordinal);
        Assert.EndsWith("per pixel and step, so it can't be billed exactly; choose a price that 11 steps divide", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_shared_with_text_models_and_between_sections() => Assert.Equal(
        ["RATE4003 \"acme/text\"", "RATE4003 \"draw\"", "RATE4001 \"DRAW\""],
        CardReport.TargetsOf(OfferCards.With(
            """
            "images": { "models": { "draw": { "per": "image", "price": 1 }, "acme/other": { "aliases": ["acme/text"], "per": "image", "price": 1 } } },
            "tools": { "tool": { "aliases": ["draw"], "per": "session", "price": 1 }, "DRAW": { "member": "Shout", "per": "session", "price": 1 } }
            """)));

    [Fact]
    public void Two_offers_cannot_have_one_name_in_a_class_or_among_the_ids() => Assert.Equal(
        ["RATE4002 \"b/draw\"", "RATE4002 \"draw!\"", "RATE4002 \"text\""],
        CardReport.TargetsOf(OfferCards.With(
            """
            "images": { "models": { "a/draw": { "per": "image", "price": 1 }, "b/draw": { "per": "image", "price": 1 } } },
            "tools": { "draw!": { "per": "session", "price": 1 }, "text": { "per": "session", "price": 1 } }
            """)));

    [Theory]
    [InlineData("images", "RATE4007")]
    [InlineData("drawing", null)]
    public void The_name_of_the_class_cannot_be_a_member(string id, string? expected) => Assert.Equal(
        expected is null ? [] : [expected],
        CardReport.TargetsOf(OfferCards.With($$""" "images": { "models": { "{{id}}": { "per": "image", "price": 1 } } } """)).Select(target => target[..8]));

    [Fact]
    public void A_class_cannot_be_called_like_a_section() => Assert.Equal(
        ["RATE4007 \"Images\""],
        CardReport.TargetsOf(OfferCards.WithTool(""" "per": "session", "price": 1 """).Replace("Acme", "Images", StringComparison.Ordinal)));

    [Fact]
    public void What_goes_on_the_first_day_of_an_edition_could_never_be_used_in_it() => Assert.EndsWith(
        "error RATE5008: the model is removed on 2025-01-01, before it could be used in this edition, which starts on 2025-01-01; leave the model out of it",
        Assert.Single(CardReport.Of(OfferCards.WithTool(""" "per": "session", "price": 1, "removed": "2025-01-01" """))),
        StringComparison.Ordinal);

    [Fact]
    public void An_offer_on_its_way_out_keeps_the_rules_of_models() => Assert.Equal(
        ["RATE5008 \"2024-01-01\"", "RATE4008 \"nothing\""],
        CardReport.TargetsOf(OfferCards.WithTool(
            """ "per": "session", "price": 1, "removed": "2024-01-01", "replacement": "nothing" """)));
}
