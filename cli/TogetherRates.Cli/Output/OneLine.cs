using System.Globalization;
using System.Text;

namespace TogetherRates.Cli.Output;

/// <summary>Keeps text that comes from a card or a call on one line, and what steers a terminal without being seen away from it.</summary>
internal static class OneLine
{
    private const int MaxLength = 2_000;

    /// <summary>The text with control characters and marks of direction spelled out; a very long one is cut.</summary>
    public static string Of(string text)
    {
        var end = Math.Min(text.Length, MaxLength);
        var line = new StringBuilder(end);
        foreach (var character in text.AsSpan(0, end))
        {
            _ = IsInvisible(character)
                ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                : line.Append(character);
        }

        return text.Length > end ? line.Append("...").ToString() : line.ToString();
    }

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
