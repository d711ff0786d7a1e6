namespace TogetherRates.Compiler.Cards;

/// <summary>What is counted and billed. The names are those of the card, in PascalCase.</summary>
public enum Meter
{
    /// <summary>All tokens that go in.</summary>
    Input,

    /// <summary>The part of the input that was read from a cache.</summary>
    CachedInput,

    /// <summary>The part of the input that was written to a cache.</summary>
    CacheWrite,

    /// <summary>The part of the cache writes that is kept for an hour.</summary>
    CacheWrite1h,

    /// <summary>All tokens that come out.</summary>
    Output,

    /// <summary>The part of the output that the model used to reason.</summary>
    Reasoning,
}

/// <summary>The one vocabulary of meters.</summary>
public static class Meters
{
    private static readonly string[] Names = ["input", "cachedInput", "cacheWrite", "cacheWrite1h", "output", "reasoning"];

    /// <summary>All meters, wholes before their parts.</summary>
    public static IReadOnlyList<Meter> All { get; } =
        [Meter.Input, Meter.CachedInput, Meter.CacheWrite, Meter.CacheWrite1h, Meter.Output, Meter.Reasoning];

    /// <summary>The meter's name in a card.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>A camelCase name.</returns>
    public static string NameOf(Meter meter) => Names[(int)meter];

    /// <summary>The meter's name on the command line.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>A kebab-case name.</returns>
    public static string OptionOf(Meter meter) => meter switch
    {
        Meter.CachedInput => "cached-input",
        Meter.CacheWrite => "cache-write",
        Meter.CacheWrite1h => "cache-write-1h",
        _ => NameOf(meter),
    };

    /// <summary>Finds a meter by its name in a card or on the command line.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meter">The meter.</param>
    /// <returns>Whether there is such a meter.</returns>
    public static bool TryParse(string name, out Meter meter)
    {
        foreach (var candidate in All)
        {
            if (NameOf(candidate) == name || OptionOf(candidate) == name)
            {
                meter = candidate;
                return true;
            }
        }

        meter = default;
        return false;
    }

    /// <summary>The meter that this one is a part of.</summary>
    /// <param name="meter">The part.</param>
    /// <returns>The whole, or null for a meter that is none's part.</returns>
    public static Meter? WholeOf(Meter meter) => meter switch
    {
        Meter.CachedInput or Meter.CacheWrite => Meter.Input,
        Meter.CacheWrite1h => Meter.CacheWrite,
        Meter.Reasoning => Meter.Output,
        _ => null,
    };
}
