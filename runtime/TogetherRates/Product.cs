using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates;

/// <summary>The one multiplication that pricing is made of.</summary>
internal static class Product
{
    /// <summary>Rate times quantity, neither negative: below 2^126, so two of them add up without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt128 Of(long rate, long quantity)
    {
        var (a, b) = ((ulong)rate, (ulong)quantity);

        // Math.BigMul takes the low half through memory; here both halves stay in registers.
        return Bmi2.X64.IsSupported
            ? new UInt128(Bmi2.X64.MultiplyNoFlags(a, b), a * b)
            : new UInt128(Math.BigMul(a, b, out var low), low);
    }
}
