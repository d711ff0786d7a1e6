namespace TogetherRates.Compiler.Tests.Checking;

public class FineTuningCheckTests
{
    private const string Whole = """ "sft": { "lora": 1, "full": 2 }, "dpo": { "lora": 3, "full": 4 } """;

    [Theory]
    [InlineData("0.1B", "16.1B")]
    [InlineData("1B", "17B")]
    public void Bands_are_printed_with_the_provider_s_step(string step, string from) => Assert.Empty(CardReport.Of(WithBands(
        $$""" { "upTo": "16B", {{Whole}} }, { "from": "{{from}}", "upTo": "69B", {{Whole}} } """, step)));

    [Theory]
    [InlineData("0.1B", "17B", "RATE2002 \"17B\"")]
    [InlineData("1B", "16.1B", "RATE2002 \"16.1B\"")]
    [InlineData("1B", "16B", "RATE2001 \"16B\"")]
    public void A_gap_or_an_overlap_between_bands_is_found(string step, string from, string problem) => Assert.Equal(
        [problem],
        CardReport.TargetsOf(WithBands($$""" { "upTo": "16B", {{Whole}} }, { "from": "{{from}}", "upTo": "69B", {{Whole}} } """, step)));

    [Theory]
    [InlineData("""{ "above": "unpriced", "bands": [] }""", "RATE2007 []")]
    [InlineData("""{ "bands": [ { "upTo": "16B", "sft": { "lora": 1 } } ] }""", "RATE2008 \"16B\"")]
    [InlineData("""{ "above": "unpriced", "bands": [ { "sft": { "lora": 1 } } ] }""", "RATE2010 \"unpriced\"")]
    [InlineData("""{ "bands": [ { "from": "1B", "sft": { "lora": 1 } } ] }""", "RATE2009 \"1B\"")]
    [InlineData("""{ }""", "RATE1003 {")]
    [InlineData("""{ "bands": [ { "sft": { } } ] }""", "RATE1003 {")]
    [InlineData("""{ "above": "unpriced", "models": { "acme/one": { "sft": { "lora": 1 } } } }""", "RATE1003 {")]
    [InlineData("""{ "step": "1B", "models": { "acme/one": { "sft": { "lora": 1 } } } }""", "RATE1003 {")]
    [InlineData("""{ "above": "unpriced", "bands": [], "models": { "acme/one": { "sft": { "lora": 1 } } } }""", "RATE2007 []")]
    [InlineData("""{ "bands": [ { } ] }""", "RATE1003 {")]
    [InlineData("""{ "bands": [ { "sft": 0.48 } ] }""", "RATE1004 0.48")]
    [InlineData("""{ "bands": [ { "sft": { "lora": "free" } } ] }""", "RATE1006 \"free\"")]
    [InlineData("""{ "bands": [ { "sft": { "lora": -1 } } ] }""", "RATE3001 -1")]
    [InlineData("""{ "bands": [ { "sft": { "lora": 0 } } ] }""", "RATE3002 0")]
    [InlineData("""{ "bands": [ { "sft": { "lora": 1e-10 } } ] }""", "RATE3003 1e-10")]
    [InlineData("""{ "per": "token", "bands": [ { "sft": { "lora": 49 } } ] }""", "RATE3004 49")]
    [InlineData("""{ "bands": [ { "sft": { "LoRA": 1, "full": 1 } } ] }""", "RATE1002 \"LoRA\"")]
    [InlineData("""{ "bands": [ { "sft": { "lora": "unpriced" } } ] }""", "RATE1003 { \"sft\": { \"lora\": \"unpriced\" } }")]
    [InlineData("""{ "bands": [ { "sft": { "lora": 1 }, "rlhf": { "lora": 1 } } ] }""", "RATE1002 \"rlhf\"")]
    public void A_mistake_in_the_bands_is_found(string section, string problem) =>
        Assert.Equal([problem], CardReport.TargetsOf(SampleCards.WithSections($"\"fineTuning\": {section}")));

