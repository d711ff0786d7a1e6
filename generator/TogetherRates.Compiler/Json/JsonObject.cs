namespace TogetherRates.Compiler.Json;

/// <summary>An object of a JSON text.</summary>
internal sealed class JsonObject : JsonNode
{
    // Below this a walk over the properties is quicker than a hash.
    private const int SmallCount = 8;

    private Dictionary<string, JsonNode>? byName;

    internal JsonObject(TextSpan span, JsonPropertyCollection properties)
        : base(span) => Properties = properties;

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Object;

    /// <summary>The properties. The value of one that can't be read is a <see cref="JsonMissing"/>.</summary>
    public JsonPropertyCollection Properties { get; }

    /// <summary>The value of the first property of this name (ordinal), or <see langword="null"/>. Constant time in large objects.</summary>
    public JsonNode? TryGet(string name)
    {
        if (Properties.Count > SmallCount)
        {
            byName ??= IndexByName();
            return byName.TryGetValue(name, out JsonNode? found) ? found : null;
        }

        foreach (JsonNode property in Properties)
        {
            if (property.Name == name)
            {
                return property;
            }
        }

        return null;
    }

    private Dictionary<string, JsonNode> IndexByName()
    {
        var index = new Dictionary<string, JsonNode>(Properties.Count, StringComparer.Ordinal);
        foreach (JsonNode property in Properties)
        {
            if (!index.ContainsKey(property.Name))
            {
                index.Add(property.Name, property);
            }
        }

        return index;
    }
}
