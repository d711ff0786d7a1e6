using System.Text.Json;
using System.Text.RegularExpressions;
using TogetherRates.Cli.Tests.Harness;
using Xunit.Abstractions;

namespace TogetherRates.Cli.Tests.Import;

public sealed class LiteLlmTests(ITestOutputHelper output)
{
    private static readonly string[] HundredThousandTimesTooHigh =
    [
        "wandb/openai/gpt-oss-120b",
        "wandb/openai/gpt-oss-20b",
        "wandb/zai-org/GLM-4.5",
        "wandb/Qwen/Qwen3-235B-A22B-Instruct-2507",
        "wandb/Qwen/Qwen3-Coder-480B-A35B-Instruct",
        "wandb/Qwen/Qwen3-235B-A22B-Thinking-2507",
        "wandb/meta-llama/Llama-3.1-8B-Instruct",
        "wandb/deepseek-ai/DeepSeek-V3.1",
        "wandb/deepseek-ai/DeepSeek-R1-0528",
        "wandb/deepseek-ai/DeepSeek-V3-0324",
        "wandb/meta-llama/Llama-3.3-70B-Instruct",
        "wandb/meta-llama/Llama-4-Scout-17B-16E-Instruct",
        "wandb/microsoft/Phi-4-mini-instruct",
    ];

