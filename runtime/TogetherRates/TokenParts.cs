using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>Wholes and parts of tokens: how a usage is taken apart so that each token is counted once, and what each part is billed as.</summary>
internal static class TokenParts
{
    /// <summary>How many meters count tokens of requests; they are the first of the vocabulary.</summary>
    public const int Count = (int)Meter.OutputVideo + 1;

    /// <summary>The meters that count tokens of requests.</summary>
    public static MeterSet All { get; } = MeterSet.Of([.. Enum.GetValues<Meter>()[..Count]]);

    /// <summary>
    /// The meters whose price a part can have, the nearest first. What is read from the cache costs as its kind does before it costs as
    /// cached text: a discount on text is no promise for sound.
    /// </summary>
    public static ReadOnlySpan<Meter> BilledAs(Meter part) => part switch
    {
        Meter.Input => [Meter.Input],
        Meter.CachedInput => [Meter.CachedInput, Meter.Input],
        Meter.CacheWrite => [Meter.CacheWrite, Meter.Input],
        Meter.CacheWrite1h => [Meter.CacheWrite1h, Meter.CacheWrite, Meter.Input],
        Meter.InputAudio => [Meter.InputAudio, Meter.Input],
        Meter.CachedInputAudio => [Meter.CachedInputAudio, Meter.InputAudio, Meter.CachedInput, Meter.Input],
        Meter.InputImage => [Meter.InputImage, Meter.Input],
        Meter.CachedInputImage => [Meter.CachedInputImage, Meter.InputImage, Meter.CachedInput, Meter.Input],
        Meter.InputVideo => [Meter.InputVideo, Meter.Input],
        Meter.Output => [Meter.Output],
        Meter.Reasoning => [Meter.Reasoning, Meter.Output],
        Meter.OutputAudio => [Meter.OutputAudio, Meter.Output],
        Meter.OutputImage => [Meter.OutputImage, Meter.Output],
        Meter.OutputVideo => [Meter.OutputVideo, Meter.Output],
        _ => [],
    };

    /// <summary>The tokens of a usage, each on the smallest part that counts it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Parts are larger than what they are parts of.</exception>
    public static TokenCounts Split(in Usage usage)
    {
        var counts = default(TokenCounts);

        // Cached sound is a part of the sound and of the cached input: taken out twice, it is put back once.
        counts[(int)Meter.Input] = Rest(
            usage,
            Meter.Input,
            [Meter.CachedInput, Meter.CacheWrite, Meter.InputAudio, Meter.InputImage, Meter.InputVideo],
            [Meter.CachedInputAudio, Meter.CachedInputImage]);
        counts[(int)Meter.CachedInput] = Rest(usage, Meter.CachedInput, [Meter.CachedInputAudio, Meter.CachedInputImage], []);
        counts[(int)Meter.CacheWrite] = Rest(usage, Meter.CacheWrite, [Meter.CacheWrite1h], []);
        counts[(int)Meter.InputAudio] = Rest(usage, Meter.InputAudio, [Meter.CachedInputAudio], []);
        counts[(int)Meter.InputImage] = Rest(usage, Meter.InputImage, [Meter.CachedInputImage], []);
        counts[(int)Meter.Output] = Rest(
            usage, Meter.Output, [Meter.Reasoning, Meter.OutputAudio, Meter.OutputImage, Meter.OutputVideo], []);
        foreach (var whole in (ReadOnlySpan<Meter>)[
            Meter.CacheWrite1h, Meter.CachedInputAudio, Meter.CachedInputImage, Meter.InputVideo,
            Meter.Reasoning, Meter.OutputAudio, Meter.OutputImage, Meter.OutputVideo])
        {
            counts[(int)whole] = usage[whole];
        }

        return counts;
    }

    private static long Rest(in Usage usage, Meter whole, ReadOnlySpan<Meter> parts, ReadOnlySpan<Meter> countedTwice)
    {
        Int128 rest = usage[whole];
        foreach (var part in parts)
        {
            rest -= usage[part];
        }

        foreach (var part in countedTwice)
        {
            rest += usage[part];
        }

        return rest >= 0 ? (long)rest : ThrowLarger(usage, whole, parts);
    }

    private static long ThrowLarger(in Usage usage, Meter whole, ReadOnlySpan<Meter> parts)
    {
        var named = new List<string>();
        foreach (var part in parts)
        {
            if (usage[part] > 0)
            {
                named.Add($"{part.ToCamelCase()} ({usage[part]})");
            }
        }

        var verb = named.Count == 1 ? "is a part" : "are parts";
        throw new ArgumentOutOfRangeException(
            nameof(usage),
            $"{string.Join(" and ", named)} {verb} of {whole.ToCamelCase()}, but larger than {whole.ToCamelCase()} ({usage[whole]}).");
    }
}

/// <summary>A number for each meter that counts tokens.</summary>
[InlineArray(TokenParts.Count)]
internal struct TokenCounts
{
    private long first;
}
