using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace TogetherRates.Package.Tests;

[Trait("Category", "Package")]
[Collection(SharedBuild.Name)]
public class CollectionTests(BuiltConsumers built, ITestOutputHelper output)
{
    private const int Input = 12_345;
    private const int Output = 678;
    private const int MaxBytes = 1_500_000;

    [SkippableFact]
    public async Task One_project_with_all_of_LiteLLM_and_all_of_genai_prices_builds_and_prices_exactly()
    {
        var litellm = PublicData.Find("litellm_model_prices.json");
        var genai = PublicData.Find("genai_prices.json");
        Skip.If(litellm is null || genai is null, "The collections aren't beside the repository.");

        var (assembly, messages) = await built.Build(
            new Consumer(
                "Collections",
                """<ItemGroup><RateCard Include="LiteLlm.json" ClassName="LiteLlm" /><RateCard Include="Genai.json" ClassName="Genai" /></ItemGroup>""",
                ("Program.cs", $$"""
                    using System;
                    using System.Globalization;
                    using TogetherRates;

                    var usage = new TokenUsage(input: {{Input}}, output: {{Output}});
                    Console.WriteLine(Collections.LiteLlm.TryPrice("gpt-4o-mini", usage, out var cost) ? cost.ToString(null, CultureInfo.InvariantCulture) : "unknown");
                    Console.WriteLine(Collections.Genai.TryPrice("anthropic/claude-sonnet-4-0", usage, out cost) ? cost.ToString(null, CultureInfo.InvariantCulture) : "unknown");
                    """)),
            ("litellm", litellm, "LiteLlm.json"),
            ("genai-prices", genai, "Genai.json"));

        output.WriteLine($"{assembly.Length:N0} bytes");
        Assert.DoesNotContain(messages, message => message.Severity == "error");
        Assert.Equal([LiteLlmCost(litellm, "gpt-4o-mini"), GenaiCost(genai, "anthropic", "claude-sonnet-4-0")], await built.Run("Collections"));
        Assert.InRange(assembly.Length, 1, MaxBytes);
    }

    // What the source itself says: dollars a token.
    private static string LiteLlmCost(string file, string id)
    {
        using var prices = JsonDocument.Parse(File.ReadAllText(file));
        var model = prices.RootElement.GetProperty(id);
        return Text((Input * Exact(model.GetProperty("input_cost_per_token"))) + (Output * Exact(model.GetProperty("output_cost_per_token"))));
    }

    // Dollars a million tokens.
    private static string GenaiCost(string file, string provider, string id)
    {
        using var collection = JsonDocument.Parse(File.ReadAllText(file));
        var prices = Named(Named(collection.RootElement, provider).GetProperty("models"), id).GetProperty("prices");
        return Text(((Input * Exact(prices.GetProperty("input_mtok"))) + (Output * Exact(prices.GetProperty("output_mtok")))) / 1_000_000);

        static JsonElement Named(JsonElement list, string id) => list.EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == id);
    }

    private static decimal Exact(JsonElement number) => decimal.Parse(number.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(decimal cost) => cost.ToString("0.############################", CultureInfo.InvariantCulture);
}
