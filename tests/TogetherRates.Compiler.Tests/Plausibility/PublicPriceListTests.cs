using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Checking;
using Xunit.Abstractions;

namespace TogetherRates.Compiler.Tests.Plausibility;

public class PublicPriceListTests(ITestOutputHelper output)
{
    private static readonly string[] KnownErrors =
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
        "azure_ai/jais-30b-chat",
        "watsonx/bigscience/mt0-xxl-13b",
        "watsonx/core42/jais-13b-chat",
        "together_ai/Qwen/Qwen3-235B-A22B-Instruct-2507-tput",
    ];

    [SkippableFact]
    public void Every_known_error_of_LiteLLM_is_flagged_and_hardly_anything_else()
    {
        var cards = PublicPriceLists.LiteLlm();
        Skip.If(cards is null, "The collection isn't beside the repository.");

        var flagged = Flag(cards);

        Assert.Empty(KnownErrors.Except(flagged));
        Assert.InRange(flagged.Except(KnownErrors).Count(), 0, cards.Sum(CountModels) / 50);
    }

    [SkippableFact]
    public void Hardly_anything_of_genai_prices_is_flagged()
    {
        var cards = PublicPriceLists.Genai();
        Skip.If(cards is null, "The collection isn't beside the repository.");

        Assert.InRange(Flag(cards).Count, 0, cards.Sum(CountModels) / 50);
    }

    private HashSet<string> Flag(IReadOnlyList<Card> cards)
    {
        var flagged = new HashSet<string>(StringComparer.Ordinal);
        foreach (var card in cards)
        {
            foreach (var finding in PlausibilityChecks.Find(card))
            {
                var id = finding.Path.Parent!.Name!;
                flagged.Add(id);
                output.WriteLine($"{card.Provider} {id} {finding.Path.Name}: {finding.Rule.Id} {finding.Message}");
            }
        }

        output.WriteLine($"{flagged.Count} of {cards.Sum(CountModels)} models flagged");
        return flagged;
    }

    private static int CountModels(Card card) => card.TokenSections.Sum(section => section.Models.Count);
}
