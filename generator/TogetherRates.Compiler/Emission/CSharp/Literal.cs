using System.Globalization;
using System.Text;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes values as C# literals and as text in documentation.</summary>
internal static class Literal
{
    /// <summary>A string in quotes, in plain ASCII so that no editor or diff can show it wrongly.</summary>
    /// <param name="text">The string.</param>
    /// <returns>The literal.</returns>
    public static string String(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or > '~' => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>An integer with its thousands apart.</summary>
    /// <param name="number">The number.</param>
    /// <returns>For instance <c>4_000_000_000</c>.</returns>
    public static string Integer(long number) => number.ToString("#,0", Separated);

    /// <inheritdoc cref="Integer(long)"/>
    public static string Integer(ulong number) => number.ToString("#,0", Separated);

    /// <summary>Text that can stand in an XML comment: on one line, with nothing that reads as markup.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The escaped text.</returns>
    public static string Xml(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                // What C# takes for the end of a line would end the comment.
                '\r' or '\n' or '\u0085' or '\u2028' or '\u2029' => " ",
                _ when char.IsControl(c) || char.IsSurrogate(c) => "?",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static readonly NumberFormatInfo Separated = new() { NumberGroupSeparator = "_", NumberGroupSizes = [3], NegativeSign = "-" };
}
