using System.Globalization;
using System.Text;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes values as C# literals and as text in documentation.</summary>
internal static class Literal
{
    private const ulong Ten = 10;
    private const string HexDigits = "0123456789ABCDEF";
    private const int Group = 3;
    private const int Thousand = 1_000;
    private const int LongestInteger = 27;

    /// <summary>A string in quotes, in plain ASCII so that no editor or diff can show it wrongly.</summary>
    /// <param name="text">The string.</param>
    /// <returns>The literal.</returns>
    public static string String(string text)
    {
        if (IsPlain(text) && text.IndexOf('"') < 0 && text.IndexOf('\\') < 0)
        {
            return "\"" + text + "\"";
        }

        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (c is < ' ' or > '~')
            {
                AppendEscape(literal, c);
            }
            else
            {
                literal.Append(c);
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>An integer with its thousands apart.</summary>
    /// <param name="number">The number.</param>
    /// <returns>For instance <c>4_000_000_000</c>.</returns>
    public static string Integer(long number) =>
        number is >= 0 and < Thousand ? number.ToString(CultureInfo.InvariantCulture) : AppendInteger(new StringBuilder(LongestInteger), number).ToString();

    /// <inheritdoc cref="Integer(long)"/>
    public static string Integer(ulong number) => AppendInteger(new StringBuilder(LongestInteger), number).ToString();

    /// <summary>Appends an integer with its thousands apart: tables have tens of thousands, which would all be strings else.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="number">The number.</param>
    /// <returns>The same text.</returns>
    public static StringBuilder AppendInteger(StringBuilder text, long number) => number < 0
        ? AppendInteger(text.Append('-'), unchecked((ulong)-number))
        : AppendInteger(text, (ulong)number);

    /// <summary>Appends a character as a string of C# can name it.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="character">The character.</param>
    public static void AppendEscape(StringBuilder text, char character)
    {
        if (character == '\0')
        {
            text.Append("\\0");
            return;
        }

        text.Append("\\u");
        for (var shift = 12; shift >= 0; shift -= 4)
        {
            text.Append(HexDigits[(character >> shift) & 0xF]);
        }
    }

    /// <summary>Text that can stand in a comment or a directive: one line, all of which can be seen.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with spaces for line ends, and question marks for characters that hide, reorder or break others.</returns>
    public static string Comment(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            line.Append(CharUnicodeInfo.GetUnicodeCategory(text, i) switch
            {
                // What C# takes for the end of a line would end the comment.
                UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Control => text[i] is '\r' or '\n' or '\u0085' ? " " : "?",
                UnicodeCategory.Format or UnicodeCategory.Surrogate => "?",
                _ when text[i] >= '\uFFFE' => "?",
                _ => isPair ? text.Substring(i, 2) : text[i].ToString(),
            });
            i += isPair ? 1 : 0;
        }

        return line.ToString();
    }

    /// <summary>Text that can stand in an XML comment: as in any comment, with nothing that reads as markup.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The escaped text.</returns>
    public static string Xml(string text) => Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Whether text can stand in an XML comment as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How many of its characters count.</param>
    /// <returns>Whether <see cref="Xml"/> would change nothing.</returns>
    public static bool IsPlainXml(char[] text, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (text[i] is < ' ' or > '~' or '&' or '<' or '>')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static StringBuilder AppendInteger(StringBuilder text, ulong number)
    {
        var place = 1UL;
        var digits = 1;
        for (; number / place >= Ten; place *= Ten)
        {
            digits++;
        }

        while (true)
        {
            text.Append((char)('0' + (number / place % Ten)));
            digits--;
            if (digits == 0)
            {
                return text;
            }

            if (digits % Group == 0)
            {
                text.Append('_');
            }

            place /= Ten;
        }
    }
}
