using System.Text;

namespace TogetherRates.Compiler.Json;

// Objects and arrays, and what stands between their parts.
internal sealed partial class JsonParser
{
    private const int none = -1;

    // The children of all containers still open; each container takes its own from the end when it closes.
    private readonly List<JsonProperty> properties = [];
    private readonly List<JsonNode> items = [];

    // Where the containers still open begin, outermost first.
    private readonly List<int> open = [];

    // The next comma may be absent: what took its place has been reported.
    private bool commaExcused;

    // Brackets left open at the end follow from a mistake that has been reported.
    private bool endExcused;

    /// <summary>The bracket that opens the container around the innermost one.</summary>
    private char OuterBracket => open.Count < 2 ? '\0' : text[open[open.Count - 2]];

    private JsonObject ReadObject()
    {
        int start = position++;
        int mark = properties.Count;
        int comma = none;
        int end = none;
        int errorsAtEnd = 0;
        open.Add(start);
        while (!AtClose('}', comma))
        {
            if (text[position] == '{' && end != none && OuterBracket == '[')
            {
                // An object cannot be meant for a property: it is the next item around this object.
                CloseBefore('}', end, errorsAtEnd);
                break;
            }

            JsonNode value = ReadProperty();
            end = value.Span.End;
            errorsAtEnd = errors.Count;
            comma = ReadCommaAfterProperty(value);
        }

        open.RemoveAt(open.Count - 1);
        var own = new JsonProperty[properties.Count - mark];
        properties.CopyTo(mark, own, 0, own.Length);
        properties.RemoveRange(mark, own.Length);
        var node = new JsonObject(TextSpan.Between(start, position), own);
        ReportRepeatedNames(node);
        return node;
    }

    private JsonArray ReadArray()
    {
        int start = position++;
        int mark = items.Count;
        int comma = none;
        int end = none;
        int errorsAtEnd = 0;
        bool namesReported = false;
        open.Add(start);
        while (!AtClose(']', comma))
        {
            JsonNode item = ReadValue();
            if (item is JsonString && end != none && OuterBracket == '{' && AtColon())
            {
                // A property cannot be meant for an item: it is the next one around this array.
                CloseBefore(']', end, errorsAtEnd);
                break;
            }

            items.Add(item);
            end = item.Span.End;
            errorsAtEnd = errors.Count;
            comma = ReadCommaAfterItem(item, ref namesReported);
        }

        open.RemoveAt(open.Count - 1);
        var own = new JsonNode[items.Count - mark];
        items.CopyTo(mark, own, 0, own.Length);
        items.RemoveRange(mark, own.Length);
        return new JsonArray(TextSpan.Between(start, position), own);
    }

    /// <summary>Reads a property up to the end of its value, and returns the value.</summary>
    private JsonNode ReadProperty()
    {
        int start = position;
        string name;
        bool reported;
        switch (text[position])
        {
            case '"' or '\'':
                name = ReadString(isName: true, out bool isClosed);
                reported = !isClosed;
                break;
            case ':':
                name = "";
                reported = true;
                Report(new TextSpan(position, 1), "expected a property name in double quotes before ':'");
                break;
            case '{' or '[':
                Report(new TextSpan(position, 1), $"expected a property name in double quotes and ':' before '{text[position]}'");
                JsonNode nameless = ReadValue();
                return new JsonMissing(new TextSpan(nameless.Span.End, 0));
            default:
                name = ReadBareName();
                reported = true;
                break;
        }

        var nameSpan = TextSpan.Between(start, position);
        if (!AtColon())
        {
            if (At('='))
            {
                Report(new TextSpan(position, 1), "expected ':' between a property name and its value, but found '='");
            }
            else if (reported)
            {
                commaExcused = true;
                return new JsonMissing(new TextSpan(nameSpan.End, 0));
            }
            else
            {
                return AddProperty(name, nameSpan, ReadValueWithoutColon(nameSpan.End));
            }
        }

        position++;
        JsonNode value = ReadPropertyValue();
        return nameSpan.Length == 0 ? value : AddProperty(name, nameSpan, value);
    }

    private JsonNode AddProperty(string name, TextSpan nameSpan, JsonNode value)
    {
        properties.Add(new JsonProperty(name, nameSpan, value));
        return value;
    }