    [Fact]
    public void The_cards_of_some_entries_and_the_report()
    {
        using var folder = new Folder();
        var run = Tool.Run("import", "litellm", Fixture.Path("litellm.json"), "-o", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Snapshot.Verify(Fixture.Show(folder, run));
    }

    public static TheoryData<string, string> OddProviders() => new()
    {
        { "", "is empty" },
        { "\t", "is empty" },
        { " acme", "starts or ends with white space" },
        { "ac\u202Eme", "has the invisible character U+202E" },
        { "ac\nme", "has the invisible character U+000A" },
        { new string('x', 300), "has 300 characters" },
    };

    [Theory]
    [MemberData(nameof(OddProviders))]
    public void Entries_of_a_provider_whose_name_no_card_can_have_are_left_out(string provider, string reason)
    {
        using var folder = new Folder();
        var file = Write(folder, ("fine", "acme", 1e-06), ("odd", provider, 1e-06), ("ODD", provider, 1e-06), ("unpriced", provider, 0));
        var cards = Path.Combine(folder.Path, "out");

        var run = Tool.Run("import", "litellm", file, "-o", cards);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("acme.ratecard.json", Path.GetFileName(Assert.Single(Directory.GetFiles(cards))));
        Assert.Matches($@"left out: .*\bodd: RATE1012: .* {Regex.Escape(reason)}", run.Error);
        Assert.Matches($@"left out: .*\bODD: RATE1012: .* {Regex.Escape(reason)}", run.Error);
        Assert.Contains("4 entries, 1 of them in 1 card; 3 left out, 0 left out in part", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_became_an_alias_is_counted_in_the_card()
    {
        using var folder = new Folder();
        var file = Write(folder, ("one", "acme", 1e-06), ("ONE", "acme", 1e-06), ("two", "acme", 0));

        var run = Tool.Run("import", "litellm", file, "-o", Path.Combine(folder.Path, "card.json"));

        Assert.Contains("3 entries, 2 of them in 1 card; 1 left out, 0 left out in part, 1 mended", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_became_an_alias_is_left_out_with_its_model()
    {
        using var folder = new Folder();
        var file = Write(folder, ("one ", "acme", 1e-06), ("ONE ", "acme", 1e-06), ("two", "acme", 1e-06));

        var run = Tool.Run("import", "litellm", file, "-o", Path.Combine(folder.Path, "card.json"));

        Assert.Contains("left out: acme one : RATE1012: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("left out: acme ONE : ", run.Error, StringComparison.Ordinal);
        Assert.Contains("3 entries, 1 of them in 1 card; 2 left out, 0 left out in part, 1 mended", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_entry_is_one_entry()
    {
        using var folder = new Folder();

        var run = Tool.Run("import", "litellm", Write(folder, ("one", "acme", 1e-06)), "-o", Path.Combine(folder.Path, "card.json"));

        Assert.StartsWith("1 entry, 1 of them in 1 card;", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Providers_whose_cards_would_be_one_file_are_named()
    {
        using var folder = new Folder();
        var file = Write(folder, ("one", "Acme", 1e-06), ("two", "beta", 1e-06), ("three", "acme", 1e-06));
        var cards = Path.Combine(folder.Path, "out");

        var run = Tool.Run("import", "litellm", file, "-o", cards);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the cards of 'Acme' and 'acme' would be one file", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(cards));
    }

    [Fact]
    public void A_level_has_no_price_above_a_bound_that_only_the_standard_price_has()
    {
        using Folder folder = new(), sources = new();
        var file = sources.Write("source.json", """
            {
              "one": {
                "litellm_provider": "acme", "mode": "chat",
                "input_cost_per_token": 3e-06, "input_cost_per_token_above_200k_tokens": 6e-06, "output_cost_per_token": 9e-06,
                "input_cost_per_token_flex": 1e-06, "input_cost_per_token_above_128k_tokens_flex": 2e-06
              }
            }
            """);

        var run = Tool.Run("import", "litellm", file, "-o", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("mended: acme one: flex has no price above 200K input tokens: said to be unpriced", run.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"search_context_cost_per_query\": 0.01", "search_context_cost_per_query isn't an object")]
    [InlineData("\"provider_specific_entry\": { \"us\": \"1.1\" }", "provider_specific_entry: us is \"1.1\", not a number")]
    [InlineData(
        "\"provider_specific_entry\": { \"us\": 1.1 }, \"regional_processing_uplift_multiplier_us\": 1.2",
        "regional_processing_uplift_multiplier_us contradicts another factor of the region 'us'")]
    [InlineData(
        "\"tiered_pricing\": [{ \"range\": [0, 1000], \"input_cost_per_token\": 2e-06 }]",
        "tiered_pricing: input_cost_per_token contradicts another price of input")]
    [InlineData(
        "\"input_cost_per_query\": 0.1, \"tiered_pricing\": [{ \"max_results_range\": [1, 10], \"input_cost_per_query\": 0.1 }]",
        "tiered_pricing contradicts another price of queries")]
    [InlineData(
        "\"tiered_pricing\": [{ \"max_results_range\": [1, 10], \"input_cost_per_query\": 0.1, \"input_cost_per_request\": 0.2 }]",
        "tiered_pricing: input_cost_per_request isn't known")]
    [InlineData(
        "\"tiered_pricing\": [{ \"max_results_range\": [5, 10], \"input_cost_per_query\": 0.1 }]",
        "tiered_pricing: the first range starts at 5, and fewer results have no price")]
    [InlineData(
        "\"output_cost_per_second\": 0.1, \"output_cost_per_second_above_8s_interval\": 0.2, \"output_cost_per_second_1080p\": 0.3",
        "output_cost_per_second_1080p: prices by length and by something else can't be told together")]
    public void An_entry_with_a_price_that_a_card_cant_have_is_left_out(string fields, string reason)
    {
        using var folder = new Folder();

        var run = Tool.Run("import", "litellm", WriteOdd(folder, fields), "-o", Path.Combine(folder.Path, "card.json"));

        Assert.Contains($"left out: acme odd: {reason}\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 entries, 1 of them in 1 card; 1 left out, 0 left out in part", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_size_that_isnt_known_is_reported()
    {
        using var folder = new Folder();
        var file = WriteOdd(folder, "\"search_context_cost_per_query\": { \"search_context_size_low\": 0.1, \"search_context_size_hihg\": 0.5 }");

        var run = Tool.Run("import", "litellm", file, "-o", Path.Combine(folder.Path, "card.json"));

        Assert.Contains(
            "left out in part: acme odd: search_context_cost_per_query: search_context_size_hihg isn't known; did you mean 'search_context_size_high'?\n",
            run.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"search_context_cost_per_query\": { \"search_context_size_low\": null, \"search_context_size_high\": 0.1 }")]
    [InlineData("\"output_cost_per_second\": 0.1, \"output_cost_per_second_1080p\": null")]
    [InlineData("\"provider_specific_entry\": { \"us\": null }")]
    [InlineData("\"tiered_pricing\": [{ \"range\": [0, 1000], \"input_cost_per_token\": 1e-06, \"output_cost_per_token\": null }]")]
    public void What_is_null_is_as_good_as_absent(string fields)
    {
        using var folder = new Folder();

        var run = Tool.Run("import", "litellm", WriteOdd(folder, fields), "-o", Path.Combine(folder.Path, "card.json"));

        Assert.StartsWith("2 entries, 2 of them in 1 card; 0 left out, 0 left out in part, 0 mended", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_above_a_bound_holds_above_higher_bounds_too()
    {
        using var folder = new Folder();
        var card = Path.Combine(folder.Path, "card.json");
        var file = WriteOdd(
            folder,
            "\"output_cost_per_token\": 1e-06, \"input_cost_per_token_above_128k_tokens\": 2e-06, \"output_cost_per_token_above_200k_tokens\": 3e-06");
        Assert.Equal(0, Tool.Run("import", "litellm", file, "-o", card).ExitCode);

        var quote = Tool.Run("price", "odd", "--card", card, "--input", "300K", "--output", "100K", "--json");

        Assert.Contains("\"cost\":\"0.9\"", quote.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_with_two_values_is_left_out_with_its_entry()
    {
        using var folder = new Folder();
        var file = WriteOdd(folder, "\"mode\": \"chat\", \"mode\": \"chat\", \"search_context_cost_per_query\": { \"search_context_size_low\": 1, \"search_context_size_low\": 2 }");

        var run = Tool.Run("import", "litellm", file, "-o", Path.Combine(folder.Path, "card.json"));

        Assert.Contains("left out: acme odd: it has 'search_context_size_low' twice, with two values\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_entries_of_one_name_with_two_values_none_is_taken()
    {
        using var folder = new Folder();
        var file = folder.Write(
            "source.json",
            """
            {
              "one": { "litellm_provider": "acme", "input_cost_per_token": 1e-06 }, "even": { "litellm_provider": "acme", "input_cost_per_token": 1e-06 },
              "one": { "litellm_provider": "acme", "input_cost_per_token": 2e-06 }
            }
            """);

        var run = Tool.Run("import", "litellm", file, "-o", Path.Combine(folder.Path, "cards"));

        const string leftOut = "left out: acme one: the source has the entry twice, with two values\n";
        Assert.Contains(leftOut + leftOut + "3 entries, 1 of them in 1 card; 2 left out", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\"one\"", string.Concat(Directory.GetFiles(Path.Combine(folder.Path, "cards")).Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_deprecated_since_the_day_that_the_source_says()
    {
        using var folder = new Folder();
        var card = Path.Combine(folder.Path, "card.json");

        var run = Tool.Run("import", "litellm", WriteOdd(folder, "\"deprecation_date\": \"2026-02-19\""), "-o", card);

        Assert.Contains("0 left out in part", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"odd\": { \"deprecated\": \"2026-02-19\", \"input\": 1", File.ReadAllText(card), StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_isnt_one_is_reported()
    {
        using var folder = new Folder();

        var run = Tool.Run(
            "import", "litellm", WriteOdd(folder, "\"deprecation_date\": \"soon\""), "-o", Path.Combine(folder.Path, "card.json"));

        Assert.Contains("left out in part: acme odd: deprecation_date is \"soon\", not a date\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_free_but_for_an_image_is_not_free()
    {
        using var folder = new Folder();
        var file = folder.Write(
            "source.json",
            """
            {
              "picture:free": { "litellm_provider": "acme", "input_cost_per_image": 0 },
              "text:free": { "litellm_provider": "acme", "input_cost_per_image": 0, "input_cost_per_token": 0 }
            }
            """);
        var card = Path.Combine(folder.Path, "card.json");

        var run = Tool.Run("import", "litellm", file, "-o", card);

        Assert.Contains("left out: acme picture:free: input_cost_per_image is 0, and nothing says that it is free\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"text:free\": { \"free\": true }", File.ReadAllText(card), StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_field_is_advised_on_with_all_that_its_name_says()
    {
        using var folder = new Folder();

        var run = Tool.Run(
            "import", "litellm", WriteOdd(folder, "\"input_cost_per_tokn_above_128k_tokens_batches\": 1e-06"), "-o", Path.Combine(folder.Path, "card.json"));

        Assert.Contains("did the source mean 'input_cost_per_token_above_128k_tokens_batches'?\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_price_field_of_some_entries_is_the_price_of_the_card() => Compare(Fixture.Path("litellm.json"));

    [SkippableFact]
    public void Every_price_field_of_the_whole_collection_is_the_price_of_a_card()
    {
        var file = PublicData.Find("litellm_model_prices.json");
        Skip.If(file is null, "The collection isn't beside the repository.");

        var cards = Compare(file);

        Assert.Empty(HundredThousandTimesTooHigh.Except(cards.Suspicious));
    }

    private static string Write(Folder folder, params (string Id, string Provider, double Price)[] entries) => folder.Write(
        "source.json",
        JsonSerializer.Serialize(entries.ToDictionary(entry => entry.Id, entry => new { litellm_provider = entry.Provider, input_cost_per_token = entry.Price })));

    private static string WriteOdd(Folder folder, string fields) => folder.Write("source.json", $$"""
        {
          "even": { "litellm_provider": "acme", "input_cost_per_token": 1e-06 },
          "odd": { "litellm_provider": "acme", "input_cost_per_token": 1e-06, {{fields}} }
        }
        """);

    private ImportedCards Compare(string file)
    {
        var cards = new ImportedCards("litellm", file);
        using var collection = JsonDocument.Parse(File.ReadAllText(file));
        var (entries, prices) = (0, 0);
        foreach (var entry in collection.RootElement.EnumerateObject().Where(entry => entry.Name != "sample_spec"))
        {
            entries++;
            var key = entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty("litellm_provider", out var provider) ? provider.GetString()! : "";
            var isThere = cards.Has(key, entry.Name);
            Assert.True(isThere != cards.LeftOut.Contains((key, entry.Name)), $"{entry.Name} has to be in a card or in the report");
            foreach (var one in isThere ? LiteLlmOracle.Cases(entry.Value) : [])
            {
                var actual = cards.Price(key, entry.Name, one.Usage, one.Level, region: one.Region);
                Assert.True(one.Cost == actual, $"{entry.Name} {one.Field}: {actual}, not {one.Cost}");
                prices++;
            }
        }

        output.WriteLine($"{prices} prices of {entries} entries");
        Assert.Equal(cards.Entries, entries);
        Assert.True(prices > entries);
        return cards;
    }
}
