using System.Globalization;

namespace TogetherRates.Compiler.Json;

/// <summary>
/// One pass over one text. It descends as the text nests, so the depth limit is what bounds the stack. After a mistake
/// it goes on as if the nearest correct text stood there, and stays quiet about what follows from that mistake alone.
/// </summary>
internal sealed partial class JsonParser
{
    private const int ValuesBetweenCancellationChecks = 1024;
    private const int LongestExcerpt = 40;

    private readonly string text;
    private readonly CancellationToken cancellation;
    private readonly JsonErrorList errors = new();
    private readonly StringTable strings;

    private int position;
    private int valuesRead;
    private LineMap? lines;

    /// <summary>Prepares to read a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="linesLackingAQuote">The lines, from 0, on which an earlier pass found an odd number of quotes.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public JsonParser(string text, IEnumerable<int> linesLackingAQuote, CancellationToken cancellation)
    {
        this.text = text;
        strings = new StringTable(text.Length);
        this.linesLackingAQuote = [.. linesLackingAQuote];
        this.cancellation = cancellation;
    }

    public IReadOnlyList<JsonError> Errors => errors.ToSortedList();

    // When the list of errors is closed, reading is over wherever it stands.
    private bool AtEnd => position >= text.Length || errors.IsClosed;

    // Made when a message first needs a line.
    private LineMap Lines => lines ??= new LineMap(text);

    // A value, or something that was meant for one.
    private bool AtValue => !AtEnd && text[position] is not ('}' or ']' or ',' or ':' or ';');

    public JsonNode ReadDocument()
    {
        if (At('\uFEFF'))
        {
            position++;
        }

        SkipTrivia();
        if (AtEnd)
        {
            if (errors.Count == 0)
            {
                Report(new TextSpan(0, 0), "the file is empty; a rate card is a JSON object");
            }

            return new JsonMissing(new TextSpan(0, 0));
        }

        JsonNode root = ReadValue();
        SkipTrivia();
        if (!AtEnd && root is not JsonMissing)
        {
            Report(
                TokenSpan(),
                $"found {Excerpt(TokenSpan())} after the end of the card; a file holds one value, so remove this or check the brackets before it");
        }

        return root;
    }

    /// <summary>Reads the value at the position, which is not the end. Takes nothing from the text where no value begins.</summary>
    private JsonNode ReadValue()
    {
        if (++valuesRead % ValuesBetweenCancellationChecks == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        switch (text[position])
        {
            case '{' or '[' when depth == JsonReader.MaxDepth:
                return RefuseDepth();
            case '{':
                return ReadObject(isOpened: true);
            case '[':
                return ReadArray(isOpened: true);
            case '"' or '\'':
                int start = position;
                string value = ReadString(isName: false, out _);
                return new JsonString(TextSpan.Between(start, position), value);
            case '}' or ']' or ',' or ':' or ';':
                Report(new TextSpan(position, 1), $"expected a value, but found '{text[position]}'");
                return new JsonMissing(new TextSpan(position, 0));
            default:
                return ReadWord();
        }
    }

    private JsonMissing RefuseDepth()
    {
        var span = new TextSpan(position, 1);
        string message = $"this is more than {JsonReader.MaxDepth} levels deep, and no rate card needs that; the rest of the file is not read";
        errors.AddLast(new JsonError(JsonErrorKind.TooDeep, span, message));
        return new JsonMissing(span);
    }

    /// <summary>Skips white space, and with an error what JSON does not count as such: other spaces and comments.</summary>
    private void SkipTrivia()
    {
        while (position < text.Length)
        {
            char c = text[position];
            if (c is ' ' or '\n' or '\r' or '\t')
            {
                position++;
            }
            else if ((c > ' ' && c < '\u0080' && c is not ('/' or '#')) || errors.IsClosed || !TrySkipForeignTrivia())
            {
                return;
            }
        }
    }

    private bool TrySkipForeignTrivia()
    {
        int start = position;
        if (IsCommentStart(start) || text[start] == '#')
        {
            SkipComment();
            return true;
        }

        while (position < text.Length && IsForeignSpace(text[position]))
        {
            position++;
        }

        if (position == start)
        {
            return false;
        }

        Report(TextSpan.Between(start, position), $"{CodePoint(text[start])} is not white space in JSON; replace it with an ordinary space");
        return true;
    }

    private void SkipComment()
    {
        int start = position;
        bool isBlock = text[start] == '/' && text[start + 1] == '*';
        int end = isBlock ? text.IndexOf("*/", start + 2, StringComparison.Ordinal) : LineEnd(start);
        if (end < 0)
        {
            position = text.Length;
            endExcused = true;
            Report(new TextSpan(start, 2), "JSON has no comments, and this one is never closed; remove it");
            return;
        }

        position = isBlock ? end + 2 : end;
        Report(TextSpan.Between(start, position), "JSON has no comments; remove it");
    }

    private bool At(char c) => !AtEnd && text[position] == c;

    private bool AtColon()
    {
        SkipTrivia();
        return At(':');
    }

    private bool IsCommentStart(int index) =>
        text[index] == '/' && index + 1 < text.Length && text[index + 1] is '/' or '*';

    private static bool IsForeignSpace(char c) =>
        c is not (' ' or '\n' or '\r' or '\t') && (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B' or '\u2060');

    private static bool IsSpace(char c) => c == ' ' || (c is '\n' or '\r' or '\t') || IsForeignSpace(c);

    private int SkipSpaces(int index)
    {
        while (index < text.Length && IsSpace(text[index]))
        {
            index++;
        }

        return index;
    }

    private int LineEnd(int start)
    {
        int end = start;
        while (end < text.Length && text[end] is not ('\n' or '\r'))
        {
            end++;
        }

        return end;
    }

    /// <summary>Reports a mistake.</summary>
    /// <param name="span">Where.</param>
    /// <param name="message">What is wrong and what to do.</param>
    private void Report(TextSpan span, string message) => errors.Add(new JsonError(JsonErrorKind.Syntax, span, message));

    private int LineOf(int offset) => Lines.PositionOf(offset).Line;

    /// <summary>What stands at the position, as far as it belongs together.</summary>
    private TextSpan TokenSpan() => TextSpan.Between(position, text[position] is '"' or '\'' ? QuotedEnd(position) : WordEnd(position));

    /// <summary>A stretch of the text in quotes for a message: short, and without characters that upset a terminal.</summary>
    private string Excerpt(TextSpan span)
    {
        if (span.Length >= 3 && text[span.Start] is '"' or '\'' && text[span.End - 1] == text[span.Start])
        {
            span = new TextSpan(span.Start + 1, span.Length - 2);
        }

        int length = Math.Min(span.Length, LongestExcerpt);
        if (char.IsHighSurrogate(text[span.Start + length - 1]))
        {
            length--;
        }

        char[] shown = text.ToCharArray(span.Start, length);
        for (int i = 0; i < shown.Length; i++)
        {
            if (char.IsControl(shown[i]))
            {
                shown[i] = '\uFFFD';
            }
        }

        return "'" + new string(shown) + (length < span.Length ? "…'" : "'");
    }

    private static string CodePoint(char c) => "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
}
