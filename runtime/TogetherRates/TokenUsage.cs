using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>
/// The tokens of one request, or of many added up. Cached input and cache writes are parts of the input, one-hour writes are parts of
/// the cache writes, and reasoning is a part of the output; the constructor checks it, so pricing needn't.
/// </summary>
public readonly record struct TokenUsage
{
    /// <summary>The usage with these counts of tokens, none of them negative.</summary>
    /// <param name="input">All input tokens, cached or not.</param>
    /// <param name="output">All output tokens, with those for reasoning.</param>
    /// <param name="cachedInput">Input tokens that were read from the cache.</param>
    /// <param name="cacheWrite">Input tokens that were written to the cache; other ones than those read.</param>
    /// <param name="cacheWrite1h">Cache writes that are kept for an hour.</param>
    /// <param name="reasoning">Output tokens that were spent on reasoning.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or parts are larger than what they are parts of.</exception>
    public TokenUsage(
        long input = 0, long output = 0, long cachedInput = 0, long cacheWrite = 0, long cacheWrite1h = 0, long reasoning = 0)
    {
        if ((input | output | cachedInput | cacheWrite | cacheWrite1h | reasoning) < 0
            || cachedInput > input - cacheWrite
            || cacheWrite1h > cacheWrite
            || reasoning > output)
        {
            Reject(input, output, cachedInput, cacheWrite, cacheWrite1h, reasoning);
        }

        Input = input;
        Output = output;
        CachedInput = cachedInput;
        CacheWrite = cacheWrite;
        CacheWrite1h = cacheWrite1h;
        Reasoning = reasoning;
    }

    /// <summary>All input tokens, cached or not.</summary>
    public long Input { get; }

    /// <summary>All output tokens, with those for reasoning.</summary>
    public long Output { get; }

    /// <summary>Input tokens that were read from the cache; a part of <see cref="Input"/>.</summary>
    public long CachedInput { get; }

    /// <summary>Input tokens that were written to the cache; a part of <see cref="Input"/>.</summary>
    public long CacheWrite { get; }

    /// <summary>Cache writes that are kept for an hour; a part of <see cref="CacheWrite"/>.</summary>
    public long CacheWrite1h { get; }

    /// <summary>Output tokens that were spent on reasoning; a part of <see cref="Output"/>.</summary>
    public long Reasoning { get; }

    /// <summary>Whether all tokens are plain input and output.</summary>
    internal bool HasNoParts
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (CachedInput | CacheWrite | Reasoning) == 0;
    }

    /// <summary>The meters that have tokens of their own, once the parts are taken out of their parents.</summary>
    internal TokenMeters Meters =>
        (Input > CachedInput + CacheWrite ? TokenMeters.Input : 0)
        | (CachedInput > 0 ? TokenMeters.CachedInput : 0)
        | (CacheWrite > CacheWrite1h ? TokenMeters.CacheWrite : 0)
        | (CacheWrite1h > 0 ? TokenMeters.CacheWrite1h : 0)
        | (Output > Reasoning ? TokenMeters.Output : 0)
        | (Reasoning > 0 ? TokenMeters.Reasoning : 0);

    /// <summary>The tokens of both usages together. Where the wholes can be counted, so can their parts.</summary>
    /// <exception cref="OverflowException">A count is more than 2^63 - 1.</exception>
    public static TokenUsage operator +(in TokenUsage left, in TokenUsage right) => new(
        QuantitySum.Of(left.Input, right.Input, Meter.Input),
        QuantitySum.Of(left.Output, right.Output, Meter.Output),
        left.CachedInput + right.CachedInput,
        left.CacheWrite + right.CacheWrite,
        left.CacheWrite1h + right.CacheWrite1h,
        left.Reasoning + right.Reasoning);

    [DoesNotReturn]
    private static void Reject(long input, long output, long cachedInput, long cacheWrite, long cacheWrite1h, long reasoning)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(input);
        ArgumentOutOfRangeException.ThrowIfNegative(output);
        ArgumentOutOfRangeException.ThrowIfNegative(cachedInput);
        ArgumentOutOfRangeException.ThrowIfNegative(cacheWrite);
        ArgumentOutOfRangeException.ThrowIfNegative(cacheWrite1h);
        ArgumentOutOfRangeException.ThrowIfNegative(reasoning);
        ThrowIfLarger(cachedInput, nameof(cachedInput), input, nameof(input));
        ThrowIfLarger(cacheWrite1h, nameof(cacheWrite1h), cacheWrite, nameof(cacheWrite));
        ThrowIfLarger(reasoning, nameof(reasoning), output, nameof(output));
        throw new ArgumentOutOfRangeException(
            nameof(cacheWrite),
            cacheWrite,
            $"cacheWrite ({cacheWrite}) and cachedInput ({cachedInput}) are different parts of input, "
            + $"but together more than input ({input}).");
    }

    private static void ThrowIfLarger(long part, string partName, long whole, string wholeName)
    {
        if (part > whole)
        {
            throw new ArgumentOutOfRangeException(
                partName, part, $"{partName} ({part}) is a part of {wholeName}, but larger than {wholeName} ({whole}).");
        }
    }
}
