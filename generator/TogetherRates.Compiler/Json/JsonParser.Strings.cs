using System.Globalization;
using System.Text;

namespace TogetherRates.Compiler.Json;

// Strings and their escapes.
internal sealed partial class JsonParser
{
    private readonly HashSet<int> linesLackingAQuote;
    private readonly HashSet<int> linesReported = [];

    /// <summary>The lines, from 0, where a missing quote is reported.</summary>
    public IReadOnlyCollection<int> LinesLackingAQuote => linesReported;

    /// <summary>Reads the string whose quote stands at the position. A string never goes on beyond its line.</summary>
    /// <param name="isName">Whether a property name is expected, which a colon ends when the quote is missing.</param>
    /// <param name="isClosed">Whether the quote at the end is there.</param>
    private string ReadString(bool isName, out bool isClosed) => MustFindQuote(position)
        ? ReadMisquotedString(isName, out isClosed)
        : ReadQuotedString(isName, out isClosed);

    /// <summary>Reads a string on a line that has one quote too few or too many.</summary>
    private string ReadMisquotedString(bool isName, out bool isClosed)
    {
        int start = position;
        int next = QuotedEnd(start);
        bool goesOn = next < text.Length && !IsWordEnd(next);
        if (goesOn && next > start + 2)
        {
            // What follows the quote belongs into a string, so this quote opens the next one.
            isClosed = false;
            return ReadUnclosedString(start, next - 1, isName);
        }

        if (goesOn)
        {
            position++;
            ReportExtraQuote(start);
            return ReadQuotedString(isName, out isClosed);
        }

        string value = ReadQuotedString(isName, out isClosed);
        if (isClosed && At(text[start]) && IsWordEnd(position + 1))
        {
            ReportExtraQuote(position++);
        }

        return value;
    }

    private string ReadQuotedString(bool isName, out bool isClosed)
    {
        int start = position;
        int end = start + 1;
        char quote = text[start];
        while (end < text.Length && text[end] != quote && text[end] != '\\' && text[end] >= ' ')
        {
            end++;
        }

        StringBuilder? decoded = end < text.Length && text[end] != quote ? new StringBuilder(text, start + 1, end - start - 1, 64) : null;
        while (end < text.Length && text[end] != quote && text[end] is not ('\n' or '\r') && !errors.IsClosed)
        {
            end = ReadCharacter(end, quote, decoded!);
        }

        isClosed = end < text.Length && text[end] == quote;
        if (!isClosed)
        {
            return ReadUnclosedString(start, end, isName);
        }

        position = end + 1;
        if (quote == '\'')
        {
            Report(TextSpan.Between(start, position), "a string stands in double quotes; write \" for '");
        }

        return decoded?.ToString() ?? strings.Get(text, start + 1, end - start - 1);
    }

    private string ReadUnclosedString(int start, int limit, bool isName)
    {
        int end = limit;
        if (isName && text.IndexOf(':', start, limit - start) is > 0 and int colon)
        {
            end = colon;
        }
        else
        {
            // Such an end is rarely meant for the text.
            while (end > start + 1 && text[end - 1] is ' ' or '\t' or ',' or '}' or ']')
            {
                end--;
            }
        }

        linesReported.Add(Lines.PositionOf(start).LineIndex);
        Report(TextSpan.Between(start, end), "this string is not closed; add the missing '\"'");
        endExcused |= limit == text.Length;
        position = end;
        return strings.Get(text, start + 1, end - start - 1);
    }

    private void ReportExtraQuote(int index)
    {
        linesReported.Add(Lines.PositionOf(index).LineIndex);
        Report(new TextSpan(index, 1), "this quote is one too many; remove it");
    }

    /// <summary>Reads a string that has its quote only at the end, if one starts at the position.</summary>
    private bool TryReadUnopenedString(out string value)
    {
        int start = position;
        int end = start;
        value = "";
        if (!MustFindQuote(start))
        {
            return false;
        }

        while (end < text.Length && text[end] is not ('"' or ',' or ':' or ';' or '{' or '}' or '[' or ']' or '\n' or '\r'))
        {
            end++;
        }

        if (end == text.Length || text[end] != '"' || !IsWordEnd(end + 1))
        {
            return false;
        }

        position = end + 1;
        linesReported.Add(Lines.PositionOf(start).LineIndex);
        Report(TextSpan.Between(start, position), "this string is not opened; add the missing '\"' before it");
        value = strings.Get(text, start, end - start);
        return true;
    }

    private bool MustFindQuote(int offset) => LacksAQuote(offset) && !linesReported.Contains(Lines.PositionOf(offset).LineIndex);

    private bool LacksAQuote(int offset) =>
        linesLackingAQuote.Count > 0 && linesLackingAQuote.Contains(Lines.PositionOf(offset).LineIndex);

    /// <summary>Adds the character or escape at an index, and returns the index after it.</summary>
    private int ReadCharacter(int index, char quote, StringBuilder decoded)
    {
        char c = text[index];
        if (c == '\\' && index + 1 < text.Length && text[index + 1] is not ('\n' or '\r'))
        {
            return ReadEscape(index, quote, decoded);
        }

        if (c < ' ')
        {
            string advice = c == '\t' ? "write \\t" : "write \\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);
            Report(new TextSpan(index, 1), $"the control character {CodePoint(c)} cannot stand in a string; {advice}");
        }

        decoded.Append(c);
        return index + 1;
    }

    private int ReadEscape(int index, char quote, StringBuilder decoded)
    {
        char c = text[index + 1];
        if (c == 'u')
        {
            return ReadUnicodeEscape(index, decoded);
        }

        switch (c)
        {
            case '"' or '\\' or '/':
                decoded.Append(c);
                break;
            case 'b':
                decoded.Append('\b');
                break;
            case 'f':
                decoded.Append('\f');
                break;
            case 'n':
                decoded.Append('\n');
                break;
            case 'r':
                decoded.Append('\r');
                break;
            case 't':
                decoded.Append('\t');
                break;
            default:
                decoded.Append(c);
                if (c != quote)
                {
                    var span = new TextSpan(index, 2);
                    Report(span, $"JSON has no escape {Excerpt(span)}; write \\\\ for a backslash");
                }

                break;
        }

        return index + 2;
    }

    private int ReadUnicodeEscape(int index, StringBuilder decoded)
    {
        int end = index + 2;
        int code = 0;
        while (end < text.Length && end < index + 6 && HexDigit(text[end]) is >= 0 and int digit)
        {
            code = (code * 16) + digit;
            end++;
        }

        if (end == index + 6)
        {
            decoded.Append((char)code);
        }
        else
        {
            var span = TextSpan.Between(index, end);
            Report(span, $"{Excerpt(span)} has {end - index - 2} of the 4 hexadecimal digits that \\u needs; write them all, or \\\\ for a backslash");
        }

        return end;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    /// <summary>Where the string that starts at an index ends, its quote included; the end of the line when that is missing.</summary>
    private int QuotedEnd(int start)
    {
        int end = start + 1;
        while (end < text.Length && text[end] is not ('\n' or '\r'))
        {
            if (text[end] == text[start])
            {
                return end + 1;
            }

            bool isEscape = text[end] == '\\' && end + 1 < text.Length && text[end + 1] is not ('\n' or '\r');
            end += isEscape ? 2 : 1;
        }

        return end;
    }
}