    private string ReadBareName()
    {
        var span = TextSpan.Between(position, WordEnd(position));
        string found = Excerpt(span);
        string message;
        if (LooksLikeProperty(position))
        {
            message = $"a property name stands in double quotes; put them around {found}";
        }
        else if (text[position] is >= '0' and <= '9')
        {
            message = $"expected a property name in double quotes, but found {found}; a number has no decimal comma and no thousands separator";
        }
        else
        {
            message = $"expected a property name in double quotes, but found {found}";
        }

        Report(span, message, isGuess: true);
        position = span.End;
        return strings.Get(text, span.Start, span.Length);
    }

    /// <summary>Reads the value after a name that no colon follows.</summary>
    private JsonNode ReadValueWithoutColon(int nameEnd)
    {
        var place = new TextSpan(nameEnd, 0);
        if (AtEnd)
        {
            return new JsonMissing(place);
        }

        if (AtValue && !LooksLikeProperty(position))
        {
            Report(place, "expected ':' after the property name; add it here", isGuess: true);
            return ReadValue();
        }

        Report(place, "expected ':' and a value after the property name", isGuess: true);
        commaExcused = AtValue;
        return new JsonMissing(place);
    }

    /// <summary>Reads the value after a colon.</summary>
    private JsonNode ReadPropertyValue()
    {
        var place = new TextSpan(position, 0);
        SkipTrivia();
        if (AtEnd)
        {
            return new JsonMissing(place);
        }

        int start = position;
        int errorsBefore = errors.Count;
        if (AtValue)
        {
            JsonNode value = ReadValue();
            if (value is not JsonString || !AtColon())
            {
                return value;
            }

            // The string is the name of the next property.
            position = start;
            errors.TakeBack(errorsBefore);
            commaExcused = true;
        }

        Report(place, "expected a value after ':'");
        return new JsonMissing(place);
    }

    /// <summary>Whether the innermost container ends here, for good or by a mistake. Skips commas that have nothing before them.</summary>
    /// <param name="close">The bracket that ends the container.</param>
    /// <param name="comma">Where the comma before the position is, if there is one.</param>
    private bool AtClose(char close, int comma)
    {
        while (true)
        {
            SkipTrivia();
            if (AtEnd)
            {
                ReportUnclosed();
                return true;
            }

            char c = text[position];
            if (c == close)
            {
                position++;
                if (comma != none)
                {
                    Report(new TextSpan(comma, 1), $"nothing follows this comma but '{close}'; remove it");
                }

                return true;
            }

            if (c is '}' or ']')
            {
                CloseWithWrongBracket(close);
                return true;
            }

            if (c is not (',' or ';'))
            {
                return false;
            }

            Report(new TextSpan(position, 1), $"there is nothing before this '{c}'; remove it");
            position++;
            comma = none;
        }
    }

    /// <summary>Takes the comma after a property, and returns where it is; what stands there instead is reported.</summary>
    private int ReadCommaAfterProperty(JsonNode value)
    {
        bool excused = commaExcused;
        bool reported = value is JsonMissing;
        commaExcused = false;
        while (true)
        {
            SkipTrivia();
            if (AtEnd)
            {
                return none;
            }

            char c = text[position];
            switch (c)
            {
                case ',':
                    return position++;
                case ';':
                    ReportSemicolon();
                    return none;
                case '}' or ']':
                case '{' when OuterBracket == '[':
                    return none;
                case ':':
                    ReportUnexpected(new TextSpan(position, 1), reported);
                    position++;
                    break;
                case '{' or '[':
                    ReportUnexpected(new TextSpan(position, 1), reported);
                    ReadValue();
                    break;
                default:
                    if (c is '"' or '\'' || LooksLikeProperty(position))
                    {
                        ReportMissingComma(value.Span.End, "property", excused);
                        return none;
                    }

                    var word = TextSpan.Between(position, WordEnd(position));
                    ReportUnexpected(word, reported);
                    position = word.End;
                    break;
            }

            reported = true;
        }
    }

