namespace TogetherRates.Compiler.Json;

/// <summary>An object of a JSON text.</summary>
public sealed class JsonObject : JsonNode
{
    // Below this a walk over the properties is quicker than a hash.
    private const int SmallCount = 8;

    private readonly JsonProperty[] properties;
    private Dictionary<string, JsonProperty>? byName;

    internal JsonObject(TextSpan span, JsonProperty[] properties)
        : base(span) => this.properties = properties;

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Object;

    /// <summary>The properties in the order of the text, repeated names included.</summary>
    public IReadOnlyList<JsonProperty> Properties => properties;

    /// <summary>The first property of this name (ordinal), or <see langword="null"/>. Constant time in large objects.</summary>
    public JsonProperty? TryGet(string name)
    {
        if (properties.Length > SmallCount)
        {
            byName ??= IndexByName();
            return byName.TryGetValue(name, out JsonProperty? found) ? found : null;
        }

        foreach (JsonProperty property in properties)
        {
            if (property.Name == name)
            {
                return property;
            }
        }

        return null;
    }

    private Dictionary<string, JsonProperty> IndexByName()
    {
        var index = new Dictionary<string, JsonProperty>(properties.Length, StringComparer.Ordinal);
        foreach (JsonProperty property in properties)
        {
            if (!index.ContainsKey(property.Name))
            {
                index.Add(property.Name, property);
            }
        }

        return index;
    }
}
