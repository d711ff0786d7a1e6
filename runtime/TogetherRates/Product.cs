using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>The one multiplication that pricing is made of.</summary>
internal static class Product
{
    /// <summary>Rate times quantity, neither negative: below 2^126, so two of them add up without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt128 Of(long rate, long quantity) =>
#if NET9_0_OR_GREATER
        Math.BigMul((ulong)rate, (ulong)quantity);
#else
        (UInt128)(ulong)rate * (ulong)quantity;
#endif
}
