using System.Diagnostics.CodeAnalysis;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Arguments;

/// <summary>Reads how many units of something were used: <c>12000</c>, <c>12_000</c>, <c>12K</c> or <c>1.5M</c>, exactly.</summary>
internal static class Quantity
{
    /// <summary>Reads a whole number from 0 to 2^63 - 1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quantity">The number.</param>
    /// <param name="error">Why it isn't one.</param>
    public static bool TryParse(string text, out long quantity, [NotNullWhen(false)] out string? error)
    {
        error = null;
        return TryParseDigits(text, out quantity) || TryParseScaled(text, out quantity, out error);
    }

    // A loop, because the framework's parser loads types that take longer than all digits.
    private static bool TryParseDigits(string text, out long quantity)
    {
        quantity = 0;
        foreach (var character in text)
        {
            var digit = character - '0';
            if (digit is < 0 or > 9 || quantity > (long.MaxValue - digit) / 10)
            {
                return false;
            }

            quantity = (quantity * 10) + digit;
        }

        return text.Length > 0;
    }

    // Apart, because plain digits needn't wait for the compiler's exact fractions to load.
    private static bool TryParseScaled(string text, out long quantity, [NotNullWhen(false)] out string? error)
    {
        quantity = 0;
        error = null;
        var scale = text.Length > 0 ? Size.ScaleOf(char.ToUpperInvariant(text[^1])) : null;
        var digits = scale is null ? text : text[..^1];
        if (!IsGrouped(digits) || !Rational.TryParseDecimal(TrimZeros(digits.Replace("_", "", StringComparison.Ordinal)), out var number, out _))
        {
            error = text is ['-', _, ..] && IsGrouped(digits[1..])
                ? $"'{text}' is negative; a quantity is 0 or more"
                : $"'{text}' isn't a quantity; write a whole number such as 12000, 12_000, 12K or 1.5M";
            return false;
        }

        number *= scale ?? 1;
        if (!number.IsInteger)
        {
            error = $"'{text}' is {number}, which isn't a whole number";
            return false;
        }

        if (number.Numerator > long.MaxValue)
        {
            error = $"'{text}' is more than {long.MaxValue}, the most that can be counted";
            return false;
        }

        quantity = (long)number.Numerator;
        return true;
    }

    // Digits with at most one point, and underscores only between two digits.
    private static bool IsGrouped(string text)
    {
        var points = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            points += text[i] == '.' ? 1 : 0;
            var isBetweenDigits = i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            if (text[i] is not ('.' or '_') || !isBetweenDigits || points > 1)
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    // JSON's numbers, which the parser reads, have no zeros in front.
    internal static string TrimZeros(string digits)
    {
        var trimmed = digits.TrimStart('0');
        return trimmed is [] or ['.', ..] ? "0" + trimmed : trimmed;
    }
}
