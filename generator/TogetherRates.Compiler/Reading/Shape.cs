using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Reading;

/// <summary>Which properties an object of a card may have. The JSON schema has a definition of the same name for each.</summary>
/// <param name="Name">The name of the schema's definition.</param>
/// <param name="Description">What the object is called in messages.</param>
/// <param name="Properties">The properties it may have.</param>
public sealed record Shape(string Name, string Description, EquatableArray<string> Properties)
{
    /// <summary>The whole card.</summary>
    public static readonly Shape Card = new(
        "card",
        "a rate card",
        new("$schema", "ratecard", "provider", "class", "currency", "effective", "source", "rounding", "serverless", "embeddings", "rerank"));

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
    public static readonly Shape Window = new("window", "a window", new(["from", "until", "days", .. Prices]));

    /// <summary>A model with its price.</summary>
    public static readonly Shape Model = new("model", "a model", new([.. ModelProperties, "variants"]));

    /// <summary>A version of a model.</summary>
    public static readonly Shape Variant = new("variant", "a variant", new(["id", .. ModelProperties]));

    /// <summary>All shapes.</summary>
    public static IReadOnlyList<Shape> All { get; } = [Card, Period, Rounding, TokenSection, SizeTable, Tier, Window, Model, Variant];

    private static string[] Prices => ["price", "input", "cachedInput", "cacheWrite", "cacheWrite1h", "output", "reasoning"];

    private static string[] ModelProperties => ["name", "member", "aliases", "per", "size", "table", "free", "batch", "windows", "deprecated", "removed", "replacement", .. Prices];
}
