namespace TogetherRates.Compiler.Json;

// Names, colons and the values behind them.
internal sealed partial class JsonParser
{
    /// <summary>Reads a property up to the end of its value, and returns the value; without a name where it is no property.</summary>
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
                return Named(name, nameSpan, ReadValueWithoutColon(nameSpan.End));
            }
        }

        position++;
        JsonNode value = ReadPropertyValue();
        return nameSpan.Length == 0 ? value : Named(name, nameSpan, value);
    }

    private static JsonNode Named(string name, TextSpan nameSpan, JsonNode value)
    {
        value.NameAs(name, nameSpan);
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
}
