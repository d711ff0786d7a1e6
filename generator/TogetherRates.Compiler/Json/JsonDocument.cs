namespace TogetherRates.Compiler.Json;

/// <summary>A JSON text that has been read: the tree of its values and all its mistakes.</summary>
internal sealed class JsonDocument
{
    internal JsonDocument(string text, JsonNode root, IReadOnlyList<JsonError> errors, bool isBalanced = true)
    {
        IsBalanced = isBalanced;
        Text = text;
        Root = root;
        Errors = errors;
    }

    /// <summary>The text that was read; every span counts in it.</summary>
    public string Text { get; }

    /// <summary>The value that the text holds; a <see cref="JsonMissing"/> when it holds none.</summary>
    public JsonNode Root { get; }

    /// <summary>The mistakes in the order of the text; empty for valid JSON without repeated names.</summary>
    public IReadOnlyList<JsonError> Errors { get; }

    /// <summary>Whether the text closes as many brackets as it opens. Where it doesn't, what stands in which object is partly a guess.</summary>
    public bool IsBalanced { get; }
}
