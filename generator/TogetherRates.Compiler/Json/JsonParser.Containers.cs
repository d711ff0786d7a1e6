using System.Text;

namespace TogetherRates.Compiler.Json;

// Objects and arrays, and what stands between their parts.
internal sealed partial class JsonParser
{
    private const int None = -1;

    // The children of all containers still open; each container takes its own from the end when it closes.
    private readonly List<JsonProperty> properties = [];
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
        int mark = properties.Count;
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
            end = value.Span.End;
            errorsAtEnd = errors.Count;
            comma = ReadCommaAfterProperty(value);
        }

        depth--;
        var own = new JsonProperty[properties.Count - mark];
        properties.CopyTo(mark, own, 0, own.Length);
        properties.RemoveRange(mark, own.Length);
        var node = new JsonObject(TextSpan.Between(start, position), own);
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
                return ReadNamelessValue();
            default:
                name = ReadBareName();
                reported = true;
                break;
        }

        var nameSpan = TextSpan.Between(start, position);
        if (!AtColon())
        {
            if (At('=') || At(';'))
            {
                Report(new TextSpan(position, 1), $"expected ':' between a property name and its value, but found '{text[position]}'");
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

    private JsonMissing ReadNamelessValue()
    {
        JsonNode nameless;
        if (SurplusOf(']') > 0 && MayNest)
        {
            SurplusOf(']')--;
            Report(new TextSpan(position, 0), "several values follow one property name; write '[' before the first of them");
            nameless = ReadArray(isOpened: false);
        }
        else
        {
            Report(new TextSpan(position, 1), $"expected a property name in double quotes and ':' before '{text[position]}'");
            nameless = ReadValue();
        }

        return new JsonMissing(new TextSpan(nameless.Span.End, 0));
    }

    private string ReadBareName()
    {
        if (TryReadUnopenedString(out string name))
        {
            return name;
        }

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

        Report(span, message);
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
            Report(place, "expected ':' after the property name; add it here");
            return ReadValue();
        }

        Report(place, "expected ':' and a value after the property name");
        commaExcused = AtValue;
        return new JsonMissing(place);
    }

    /// <summary>Reads the value after a colon.</summary>
    private JsonNode ReadPropertyValue()
    {
        var place = new TextSpan(position, 0);
        SkipTrivia();
        if (IsStrayBeforeValue())
        {
            Report(new TextSpan(position, 1), $"expected a value after ':', but found '{text[position]}'; remove it");
            position++;
            SkipTrivia();
            if (!AtValue)
            {
                return new JsonMissing(place);
            }
        }

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

            if (LacksOpeningBrace())
            {
                return ReadUnopenedObject(start, errorsBefore);
            }

            // The string is the name of the next property.
            position = start;
            errors.TakeBack(errorsBefore);
            commaExcused = true;
        }

        Report(place, "expected a value after ':'");
        return new JsonMissing(place);
    }

    /// <summary>Whether what stands at the position only separates a colon from its value.</summary>
    private bool IsStrayBeforeValue()
    {
        if (AtEnd || text[position] is not (';' or ':' or '}' or ']'))
        {
            return false;
        }

        int next = SkipSpaces(position + 1);
        bool isBeforeValue = next < text.Length && text[next] is not ('}' or ']' or ',' or ':' or ';') && !LooksLikeProperty(next);
        return isBeforeValue && (text[position] is ';' or ':' || SurplusOf(text[position]) > 0);
    }

    /// <summary>Whether a name in a place for a value is best explained by a brace left out before it.</summary>
    private bool LacksOpeningBrace() => MayNest && SurplusOf('}') > 0;

    private JsonObject ReadUnopenedObject(int start, int errorsBefore)
    {
        position = start;
        errors.TakeBack(errorsBefore);
        SurplusOf('}')--;
        Report(new TextSpan(start, 0), "expected '{' before the first property of an object");
        return ReadObject(isOpened: false);
    }

    /// <summary>Whether the innermost container ends here, for good or by a mistake. Skips commas and brackets that are too many.</summary>
    /// <param name="close">The bracket that ends the container.</param>
    /// <param name="comma">Where the comma before the position is, if there is one.</param>
    private bool AtClose(char close, ref int comma)
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
            if (c is '}' or ']')
            {
                if (IsTooMany(c, close))
                {
                    SkipBracket(out comma);
                    continue;
                }

                Close(close, comma);
                return true;
            }

            if (c is not (',' or ';'))
            {
                return false;
            }

            Report(new TextSpan(position, 1), $"there is nothing before this '{c}'; remove it");
            position++;
            comma = None;
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
                return None;
            }

            char c = text[position];
            switch (c)
            {
                case ',':
                    return position++;
                case ';':
                    ReportSemicolon();
                    return None;
                case '}' or ']':
                case '{' when OuterBracket == '[':
                    return None;
                case ':':
                    ReportUnexpected(new TextSpan(position, 1), reported);
                    position++;
                    break;
                case '{' or '[':
                    ReportUnexpected(new TextSpan(position, 1), reported);
                    ReadValue();
                    break;
                case '"' or '\'' when reported && !LooksLikeProperty(position):
                    ReadString(isName: false, out _);
                    break;
                default:
                    if (c is '"' or '\'' || LooksLikeProperty(position))
                    {
                        ReportMissingComma(value.Span.End, "property", excused);
                        return None;
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
                return None;
            }

            switch (text[position])
            {
                case ',':
                    return position++;
                case ';':
                    ReportSemicolon();
                    return None;
                case '}' or ']':
                    return None;
                case ':':
                    if (!reported && !namesReported)
                    {
                        Report(
                            new TextSpan(position, 1),
                            $"an array has no property names; write '{{' for the '[' on line {LineOf(open[depth - 1].Start)} and '}}' for its ']', or remove the name");
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
                    return None;
            }
        }
    }

    private void ReportMissingComma(int end, string what, bool excused)
    {
        if (!excused)
        {
            Report(new TextSpan(end, 0), $"expected ',' before the next {what}; add one after the value that ends here");
        }
    }

    private void ReportSemicolon() =>
        Report(new TextSpan(position++, 1), "values are separated by ',' and not by ';'");

    private void ReportUnexpected(TextSpan span, bool reported)
    {
        if (!reported)
        {
            Report(span, $"expected ',' or '}}' after the value, but found {Excerpt(span)}");
        }
    }

    /// <summary>Ends the innermost container where its last child ends, and lets the one around it read on from there.</summary>
    private void CloseBefore(char close, int end, int errorsAtEnd)
    {
        position = end;
        errors.TakeBack(errorsAtEnd);
        commaExcused = true;
        SurplusOf(close)++;
        Report(new TextSpan(end, 0), $"expected '{close}' here, to close {InnermostContainer()}");
    }

    /// <summary>Whether a bracket at the position closes nothing: neither this container nor, by a mistake, another one.</summary>
    private bool IsTooMany(char bracket, char close) => bracket == close
        ? depth == 1 && SkipSpaces(position + 1) is int next && next < text.Length && text[next] is ',' or '"' && SurplusOf(bracket) > 0
        : SurplusOf(bracket) > 0 && SurplusOf(close) >= 0;

    private void SkipBracket(out int comma)
    {
        char bracket = text[position];
        SurplusOf(bracket)--;
        Report(new TextSpan(position, 1), $"the file has more '{bracket}' than '{(bracket == '}' ? '{' : '[')}'; remove this one, or open what it is to close");
        position++;
        SkipTrivia();
        comma = At(',') ? position++ : None;
    }

    /// <summary>Ends the innermost container at a bracket, which may be the wrong one.</summary>
    private void Close(char close, int comma)
    {
        char found = text[position];
        var span = new TextSpan(position, 1);
        if (found == close)
        {
            position++;
            if (comma != None)
            {
                Report(new TextSpan(comma, 1), $"nothing follows this comma but '{close}'; remove it");
            }
        }
        else if (SurplusOf(found) <= 0 && IsOpen(found == '}' ? '{' : '['))
        {
            SurplusOf(close)++;
            Report(span, $"expected '{close}' before this '{found}', to close {InnermostContainer()}");
        }
        else
        {
            SurplusOf(close)++;
            SurplusOf(found)--;
            Report(span, $"expected '{close}' and not '{found}', to close {InnermostContainer()}");
            position++;
        }
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
        for (int i = depth - 1; i >= 0; i--)
        {
            closing.Append(open[i].Bracket == '{' ? '}' : ']');
        }

        endExcused = true;
        Report(new TextSpan(end, 0), $"the file ends inside {InnermostContainer()}; add '{closing}' to close all that is open");
    }

    private string InnermostContainer()
    {
        (int start, char bracket) = (open[depth - 1].Start, open[depth - 1].Bracket);
        return $"the {(bracket == '{' ? "object" : "array")} that starts on line {LineOf(start)}";
    }

    private void ReportRepeatedNames(JsonObject node)
    {
        for (int i = 0; i < node.Properties.Count; i++)
        {
            JsonProperty property = node.Properties[i];
            JsonProperty? first = node.TryGet(property.Name);
            if (first is not null && !ReferenceEquals(first, property) && !errors.IsClosed)
            {
                string message =
                    $"{Excerpt(property.NameSpan)} stands already on line {LineOf(first.NameSpan.Start)} in the same object; remove or rename one of them";
                errors.Add(new JsonError(JsonErrorKind.DuplicateKey, property.NameSpan, message));
            }
        }
    }

    private bool IsOpen(char bracket)
    {
        for (int i = 0; i < depth; i++)
        {
            if (open[i].Bracket == bracket)
            {
                return true;
            }
        }

        return false;
    }

    // Where an object or an array begins, and the bracket that it begins with or should.
    private readonly struct Container(int start, char bracket)
    {
        public int Start => start;

        public char Bracket => bracket;
    }
}
