using System.Text.Json;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;
using CardMeter = TogetherRates.Compiler.Cards.Meter;

namespace TogetherRates.Cli.Import;

/// <summary>
/// What Together's API answers at <c>/v1/models</c>, with dollars per million tokens, and at <c>/v1/hardware</c>, with US cents per minute.
/// </summary>
internal sealed class TogetherApiSource : PriceSource
{
    private const string Key = "together";
    private const string CentsPerMinute = "cents_per_minute";
    private const int CentsPerDollar = 100;

    private static readonly (string Name, CardMeter Meter)[] TokenPrices =
        [("input", CardMeter.Input), ("cached_input", CardMeter.CachedInput), ("output", CardMeter.Output)];

    private static readonly string[] UnitlessPrices = ["hourly", "base", "finetune"];

    private static readonly string[] HardwarePrices = [CentsPerMinute];

    private static readonly string[] ModelPrices = [.. TokenPrices.Select(price => price.Name)];

    /// <inheritdoc/>
    public override string Name => "together-api";

    /// <inheritdoc/>
    public override string Title => "an answer of Together's API";

    /// <inheritdoc/>
    public override string Collection => "Together AI";

    /// <inheritdoc/>
    public override string Address => "https://api.together.ai/v1/models";

    /// <inheritdoc/>
    public override string Shape => "the list that /v1/models or /v1/hardware answers, whose items have an 'id' and a 'pricing'";

    /// <inheritdoc/>
    public override bool Recognizes(JsonElement root) => ItemsOf(root).Exists(item => item.Has("id") && item.Has("pricing"));

    /// <inheritdoc/>
    public override IReadOnlyList<ImportedCard> Read(JsonElement root, DateOnly from, ImportReport report)
    {
        var models = new Dictionary<string, ImportedModel>(StringComparer.OrdinalIgnoreCase);
        var gpus = new Dictionary<string, ImportedGpu>(StringComparer.OrdinalIgnoreCase);
        var items = ItemsOf(root);
        if (root.ValueKind == JsonValueKind.Object && RepeatedProperty.Find(root) is { } repeated)
        {
            report.LeftOutInPart(Key, "", $"the answer has '{repeated}' twice, with two values, and the last one stays");
        }

        foreach (var item in items)
        {
            var id = item.TextOf("id");
            try
            {
                ReadItem(id ?? throw new EntryException("an item without an id"), item, models, gpus, report);
            }
            catch (EntryException unusable)
            {
                report.LeftOut(Key, id ?? "", unusable.Message);
            }
        }

        return [new ImportedCard(Key, Collection, Address, items.Count, [.. models.Values], [.. gpus.Values])];
    }

    // A bare list, or one in an object.
    private static List<JsonElement> ItemsOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()]
        : root.Has("data") && root.GetProperty("data") is { ValueKind: JsonValueKind.Array } data ? [.. data.EnumerateArray()]
        : [];

    private static void ReadItem(
        string id, JsonElement item, Dictionary<string, ImportedModel> models, Dictionary<string, ImportedGpu> gpus, ImportReport report)
    {
        if (!item.TryGetProperty("pricing", out var pricing) || pricing.ValueKind != JsonValueKind.Object)
        {
            throw new EntryException("it has no pricing");
        }

        RepeatedProperty.ThrowIfAny(item);
        var (mends, losses) = (new List<string>(), new List<string>());
        if (pricing.TryGetProperty(CentsPerMinute, out var cents) && cents.ValueKind != JsonValueKind.Null)
        {
            losses.AddRange(FindUnknown(pricing, HardwarePrices));
            AddOnce(gpus, id, ReadGpu(id, item, Price(CentsPerMinute, cents, mends)));
        }
        else
        {
            losses.AddRange(FindUnknown(pricing, ModelPrices));
            AddOnce(models, id, ReadModel(id, item, pricing, mends, losses));
        }

        losses.ForEach(loss => report.LeftOutInPart(Key, id, loss));
        mends.ForEach(mend => report.Mended(Key, id, mend));
    }

    // The API answers zero for what it doesn't price.
    private static IEnumerable<string> FindUnknown(JsonElement pricing, string[] known) => pricing.EnumerateObject()
        .Where(field => !known.Contains(field.Name) && field.Value.ValueKind != JsonValueKind.Null && !SourceNumber.IsZero(field.Value))
        .Select(field => UnitlessPrices.Contains(field.Name)
            ? $"pricing.{field.Name} is {field.Value.GetRawText()}, of a unit that isn't documented"
            : $"pricing.{field.Name} isn't known; {NameAdvice.On(field.Name, known)}");

    private static void AddOnce<T>(Dictionary<string, T> known, string id, T value)
    {
        if (!known.TryAdd(id, value))
        {
            var first = known.Keys.First(other => other.Equals(id, StringComparison.OrdinalIgnoreCase));
            throw new EntryException(first == id
                ? "the answer has it twice, and the first one stays"
                : $"it differs from '{first}' only by case, and the first one stays");
        }
    }

    private static ImportedGpu ReadGpu(string id, JsonElement item, Rational cents)
    {
        var count = item.Has("specs") && item.GetProperty("specs").Has("gpu_count")
            ? SourceNumber.ReadCount(item.GetProperty("specs").GetProperty("gpu_count"), "gpu_count")
            : 1;
        return cents.Sign > 0
            ? new ImportedGpu(id, count, cents / CentsPerDollar)
            : throw new EntryException("cents_per_minute is 0, and nothing says that it is free");
    }

    private static ImportedModel ReadModel(string id, JsonElement item, JsonElement pricing, List<string> mends, List<string> losses)
    {
        var section = item.TextOf("type") switch
        {
            "embedding" => TokenSectionKind.Embeddings,
            "rerank" => TokenSectionKind.Rerank,
            _ => TokenSectionKind.Serverless,
        };
        var draft = new PriceDraft();
        foreach (var (name, meter) in TokenPrices)
        {
            if (!pricing.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (meter == CardMeter.Output && section != TokenSectionKind.Serverless)
            {
                if (!SourceNumber.IsZero(value))
                {
                    losses.Add($"pricing.output is {value.GetRawText()}, and {item.TextOf("type")} models have no output to bill");
                }
            }
            else if (Price(name, value, mends) is { Sign: > 0 } price)
            {
                draft.Set(meter, price / Per.MillionTokens.Quantity);
            }
            else
            {
                mends.Add($"pricing.{name} is 0 without being said to be free: left out");
            }
        }

        return draft.IsEmpty
            ? throw new EntryException(
                "it has no price per token: " + (losses.Count > 0 ? string.Join("; ", losses) : "they are 0, and nothing says that it is free"))
            : new ImportedModel(id, section, new PriceTerms(new(new TermsWindow(null, null, PriceWindow.Always, draft.ToList())), default, default))
            {
                Name = item.TextOf("display_name") is { Length: > 0 } shown && shown != id ? shown : null,
            };
    }

    private static Rational Price(string name, JsonElement value, List<string> mends)
    {
        var (price, mend) = SourceNumber.ReadPrice(value, "pricing." + name);
        if (mend is not null)
        {
            mends.Add(mend);
        }

        return price;
    }
}
