namespace TogetherRates.Compiler.Json;

/// <summary>Finds the place in a text that a <see cref="CardPath"/> means.</summary>
public static class JsonPath
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
        JsonProperty? holder = null;
        foreach (CardPath step in path.Steps())
        {
            if (step.Name is { } name)
            {
                JsonProperty? next = (value as JsonObject)?.TryGet(name);
                if (next is null)
                {
                    return Nearest(value, holder);
                }

                holder = next;
                value = next.Value;
            }
            else if (value is JsonArray array && step.Index < array.Items.Count)
            {
                holder = null;
                value = array.Items[step.Index];
            }
            else
            {
                return Nearest(value, holder);
            }
        }

        return preferName && holder is not null ? holder.NameSpan : value.Span;
    }

    /// <summary>The span of the name of the property at a path; as <see cref="Locate"/> where there is no such property.</summary>
    public static TextSpan LocateName(JsonNode root, CardPath path) => Locate(root, path, preferName: true);

    private static TextSpan Nearest(JsonNode value, JsonProperty? holder) => (value, holder) switch
    {
        (JsonObject or JsonArray, null) => new TextSpan(value.Span.Start, 1),
        (JsonObject or JsonArray, _) => holder.NameSpan,
        _ => value.Span,
    };
}
