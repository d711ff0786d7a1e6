using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Tests.Reading;

public class ModelReadingTests
{
    [Theory]
    [InlineData("\"free\": true, \"price\": 1", "RATE1011 1")]
    [InlineData("\"free\": true, \"output\": 1", "RATE1011 1")]
    [InlineData("\"size\": \"8B\", \"table\": \"Dense\", \"price\": 1", "RATE1011 1")]
    [InlineData("\"free\": true, \"size\": \"8B\", \"table\": \"Dense\"", "RATE1011 \"8B\"")]
    [InlineData("\"size\": \"8B\", \"table\": \"Dense\", \"per\": \"1K tokens\"", "RATE1011 \"1K tokens\"")]
    [InlineData("\"price\": 1, \"input\": 1", "RATE1011 1")]
    [InlineData("\"price\": 1, \"output\": 1", "RATE1011 1")]
    public void A_model_has_its_price_from_one_place(string model, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(WithTable(model)));

    [Theory]
    [InlineData("\"price\": 2", "RATE1011 2")]
    [InlineData("\"reasoning\": 2", "RATE1011 2")]
    [InlineData("\"free\": true", "RATE1011 true")]
    [InlineData("\"size\": \"8B\", \"table\": \"Dense\"", "RATE1011 \"8B\"")]
    [InlineData("\"per\": \"1K tokens\"", "RATE1011 \"1K tokens\"")]
    [InlineData("\"batch\": \"50%\"", "RATE1011 \"50%\"")]
    [InlineData("\"aliases\": [ \"one\" ]", "RATE1011 [ \"one\" ]")]
    [InlineData("\"matches\": [ { \"prefix\": \"one-\" } ]", "RATE1011 [ { \"prefix\": \"one-\" } ]")]
    public void What_belongs_to_the_variants_does_not_stand_beside_them(string model, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(WithTable(model + ", \"variants\": { \"Pro\": 1 }")));

