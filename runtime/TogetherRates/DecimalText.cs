namespace TogetherRates;

/// <summary>Reads digits as they are written: ASCII, the same in every culture, never through a binary float.</summary>
internal static class DecimalText
{
    /// <summary>
    /// Reads "12", "0.10" or "4.05" as a count of units of a decimal place: 405 of the second. Zeros at the end don't count.
    /// </summary>
    /// <returns>False if the text is something else, needs more than <paramref name="maxPlaces"/> places, or is too large.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, int maxPlaces, out UInt128 count, out int places)
    {
        var dot = text.IndexOf('.');
        var whole = dot < 0 ? text : text[..dot];
        var fraction = dot < 0 ? "0" : text[(dot + 1)..];
        var digits = fraction.TrimEnd('0');
        places = digits.Length;
        count = 0;
        return fraction.Length > 0
            && places <= maxPlaces
            && TryReadDigits(whole, 0, out count)
            && (places == 0 || TryReadDigits(digits, count, out count));
    }

    /// <summary>Reads at least one digit, carrying on from <paramref name="start"/>.</summary>
    public static bool TryReadDigits(ReadOnlySpan<char> text, UInt128 start, out UInt128 value)
    {
        // Few numbers need more than 64 bits, which take far longer.
        value = start;
        var narrow = (ulong)start;
        var isNarrow = start == narrow;
        foreach (var character in text)
        {
            var digit = (uint)(character - '0');
            if (digit > 9)
            {
                return false;
            }

            if (isNarrow && narrow <= (ulong.MaxValue - 9) / 10)
            {
                narrow = (narrow * 10) + digit;
                continue;
            }

            value = isNarrow ? narrow : value;
            isNarrow = false;
            if (value > (UInt128.MaxValue - 9) / 10)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        value = isNarrow ? narrow : value;
        return text.Length > 0;
    }
}
