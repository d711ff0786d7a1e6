namespace TogetherRates.Compiler.Json;

/// <summary>An object of a JSON text.</summary>
public sealed class JsonObject : JsonNode
{
    // Below this a walk over the properties is quicker than a hash.
    private const int SmallCount = 8;

    // A property is its value, which has the name: objects for both would be thousands.
    private readonly JsonNode[] properties;

    // A bit for each name. Most names that are asked for aren't there, and most of them have a bit that isn't set.
    private readonly ulong names;

    private Dictionary<string, JsonNode>? byName;

    internal JsonObject(TextSpan span, JsonNode[] properties)
        : base(span)
    {
        this.properties = properties;
        foreach (JsonNode property in properties)
        {
            names |= BitOf(property.Name);
        }
    }

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Object;

    /// <summary>The values of the properties, each with its name, in the order of the text and repeated names included. A value that can't be read is a <see cref="JsonMissing"/>.</summary>
    public IReadOnlyList<JsonNode> Properties => properties;

    /// <summary>The value of the first property of this name (ordinal), or <see langword="null"/>. Constant time in large objects.</summary>
    public JsonNode? TryGet(string name)
    {
        if ((names & BitOf(name)) == 0)
        {
            return null;
        }

        if (properties.Length > SmallCount)
        {
            byName ??= IndexByName();
            return byName.TryGetValue(name, out JsonNode? found) ? found : null;
        }

        foreach (JsonNode property in properties)
        {
            if (property.Name == name)
            {
                return property;
            }
        }

        return null;
    }

    private static ulong BitOf(string name) => name.Length == 0 ? 1 : 1UL << ((name[0] + (5 * name.Length)) & 63);

    private Dictionary<string, JsonNode> IndexByName()
    {
        var index = new Dictionary<string, JsonNode>(properties.Length, StringComparer.Ordinal);
        foreach (JsonNode property in properties)
        {
            if (!index.ContainsKey(property.Name))
            {
                index.Add(property.Name, property);
            }
        }

        return index;
    }
}
