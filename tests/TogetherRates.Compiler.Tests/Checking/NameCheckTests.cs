using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Tests.Checking;

public class NameCheckTests
{
    private const string Table = """ "sizes": { "Bge": { "tiers": [ { "price": 1 } ] } } """;

    [Theory]
    [InlineData("DeepSeek-V3", "DeepSeekV3")]
    [InlineData("gpt-4.1", "Gpt4_1")]
    [InlineData("gpt-41", "Gpt41")]
    [InlineData("Llama-3.3-70B-Instruct", "Llama3_370BInstruct")]
    [InlineData("8x7B", "_8x7B")]
    [InlineData("1.5", "_1_5")]
    [InlineData("v.2", "V2")]
    [InlineData("it's \"quoted\" \\ */", "ItSQuoted")]
    [InlineData("Größe", "Größe")]
    [InlineData("中文", "中文")]
    [InlineData("Acme 😀", "Acme")]
    [InlineData("😀", "")]
    [InlineData("--", "")]
    public void A_name_is_made_of_the_letters_and_digits_of_an_id(string text, string name) => Assert.Equal(name, MemberName.FromText(text));

    [Theory]
    [InlineData("class", "\"class\"")]
    [InlineData("string", "\"string\"")]
    [InlineData("😀", "\"😀\"")]
    [InlineData("Card", "\"Card\"")]
    public void A_provider_whose_name_makes_no_class_needs_a_class(string provider, string target)
    {
        var card = SampleCards.WithModel("\"price\": 1").Replace("Acme", provider, StringComparison.Ordinal);

        Assert.Equal(["RATE4007 " + target], CardReport.TargetsOf(card));
        Assert.Empty(CardReport.Of(card.Replace("\"currency\"", "\"class\": \"Prices\", \"currency\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("acme")]
    [InlineData("Acme Prices")]
    [InlineData("Acme.Prices")]
    [InlineData("1Acme")]
    [InlineData("@Acme")]
    [InlineData("Acme<T>")]
    public void A_class_has_to_be_a_name_of_a_class(string name) => Assert.Equal(
        [$"RATE4007 \"{name}\""],
        CardReport.TargetsOf(SampleCards.WithServerless(string.Empty, $" \"class\": \"{name}\",")));

    [Theory]
    [InlineData(""" "models": { "a/Pro-1": { "price": 1 }, "b/pro 1": { "price": 1 } } """, "RATE4002 \"b/pro 1\"")]
    [InlineData(""" "models": { "a/one": { "price": 1 }, "b": { "member": "One", "price": 1 } } """, "RATE4002 \"b\"")]
    [InlineData(""" "models": { "a": { "variants": { "Pro 1": 1, "pro-1": 1 } } } """, "RATE4002 \"pro-1\"")]
    [InlineData(""" "models": { "a": { "variants": { "Pro": 1 } }, "b/a": { "price": 1 } } """, "RATE4002 \"b/a\"")]
    [InlineData(""" "sizes": { "Dense": { "tiers": [ { "price": 1 } ] }, "dense": { "tiers": [ { "price": 1 } ] } } """, "RATE4002 \"dense\"")]
    public void Two_names_that_make_one_in_a_class_are_refused_once_at_the_second(string serverless, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(SampleCards.WithServerless(serverless)));

    [Fact]
    public void A_variant_and_a_model_that_make_one_id_name_are_refused()
    {
        var problem = Assert.Single(CardReport.TargetsOf(SampleCards.WithServerless(
            """ "models": { "a": { "variants": { "Pro": 1 } }, "x/a-pro": { "price": 1 } } """)));

        Assert.StartsWith("RATE4002 ", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "a/a": { "variants": { "A": 1 } } """, "RATE4007 \"A\"")]
    [InlineData(""" "a/models": { "price": 1 } """, "RATE4007 \"a/models\"")]
    [InlineData(""" "a/😀": { "price": 1 } """, "RATE4007 \"a/😀\"")]
    [InlineData(""" "a/": { "price": 1 } """, "RATE4007 \"a/\"")]
    public void A_name_that_C_sharp_cannot_have_is_refused(string models, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(SampleCards.WithServerless($$""" "models": { {{models}} } """)));

    [Fact]
    public void A_name_longer_than_assemblies_can_hold_is_refused()
    {
        // Each of these letters takes three bytes of the 1,023 that a name may have.
        var (model, variant) = (new string('中', 200), new string('文', 141));
        var report = Assert.Single(CardReport.Of(Card(variant + "文")));

        Assert.Contains("error RATE4007: ", report, StringComparison.Ordinal);
        Assert.EndsWith("it has 1026 bytes and at most 1023 are allowed; give the model or the variant a shorter \"member\" name", report, StringComparison.Ordinal);
        Assert.Equal(["RATE4007 \"Pro\""], CardReport.TargetsOf(Card(variant + "文")));
        Assert.NotNull(Emission.EmittedCard.Compile(Card(variant)));

        string Card(string member) => SampleCards.WithModel($$""" "member": "{{model}}", "variants": { "Pro": { "member": "{{member}}", "price": 1 } } """);
    }

    [Theory]
    [InlineData(""" "a/x": { "price": 1 }, "A/X": { "member": "Other", "price": 1 } """, "RATE4001 \"A/X\"")]
    [InlineData(""" "a": { "price": 1, "aliases": [ "z" ] }, "b": { "price": 1, "aliases": [ "y", "Z" ] } """, "RATE4001 \"Z\"")]
    [InlineData(""" "a": { "price": 1, "aliases": [ "b" ] }, "b": { "price": 1 } """, "RATE4003 \"b\"")]
    [InlineData(""" "a": { "price": 1, "aliases": [ "a" ] } """, "RATE4003 \"a\"")]
    [InlineData(""" "a": { "price": 1, "aliases": [ "z", "z" ] } """, "RATE4003 \"z\"")]
    [InlineData(""" "a": { "price": 1 }, "b": { "variants": { "Pro": { "id": "a", "price": 1 } } } """, "RATE4003 \"a\"")]
    [InlineData(""" "A": { "price": 1, "aliases": [ "a", "A" ] } """, "RATE4003 \"A\"")]
    [InlineData(""" "A": { "price": 1, "aliases": [ "a" ] }, "b": { "price": 1, "aliases": [ "a" ] } """, "RATE4003 \"a\"")]
    [InlineData(""" "b": { "price": 1, "aliases": [ "z", "Z" ] }, "c": { "price": 1, "aliases": [ "Z" ] } """, "RATE4003 \"Z\"")]
    [InlineData(""" "a/x": { "variants": { "L": 1 } }, "b": { "price": 1, "aliases": [ "a/x" ] } """, "RATE4003 \"a/x\"")]
    [InlineData(""" "a/x": { "variants": { "L": 1 } }, "b": { "price": 1, "aliases": [ "A/x" ] } """, "RATE4001 \"A/x\"")]
    [InlineData(""" "b": { "price": 1, "aliases": [ "a/x" ] }, "a/x": { "variants": { "L": 1 } } """, "RATE4003 \"a/x\"")]
    [InlineData(""" "bb": { "price": 1, "aliases": [ "zz", "ZZ" ] }, "c": { "price": 1, "aliases": [ "zZ" ] } """, "RATE4001 \"zZ\"")]
    public void An_id_leads_to_one_model_whatever_its_case(string models, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(SampleCards.WithServerless($$""" "models": { {{models}} } """)));

    [Theory]
    [InlineData(""" "a/x": { "variants": { "L": { "id": "a/x", "price": 1 }, "M": 2 } } """)]
    [InlineData(""" "a/x": { "variants": { "L": { "aliases": [ "a/x" ], "price": 1 }, "M": 2 } } """)]
    public void One_of_its_variants_may_be_asked_for_by_the_id_of_a_model(string models) =>
        Assert.Empty(CardReport.TargetsOf(SampleCards.WithServerless($$""" "models": { {{models}} } """)));

    [Theory]
    [InlineData(Table, """ "embeddings": { "models": { "x/bge": { "price": 1 } } }, """)]
    [InlineData("", """ "rerank": { "sizes": { "Bge": { "tiers": [ { "price": 1 } ] } } }, "embeddings": { "models": { "x/bge": { "price": 1 } } }, """)]
    public void Classes_of_their_own_may_have_the_same_names(string serverless, string sections) =>
        Assert.Empty(CardReport.TargetsOf(SampleCards.WithServerless(serverless, sections)));

    [Theory]
    [InlineData("", """ "rerank": { "sizes": { "Bge": { "tiers": [ { "price": 1 } ] } }, "models": { "x/bge": { "price": 1 } } }, """, "RATE4002 \"x/bge\"")]
    [InlineData(Table, """ "rerank": { "sizes": { "Bge": { "tiers": [ { "price": 1 } ] } } }, """, "RATE4002 \"Bge\"")]
    public void One_class_may_not_and_neither_may_two_tables(string serverless, string sections, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(SampleCards.WithServerless(serverless, sections)));

    [Fact]
    public void A_model_may_be_known_by_its_id_in_another_case() =>
        Assert.Empty(CardReport.Of(SampleCards.WithModel(""" "price": 1, "aliases": [ "ACME/ONE" ] """)));

    [Theory]
    [InlineData("\"size\": \"8B\", \"table\": \"Dens\"", "RATE4005 \"Dens\"")]
    [InlineData("\"size\": \"8B\", \"table\": \"dense\"", "RATE4005 \"dense\"")]
    [InlineData("\"size\": \"8.1B\", \"table\": \"Dense\"", "RATE4006 \"8.1B\"")]
    [InlineData("\"name\": \"One\"", "RATE4004 \"acme/one\"")]
    [InlineData("\"variants\": {}", "RATE4004 \"acme/one\"")]
    public void A_model_leads_to_a_price(string model, string expected) => Assert.Equal(
        [expected],
        CardReport.TargetsOf(SampleCards.WithServerless(
            $$""" "sizes": { "Dense": { "above": "unpriced", "tiers": [ { "upTo": "8B", "price": 1 } ] } }, "models": { "acme/one": { {{model}} } } """)));
}
