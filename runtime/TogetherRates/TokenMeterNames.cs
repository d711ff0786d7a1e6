namespace TogetherRates;

/// <summary>Meters as rate cards and quotes spell them, and what pricing one of them implies for its parts.</summary>
internal static class TokenMeterNames
{
    private static readonly TokenMeters[] all =
    [
        TokenMeters.Input,
        TokenMeters.CachedInput,
        TokenMeters.CacheWrite,
        TokenMeters.CacheWrite1h,
        TokenMeters.Output,
        TokenMeters.Reasoning,
    ];

    /// <summary>The name of one meter, in camel case.</summary>
    public static string Name(this TokenMeters meter) => meter switch
    {
        TokenMeters.Input => "input",
        TokenMeters.CachedInput => "cachedInput",
        TokenMeters.CacheWrite => "cacheWrite",
        TokenMeters.CacheWrite1h => "cacheWrite1h",
        TokenMeters.Output => "output",
        TokenMeters.Reasoning => "reasoning",
        _ => throw new ArgumentOutOfRangeException(nameof(meter), meter, "Not one meter."),
    };

    /// <summary>The names of several meters, or "nothing".</summary>
    public static string Names(this TokenMeters meters) =>
        meters == TokenMeters.None
            ? "nothing"
            : string.Join(", ", all.Where(meter => meters.HasFlag(meter)).Select(Name));

    /// <summary>The meters that have a rate, their own or their parent's.</summary>
    public static TokenMeters WithParts(this TokenMeters priced)
    {
        if ((priced & TokenMeters.Input) != 0)
        {
            priced |= TokenMeters.CachedInput | TokenMeters.CacheWrite;
        }

        if ((priced & TokenMeters.CacheWrite) != 0)
        {
            priced |= TokenMeters.CacheWrite1h;
        }

        return (priced & TokenMeters.Output) != 0 ? priced | TokenMeters.Reasoning : priced;
    }
}
