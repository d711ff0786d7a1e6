using System.Numerics;

namespace TogetherRates.Runtime.Tests;

/// <summary>A row of rates beside a plain restatement of what it charges, in unlimited integers.</summary>
internal sealed record Row(TokenMeters Priced, long[] Own, long[] PerToken)
{
    public TokenRates Rates { get; } = new(
        Given(Priced, TokenMeters.Input, Own[0]),
        Given(Priced, TokenMeters.CachedInput, Own[1]),
        Given(Priced, TokenMeters.CacheWrite, Own[2]),
        Given(Priced, TokenMeters.CacheWrite1h, Own[3]),
        Given(Priced, TokenMeters.Output, Own[4]),
        Given(Priced, TokenMeters.Reasoning, Own[5]));

    public static Row Resolve(TokenMeters priced, long[] own)
    {
        var input = priced.HasFlag(TokenMeters.Input) ? own[0] : 0;
        var cached = priced.HasFlag(TokenMeters.CachedInput) ? own[1] : input;
        var write = priced.HasFlag(TokenMeters.CacheWrite) ? own[2] : input;
        var write1h = priced.HasFlag(TokenMeters.CacheWrite1h) ? own[3] : write;
        var output = priced.HasFlag(TokenMeters.Output) ? own[4] : 0;
        var reasoning = priced.HasFlag(TokenMeters.Reasoning) ? own[5] : output;
        return new Row(priced, own, [input, cached, write, write1h, output, reasoning]);
    }

    /// <summary>The cost in quanta, or null if some tokens have no price.</summary>
    public BigInteger? Cost(TokenUsage usage)
    {
        (long Quantity, bool IsPriced)[] parts =
        [
            (usage.Input - usage.CachedInput - usage.CacheWrite, Has(TokenMeters.Input)),
            (usage.CachedInput, Has(TokenMeters.CachedInput) || Has(TokenMeters.Input)),
            (usage.CacheWrite - usage.CacheWrite1h, Has(TokenMeters.CacheWrite) || Has(TokenMeters.Input)),
            (usage.CacheWrite1h, Has(TokenMeters.CacheWrite1h) || Has(TokenMeters.CacheWrite) || Has(TokenMeters.Input)),
            (usage.Output - usage.Reasoning, Has(TokenMeters.Output)),
            (usage.Reasoning, Has(TokenMeters.Reasoning) || Has(TokenMeters.Output)),
        ];
        return Priced == TokenMeters.None || parts.Any(part => part.Quantity > 0 && !part.IsPriced)
            ? null
            : parts.Zip(PerToken, (part, rate) => (BigInteger)part.Quantity * rate).Aggregate(BigInteger.Add);
    }

    private static long Given(TokenMeters priced, TokenMeters meter, long rate) => priced.HasFlag(meter) ? rate : TokenRates.Unpriced;

    private bool Has(TokenMeters meter) => Priced.HasFlag(meter);
}
