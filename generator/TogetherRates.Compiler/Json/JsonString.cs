namespace TogetherRates.Compiler.Json;

/// <summary>A string of a JSON text.</summary>
internal sealed class JsonString : JsonNode
{
    internal JsonString(TextSpan span, string value)
        : base(span) => Value = value;

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.String;

    /// <summary>The text between the quotes, with escapes resolved. May hold lone surrogates, as JSON allows.</summary>
    public string Value { get; }
}
