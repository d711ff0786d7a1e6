namespace TogetherRates.Compiler.Numbers;

/// <summary>The parts of a number in JSON syntax (RFC 8259, section 6), as offsets into its text.</summary>
internal readonly struct NumberSyntax
{
    private NumberSyntax(bool isNegative, int integer, int integerEnd, int fraction, int fractionEnd, int exponent, int end)
    {
        IsNegative = isNegative;
        Integer = integer;
        IntegerEnd = integerEnd;
        Fraction = fraction;
        FractionEnd = fractionEnd;
        Exponent = exponent;
        End = end;
    }

    public bool IsNegative { get; }

    public int Integer { get; }

    public int IntegerEnd { get; }

    /// <summary>The first digit after the point; equal to <see cref="FractionEnd"/> when there is none.</summary>
    public int Fraction { get; }

    public int FractionEnd { get; }

    /// <summary>The sign or first digit of the exponent; equal to <see cref="End"/> when there is none.</summary>
    public int Exponent { get; }

    public int End { get; }

    /// <summary>Reads the longest number that starts at an offset; <see langword="false"/> when none does.</summary>
    public static bool TryRead(string text, int start, out NumberSyntax number)
    {
        number = default;
        bool isNegative = start < text.Length && text[start] == '-';
        int integer = isNegative ? start + 1 : start;
        int integerEnd = SkipDigits(text, integer);
        if (integerEnd == integer || (integerEnd > integer + 1 && text[integer] == '0'))
        {
            return false;
        }

        int fraction = integerEnd;
        int fractionEnd = integerEnd;
        if (integerEnd < text.Length && text[integerEnd] == '.')
        {
            fraction = integerEnd + 1;
            fractionEnd = SkipDigits(text, fraction);
            if (fractionEnd == fraction)
            {
                return false;
            }
        }

        int exponent = fractionEnd;
        int end = fractionEnd;
        if (fractionEnd < text.Length && text[fractionEnd] is 'e' or 'E')
        {
            exponent = fractionEnd + 1;
            int digits = exponent < text.Length && text[exponent] is '+' or '-' ? exponent + 1 : exponent;
            end = SkipDigits(text, digits);
            if (end == digits)
            {
                return false;
            }
        }

        number = new NumberSyntax(isNegative, integer, integerEnd, fraction, fractionEnd, exponent, end);
        return true;
    }

    private static int SkipDigits(string text, int start)
    {
        int end = start;
        while (end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end;
    }
}