    /// <summary>Takes the comma after an item, and returns where it is; what stands there instead is reported.</summary>
    private int ReadCommaAfterItem(JsonNode item, ref bool namesReported)
    {
        bool excused = commaExcused;
        bool reported = item is JsonMissing;
        commaExcused = false;
        while (true)
        {
            SkipTrivia();
            if (AtEnd)
            {
                return none;
            }

            switch (text[position])
            {
                case ',':
                    return position++;
                case ';':
                    ReportSemicolon();
                    return none;
                case '}' or ']':
                    return none;
                case ':':
                    if (!reported && !namesReported)
                    {
                        Report(
                            new TextSpan(position, 1),
                            $"an array has no property names; write '{{' for the '[' on line {LineOf(open[open.Count - 1])} and '}}' for its ']', or remove the name");
                    }

                    namesReported = true;
                    position++;
                    SkipTrivia();
                    if (AtValue)
                    {
                        ReadValue();
                    }

                    break;
                default:
                    if (reported && text[position] is not ('"' or '\'' or '{' or '['))
                    {
                        position = WordEnd(position);
                        break;
                    }

                    ReportMissingComma(item.Span.End, "item", excused);
                    return none;
            }
        }
    }

    private void ReportMissingComma(int end, string what, bool excused)
    {
        if (!excused)
        {
            Report(new TextSpan(end, 0), $"expected ',' before the next {what}; add one after the value that ends here", isGuess: true);
        }
    }

    private void ReportSemicolon() =>
        Report(new TextSpan(position++, 1), "values are separated by ',' and not by ';'");

    private void ReportUnexpected(TextSpan span, bool reported)
    {
        if (!reported)
        {
            Report(span, $"expected ',' or '}}' after the value, but found {Excerpt(span)}", isGuess: true);
        }
    }

    /// <summary>Ends the innermost container where its last child ends, and lets the one around it read on from there.</summary>
    private void CloseBefore(char close, int end, int errorsAtEnd)
    {
        position = end;
        errors.TakeBack(errorsAtEnd);
        commaExcused = true;
        Report(new TextSpan(end, 0), $"expected '{close}' here, to close {InnermostContainer()}");
    }

    /// <summary>
    /// Ends the innermost container at a bracket of the other kind. Where the container around it can end there, the right
    /// bracket was left out; else this one was mistyped.
    /// </summary>
    private void CloseWithWrongBracket(char close)
    {
        char found = text[position];
        var span = new TextSpan(position, 1);
        bool leftOut = OuterBracket == (found == '}' ? '{' : '[') && (open.Count > 2 || !IsTextAfter(position + 1));
        if (leftOut)
        {
            Report(span, $"expected '{close}' before this '{found}', to close {InnermostContainer()}");
        }
        else
        {
            Report(span, $"expected '{close}' and not '{found}', to close {InnermostContainer()}");
            position++;
        }
    }

    private bool IsTextAfter(int index)
    {
        while (index < text.Length && IsSpace(text[index]))
        {
            index++;
        }

        return index < text.Length;
    }

    private void ReportUnclosed()
    {
        if (endExcused)
        {
            return;
        }

        int end = text.Length;
        while (IsSpace(text[end - 1]))
        {
            end--;
        }

        var closing = new StringBuilder();
        for (int i = open.Count - 1; i >= 0; i--)
        {
            closing.Append(text[open[i]] == '{' ? '}' : ']');
        }

        endExcused = true;
        Report(new TextSpan(end, 0), $"the file ends inside {InnermostContainer()}; add '{closing}' to close all that is open");
    }

    private string InnermostContainer()
    {
        int start = open[open.Count - 1];
        return $"the {(text[start] == '{' ? "object" : "array")} that starts on line {LineOf(start)}";
    }

    private void ReportRepeatedNames(JsonObject node)
    {
        foreach (JsonProperty property in node.Properties)
        {
            JsonProperty? first = node.TryGet(property.Name);
            if (first is not null && !ReferenceEquals(first, property) && !errors.IsClosed)
            {
                string message =
                    $"{Excerpt(property.NameSpan)} stands already on line {LineOf(first.NameSpan.Start)} in the same object; remove or rename one of them";
                errors.Add(new JsonError(JsonErrorKind.DuplicateKey, property.NameSpan, message), isGuess: false);
            }
        }
    }
}
