using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Reading;

/// <summary>Which properties an object of a card may have. The JSON schema has a definition of the same name for each.</summary>
/// <param name="Name">The name of the schema's definition.</param>
/// <param name="Description">What the object is called in messages.</param>
/// <param name="Properties">The properties it may have.</param>
public sealed record Shape(string Name, string Description, EquatableArray<string> Properties)
{
    // Most cards have objects of a few shapes only.
    private HashSet<string>? known;

    /// <summary>The whole card.</summary>
    public static readonly Shape Card = new(
        "card",
        "a rate card",
        new(
            "$schema", "ratecard", "provider", "class", "currency", "effective", "source", "rounding", "ids", "serverless", "embeddings", "rerank",
            "images", "audio", "video", "tools", "dedicated", "fineTuning", "published", "volume", "credits", "limits"));

    /// <summary>The period in which the card is in force.</summary>
    public static readonly Shape Period = new("period", "a period", new("from", "until"));

    /// <summary>The rounding rule of invoices.</summary>
    public static readonly Shape Rounding = new("rounding", "a rounding rule", new("digits", "mode"));

    /// <summary>A section of models priced by token.</summary>
    public static readonly Shape TokenSection = new("tokenSection", "a section of models priced by token", new("sizes", "models"));

    /// <summary>A table of prices by size.</summary>
    public static readonly Shape SizeTable = new("sizeTable", "a size table", new("per", "step", "above", "tiers"));

    /// <summary>A row of a table.</summary>
    public static readonly Shape Tier = new("tier", "a tier", new(["from", "upTo", .. Prices]));

    /// <summary>A stretch of each day with prices of its own.</summary>
    public static readonly Shape Window = new("window", "a window", new(["since", "before", "from", "until", "days", .. ListProperties]));

    /// <summary>The prices of requests above a number of input tokens.</summary>
    public static readonly Shape Context = new("context", "a context tier", new(["above", "unpriced", "charges", "price", .. Meters.TokenNames]));

    /// <summary>What meters cost that don't count tokens, by their names.</summary>
    public static readonly Shape Charges = new("charges", "the charges", new([.. Meters.ChargedNames]));

    /// <summary>What one such meter costs.</summary>
    public static readonly Shape Charge = new("charge", "a charge", new("price", "per", "by", "above", "bands"));

    /// <summary>The price of quantities up to a bound.</summary>
    public static readonly Shape Band = new("band", "a band", new("upTo", "price"));

    /// <summary>What a service level costs.</summary>
    public static readonly Shape Level = new("level", "a service level", new(["factor", .. ListProperties]));

    /// <summary>A model with its price.</summary>
    public static readonly Shape Model = new("model", "a model", new([.. ModelProperties, "variants"]));

    /// <summary>A version of a model.</summary>
    public static readonly Shape Variant = new("variant", "a variant", new(["id", .. ModelProperties]));

    /// <summary>What ids have in common.</summary>
    public static readonly Shape Pattern = new("pattern", "a pattern", new("prefix", "suffix", "contains", "regex"));

    /// <summary>A section of models that are priced on any meters.</summary>
    public static readonly Shape OfferSection = new("offerSection", "a section of offers", new("models"));

    /// <summary>Something that is sold by id, with its price.</summary>
    public static readonly Shape Offer = new("offer", "an offer", new(OfferProperties));

    /// <summary>A row of a table of resolutions.</summary>
    public static readonly Shape Resolution = new("resolution", "a resolution", new("from", "upTo", "price"));

    /// <summary>The section of dedicated endpoints.</summary>
    public static readonly Shape Dedicated = new("dedicated", "the dedicated section", new("per", "billed", "gpus"));

    /// <summary>A configuration of GPUs.</summary>
    public static readonly Shape Gpu = new("gpu", "a GPU", new("name", "member", "aliases", "count", "price", "pricePerGpu"));

    /// <summary>The section of fine-tuning.</summary>
    public static readonly Shape FineTuning = new("fineTuning", "the fineTuning section", new("per", "step", "above", "bands", "models"));

    /// <summary>A range of sizes with its fine-tuning prices.</summary>
    public static readonly Shape FineTuningBand = new("fineTuningBand", "a fine-tuning band", new("from", "upTo", "sft", "dpo"));

    /// <summary>A model with fine-tuning prices of its own.</summary>
    public static readonly Shape FineTuningModel = new(
        "fineTuningModel", "a fine-tuning model", new("name", "member", "aliases", "sft", "dpo", "minimum"));

    /// <summary>The fine-tuning prices of one type, by method.</summary>
    public static readonly Shape FineTuningPrices = new("fineTuningPrices", "a type of fine-tuning", new("lora", "full"));

    /// <summary>A range that prices have to lie in.</summary>
    public static readonly Shape PublishedRange = new("publishedRange", "a published range", new("of", "from", "upTo", "per"));

    /// <summary>The discounts by spend.</summary>
    public static readonly Shape Volume = new("volume", "a volume discount", new("mode", "tiers"));

    /// <summary>A row of the discounts by spend.</summary>
    public static readonly Shape VolumeTier = new("volumeTier", "a tier of a volume discount", new("from", "upTo", "discount"));

    /// <summary>A credit.</summary>
    public static readonly Shape Credit = new("credit", "a credit", new("name", "member", "amount", "expiresAfter"));

    /// <summary>The limits of accounts.</summary>
    public static readonly Shape Limits = new("limits", "the limits section", new("tiers"));

    /// <summary>A tier of accounts.</summary>
    public static readonly Shape AccountTier = new(
        "accountTier", "an account tier", new("member", "spend", "requestsPerMinute", "tokensPerMinute"));

    /// <summary>All shapes: every one that is declared here.</summary>
    public static IReadOnlyList<Shape> All => Declared.In<Shape>(typeof(Shape));

    /// <summary>Whether an object of this shape may have a property.</summary>
    /// <param name="property">The property.</param>
    /// <returns>Whether it may.</returns>
    public bool Has(string property) => (known ??= new(Properties, StringComparer.Ordinal)).Contains(property);

    private static string[] Prices => ["price", "input", "cachedInput", "cacheWrite", "cacheWrite1h", "output", "reasoning"];

    private static string[] OfferProperties =>
    [
        "name", "member", "aliases", "matches", "per", "price", "free", "batch", "billed", "steps", "above", "resolutions", "deprecated", "removed", "replacement",
        .. Meters.TokenNames,
    ];

    private static string[] ListProperties => ["price", .. Meters.TokenNames, "charges", "contexts"];

    private static string[] ModelProperties =>
    [
        "name", "member", "kind", "aliases", "matches", "per", "size", "table", "free", "batch", "priority", "flex", "regions", "windows",
        "deprecated", "removed", "replacement", .. ListProperties,
    ];
}
