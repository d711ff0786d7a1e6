namespace TogetherRates.Compiler.Json;

/// <summary>An object of a JSON text.</summary>
public sealed class JsonObject : JsonNode
{
    // Below this a walk over the properties is quicker than a hash.
    private const int SmallCount = 8;

    private readonly JsonProperty[] properties;

    // A bit for each name. Most names that are asked for aren't there, and most of them have a bit that isn't set.
    private readonly ulong names;

    private Dictionary<string, JsonProperty>? byName;

    internal JsonObject(TextSpan span, JsonProperty[] properties)
        : base(span)
    {
        this.properties = properties;
        foreach (JsonProperty property in properties)
        {
            names |= BitOf(property.Name);
        }
    }

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Object;

    /// <summary>The properties in the order of the text, repeated names included.</summary>
    public IReadOnlyList<JsonProperty> Properties => properties;

    /// <summary>The first property of this name (ordinal), or <see langword="null"/>. Constant time in large objects.</summary>
    public JsonProperty? TryGet(string name)
    {
        if ((names & BitOf(name)) == 0)
        {
            return null;
        }

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

    private static ulong BitOf(string name) => name.Length == 0 ? 1 : 1UL << ((name[0] + (5 * name.Length)) & 63);

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
