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
