namespace TogetherRates.Compiler.Json;

#pragma warning disable CA1720 // These are JSON's own terms.

/// <summary>What a value in a JSON text is.</summary>
internal enum JsonKind
{
    /// <summary>Nothing readable stands where a value should be; the reader has reported it.</summary>
    Missing,

    /// <summary>An object: <c>{ … }</c>.</summary>
    Object,

    /// <summary>An array: <c>[ … ]</c>.</summary>
    Array,

    /// <summary>A string in double quotes.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The literal <c>true</c>.</summary>
    True,

    /// <summary>The literal <c>false</c>.</summary>
    False,

    /// <summary>The literal <c>null</c>.</summary>
    Null,
}

#pragma warning restore CA1720

/// <summary>A value in a JSON text, with the place where it stands. Immutable once its document is read.</summary>
internal abstract class JsonNode
{
    private protected JsonNode(TextSpan span) => Span = span;

    /// <summary>The name of the property whose value this is, with escapes resolved; empty for an item of an array and for a root.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where that name stands in the text, quotes included.</summary>
    public TextSpan NameSpan { get; private set; }

    /// <summary>Where the value stands in the text, brackets and quotes included.</summary>
    public TextSpan Span { get; }

    /// <summary>Whether this is the value of a property.</summary>
    public bool HasName => NameSpan.Length > 0;

    /// <summary>What the value is.</summary>
    public abstract JsonKind Kind { get; }

    /// <summary>What the value is, in the words of a message: "an object", "a string", "true".</summary>
    public string Description => Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "an array",
        JsonKind.String => "a string",
        JsonKind.Number => "a number",
        JsonKind.True => "true",
        JsonKind.False => "false",
        JsonKind.Null => "null",
        _ => "no value",
    };

    /// <summary>The next property of the same object.</summary>
    internal JsonNode? Next { get; set; }

    /// <summary>Makes this the value of a property, while the text is read.</summary>
    internal void NameAs(string name, TextSpan span)
    {
        Name = name;
        NameSpan = span;
    }
}
