using System.Text.Json;

namespace TogetherRates.Cli.Import;

/// <summary>LiteLLM's collection: one object with an entry for each model, priced per single unit.</summary>
internal sealed class LiteLlmSource : PriceSource
{
    // It explains the others and holds no prices.
    private const string Specification = "sample_spec";

    private const string Provider = "litellm_provider";

    /// <inheritdoc/>
    public override string Name => "litellm";

    /// <inheritdoc/>
    public override string Title => "LiteLLM's model_prices_and_context_window.json";

    /// <inheritdoc/>
    public override string Collection => "LiteLLM";

    /// <inheritdoc/>
    public override string Address => "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json";

    /// <inheritdoc/>
    public override string Shape => "an object with an entry for each model, which has a 'litellm_provider'";

    /// <inheritdoc/>
    public override bool Recognizes(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.EnumerateObject().Any(entry => entry.Value.Has(Provider));

    /// <inheritdoc/>
    public override IReadOnlyList<ImportedCard> Read(JsonElement root, DateOnly from, ImportReport report)
    {
        var cards = new Dictionary<string, LiteLlmCard>(StringComparer.Ordinal);
        var contradictions = root.EnumerateObject()
            .GroupBy(entry => (Provider: entry.Value.TextOf(Provider), entry.Name), entry => entry.Value)
            .Where(entries => entries.Any(entry => !JsonElement.DeepEquals(entry, entries.First())))
            .Select(entries => entries.Key)
            .ToHashSet();
        foreach (var entry in root.EnumerateObject().Where(entry => entry.Name != Specification))
        {
            var key = entry.Value.TextOf(Provider);
            if (key is null)
            {
                report.Stray("", entry.Name, entry.Value.ValueKind == JsonValueKind.Object ? "it has no litellm_provider" : "it isn't an object");
                continue;
            }

            if (!cards.TryGetValue(key, out var card))
            {
                cards.Add(key, card = new LiteLlmCard(key, report));
            }

            if (contradictions.Contains((key, entry.Name)))
            {
                card.LeaveOut(entry.Name, "the source has the entry twice, with two values");
            }
            else
            {
                card.Add(entry.Name, entry.Value);
            }
        }

        return [.. cards.Values.Select(card => card.ToCard(Address))];
    }
}
