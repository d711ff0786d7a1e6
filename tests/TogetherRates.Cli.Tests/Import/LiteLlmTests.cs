using System.Text.Json;
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
