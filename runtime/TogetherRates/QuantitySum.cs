using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>Quantities on meters never wrap.</summary>
internal static class QuantitySum
{
    /// <summary>Two quantities of a meter together.</summary>
    /// <param name="left">One, which is not negative.</param>
    /// <param name="right">The other, which is not negative.</param>
    /// <param name="meter">The meter's name, for the message.</param>
    /// <exception cref="OverflowException">The sum is more than 2^63 - 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(long left, long right, string meter)
    {
        var sum = unchecked(left + right);
        if (sum < 0)
        {
            ThrowTooMany(left, right, meter);
        }

        return sum;
    }

    [DoesNotReturn]
    private static void ThrowTooMany(long left, long right, string meter) => throw new OverflowException(string.Create(
        CultureInfo.InvariantCulture, $"{left} and {right} on the meter {meter} are together more than 2^63 - 1, the most that can be counted."));
}
