namespace TogetherRates.Compiler.Json;

/// <summary>Finds the place in a text that a <see cref="CardPath"/> means.</summary>
internal static class JsonPath
{
    /// <summary>
    /// The span of the value at a path. Where the path leads to nothing, what is nearest to it: the name of the property
    /// that holds the last value reached, or that value's opening bracket when no property holds it.
    /// </summary>
    /// <param name="root">The root of the tree.</param>
    /// <param name="path">The way to the value.</param>
    /// <param name="preferName">Whether the name of the property is meant rather than its value.</param>
    public static TextSpan Locate(JsonNode root, CardPath path, bool preferName = false)
    {
        JsonNode value = root;
        foreach (CardPath step in path.Steps())
        {
            JsonNode? next = step.Name is { } name ? (value as JsonObject)?.TryGet(name) : (value as JsonArray)?.Items.ElementAtOrDefault(step.Index);
            if (next is null)
            {
                return Nearest(value);
            }

            value = next;
        }

        return preferName && value.HasName ? value.NameSpan : value.Span;
    }

    /// <summary>The span of the name of the property at a path; as <see cref="Locate"/> where there is no such property.</summary>
    public static TextSpan LocateName(JsonNode root, CardPath path) => Locate(root, path, preferName: true);

    private static TextSpan Nearest(JsonNode value) =>
        value is not (JsonObject or JsonArray) ? value.Span
        : value.HasName ? value.NameSpan
        : new TextSpan(value.Span.Start, 1);
}
