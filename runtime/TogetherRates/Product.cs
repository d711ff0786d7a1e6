using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates;

/// <summary>The one multiplication that pricing is made of.</summary>
internal static class Product
{
    /// <summary>Rate times quantity, neither negative: below 2^126 quanta.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Money Of(long rate, long quantity)
    {
        var upper = Multiply(rate, quantity, out var lower);
        return new((long)upper, lower);
    }

    /// <summary>Two rates times their quantities, none negative, added up: below 2^127 quanta.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Money Sum(long rate, long quantity, long otherRate, long otherQuantity)
    {
        var upper = Multiply(rate, quantity, out var lower);
        var otherUpper = Multiply(otherRate, otherQuantity, out var otherLower);
        var sum = unchecked(lower + otherLower);
        return new((long)(upper + otherUpper + (sum < lower ? 1UL : 0)), sum);
    }

    /// <summary>As <see cref="Sum"/>, of a sum that is known to be below 2^63 quanta.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Money SmallSum(long rate, long quantity, long otherRate, long otherQuantity) =>
        new(0, unchecked((ulong)((rate * quantity) + (otherRate * otherQuantity))));

    /// <summary>Rate times quantity, neither negative, as a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt128 NumberOf(long rate, long quantity)
    {
        var upper = Multiply(rate, quantity, out var lower);
        return new(upper, lower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Multiply(long rate, long quantity, out ulong lower)
    {
        var (a, b) = ((ulong)rate, (ulong)quantity);
        if (!Bmi2.X64.IsSupported)
        {
            return Math.BigMul(a, b, out lower);
        }

        // Math.BigMul takes the low half through memory; here both halves stay in registers.
        lower = unchecked(a * b);
        return Bmi2.X64.MultiplyNoFlags(a, b);
    }
}
