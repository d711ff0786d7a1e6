namespace TogetherRates.Compiler.Numbers;

public readonly partial struct Rational
{
    /// <summary>The most digits, before the exponent, of a number that is read.</summary>
    public const int MaxDigits = 400;

    /// <summary>The largest power of ten, of either sign, of a number that is read.</summary>
    public const int MaxExponent = 300;

    // 10^19 is the last power of ten below 2^64, so that many digits always fit.
    private const int MaxShortDigits = 19;

    // 10^18 stays below 2^63, and so does every product of parts of it.
    private const int MaxShortScale = 18;

    /// <summary>
    /// Reads a number in JSON syntax: an optional minus, digits without extra zeros in front, an optional fraction, an
    /// optional power of ten. The value is exact.
    /// </summary>
    /// <param name="text">The number and nothing else.</param>
    /// <param name="value">The number, or 0 when it is not read.</param>
    /// <param name="error">Why it is not read.</param>
    /// <returns>Whether it is read.</returns>
    public static bool TryParseDecimal(string text, out Rational value, out NumberError error)
    {
        value = Zero;
        error = NumberError.None;
        if (!NumberSyntax.TryRead(text, 0, out NumberSyntax number) || number.End != text.Length)
        {
            error = NumberError.Syntax;
        }
        else if (number.IntegerEnd - number.Integer + number.FractionEnd - number.Fraction > MaxDigits)
        {
            error = NumberError.TooLong;
        }
        else if (ReadExponent(text, number) is not int exponent)
        {
            error = NumberError.ExponentTooLarge;
        }
        else
        {
            int scale = exponent - (number.FractionEnd - number.Fraction);
            value = TryReadShort(text, number, out ulong mantissa) ? Scale(mantissa, scale) : Large.Parse(DigitsOf(text, number), scale);
            value = number.IsNegative ? -value : value;
        }

        return error == NumberError.None;
    }

    /// <summary>Reads a number without a power of ten, which nobody writes in front of a unit.</summary>
    /// <param name="text">The number and nothing else.</param>
    /// <param name="value">The number, or 0 when it is not read.</param>
    /// <returns>Whether it is read.</returns>
    public static bool TryParsePlain(string text, out Rational value)
    {
        value = Zero;
        return text.IndexOf('e') < 0 && text.IndexOf('E') < 0 && TryParseDecimal(text, out value, out _);
    }

    private static int? ReadExponent(string text, in NumberSyntax number)
    {
        int exponent = 0;
        bool isNegative = number.Exponent < number.End && text[number.Exponent] == '-';
        int start = number.Exponent < number.End && text[number.Exponent] is '+' or '-' ? number.Exponent + 1 : number.Exponent;
        for (int i = start; i < number.End; i++)
        {
            exponent = (exponent * 10) + (text[i] - '0');
            if (exponent > MaxExponent)
            {
                return null;
            }
        }

        return isNegative ? -exponent : exponent;
    }

    private static bool TryReadShort(string text, in NumberSyntax number, out ulong mantissa)
    {
        mantissa = 0;
        int digits = 0;
        for (int i = number.Integer; i < number.FractionEnd; i++)
        {
            if (text[i] == '.' || (digits == 0 && text[i] == '0'))
            {
                continue;
            }

            digits++;
            if (digits > MaxShortDigits)
            {
                return false;
            }

            mantissa = (mantissa * 10) + (ulong)(text[i] - '0');
        }

        return true;
    }

    private static string DigitsOf(string text, in NumberSyntax number) =>
        text.Substring(number.Integer, number.IntegerEnd - number.Integer) + text.Substring(number.Fraction, number.FractionEnd - number.Fraction);

    /// <summary>mantissa x 10^scale. A power of ten shares only twos and fives with the mantissa, so no general divisor is sought.</summary>
    private static Rational Scale(ulong mantissa, int scale)
    {
        if (mantissa == 0 || (scale == 0 && mantissa <= long.MaxValue))
        {
            return (long)mantissa;
        }

        if (scale is < -MaxShortScale or >= 0)
        {
            return Large.Scaled(mantissa, scale);
        }

        long denominator = 1;
        int twos = -scale;
        for (; twos > 0 && mantissa % 2 == 0; twos--)
        {
            mantissa /= 2;
        }

        int fives = -scale;
        for (; fives > 0 && mantissa % 5 == 0; fives--)
        {
            mantissa /= 5;
        }

        for (; fives > 0; fives--)
        {
            denominator *= 5;
        }

        return mantissa <= long.MaxValue ? new Rational((long)mantissa, denominator << twos) : Large.Fraction(mantissa, denominator << twos);
    }
}
