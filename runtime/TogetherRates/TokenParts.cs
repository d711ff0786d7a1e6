using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>Wholes and parts of tokens: how a usage is taken apart so that each token is counted once, and what each part is billed as.</summary>
internal static class TokenParts
{
    /// <summary>How many meters count tokens of requests; they are the first of the vocabulary.</summary>
    public const int Count = (int)Meter.OutputVideo + 1;

    // Rows of four, filled up with the last: the meters whose price a part can have, the nearest first. What is read from the cache costs as
    // its kind does before it costs as cached text: a discount on text is no promise for sound.
    private const int RowLength = 4;

    private static readonly MeterSet Wholes = MeterSet.Of(Meter.Input, Meter.Output);
    private static readonly MeterSet PartsOfInput =
        MeterSet.Of(Meter.CachedInput, Meter.CacheWrite, Meter.InputAudio, Meter.InputImage, Meter.InputVideo);

    private static readonly MeterSet PartsOfCachedInput = MeterSet.Of(Meter.CachedInputAudio, Meter.CachedInputImage);
    private static readonly MeterSet PartsOfCacheWrite = MeterSet.Of(Meter.CacheWrite1h, Meter.CacheWriteAudio);
    private static readonly MeterSet PartsOfInputAudio = MeterSet.Of(Meter.CachedInputAudio, Meter.CacheWriteAudio);
    private static readonly MeterSet PartsOfInputImage = MeterSet.Of(Meter.CachedInputImage);
    private static readonly MeterSet PartsOfTwo = MeterSet.Of(Meter.CachedInputAudio, Meter.CacheWriteAudio, Meter.CachedInputImage);
    private static readonly MeterSet PartsOfOutput =
        MeterSet.Of(Meter.Reasoning, Meter.OutputAudio, Meter.OutputImage, Meter.OutputCitation, Meter.OutputVideo);

    private static ReadOnlySpan<byte> BilledAsRows =>
    [
        (byte)Meter.Input, (byte)Meter.Input, (byte)Meter.Input, (byte)Meter.Input,
        (byte)Meter.CachedInput, (byte)Meter.Input, (byte)Meter.Input, (byte)Meter.Input,
        (byte)Meter.CacheWrite, (byte)Meter.Input, (byte)Meter.Input, (byte)Meter.Input,
        (byte)Meter.CacheWrite1h, (byte)Meter.CacheWrite, (byte)Meter.Input, (byte)Meter.Input,
        (byte)Meter.Output, (byte)Meter.Output, (byte)Meter.Output, (byte)Meter.Output,
        (byte)Meter.Reasoning, (byte)Meter.Output, (byte)Meter.Output, (byte)Meter.Output,
        (byte)Meter.InputAudio, (byte)Meter.Input, (byte)Meter.Input, (byte)Meter.Input,
        (byte)Meter.CachedInputAudio, (byte)Meter.InputAudio, (byte)Meter.CachedInput, (byte)Meter.Input,
        (byte)Meter.CacheWriteAudio, (byte)Meter.InputAudio, (byte)Meter.CacheWrite, (byte)Meter.Input,
        (byte)Meter.OutputAudio, (byte)Meter.Output, (byte)Meter.Output, (byte)Meter.Output,
        (byte)Meter.InputImage, (byte)Meter.Input, (byte)Meter.Input, (byte)Meter.Input,
        (byte)Meter.CachedInputImage, (byte)Meter.InputImage, (byte)Meter.CachedInput, (byte)Meter.Input,
        (byte)Meter.OutputImage, (byte)Meter.Output, (byte)Meter.Output, (byte)Meter.Output,
        (byte)Meter.OutputCitation, (byte)Meter.Output, (byte)Meter.Output, (byte)Meter.Output,
        (byte)Meter.InputVideo, (byte)Meter.Input, (byte)Meter.Input, (byte)Meter.Input,
        (byte)Meter.OutputVideo, (byte)Meter.Output, (byte)Meter.Output, (byte)Meter.Output,
    ];

    /// <summary>The meters that count tokens of requests.</summary>
    public static MeterSet All => MeterSet.FirstOf(Count);

    /// <summary>The meters whose price a part can have, as numbers, the nearest first; the last may be there more than once.</summary>
    /// <param name="part">The part; a meter that counts no tokens is none.</param>
    public static ReadOnlySpan<byte> BilledAs(Meter part) =>
        (int)part < Count ? BilledAsRows.Slice((int)part * RowLength, RowLength) : [];

    /// <summary>The tokens of a usage, each on the smallest part that counts it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Parts are larger than what they are parts of.</exception>
    public static TokenCounts Split(in Usage usage)
    {
        var counts = default(TokenCounts);
        for (var index = 0; index < Count; index++)
        {
            counts[index] = usage[(Meter)index];
        }

        if (!usage.IsOnly(Wholes))
        {
            // Cached sound is a part of the sound and of the cached input: taken out twice, it is put back once.
            counts[(int)Meter.Input] = Rest(usage, Meter.Input, PartsOfInput, PartsOfTwo);
            counts[(int)Meter.CachedInput] = Rest(usage, Meter.CachedInput, PartsOfCachedInput, default);
            counts[(int)Meter.CacheWrite] = Rest(usage, Meter.CacheWrite, PartsOfCacheWrite, default);
            counts[(int)Meter.InputAudio] = Rest(usage, Meter.InputAudio, PartsOfInputAudio, default);
            counts[(int)Meter.InputImage] = Rest(usage, Meter.InputImage, PartsOfInputImage, default);
            counts[(int)Meter.Output] = Rest(usage, Meter.Output, PartsOfOutput, default);
        }

        return counts;
    }

    private static long Rest(in Usage usage, Meter whole, MeterSet parts, MeterSet takenTwice)
    {
        Int128 rest = usage[whole];
        foreach (var part in parts)
        {
            rest -= usage[part];
        }

        foreach (var part in takenTwice)
        {
            rest += usage[part];
        }

        if (rest < 0)
        {
            ThrowLarger(usage, whole, parts);
        }

        return (long)rest;
    }

    [DoesNotReturn]
    private static void ThrowLarger(in Usage usage, Meter whole, MeterSet parts)
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
