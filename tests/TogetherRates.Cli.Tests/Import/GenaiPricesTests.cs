using System.Text.Json;
using TogetherRates.Cli.Tests.Harness;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;
using Xunit.Abstractions;

namespace TogetherRates.Cli.Tests.Import;

public sealed class GenaiPricesTests(ITestOutputHelper output)
{
    [Fact]
    public void The_cards_of_some_providers_and_the_report()
    {
        using var folder = new Folder();
        var run = Tool.Run("import", "genai-prices", Fixture.Path("genai-prices.json"), "-o", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Snapshot.Verify(Fixture.Show(folder, run));
    }

    [Fact]
    public void What_ended_before_the_card_starts_isnt_in_it()
    {
        using var folder = new Folder();
        var run = Tool.Run("import", "genai-prices", Fixture.Path("genai-prices.json"), "--provider", "openai", "-o", folder.Path, "--from", "2026-08-01");

        Assert.Equal(0, run.ExitCode);
        Snapshot.Verify(Fixture.Show(folder, run));
    }

    [Theory]
    [InlineData("0, 2", "a tier of input_mtok has the start 0, so that 'base' is the price of nothing")]
    [InlineData("1000, 2; 1000, 3", "two tiers of input_mtok have the start 1000, one with the price 2 and one with 3")]
    public void Tiers_that_contradict_each_other_are_left_out(string tiers, string reason)
    {
        using var folder = new Folder();

        var run = Import(folder, Tiered("odd", tiers), Tiered("even", "1000, 2; 1000, 2.0; 2000, 3"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"left out: acme odd: {reason}\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 entries, 1 of them in 1 card; 1 left out, 0 left out in part", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e400", "input_mtok is 1e400, which is too large")]
    [InlineData("1E-400", "input_mtok is 1E-400, which is too small")]
    [InlineData("\"1\"", "input_mtok is \"1\", not a number")]
    public void A_price_that_cant_be_read_says_why(string price, string reason)
    {
        using var folder = new Folder();

        var run = Import(folder, $$"""{ "id": "odd", "prices": { "input_mtok": {{price}} } }""", Tiered("even", "1000, 2"));

        Assert.Contains($"left out: acme odd: {reason}\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_of_too_many_digits_says_so_without_all_of_them()
    {
        using var folder = new Folder();

        var run = Import(folder, $$"""{ "id": "odd", "prices": { "input_mtok": {{new string('1', 401)}} } }""", Tiered("even", "1000, 2"));

        Assert.Contains("left out: acme odd: input_mtok has more than 400 digits\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provider_without_models_is_an_entry_that_is_left_out()
    {
        using var folder = new Folder();
        var file = folder.Write("source.json", """
            [
              { "id": "acme", "models": [ { "id": "one", "prices": { "input_mtok": 1 } } ] },
              { "id": "beta" },
              { "models": [] }
            ]
            """);

        var run = Tool.Run("import", "genai-prices", file, "-o", Path.Combine(folder.Path, "out"));

        Assert.StartsWith("left out: beta: a provider without an id or without models\nleft out: a provider without", run.Error, StringComparison.Ordinal);
        Assert.Contains("3 entries, 1 of them in 1 card; 2 left out, 0 left out in part", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"input_mtok\": null }", "it has no price")]
    [InlineData("{ \"input_mtok\": 0, \"output_mtok\": 0.0 }", "input_mtok, output_mtok are 0, and nothing says that it is free")]
    [InlineData("{ \"input_mtok\": 1, \"input_mtok\": 2 }", "it has 'input_mtok' twice, with two values")]
    [InlineData("{ \"input_mtok\": { \"base\": 1, \"tiers\": [], \"cap\": 5 } }", "input_mtok has 'cap', which isn't known")]
    [InlineData("{ \"input_mtok\": { \"base\": 1, \"tiers\": [{ \"start\": 9, \"price\": 2, \"end\": 10 }] } }", "a tier of input_mtok has 'end', which isn't known")]
    [InlineData("{ \"input_mtok\": { \"base\": 1, \"tiers\": [{ \"start\": 9, \"price\": 0 }] } }", "input_mtok is 0, and nothing says that it is free")]
    [InlineData("[{ \"prices\": { \"input_mtok\": 1 }, \"factor\": 2 }]", "a block of its prices has 'factor', which isn't known")]
    [InlineData(
        "[{ \"prices\": { \"input_mtok\": 1 } }, { \"constraint\": { \"start_time\": \"22:00:00Z\", \"end_time\": \"02:00:00Z\" }, \"prices\": { \"input_mtok\": 2 } }]",
        "its prices from \"22:00:00Z\" to \"02:00:00Z\" never hold in the source, which takes both for times of one day")]
    [InlineData(
        "[{ \"prices\": { \"input_mtok\": 1 } }, { \"constraint\": { \"start_time\": \"10:00:00+08:00\", \"end_time\": \"12:00:00+08:00\" }, \"prices\": { \"input_mtok\": 2 } }]",
        "\"10:00:00+08:00\" isn't in UTC, as the windows of a card are")]
    [InlineData(
        "[{ \"prices\": { \"input_mtok\": 1 } }, { \"constraint\": { \"start_time\": \"10:00:30Z\", \"end_time\": \"12:00:00Z\" }, \"prices\": { \"input_mtok\": 2 } }]",
        "\"10:00:30Z\" isn't a whole minute, as the windows of a card are")]
    public void Prices_that_a_card_cant_have_are_left_out(string prices, string reason)
    {
        using var folder = new Folder();

        var run = Import(folder, $$"""{ "id": "odd", "prices": {{prices}} }""", Tiered("even", "1000, 2"));

        Assert.Contains($"left out: acme odd: {reason}\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 entries, 1 of them in 1 card; 1 left out, 0 left out in part", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_of_zero_beside_others_is_left_out()
    {
        using var folder = new Folder();

        var run = Import(folder, """{ "id": "odd", "prices": { "input_mtok": 1, "output_mtok": 0 } }""");

        Assert.StartsWith("mended: acme odd: output_mtok is 0 without being said to be free: left out\n1 entry, 1 of them in 1 card; 0 left out", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"deprecated\": true", "that it is deprecated, as the source doesn't say since when")]
    [InlineData("\"batch_prices\": { \"input_mtok\": 0.5 }", "'batch_prices', which isn't known")]
    public void A_field_of_a_model_that_a_card_cant_have_is_reported(string field, string loss)
    {
        using var folder = new Folder();

        var run = Import(folder, $$"""{ "id": "odd", "prices": { "input_mtok": 1 }, {{field}} }""", """{ "id": "even", "prices": { "input_mtok": 1 }, "deprecated": false }""");

        Assert.StartsWith($"left out in part: acme odd: {loss}\n2 entries, 2 of them in 1 card; 0 left out, 1 left out in part", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_match_that_isnt_a_text_is_reported()
    {
        using var folder = new Folder();

        var run = Import(folder, """{ "id": "odd", "match": { "equals": 5 }, "prices": { "input_mtok": 1 } }""");

        Assert.Contains("left out in part: acme odd: a match by 'equals' of 5, which isn't a text\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"models\": [{ \"id\": \"two\", \"prices\": { \"input_mtok\": 1 } }]", "the source has the provider twice, and the first one stays")]
    [InlineData("\"models\": [], \"models\": [1]", "the provider has 'models' twice, with two values")]
    public void A_provider_that_stands_twice_is_reported(string models, string reason)
    {
        using var folder = new Folder();
        var file = folder.Write("source.json", $$"""
            [
              { "id": "acme", "models": [{ "id": "one", "prices": { "input_mtok": 1 } }] },
              { "id": "acme", {{models}} }
            ]
            """);

        foreach (var provider in new string[][] { [], ["--provider", "acme"] })
        {
            var run = Tool.Run(["import", "genai-prices", file, "-o", Path.Combine(folder.Path, "card.json"), .. provider]);

            Assert.StartsWith($"left out: acme: {reason}\n2 entries, 1 of them in 1 card; 1 left out", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_price_of_some_providers_agrees_with_their_rules() => Compare(Fixture.Path("genai-prices.json"));

    [SkippableFact]
    public void Every_price_of_the_whole_collection_agrees_with_its_rules()
    {
        var file = PublicData.Find("genai_prices.json");
        Skip.If(file is null, "The collection isn't beside the repository.");

        Compare(file);
    }

    [SkippableFact]
    public void Every_id_that_the_whole_collection_names_leads_to_its_model()
    {
        var file = PublicData.Find("genai_prices.json");
        Skip.If(file is null, "The collection isn't beside the repository.");

        var cards = new ImportedCards("genai-prices", file);
        using var collection = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var provider in collection.RootElement.EnumerateArray())
        {
            var key = provider.GetProperty("id").GetString()!;
            var owners = CardIds.All(cards.Cards[key])
                .SelectMany(priced => priced.Aliases.Prepend(priced.Id).Select(id => (id, priced.Id)))
                .ToDictionary(owned => owned.id, owned => owned.Id, StringComparer.Ordinal);
            foreach (var model in provider.GetProperty("models").EnumerateArray())
            {
                foreach (var id in GenaiOracle.Clauses(model).Where(clause => clause.Name == "equals").Select(clause => clause.Value.GetString()!))
                {
                    Assert.Equal(model.GetProperty("id").GetString(), owners[id]);
                }
            }
        }
    }

    // The first model that matches an id has it, in the source; a card says so or says nothing.
    [SkippableFact]
    public void Every_pattern_of_the_whole_collection_that_is_in_a_card_finds_the_model_that_the_source_finds()
    {
        var file = PublicData.Find("genai_prices.json");
        Skip.If(file is null, "The collection isn't beside the repository.");

        var cards = new ImportedCards("genai-prices", file);
        using var collection = JsonDocument.Parse(File.ReadAllText(file));
        var found = 0;
        foreach (var provider in collection.RootElement.EnumerateArray())
        {
            var card = cards.Cards[provider.GetProperty("id").GetString()!];
            var ids = new IdIndex(card);
            var models = provider.GetProperty("models").EnumerateArray().ToList();
            foreach (var text in models.SelectMany(GenaiOracle.Clauses).Where(clause => clause.Name is not "equals" and not "regex").Select(clause => clause.Value.GetString()!))
            {
                foreach (var id in new[] { text, text + "-2026-01-01", "us." + text, "x" + text + "-v1:0" })
                {
                    var expected = models.Find(model => GenaiOracle.Matches(model.GetProperty("match"), id));
                    var actual = ids.Find(id)?.Id;
                    Assert.True(actual is null || actual == expected.GetProperty("id").GetString(), $"{id} leads to {actual}");
                    found += actual is null ? 0 : 1;
                }
            }
        }

        output.WriteLine($"{found} ids by patterns");
        Assert.True(found > 100);
    }

    private static string Tiered(string id, string tiers)
    {
        var items = tiers.Split(';').Select(tier => tier.Split(',')).Select(tier => $$"""{ "start": {{tier[0]}}, "price": {{tier[1]}} }""");
        return $$"""{ "id": "{{id}}", "prices": { "input_mtok": { "base": 1, "tiers": [{{string.Join(", ", items)}}] } } }""";
    }

    private static ToolRun Import(Folder folder, params string[] models)
    {
        var file = folder.Write("source.json", $$"""[ { "id": "acme", "models": [{{string.Join(", ", models)}}] } ]""");
        return Tool.Run("import", "genai-prices", file, "-o", Path.Combine(folder.Path, "card.json"));
    }

    private void Compare(string file)
    {
        var cards = new ImportedCards("genai-prices", file);
        using var collection = JsonDocument.Parse(File.ReadAllText(file));
        var (entries, prices) = (0, 0);
        foreach (var provider in collection.RootElement.EnumerateArray())
        {
            var key = provider.GetProperty("id").GetString()!;
            foreach (var model in provider.GetProperty("models").EnumerateArray())
            {
                entries++;
                var id = model.GetProperty("id").GetString()!;
                var isThere = cards.Has(key, id);
                Assert.True(isThere != cards.LeftOut.Contains((key, id)), $"{key} {id} has to be in a card or in the report");
                prices += isThere ? Compare(cards, key, id, model) : 0;
            }
        }

        output.WriteLine($"{prices} prices of {entries} models");
        Assert.Equal(cards.Entries, entries);
        Assert.True(prices > entries);
    }

    private static int Compare(ImportedCards cards, string key, string id, JsonElement model)
    {
        var (prices, isFree) = (0, model.GetProperty("prices") is { ValueKind: JsonValueKind.Object } only && !only.EnumerateObject().Any());
        foreach (var time in GenaiOracle.Times(model))
        {
            foreach (var usage in Usages(GenaiOracle.Bounds(model)))
            {
                // What is free has no searches or requests to count.
                if (isFree && (usage.ContainsKey("searches") || usage.ContainsKey("requests")))
                {
                    continue;
                }

                Rational? expected = GenaiOracle.Price(model, usage, time), actual = cards.Price(key, id, GenaiOracle.Count(usage), time: time);
                Assert.True(expected == actual, $"{key} {id} at {time:u}: {string.Join(", ", usage)} costs {actual}, not {expected}");
                prices += expected is null ? 0 : 1;
            }
        }

        return prices;
    }

    // Each kind by itself, cached and written kinds in a longer prompt, and all kinds together on each side of every bound.
    private static IEnumerable<Dictionary<string, long>> Usages(IReadOnlyList<long> bounds)
    {
        foreach (var kind in GenaiOracle.Kinds.Keys)
        {
            yield return new() { [kind] = 1_003 };
            yield return new() { ["text in"] = 997, [kind] = 1_003 };
        }

        yield return new() { ["text in"] = 811, ["cached text"] = 401, ["text written to a cache"] = 211, ["text written for an hour"] = 101, ["text out"] = 307 };
        foreach (var bound in bounds)
        {
            foreach (var input in new[] { bound - 1, bound, bound + 1, bound * 10 })
            {
                yield return new() { ["text in"] = input, ["text out"] = 53 };
                yield return new() { ["text in"] = input - 900, ["cached text"] = 400, ["text written to a cache"] = 300, ["text written for an hour"] = 200, ["text out"] = 53, ["reasoning"] = 47 };
                yield return new() { ["text in"] = input - 600, ["sound in"] = 100, ["cached sound"] = 200, ["images in"] = 100, ["video in"] = 200, ["sound out"] = 31, ["images out"] = 37 };
            }
        }
    }
}
