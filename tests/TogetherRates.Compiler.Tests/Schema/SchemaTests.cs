using Newtonsoft.Json.Linq;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Tests.Schema;

/// <summary>The schema and the reader ask for the same.</summary>
public class SchemaTests
{
    public static TheoryData<string> ShippedCards => [.. Repository.ShippedCards];

    public static TheoryData<string> Shapes => [.. Shape.All.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_object_that_is_read_is_defined_with_the_same_properties(string name)
    {
        var shape = Shape.All.Single(shape => shape.Name == name);
        var definition = CardSchema.Definitions[name];

        Assert.Equal(shape.Properties.Order(StringComparer.Ordinal), PropertiesOf(definition).Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.False((bool?)definition["additionalProperties"]);
    }

    [Fact]
    public void Every_object_that_is_defined_is_read() => Assert.Equal(
        Shape.All.Select(shape => shape.Name).Order(StringComparer.Ordinal),
        CardSchema.Definitions.Where(definition => definition.Value["properties"] is not null).Select(definition => definition.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_definition_and_every_property_is_explained()
    {
        var explained = CardSchema.Definitions.Values.Concat(CardSchema.Definitions.Values.SelectMany(PropertiesOf).Select(property => property.Value));

        Assert.All(explained, value =>
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)value["title"]), value.ToString());
            Assert.EndsWith(".", (string?)value["description"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_example_is_one()
    {
        foreach (var (name, definition) in CardSchema.Definitions)
        {
            foreach (var property in PropertiesOf(definition).Where(property => name is "model" or "variant"))
            {
                foreach (var example in property.Value["examples"] ?? new JArray())
                {
                    var rest = property.Name switch
                    {
                        "size" => ", \"table\": \"Dense\"",
                        "table" => ", \"size\": \"8B\"",
                        "price" or "input" or "output" or "cachedInput" or "cacheWrite" or "cacheWrite1h" or "reasoning" or "variants" => string.Empty,
                        _ => ", \"price\": 1",
                    };
                    var model = $"\"{property.Name}\": {example.ToString(Newtonsoft.Json.Formatting.None)}{rest}";
                    Assert.Empty(CardSchema.Validate(SampleCards.WithModel(name == "model" ? model : $"\"variants\": {{ \"Pro\": {{ {model} }} }}")));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(ShippedCards))]
    public void A_card_that_ships_names_the_schema_and_keeps_it(string path)
    {
        var card = Repository.Read(path);
        var named = (string)JObject.Parse(card)["$schema"]!;

        Assert.Equal(Repository.PathOf("ratecards/schema/ratecard.schema.json"), Path.GetFullPath(named, Path.GetDirectoryName(Repository.PathOf(path))!));
        Assert.Empty(CardSchema.Validate(card));
        Assert.Empty(CardReport.ErrorsOf(card));
    }

    [Theory]
    [InlineData("\"price\": 0.10")]
    [InlineData("\"price\": \"1e-7\", \"per\": \"1K tokens\", \"batch\": \"12.5%\"")]
    [InlineData("\"input\": 3, \"cachedInput\": 0.3, \"cacheWrite\": 3.75, \"cacheWrite1h\": 6, \"output\": 15, \"reasoning\": 20")]
    [InlineData("\"input\": 3, \"per\": \"token\"")]
    [InlineData("\"free\": true, \"name\": \"One\", \"member\": \"_1\", \"aliases\": []")]
    [InlineData("\"price\": 1, \"matches\": [ { \"prefix\": \"one-\" }, { \"suffix\": \":free\" }, { \"contains\": \"-x-\" }, { \"regex\": \"^a|b$\" } ]")]
    [InlineData("\"free\": true, \"batch\": \"50%\"")]
    [InlineData("\"free\": true, \"batch\": { \"factor\": 0.5 }")]
    [InlineData("\"price\": 1, \"batch\": { \"factor\": 1.5 }")]
    [InlineData("\"variants\": { \"Lite\": 0.54, \"Turbo\": \"0.88\", \"Pro\": { \"id\": \"x\", \"aliases\": [ \"y\" ], \"price\": 1 } }")]
    public void A_good_model_is_good_to_both(string model)
    {
        var card = SampleCards.WithModel(model);

        Assert.Empty(CardReport.ErrorsOf(card));
        Assert.Empty(CardSchema.Validate(card));
    }

    [Theory]
    [InlineData("\"price\": 0")]
    [InlineData("\"price\": -1")]
    [InlineData("\"price\": \"-1\"")]
    [InlineData("\"price\": \"$1\"")]
    [InlineData("\"price\": true")]
    [InlineData("\"price\": null")]
    [InlineData("\"prise\": 1")]
    [InlineData("\"price\": 1, \"input\": 1")]
    [InlineData("\"price\": 1, \"free\": true")]
    [InlineData("\"free\": false")]
    [InlineData("\"name\": \"One\"")]
    [InlineData("\"price\": 1, \"name\": \"\"")]
    [InlineData("\"price\": 1, \"name\": \" One\"")]
    [InlineData("\"price\": 1, \"member\": \"not a name\"")]
    [InlineData("\"price\": 1, \"member\": \"one\"")]
    [InlineData("\"price\": 1, \"aliases\": \"one\"")]
    [InlineData("\"price\": 1, \"aliases\": [ 1 ]")]
    [InlineData("\"price\": 1, \"matches\": \"one-\"")]
    [InlineData("\"price\": 1, \"matches\": [ \"one-\" ]")]
    [InlineData("\"price\": 1, \"matches\": [ {} ]")]
    [InlineData("\"price\": 1, \"matches\": [ { \"equals\": \"one\" } ]")]
    [InlineData("\"price\": 1, \"matches\": [ { \"prefix\": \"\" } ]")]
    [InlineData("\"price\": 1, \"matches\": [ { \"prefix\": \"one\", \"suffix\": \"two\" } ]")]
    [InlineData("\"variants\": { \"Pro\": 1 }, \"matches\": [ { \"prefix\": \"one-\" } ]")]
    [InlineData("\"price\": 1, \"per\": \"1M\"")]
    [InlineData("\"price\": 1, \"per\": \"1M pages\"")]
    [InlineData("\"price\": 1, \"batch\": \"half\"")]
    [InlineData("\"price\": 1, \"batch\": 0.5")]
    [InlineData("\"size\": \"8B\"")]
    [InlineData("\"size\": \"8B\", \"table\": \"Dense\", \"batch\": { \"input\": 1 }")]
    [InlineData("\"size\": \"8B\", \"table\": \"Dense\", \"batch\": { \"factor\": 1.5 }")]
    [InlineData("\"free\": true, \"batch\": { \"input\": 1 }")]
    [InlineData("\"variants\": { \"Pro\": { \"free\": true, \"batch\": { \"factor\": 1 } } }")]
    [InlineData("\"price\": 1, \"flex\": \"-50%\"")]
    [InlineData("\"price\": 1, \"regions\": {}")]
    [InlineData("\"windows\": [ { \"days\": [], \"price\": 1 } ]")]
    [InlineData("\"size\": 8, \"table\": \"Dense\"")]
    [InlineData("\"size\": \"8b\", \"table\": \"Dense\"")]
    [InlineData("\"variants\": {}")]
    [InlineData("\"variants\": [ 1 ]")]
    [InlineData("\"variants\": { \"Pro\": 1 }, \"batch\": \"50%\"")]
    [InlineData("\"variants\": { \"Pro\": { \"price\": 1, \"variants\": {} } }")]
    [InlineData("\"id\": \"one\", \"price\": 1")]
    public void A_bad_model_is_bad_to_both(string model) => AssertRefused(SampleCards.WithModel(model));

    [Theory]
    [InlineData("\"tiers\": []")]
    [InlineData("\"tiers\": {}")]
    [InlineData("\"tiers\": [ {} ]")]
    [InlineData("\"tiers\": [ { \"upto\": \"8B\", \"price\": 1 } ]")]
    [InlineData("\"tiers\": [ { \"price\": 1 } ], \"above\": \"free\"")]
    [InlineData("\"tiers\": [ { \"price\": 1 } ], \"step\": 0.1")]
    [InlineData("\"tiers\": [ { \"price\": 1 } ], \"member\": \"Dense\"")]
    [InlineData("\"tiers\": [ { \"price\": 1, \"free\": true } ]")]
    public void A_bad_table_is_bad_to_both(string table) => AssertRefused(SampleCards.WithTable(table));

    [Theory]
    [InlineData("\"ratecard\": 1,", "")]
    [InlineData("\"ratecard\": 1", "\"ratecard\": 2")]
    [InlineData("\"provider\": \"Acme\",", "")]
    [InlineData("\"provider\": \"Acme\"", "\"provider\": 1")]
    [InlineData("\"provider\": \"Acme\"", "\"provider\": \"Acme\", \"class\": \"class\"")]
    [InlineData("\"provider\": \"Acme\"", "\"provider\": \"Acme\", \"source\": 1")]
    [InlineData("\"provider\"", "\"vendor\": \"Acme\", \"provider\"")]
    [InlineData("\"USD\"", "\"usd\"")]
    [InlineData("\"USD\"", "\"XXX\"")]
    [InlineData("\"from\": \"2025-01-01\"", "")]
    [InlineData("\"2025-01-01\"", "\"January\"")]
    [InlineData("\"2025-01-01\"", "\"2025-01-01\", \"to\": \"2025-02-01\"")]
    [InlineData("\"2025-01-01\"", "\"2025-01-01\", \"until\": 2026")]
    [InlineData("\"digits\": 2", "\"digits\": 2.5")]
    [InlineData("\"digits\": 2", "\"digits\": 16")]
    [InlineData("\"mode\": \"half-even\"", "\"mode\": \"bankers\"")]
    [InlineData(", \"mode\": \"half-even\"", "")]
    [InlineData("\"serverless\": {", "\"serverless\": { \"model\": {},")]
    public void A_bad_card_is_bad_to_both(string good, string bad) =>
        AssertRefused(SampleCards.WithModel("\"price\": 1").Replace(good, bad, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"price\": 0.0027, \"per\": \"megapixel\", \"steps\": 4, \"batch\": \"50%\"")]
    [InlineData("\"price\": 65, \"per\": \"1M characters\", \"name\": \"One\", \"member\": \"One\", \"aliases\": [ \"uno\" ]")]
    [InlineData("\"price\": \"0.0015\", \"per\": \"minute\", \"billed\": \"hour\"")]
    [InlineData("\"price\": 5, \"per\": \"1K searches\", \"deprecated\": \"2025-06-01\"")]
    [InlineData("\"price\": 1, \"per\": \"GiB-month\"")]
    [InlineData("\"price\": 1, \"per\": \"1M tokens\", \"inputAudio\": 3")]
    [InlineData("\"per\": \"token\", \"outputVideo\": 1e-6")]
    [InlineData("\"per\": \"1K tokens\", \"free\": true")]
    [InlineData("\"per\": \"image\", \"above\": \"unpriced\", \"resolutions\": [ { \"upTo\": \"4MP\", \"price\": 1 }, { \"from\": \"4MP\", \"upTo\": \"4.2MP\", \"price\": 2 } ]")]
    public void A_good_offer_is_good_to_both(string offer) => Assert.All([OfferCards.WithImage(offer), OfferCards.WithTool(offer)], card =>
    {
        Assert.Empty(CardReport.Of(card));
        Assert.Empty(CardSchema.Validate(card));
    });

    [Theory]
    [InlineData("\"price\": 1")]
    [InlineData("\"per\": \"image\"")]
    [InlineData("\"per\": \"1M tokens\"")]
    [InlineData("\"per\": \"furlong\", \"price\": 1")]
    [InlineData("\"per\": \"image\", \"price\": 1, \"free\": true")]
    [InlineData("\"per\": \"image\", \"price\": 1, \"steps\": 4")]
    [InlineData("\"per\": \"megapixel\", \"price\": 1, \"steps\": 0")]
    [InlineData("\"per\": \"vCPU-hour\", \"price\": 1, \"billed\": \"minute\"")]
    [InlineData("\"per\": \"minute\", \"price\": 1, \"billed\": \"day\"")]
    [InlineData("\"per\": \"image\", \"price\": 1, \"above\": \"unpriced\"")]
    [InlineData("\"per\": \"image\", \"price\": 1, \"inputAudio\": 3")]
    [InlineData("\"per\": \"1M tokens\", \"price\": 1, \"output\": 3")]
    [InlineData("\"per\": \"image\", \"resolutions\": []")]
    [InlineData("\"per\": \"image\", \"resolutions\": [ { } ]")]
    [InlineData("\"per\": \"image\", \"resolutions\": [ { \"upTo\": \"4K\", \"price\": 1 } ]")]
    [InlineData("\"per\": \"megapixel\", \"resolutions\": [ { \"price\": 1 } ]")]
    public void A_bad_offer_is_bad_to_both(string offer)
    {
        AssertRefused(OfferCards.WithImage(offer));
        AssertRefused(OfferCards.WithTool(offer));
    }

    [Fact]
    public void The_currencies_are_the_same()
    {
        var codes = from a in Letters from b in Letters from c in Letters select $"{a}{b}{c}";
        var known = codes.Where(code => CardReport.Of(SampleCards.WithServerless("").Replace("USD", code, StringComparison.Ordinal)).Count == 0);

        Assert.Equal(known, CardSchema.Definitions["card"]["properties"]!["currency"]!["enum"]!.Select(code => (string?)code));
    }

    private static string Letters => "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static IEnumerable<JProperty> PropertiesOf(JObject definition) => ((JObject?)definition["properties"])?.Properties() ?? [];

    private static void AssertRefused(string card)
    {
        Assert.NotEmpty(CardReport.Of(card));
        Assert.NotEmpty(CardSchema.Validate(card));
    }
}
