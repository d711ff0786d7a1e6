using System.Globalization;
using System.Text;

namespace TogetherRates.Cli.Output;

/// <summary>Keeps text that comes from a card or a call on one line, and its control characters away from the terminal.</summary>
internal static class OneLine
{
    private const int MaxLength = 2_000;

    /// <summary>The text with control characters spelled out; a very long one is cut.</summary>
    public static string Of(string text)
    {
        var end = Math.Min(text.Length, MaxLength);
        var line = new StringBuilder(end);
        foreach (var character in text.AsSpan(0, end))
        {
            _ = char.IsControl(character) || character is '\u2028' or '\u2029'
                ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                : line.Append(character);
        }

        return text.Length > end ? line.Append("...").ToString() : line.ToString();
    }
}
