using System.Text.Json;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Import;

/// <summary>genai-prices' collection: a list of providers, each with its models, priced per million tokens or per thousand calls.</summary>
internal sealed class GenaiPricesSource : PriceSource
{
    // What is read, and what prices nothing.
    private static readonly HashSet<string> ModelFields = new(StringComparer.Ordinal)
    {
        "id", "name", "match", "prices", "deprecated", "description", "context_window", "price_comments",
    };

    /// <inheritdoc/>
    public override string Name => "genai-prices";

    /// <inheritdoc/>
    public override string Title => "genai-prices' data.json";

    /// <inheritdoc/>
    public override string Collection => "genai-prices";

    /// <inheritdoc/>
    public override string Address => "https://github.com/pydantic/genai-prices";

    /// <inheritdoc/>
    public override bool HasProvidersInIds => false;

    /// <inheritdoc/>
    public override string Shape => "a list of providers, each with an 'id' and 'models'";

    /// <inheritdoc/>
    public override bool Recognizes(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array && root.EnumerateArray().Any(provider => provider.Has("id") && provider.Has("models"));

    /// <inheritdoc/>
    public override IReadOnlyList<ImportedCard> Read(JsonElement root, DateOnly from, ImportReport report)
    {
        var cards = new List<ImportedCard>();
        foreach (var provider in root.EnumerateArray())
        {
            if (provider.TextOf("id") is not { } key || !provider.TryGetProperty("models", out var models) || models.ValueKind != JsonValueKind.Array)
            {
                report.Stray(provider.TextOf("id") ?? "", "", "a provider without an id or without models");
                continue;
            }

            if (RepeatedProperty.Find(provider) is { } repeated)
            {
                report.Stray(key, "", $"the provider has '{repeated}' twice, with two values");
                continue;
            }

            if (cards.Exists(card => card.Key == key))
            {
                report.Stray(key, "", "the source has the provider twice, and the first one stays");
                continue;
            }

            if (provider.TryGetProperty("fallback_model_providers", out var others) && others.ValueKind == JsonValueKind.Array)
            {
                report.LeftOutInPart(key, "", $"the models of {string.Join(", ", others.EnumerateArray())}, which the provider sells too: use their cards");
            }

            var read = DistinctPatterns.Keep(key, [.. ReadModels(key, models, from, report)], report);
            cards.Add(new ImportedCard(key, provider.TextOf("name") ?? key, SourceOf(provider), models.GetArrayLength(), read, []));
        }

        return cards;
    }

    private string SourceOf(JsonElement provider) =>
        provider.TryGetProperty("pricing_urls", out var urls) && urls.ValueKind == JsonValueKind.Array
            && urls.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } first
                ? first.GetString()!
                : Address;

    // A card says since when a model is deprecated, and the source only that it is.
    private static IEnumerable<string> LossesOf(JsonElement model)
    {
        if (model.TryGetProperty("deprecated", out var deprecated) && deprecated.ValueKind == JsonValueKind.True)
        {
            yield return "that it is deprecated, as the source doesn't say since when";
        }

        foreach (var property in model.EnumerateObject().Where(property => !ModelFields.Contains(property.Name)))
        {
            yield return $"'{property.Name}', which isn't known";
        }
    }

    private static IEnumerable<ImportedModel> ReadModels(string key, JsonElement models, DateOnly from, ImportReport report)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in models.EnumerateArray())
        {
            if (value.TextOf("id") is not { } id)
            {
                report.LeftOut(key, "", "a model without an id");
                continue;
            }

            if (!known.Add(id))
            {
                report.LeftOut(key, id, "the source has the model twice, and the first one stays");
                continue;
            }

            var ids = new GenaiIds(id);
            var prices = new GenaiPriceReader();
            PriceTerms? terms;
            try
            {
                terms = prices.Read(value, from);
            }
            catch (EntryException unusable)
            {
                report.LeftOut(key, id, unusable.Message);
                continue;
            }

            ids.Read(value);
            prices.Mends.ForEach(mend => report.Mended(key, id, mend));
            prices.Losses.Concat(ids.Losses).Concat(LossesOf(value)).ToList().ForEach(loss => report.LeftOutInPart(key, id, loss));
            yield return new ImportedModel(id, TokenSectionKind.Serverless, terms)
            {
                Name = value.TextOf("name") is { } name && name != id ? name : null,
                Aliases = ids.Aliases,
                Matches = ids.Patterns,
            };
        }
    }
}
