namespace TogetherRates.Compiler.Json;

/// <summary>
/// Stands where a value should be and none could be read. The reader has reported it already, so whoever
/// meets it has nothing to add.
/// </summary>
internal sealed class JsonMissing : JsonNode
{
    internal JsonMissing(TextSpan span)
        : base(span)
    {
    }

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Missing;
}