    [Fact]
    public void A_band_that_lacks_a_price_that_others_have_is_named_with_the_cell()
    {
        var card = WithBands(
            """ { "upTo": "16B", "sft": { "lora": 1, "full": 2 }, "dpo": { "lora": 3 } }, { "from": "16.1B", "upTo": "69B", "sft": { "lora": 1, "full": 2 }, "dpo": { "lora": 3, "full": 4 } } """);

        Assert.Equal(["RATE2014 { \"lora\": 3 }"], CardReport.TargetsOf(card));
        Assert.Contains(
            "the band up to 16B says nothing about DPO full, which other bands price; write its price, or \"full\": \"unpriced\" where it isn't offered",
            CardReport.Of(card)[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_combination_that_the_whole_table_lacks_is_named_in_each_band()
    {
        var card = WithBands(
            """ { "upTo": "16B", "sft": { "lora": 1, "full": 2 }, "dpo": { "lora": 3 } }, { "from": "16.1B", "upTo": "69B", "sft": { "lora": 1, "full": 2 }, "dpo": { "lora": 3 } } """);

        Assert.Equal(["RATE2014 { \"lora\": 3 }", "RATE2014 { \"lora\": 3 }"], CardReport.TargetsOf(card));
        Assert.Contains(
            "says nothing about DPO full, which lies between DPO with LoRA and SFT full, which are priced", CardReport.Of(card)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_without_a_type_lacks_each_of_its_methods() => Assert.Equal(
        ["RATE2014 {", "RATE2014 {"], CardReport.TargetsOf(WithBands($$""" { "upTo": "16B", "sft": { "lora": 1, "full": 2 } }, { "from": "16.1B", "upTo": "69B", {{Whole}} } """)));

    [Theory]
    [InlineData(""" "sft": { "lora": 1 } """)]
    [InlineData(""" "dpo": { "full": 1 } """)]
    [InlineData(""" "sft": { "lora": 1, "full": 2 } """)]
    [InlineData(""" "sft": { "lora": 1 }, "dpo": { "lora": 2 } """)]
    [InlineData(""" "sft": { "lora": 1, "full": 2 }, "dpo": { "lora": 2, "full": "unpriced" } """)]
    public void What_nobody_is_offered_needs_no_price(string prices)
    {
        Assert.Empty(CardReport.Of(WithBands($$""" { "upTo": "16B", {{prices}} }, { "from": "16.1B", "upTo": "69B", {{prices}} } """)));
        Assert.Empty(CardReport.Of(WithModel(prices)));
    }

    [Theory]
    [InlineData(""" "sft": { "lora": 1, "full": 2 }, "dpo": { "lora": 2 } """, "RATE2014 { \"lora\": 2 }")]
    [InlineData(""" "sft": { "lora": 1 }, "dpo": { "full": 2 } """, "RATE2014 { \"lora\": 1 }", "RATE2014 { \"full\": 2 }")]
    [InlineData(""" "sft": { "lora": 1 }, "minimum": -20 """, "RATE3009 -20")]
    [InlineData(""" "sft": { "lora": 1 }, "minimum": 1e-16 """, "RATE3003 1e-16")]
    [InlineData(""" "sft": { "lora": 1 }, "minimum": 1e21 """, "RATE3004 1e21")]
    [InlineData(""" "sft": { "lora": 1 }, "minimum": "some" """, "RATE1006 \"some\"")]
    [InlineData("\"sft\": { \"lora\": \"unpriced\" }", "RATE1003 { \"sft\": { \"lora\": \"unpriced\" } }")]
    [InlineData(""" "price": 1, "sft": { "lora": 1 } """, "RATE1002 \"price\"")]
    [InlineData(""" "sft": { "lora": 1 }, "member": "ModelId" """, "RATE4007 \"acme/one\"")]
    public void A_mistake_in_a_model_is_found(string model, params string[] problems) => Assert.Equal(problems, CardReport.TargetsOf(WithModel(model)));

    [Theory]
    [InlineData("0")]
    [InlineData("0.000000000000001")]
    [InlineData("1e20")]
    public void A_minimum_may_be_anything_from_nothing_on(string minimum) =>
        Assert.Empty(CardReport.Of(WithModel($$""" "sft": { "lora": 1 }, "minimum": {{minimum}} """)));

    [Theory]
    [InlineData(""" "a/one": { "sft": { "lora": 1 } }, "A/one": { "sft": { "lora": 1 }, "member": "Two" } """, "RATE4001 \"A/one\"")]
    [InlineData(""" "a/one": { "sft": { "lora": 1 } }, "b/one": { "sft": { "lora": 1 } } """, "RATE4002 \"b/one\"")]
    [InlineData(""" "a/one": { "sft": { "lora": 1 } }, "a/two": { "sft": { "lora": 1 }, "aliases": [ "a/one" ] } """, "RATE4003 \"a/one\"")]
    public void Two_models_that_could_be_confused_are_found(string models, string problem) =>
        Assert.Equal([problem], CardReport.TargetsOf(SampleCards.WithSections($$""" "fineTuning": { "models": { {{models}} } } """.Trim())));

    private static string WithBands(string bands, string step = "0.1B") => SampleCards.WithSections(
        $$""" "fineTuning": { "step": "{{step}}", "above": "unpriced", "bands": [ {{bands}} ] } """.Trim());

    private static string WithModel(string model) =>
        SampleCards.WithSections($$""" "fineTuning": { "models": { "acme/one": { {{model}} } } } """.Trim());
}
