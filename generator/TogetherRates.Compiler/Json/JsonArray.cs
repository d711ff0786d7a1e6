namespace TogetherRates.Compiler.Json;

/// <summary>An array of a JSON text.</summary>
internal sealed class JsonArray : JsonNode
{
    internal JsonArray(TextSpan span, JsonNode[] items)
        : base(span) => Items = items;

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Array;

    /// <summary>The items in the order of the text.</summary>
    public IReadOnlyList<JsonNode> Items { get; }
}
