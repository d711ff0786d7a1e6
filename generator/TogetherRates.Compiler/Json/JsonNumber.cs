namespace TogetherRates.Compiler.Json;

/// <summary>A number of a JSON text. It is kept as it is written, so that no digit is lost to a binary float.</summary>
internal sealed class JsonNumber : JsonNode
{
    internal JsonNumber(TextSpan span, string text)
        : base(span) => Text = text;

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Number;

    /// <summary>The number exactly as written, in valid JSON syntax: <c>0.10</c>, <c>1e-7</c>.</summary>
    public string Text { get; }
}
