using System.Numerics;
using TogetherRates.Compiler.Interpretation;

namespace TogetherRates.Compiler.Tests.Interpretation;

/// <summary>Usages as the interpreter takes them.</summary>
internal static class Quantities
{
    public static MeterQuantities Of(
        BigInteger? input = null,
        BigInteger? output = null,
        BigInteger? cachedInput = null,
        BigInteger? cacheWrite = null,
        BigInteger? cacheWrite1h = null,
        BigInteger? reasoning = null) => new()
        {
            [Cards.Meter.Input] = input ?? 0,
            [Cards.Meter.CachedInput] = cachedInput ?? 0,
            [Cards.Meter.CacheWrite] = cacheWrite ?? 0,
            [Cards.Meter.CacheWrite1h] = cacheWrite1h ?? 0,
            [Cards.Meter.Output] = output ?? 0,
            [Cards.Meter.Reasoning] = reasoning ?? 0,
        };

    public static MeterQuantities Of(in TokenUsage usage) =>
        Of(usage.Input, usage.Output, usage.CachedInput, usage.CacheWrite, usage.CacheWrite1h, usage.Reasoning);
}
