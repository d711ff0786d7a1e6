using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads the properties of one JSON object as what they have to be, and says so where they are something else.</summary>
/// <remarks>A card has thousands of objects, so none is made for one to be read.</remarks>
internal readonly struct ObjectReader
{
    private readonly JsonObject node;
    private readonly string owner;
    private readonly string? name;

    // A bit for each name. Most names that are asked for aren't there, and most of them have a bit that isn't set.
    private readonly ulong names;

    /// <summary>Starts on an object and reports the properties that its shape doesn't have.</summary>
    /// <param name="node">The object.</param>
    /// <param name="shape">What it may hold.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="owner">What the object is called in messages; the shape's description unless given.</param>
    /// <param name="name">Its name, which follows in messages; a card has thousands of objects and few messages.</param>
    public ObjectReader(JsonObject node, Shape shape, ProblemList problems, string? owner = null, string? name = null)
    {
        this.node = node;
        this.owner = owner ?? shape.Description;
        this.name = name;
        Problems = problems;

        foreach (var property in node.Properties)
        {
            names |= BitOf(property.Name);
            if (!shape.Has(property.Name))
            {
                problems.Add(
                    Rules.UnknownProperty,
                    property.NameSpan,
                    shape.Description,
                    Shorten(property.Name),
                    NameAdvice.On(property.Name, shape.Properties).ToString());
            }
        }
    }

    /// <summary>Where problems go.</summary>
    public ProblemList Problems { get; }

    /// <summary>The object's place in the text.</summary>
    public TextSpan Span => node.Span;

    /// <summary>Whether the object has a property.</summary>
    /// <param name="name">The property.</param>
    /// <returns>Whether it is there.</returns>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The first of some properties that the object has.</summary>
    /// <param name="names">The properties.</param>
    /// <returns>Its name, or null when none is there.</returns>
    public string? FirstOf(string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (Has(names[i]))
            {
                return names[i];
            }
        }

        return null;
    }

    /// <summary>A property's value, whatever it is.</summary>
    /// <param name="name">The property; one of the shape's.</param>
    /// <returns>The value, or null when it isn't there or the text stops before it.</returns>
    public JsonNode? Find(string name) => (names & BitOf(name)) != 0 && node.TryGet(name) is { } value and not JsonMissing ? value : null;

    /// <summary>A value that has to be there.</summary>
    /// <param name="name">The property.</param>
    /// <param name="why">What it is good for.</param>
    /// <returns>The value, or null when it is missing, which is then reported.</returns>
    public JsonNode? Require(string name, string why)
    {
        if (node.TryGet(name) is not { } value)
        {
            Problems.Add(Rules.MissingProperty, new TextSpan(node.Span.Start, 1), this.name is null ? owner : $"{owner} '{this.name}'", name, why);
            return null;
        }

        return value is JsonMissing ? null : value;
    }

    /// <summary>Reads a string.</summary>
    /// <param name="name">The property.</param>
    /// <returns>The string, or null.</returns>
    public string? String(string name) => Find(name) is { } value ? AsString(name, value)?.Value : null;

    /// <summary>Reads a name or an id: a string that isn't empty and has no stray characters.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">The property's value.</param>
    /// <returns>The string, or null.</returns>
    public string? Label(string name, JsonNode? value)
    {
        if (value is null || AsString(name, value) is not { } text)
        {
            return null;
        }

        return IsPlainLabel(text.Value) || CheckLabel(Problems, "'" + name + "'", text.Value, text.Span) ? text.Value : null;
    }

    /// <summary>Reads <c>true</c>.</summary>
    /// <param name="name">The property.</param>
    /// <returns>Whether the property is there and true; <c>false</c> says nothing and counts as a mistake.</returns>
    public bool Flag(string name)
    {
        if (Find(name) is not { } value)
        {
            return false;
        }

        if (value.Kind == JsonKind.True)
        {
            return true;
        }

        WrongKind(name, value, "true, or not there");
        return false;
    }

    /// <summary>Reads a number, from a JSON number or a string that holds one.</summary>
    /// <param name="name">The property.</param>
    /// <returns>The exact number, or null.</returns>
    public Rational? Number(string name) => Find(name) is { } value ? AsNumber(name, value) : null;

    /// <summary>Reads a value as a number.</summary>
    /// <param name="name">The property, for messages.</param>
    /// <param name="value">The value.</param>
    /// <returns>The exact number, or null.</returns>
    public Rational? AsNumber(string name, JsonNode value)
    {
        string? text = value switch
        {
            JsonNumber number => number.Text,
            JsonString quoted => quoted.Value,
            _ => null,
        };
        if (text is null)
        {
            WrongKind(name, value, "a number");
            return null;
        }

        if (Rational.TryParseDecimal(text, out var result, out var error))
        {
            return result;
        }

        Problems.Add(Rules.UnreadableNumber, value.Span, Shorten(text), WhyUnreadable(error));
        return null;
    }

    /// <summary>Reads a small whole number.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">The property's value.</param>
    /// <param name="least">The least it may be.</param>
    /// <param name="most">The most it may be.</param>
    /// <returns>The number, or null.</returns>
    public int? Integer(string name, JsonNode? value, int least, int most)
    {
        if (value is null || AsNumber(name, value) is not { } number)
        {
            return null;
        }

        if (number.IsInteger && number >= least && number <= most)
        {
            return (int)(long)number;
        }

        Problems.Add(Rules.UnreadableNumber, value.Span, number.ToString(), $"'{name}' has to be a whole number from {least} to {most}");
        return null;
    }

    /// <summary>Reads a size such as <c>4.1B</c>.</summary>
    /// <param name="name">The property.</param>
    /// <returns>The size, or null.</returns>
    public Size? Size(string name)
    {
        if (Find(name) is not { } value || AsString(name, value) is not { } text)
        {
            return null;
        }

        if (Cards.Size.TryParse(text.Value, out var size))
        {
            return size;
        }

        Problems.Add(Rules.UnreadableUnit, text.Span, Shorten(text.Value), "a size in parameters", "\"4.1B\", \"150M\" or \"1T\"");
        return null;
    }

    /// <summary>Reads one word out of a few.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">The property's value.</param>
    /// <param name="words">The words to choose from.</param>
    /// <returns>The index of the word, or -1.</returns>
    public int Word(string name, JsonNode? value, params string[] words)
    {
        if (value is null || AsString(name, value) is not { } text)
        {
            return -1;
        }

        var index = System.Array.IndexOf(words, text.Value);
        if (index < 0)
        {
            Problems.Add(Rules.UnknownWord, text.Span, Shorten(text.Value), name, NameAdvice.On(text.Value, words).ToString());
        }

        return index;
    }

    /// <summary>Reads an object.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">The property's value.</param>
    /// <returns>The object, or null.</returns>
    public JsonObject? Object(string name, JsonNode? value)
    {
        if (value is null or JsonObject)
        {
            return value as JsonObject;
        }

        WrongKind(name, value, "an object");
        return null;
    }

    /// <summary>Reads a list.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">The property's value.</param>
    /// <returns>The list, or null.</returns>
    public JsonArray? List(string name, JsonNode? value)
    {
        if (value is null or JsonArray)
        {
            return value as JsonArray;
        }

        WrongKind(name, value, "a list in [ ]");
        return null;
    }

    /// <summary>Reads an object that says nothing where it is empty.</summary>
    /// <param name="name">The property.</param>
    /// <param name="least">The least that it has to have.</param>
    /// <returns>The object, or null.</returns>
    public JsonObject? FilledObject(string name, string least)
    {
        var found = Object(name, Find(name));
        if (found is { Properties.Count: 0 })
        {
            ReportEmpty(name, found, "an empty object", least);
        }

        return found;
    }

    /// <summary>Reads a list that says nothing where it is empty.</summary>
    /// <param name="name">The property.</param>
    /// <param name="least">The least that it has to have.</param>
    /// <returns>The list, or null.</returns>
    public JsonArray? FilledList(string name, string least)
    {
        var found = List(name, Find(name));
        if (found is { Items.Count: 0 })
        {
            ReportEmpty(name, found, "an empty list", least);
        }

        return found;
    }

    /// <summary>Reports two properties that can't stand together.</summary>
    /// <param name="first">One property.</param>
    /// <param name="second">The other, at which the problem is reported.</param>
    /// <param name="why">Why not.</param>
    public void Contradiction(string first, string second, string why)
    {
        if (Find(second) is { } value)
        {
            Problems.Add(Rules.Contradiction, value.Span, first, second, why);
        }
    }

    /// <summary>Checks that a name or an id can be shown and typed.</summary>
    /// <param name="problems">Where problems go.</param>
    /// <param name="what">What the text is, for messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="span">Where it stands.</param>
    /// <returns>Whether it is fine.</returns>
    public static bool CheckLabel(ProblemList problems, string what, string text, TextSpan span)
    {
        if (text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1]))
        {
            var state = text.Trim().Length == 0 ? "is empty" : "starts or ends with white space";
            problems.Add(Rules.EmptyText, span, what, state, "write the name as the provider does");
            return false;
        }

        if (text.Length > Limits.LabelLength)
        {
            problems.Add(Rules.EmptyText, span, what, $"has {text.Length} characters", $"at most {Limits.LabelLength} are allowed");
            return false;
        }

        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) && char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            // Invisible characters make two ids that look alike; no API has them in an id.
            if (text[i] is (< ' ' or > '~') && IsUnseen(text, i))
            {
                var code = char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i) : text[i];
                problems.Add(Rules.EmptyText, span, what, $"has the invisible character U+{code:X4}", "remove it");
                return false;
            }
        }

        return true;
    }

    private static ulong BitOf(string name) => name.Length == 0 ? 1 : 1UL << ((name[0] + (5 * name.Length)) & 63);

    private JsonString? AsString(string name, JsonNode value)
    {
        if (value is JsonString text)
        {
            return text;
        }

        WrongKind(name, value, "a string in quotes");
        return null;
    }

    private void WrongKind(string name, JsonNode value, string expected) =>
        Problems.Add(Rules.WrongKind, value.Span, name, value.Description, expected);

    private void ReportEmpty(string name, JsonNode value, string what, string least) =>
        Problems.Add(Rules.WrongKind, value.Span, name, what, least + " at least, or not there");

    private static string WhyUnreadable(NumberError error) => error switch
    {
        NumberError.TooLong => $"it has more than {Rational.MaxDigits} digits",
        NumberError.ExponentTooLarge => $"its exponent lies outside +-{Rational.MaxExponent}",
        _ => "write it like 0.10 or 1e-7",
    };

    // Nearly all are, and those need no words about them.
    private static bool IsPlainLabel(string text)
    {
        foreach (var c in text)
        {
            if (c is <= ' ' or > '~')
            {
                return false;
            }
        }

        return text.Length is > 0 and <= Limits.LabelLength;
    }

    // The two last places of the basic plane are no characters at all. Variation selectors, fillers and the like are of categories that are mostly seen.
    private static bool IsUnseen(string text, int index) =>
        text[index] is >= '\uFFFE' or '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or (>= '\u180B' and <= '\u180F') or '\u2800' or '\u3164'
            or (>= '\uFE00' and <= '\uFE0F') or '\uFFA0'
        || (text[index] == '\uDB40' && index + 1 < text.Length && text[index + 1] is >= '\uDD00' and <= '\uDDEF')
        || Invisible.IsAt(text, index);

    private static string Shorten(string text) => text.Length <= 60 ? text : text.Substring(0, char.IsSurrogatePair(text, 56) ? 56 : 57) + "...";
}