    [Theory]
    [InlineData("\"size\": \"8B\"", "needs 'table'")]
    [InlineData("\"table\": \"Dense\"", "needs 'size'")]
    public void A_size_needs_its_table_and_a_table_its_size(string model, string expected)
    {
        var problem = Assert.Single(CardCompiler.Read(WithTable(model)).Problems);

        Assert.Equal(Compiler.Rules.MissingProperty, problem.Rule);
        Assert.Contains("model 'acme/one' " + expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_may_be_a_bare_price()
    {
        var model = Read(""" "variants": { "Lite": 0.54, "Turbo": "0.88" } """);

        Assert.Equal(["acme/one-Lite", "acme/one-Turbo"], model.Variants.Select(variant => variant.Model.Id));
        Assert.Equal(
            [Rational.FromFraction(54, 100), Rational.FromFraction(88, 100)],
            model.Variants.Select(variant => ((ModelPrice.Own)variant.Model.Price!).Prices.Of(Cards.Meter.Output)!.Value));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("{ \"price\": 1 }")]
    public void A_variant_without_an_id_may_have_no_longer_one_than_others(string variant)
    {
        var (model, label) = (new string('m', 100), new string('v', 99));
        var report = Assert.Single(CardReport.Of(Card(label + "v", variant)));

        Assert.Empty(CardReport.Of(Card(label, variant)));
        Assert.EndsWith("the id of the variant, made from the model's id and the variant's name, has 201 characters; at most 200 are allowed, so give it an \"id\"", report, StringComparison.Ordinal);
        Assert.Equal(["RATE1012 \"" + label + "v\""], CardReport.TargetsOf(Card(label + "v", variant)));
        Assert.Empty(CardReport.Of(Card(label + "v", "{ \"id\": \"short\", \"price\": 1 }")));

        string Card(string name, string value) => SampleCards.WithServerless($$""" "models": { "{{model}}": { "variants": { "{{name}}": {{value}} } } } """);
    }

    [Fact]
    public void Models_that_cost_the_same_share_their_prices_and_others_have_their_own()
    {
        var models = CardCompiler.Read(SampleCards.WithServerless(
            """
            "models": {
              "a": { "input": 1, "output": 2 }, "b": { "output": 2.0, "input": "1" }, "c": { "input": 2, "output": 1 },
              "d": { "input": 1 }, "e": { "price": 1 }, "f": { "input": 1, "output": 1 }, "g": { "cachedInput": 2, "input": 1 }
            }
            """)).Card!.Serverless.Models;

        Assert.Same(models[0].Price, models[1].Price);
        Assert.All(models.Skip(1), model => Assert.Single(models.Skip(1), other => model.Price!.Equals(other.Price)));
    }

    [Theory]
    [InlineData("\"input\": 1, \"output\": 2")]
    [InlineData("\"size\": \"8B\", \"table\": \"Dense\"")]
    [InlineData("\"windows\": [ { \"from\": \"08:00\", \"until\": \"20:00\", \"price\": 1 }, { \"from\": \"20:00\", \"until\": \"08:00\", \"price\": 2 } ]")]
    public void What_a_model_costs_in_a_batch_is_part_of_its_price(string price)
    {
        var half = ReadWithTable($"{price}, \"batch\": \"50%\"");

        Assert.Equal(Rational.FromFraction(1, 2), half.Batch);
        Assert.Equal(half, ReadWithTable($"\"batch\": \"50%\", {price}"));
        Assert.NotEqual(half.Price, ReadWithTable($"{price}, \"batch\": \"40%\"").Price);
        Assert.NotEqual(half.Price, ReadWithTable(price).Price);
        Assert.Null(ReadWithTable(price).Batch);
    }

    [Theory]
    [InlineData("0.10")]
    [InlineData("0.1")]
    [InlineData("1e-1")]
    [InlineData("10E-2")]
    [InlineData("0.1000000000000000000000000000")]
    [InlineData("\"0.10\"")]
    [InlineData("\"1e-1\"")]
    public void A_tenth_is_a_tenth_however_it_is_written(string price) => Assert.Equal(
        Rational.FromFraction(1, 10), ((ModelPrice.Own)Read($"\"price\": {price}").Price!).Prices.Of(Cards.Meter.Input));

    [Theory]
    [InlineData("\"token\"", 1)]
    [InlineData("\"1 token\"", 1)]
    [InlineData("\"1000 tokens\"", 1_000)]
    [InlineData("\"1K tokens\"", 1_000)]
    [InlineData("\"0.5M tokens\"", 500_000)]
    [InlineData("\"1B tokens\"", 1_000_000_000)]
    public void A_price_is_for_the_quantity_that_the_card_says(string per, long quantity) =>
        Assert.Equal(new Per(quantity, "token"), Read($"\"per\": {per}, \"price\": 1").Per);

    [Fact]
    public void A_price_is_for_a_million_tokens_unless_the_card_says_otherwise() =>
        Assert.Equal(new Per(1_000_000, "token"), Read("\"price\": 1").Per);

    [Theory]
    [InlineData("chat", ModelKind.Chat)]
    [InlineData("language", ModelKind.Language)]
    [InlineData("code", ModelKind.Code)]
    [InlineData("moderation", ModelKind.Moderation)]
    [InlineData("vision", ModelKind.Vision)]
    public void A_model_says_what_it_does(string word, ModelKind kind)
    {
        Assert.Equal(kind, Read($"\"kind\": \"{word}\", \"price\": 1").Kind);
        Assert.Equal(word, ModelKinds.NameOf(kind));
        Assert.NotEqual(Read("\"price\": 1"), Read($"\"kind\": \"{word}\", \"price\": 1"));
    }

    [Fact]
    public void Nothing_is_guessed_of_what_a_model_does() => Assert.Null(Read("\"name\": \"Guard Vision Coder\", \"price\": 1").Kind);

    [Fact]
    public void A_variant_does_what_its_model_does_unless_it_says_otherwise() => Assert.Equal(
        [ModelKind.Code, ModelKind.Code, ModelKind.Vision],
        Read(""" "kind": "code", "variants": { "A": 1, "B": { "price": 1 }, "C": { "price": 1, "kind": "vision" } } """)
            .Variants.Select(variant => variant.Model.Kind!.Value));

    [Fact]
    public void A_kind_that_there_is_not_names_the_nearest() => Assert.Contains(
        CardReport.ErrorsOf(SampleCards.WithModel(""" "kind": "moderaton", "price": 1 """)),
        error => error.Contains("'moderaton'", StringComparison.Ordinal) && error.Contains("did you mean 'moderation'?", StringComparison.Ordinal));

    [Fact]
    public void Models_that_only_read_have_no_kind() => Assert.Contains(
        CardReport.ErrorsOf(SampleCards.WithSections(""" "embeddings": { "models": { "acme/vectors": { "kind": "chat", "price": 1 } } } """)),
        error => error.Contains("'embeddings' and 'kind' can't stand together", StringComparison.Ordinal));

    private static Model Read(string model) => OnlyModelOf(SampleCards.WithModel(model));

    private static Model ReadWithTable(string model) => OnlyModelOf(WithTable(model));

    private static Model OnlyModelOf(string card)
    {
        Assert.Empty(CardReport.ErrorsOf(card));
        return Assert.Single(CardCompiler.Read(card).Card!.Serverless.Models);
    }

    private static string WithTable(string model) => SampleCards.WithServerless(
        $$""" "sizes": { "Dense": { "tiers": [ { "price": 1 } ] } }, "models": { "acme/one": { {{model}} } } """);
}
