namespace TogetherRates.Compiler.Json;

// Objects and arrays.
internal sealed partial class JsonParser
{
    private const int None = -1;

    // The items of all arrays still open; each array takes its own from the end when it closes.
    private readonly List<JsonNode> items = [];

    // Where the containers still open begin, outermost first.
    private readonly Container[] open = new Container[JsonReader.MaxDepth];
    private int depth;

    // The next comma may be absent: what took its place has been reported.
    private bool commaExcused;

    // Brackets left open at the end follow from a mistake that has been reported.
    private bool endExcused;

    /// <summary>The bracket that opens the container around the innermost one.</summary>
    private char OuterBracket => depth < 2 ? '\0' : open[depth - 2].Bracket;

    private bool MayNest => depth < JsonReader.MaxDepth;

    /// <summary>Reads the object at the position.</summary>
    /// <param name="isOpened">Whether its first bracket is there.</param>
    private JsonObject ReadObject(bool isOpened)
    {
        int start = position;
        JsonNode? first = null;
        JsonNode? last = null;
        int count = 0;
        int comma = None;
        int end = None;
        int errorsAtEnd = 0;
        position += isOpened ? 1 : 0;
        open[depth++] = new Container(start, '{');
        while (!AtClose('}', ref comma))
        {
            if (text[position] == '{' && end != None && OuterBracket == '[' && SurplusOf('}') < 0)
            {
                // An object cannot be meant for a property: it is the next item around this object.
                CloseBefore('}', end, errorsAtEnd);
                break;
            }

            JsonNode value = ReadProperty();
            if (value.HasName)
            {
                first ??= value;
                last?.Next = value;
                last = value;
                count++;
            }

            end = value.Span.End;
            errorsAtEnd = errors.Count;
            comma = ReadCommaAfterProperty(value);
        }

        depth--;
        var node = new JsonObject(TextSpan.Between(start, position), new JsonPropertyCollection(first, count));
        ReportRepeatedNames(node);
        return node;
    }

    /// <summary>Reads the array at the position.</summary>
    /// <param name="isOpened">Whether its first bracket is there.</param>
    private JsonArray ReadArray(bool isOpened)
    {
        int start = position;
        int mark = items.Count;
        int comma = None;
        int end = None;
        int errorsAtEnd = 0;
        bool namesReported = false;
        position += isOpened ? 1 : 0;
        open[depth++] = new Container(start, '[');
        while (!AtClose(']', ref comma))
        {
            int itemStart = position;
            int errorsBefore = errors.Count;
            JsonNode item = ReadValue();
            if (item is JsonString && AtColon())
            {
                if (LacksOpeningBrace())
                {
                    item = ReadUnopenedObject(itemStart, errorsBefore);
                }
                else if (end != None && OuterBracket == '{' && SurplusOf(']') < 0)
                {
                    // A property cannot be meant for an item: it is the next one around this array.
                    CloseBefore(']', end, errorsAtEnd);
                    break;
                }
            }

            items.Add(item);
            end = item.Span.End;
            errorsAtEnd = errors.Count;
            comma = ReadCommaAfterItem(item, ref namesReported);
        }

        depth--;
        var own = new JsonNode[items.Count - mark];
        items.CopyTo(mark, own, 0, own.Length);
        items.RemoveRange(mark, own.Length);
        return new JsonArray(TextSpan.Between(start, position), own);
    }

    private void ReportRepeatedNames(JsonObject node)
    {
        if (Ascend(node.Properties))
        {
            return;
        }

        foreach (JsonNode property in node.Properties)
        {
            if (node.TryGet(property.Name) is { } first && !ReferenceEquals(first, property) && !errors.IsClosed)
            {
                string message =
                    $"{Excerpt(property.NameSpan)} stands already on line {LineOf(first.NameSpan.Start)} in the same object; remove or rename one of them";
                errors.Add(new JsonError(JsonErrorKind.DuplicateKey, property.NameSpan, message));
            }
        }
    }

    // Whether each name is after the one before it, as in most long lists: then none can be repeated.
    private static bool Ascend(JsonPropertyCollection properties)
    {
        string? before = null;
        foreach (JsonNode property in properties)
        {
            if (before is not null && string.CompareOrdinal(before, property.Name) >= 0)
            {
                return false;
            }

            before = property.Name;
        }

        return true;
    }

    // Where an object or an array begins, and the bracket that it begins with or should.
    private readonly struct Container(int start, char bracket)
    {
        public int Start => start;

        public char Bracket => bracket;
    }
}
