using System.Globalization;

namespace TogetherRates.Compiler.Cards;

/// <summary>Reads and writes numbers of tokens such as <c>200K</c>.</summary>
public static class TokenCount
{
    /// <summary>Reads a number of tokens.</summary>
    /// <param name="text">For instance <c>200K</c>, <c>1M</c> or <c>272000</c>.</param>
    /// <param name="count">The number.</param>
    /// <returns>Whether the text is a positive, whole number below 2^63 - 1, as for a <see cref="Size"/>.</returns>
    public static bool TryParse(string text, out long count)
    {
        if (Size.TryParse(text, out var size))
        {
            count = (long)size.Parameters;
            return true;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is > 0 and < long.MaxValue;
    }

    /// <summary>A number of tokens for people.</summary>
    /// <param name="count">The number.</param>
    /// <returns>For instance <c>200K</c>.</returns>
    public static string TextOf(long count)
    {
        var (scale, suffix) = count % 1_000_000 == 0 ? (1_000_000, "M") : count % 1_000 == 0 ? (1_000, "K") : (1, string.Empty);
        return (count / scale).ToString(CultureInfo.InvariantCulture) + suffix;
    }
}
