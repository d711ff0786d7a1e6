using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>Quantities on meters never wrap.</summary>
internal static class QuantitySum
{
    /// <summary>Two quantities of a meter together.</summary>
    /// <exception cref="OverflowException">64 bits don't hold the sum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(long left, long right, Meter meter)
    {
        if (!TryAdd(left, right, out var sum))
        {
            ThrowTooMany(left, right, meter.ToCamelCase());
        }

        return sum;
    }

    /// <inheritdoc cref="Of(long, long, Meter)"/>
    public static long Of(long left, long right, string meter)
    {
        if (!TryAdd(left, right, out var sum))
        {
            ThrowTooMany(left, right, meter);
        }

        return sum;
    }

    // A sum that wrapped has the sign of neither.
    private static bool TryAdd(long left, long right, out long sum)
    {
        sum = unchecked(left + right);
        return ((left ^ sum) & (right ^ sum)) >= 0;
    }

    [DoesNotReturn]
    private static void ThrowTooMany(long left, long right, string meter) => throw new OverflowException(string.Create(
        CultureInfo.InvariantCulture, $"{left} and {right} on the meter {meter} can't be added: a quantity has 64 bits, so 2^63 - 1 is the largest."));
}
