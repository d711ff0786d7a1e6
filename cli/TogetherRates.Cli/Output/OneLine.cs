using System.Globalization;
using System.Text;
using TogetherRates.Compiler;

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
        for (var i = 0; i < end; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            _ = (Invisible.IsAt(text, i), isPair) switch
            {
                (true, true) => line.Append(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(text, i):x8}"),
                (true, false) => line.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}"),
                _ => line.Append(text, i, isPair ? 2 : 1),
            };
            i += isPair ? 1 : 0;
        }

        return text.Length > end ? line.Append("...").ToString() : line.ToString();
    }
}
