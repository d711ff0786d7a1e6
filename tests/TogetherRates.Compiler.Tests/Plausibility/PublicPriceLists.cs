using System.Text.Json;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Tests.Plausibility;

/// <summary>
/// The two public price collections as one card a provider, with nothing mended.
/// </summary>
internal static class PublicPriceLists
{
    private static readonly Card Empty = CardCompiler.Read(SampleCards.WithServerless("")).Card!;

    private static readonly Model Blank = CardCompiler.Read(SampleCards.WithModel(""" "price": 1 """)).Card!.Serverless.Models[0];

    private static readonly (Cards.Meter Meter, string LiteLlm, string Genai)[] Fields =
    [
        (Cards.Meter.Input, "input_cost_per_token", "input_mtok"),
        (Cards.Meter.CachedInput, "cache_read_input_token_cost", "cache_read_mtok"),
        (Cards.Meter.CacheWrite, "cache_creation_input_token_cost", "cache_write_mtok"),
        (Cards.Meter.CacheWrite1h, "cache_creation_input_token_cost_above_1hr", "cache_write_1h_mtok"),
        (Cards.Meter.Output, "output_cost_per_token", "output_mtok"),
        (Cards.Meter.Reasoning, "output_cost_per_reasoning_token", "output_reasoning_mtok"),
    ];

    /// <summary>The cards of LiteLLM's collection, or null when it isn't there.</summary>
    public static IReadOnlyList<Card>? LiteLlm() => Read("litellm_model_prices.json") is { } document
        ? CardsOf(document.RootElement.EnumerateObject().Where(entry => entry.Name != "sample_spec").Select(entry => (
            Provider: TextOf(entry.Value, "litellm_provider") ?? "nobody",
            SectionOf(entry.Value),
            entry.Name,
            PricesOf(entry.Value, field => field.LiteLlm, 1_000_000))))
        : null;

    /// <summary>The cards of genai-prices' collection, or null when it isn't there.</summary>
    public static IReadOnlyList<Card>? Genai() => Read("genai_prices.json") is { } document
        ? CardsOf(document.RootElement.EnumerateArray().SelectMany(provider => provider.GetProperty("models").EnumerateArray().Select(model => (
            Provider: provider.GetProperty("id").GetString()!,
            TokenSectionKind.Serverless,
            model.GetProperty("id").GetString()!,
            PricesOf(LastOf(model.GetProperty("prices")), field => field.Genai, 1)))))
        : null;

    private static JsonDocument? Read(string file) => PublicData.Find(file) is { } path ? JsonDocument.Parse(File.ReadAllText(path)) : null;

    private static List<Card> CardsOf(IEnumerable<(string Provider, TokenSectionKind Section, string Id, TokenPrices Prices)> entries) =>
        [.. entries.GroupBy(entry => entry.Provider, StringComparer.Ordinal).Select(provider => Empty with
        {
            Provider = provider.Key,
            Serverless = Section(TokenSectionKind.Serverless, provider),
            Embeddings = Section(TokenSectionKind.Embeddings, provider),
            Rerank = Section(TokenSectionKind.Rerank, provider),
        })];

    private static TokenSection Section(
        TokenSectionKind kind, IEnumerable<(string Provider, TokenSectionKind Section, string Id, TokenPrices Prices)> entries)
    {
        var models = entries.Where(entry => entry.Section == kind).Select(entry => Blank with
        {
            Id = entry.Id,
            Price = entry.Prices.Meters.Count == 0 ? new ModelPrice.Free(entry.Prices) : new ModelPrice.Own(entry.Prices),
        });
        return new TokenSection(kind, default, new([.. models]));
    }

    private static TokenSectionKind SectionOf(JsonElement entry) => TextOf(entry, "mode") switch
    {
        "embedding" => TokenSectionKind.Embeddings,
        "rerank" => TokenSectionKind.Rerank,
        _ => TokenSectionKind.Serverless,
    };

    private static string? TextOf(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static TokenPrices PricesOf(JsonElement entry, Func<(Cards.Meter Meter, string LiteLlm, string Genai), string> nameOf, long scale)
    {
        var prices = new List<MeterPrice>();
        foreach (var field in Fields)
        {
            if (entry.TryGetProperty(nameOf(field), out var value) && ReadPrice(value) is { Sign: > 0 } price)
            {
                prices.Add(new MeterPrice(field.Meter, price * scale));
            }
        }

        return new TokenPrices(new([.. prices]), IsUniform: false);
    }

    // Of prices with conditions the last holds from now on; of prices with tiers the base is the lowest.
    private static JsonElement LastOf(JsonElement prices) =>
        prices.ValueKind == JsonValueKind.Array ? prices.EnumerateArray().Last().GetProperty("prices") : prices;

    private static Rational ReadPrice(JsonElement value)
    {
        var number = value.ValueKind == JsonValueKind.Object ? value.GetProperty("base") : value;
        Assert.True(Rational.TryParseDecimal(number.GetRawText(), out var price, out _));
        return price;
    }
}
