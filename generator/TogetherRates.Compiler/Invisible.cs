using System.Globalization;
using System.Text;

namespace TogetherRates.Compiler;

/// <summary>Characters that upset terminals, logs and code without being seen: controls, ends of lines, marks of direction, halves of pairs.</summary>
public static class Invisible
{
    /// <summary>Whether such a character starts at a place in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The place, in UTF-16 units.</param>
    /// <returns>Whether it does. One beyond the basic plane starts at its first half.</returns>
    public static bool IsAt(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Puts U+FFFD where such a character stands, so that the text is one visible line.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text itself when there is none in it.</returns>
    public static string Mark(string text)
    {
        StringBuilder? marked = null;
        for (var i = 0; i < text.Length;)
        {
            var width = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (IsAt(text, i))
            {
                marked ??= new StringBuilder(text, 0, i, text.Length);
                marked.Append('\uFFFD');
            }
            else
            {
                marked?.Append(text, i, width);
            }

            i += width;
        }

        return marked?.ToString() ?? text;
    }
}
