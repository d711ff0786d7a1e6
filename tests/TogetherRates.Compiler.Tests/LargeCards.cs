using System.Globalization;
using System.Text;

namespace TogetherRates.Compiler.Tests;

/// <summary>Cards with as many models as a test wants, named and priced as public price lists do it: in families, most prices shared.</summary>
internal static class LargeCards
{
    private static readonly string[] Providers = ["azure", "bedrock/us-east-1", "vertex_ai", "openrouter/acme", "together_ai", "fireworks_ai/accounts/fireworks/models"];
    private static readonly string[] Families = ["gpt-4.1", "llama-3.3", "Qwen2.5", "mistral-large", "claude-sonnet", "gemini-2.5-flash", "DeepSeek-V3"];
    private static readonly string[] Variants = ["", "-mini", "-instruct", "-preview-2025-06-05", "-chat-latest:v1"];

    /// <summary>So many ids, all different, in no order.</summary>
    public static IReadOnlyList<string> Ids(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var family = Families[i % Families.Length];
            var variant = Variants[i / Families.Length % Variants.Length];
            var provider = Providers[i / (Families.Length * Variants.Length) % Providers.Length];
            var size = i / (Families.Length * Variants.Length * Providers.Length);
            return string.Create(CultureInfo.InvariantCulture, $"{provider}/{family}-{size}b{variant}");
        }),
    ];

    /// <summary>A card with so many models of plain prices.</summary>
    public static string WithModels(int count, string header = "") => WithModels(Ids(count), header);

    /// <summary>A card with models of plain prices.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="header">More properties of the card, each with a comma after it.</param>
    public static string WithModels(IReadOnlyList<string> ids, string header = "")
    {
        var models = new StringBuilder(ids.Count * 100);
        for (var i = 0; i < ids.Count; i++)
        {
            models.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? string.Empty : ",\n")}\"{ids[i]}\": {{ \"member\": \"M{i}\", {Price(i)} }}");
        }

        return SampleCards.WithServerless($$""" "models": { {{models}} } """, header);
    }

    // Some six hundred different prices.
    private static string Price(int model)
    {
        var number = (model * 7919) % 613;
        var (input, output) = (0.01m * (number + 1), 0.03m * (number + 2));
        var price = string.Create(CultureInfo.InvariantCulture, $"\"input\": {input}, \"output\": {output}");
        return number % 5 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{price}, \"cachedInput\": {input / 4}, \"batch\": \"50%\"") : price;
    }
}
