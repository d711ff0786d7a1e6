using System.Numerics;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Import;

/// <summary>Finds the number that was meant where a binary float was written out.</summary>
/// <remarks>
/// Prices that people publish have few digits; a number with more than twelve was calculated. If it lies within two units in the last
/// place of a float from a number with twelve digits at most, or from a third or a ninth of one (which is what prices per minute and
/// per hour are, per second), that number is meant. What lies near none is left as it is.
/// </remarks>
internal static class FloatNoise
{
    /// <summary>The most significant digits that a number has which was not calculated.</summary>
    public const int Digits = 12;

    // A float has 53 bits, so two units in its last place are at most 2^-51 of it.
    private static readonly Rational Nearness = Rational.One / BigInteger.Pow(2, 51);

    private static readonly int[] Divisors = [1, 3, 9];

    /// <summary>The number that was meant.</summary>
    /// <param name="written">The number as it stands in the source.</param>
    public static Rational Remove(Rational written)
    {
        foreach (var divisor in Divisors)
        {
            var meant = Shorten(written * divisor) / divisor;
            if ((meant - written).Abs() <= written.Abs() * Nearness)
            {
                return meant;
            }
        }

        return written;
    }

    /// <summary>How many significant digits a number has; null for one that has no end.</summary>
    /// <param name="number">The number.</param>
    public static int? CountDigits(Rational number)
    {
        var text = number.ToString();
        return text.Contains('/', StringComparison.Ordinal)
            ? null
            : text.Replace(".", "", StringComparison.Ordinal).Trim('-').Trim('0').Length;
    }

    private static Rational Shorten(Rational number)
    {
        var decimals = Digits;
        for (var unit = number.Abs(); unit.Sign > 0 && unit < Rational.One; unit *= 10)
        {
            decimals++;
        }

        for (var unit = number.Abs(); unit >= Rational.One && decimals > 0; unit /= 10)
        {
            decimals--;
        }

        return number.Round(decimals);
    }
}
