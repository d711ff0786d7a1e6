namespace TogetherRates.Compiler.Json;

/// <summary>A property of a <see cref="JsonObject"/>.</summary>
public sealed class JsonProperty
{
    internal JsonProperty(string name, TextSpan nameSpan, JsonNode value)
    {
        Name = name;
        NameSpan = nameSpan;
        Value = value;
    }

    /// <summary>The name, with escapes resolved.</summary>
    public string Name { get; }

    /// <summary>Where the name stands in the text, quotes included.</summary>
    public TextSpan NameSpan { get; }

    /// <summary>The value; a <see cref="JsonMissing"/> when the text has none that can be read.</summary>
    public JsonNode Value { get; }
}
