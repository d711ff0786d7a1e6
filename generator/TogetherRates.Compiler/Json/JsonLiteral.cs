namespace TogetherRates.Compiler.Json;

/// <summary>One of the literals <c>true</c>, <c>false</c> and <c>null</c>.</summary>
internal sealed class JsonLiteral : JsonNode
{
    internal JsonLiteral(TextSpan span, JsonKind kind)
        : base(span) => Kind = kind;

    /// <summary><see cref="JsonKind.True"/>, <see cref="JsonKind.False"/> or <see cref="JsonKind.Null"/>.</summary>
    public override JsonKind Kind { get; }
}
