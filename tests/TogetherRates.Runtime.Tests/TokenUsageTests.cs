using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class TokenUsageTests
{
    [Fact]
    public void Counts_are_kept()
    {
        var usage = new TokenUsage(input: 100, output: 20, cachedInput: 60, cacheWrite: 40, cacheWrite1h: 30, reasoning: 20);
        Assert.Equal((100, 20, 60), (usage.Input, usage.Output, usage.CachedInput));
        Assert.Equal((40, 30, 20), (usage.CacheWrite, usage.CacheWrite1h, usage.Reasoning));
        Assert.Equal(new TokenUsage(100, 20, 60, 40, 30, 20), usage);
        Assert.NotEqual(new TokenUsage(100, 20, 60, 40, 30, 19), usage);
        Assert.Equal(default, new TokenUsage(input: 0));
    }

    [Theory]
    [InlineData(-1, 0, 0, 0, 0, 0, "input", "must be a non-negative")]
    [InlineData(0, -2, 0, 0, 0, 0, "output", "must be a non-negative")]
    [InlineData(0, 0, -3, 0, 0, 0, "cachedInput", "must be a non-negative")]
    [InlineData(9, 0, 0, -4, 0, 0, "cacheWrite", "must be a non-negative")]
    [InlineData(9, 0, 0, 5, -5, 0, "cacheWrite1h", "must be a non-negative")]
    [InlineData(0, 9, 0, 0, 0, -6, "reasoning", "must be a non-negative")]
    [InlineData(10, 0, 11, 0, 0, 0, "cachedInput", "cachedInput (11) is a part of input, but larger than input (10)")]
    [InlineData(10, 0, 6, 5, 0, 0, "cacheWrite", "(5) and cachedInput (6) are different parts of input, but together more than input (10)")]
    [InlineData(10, 0, 0, 5, 6, 0, "cacheWrite1h", "cacheWrite1h (6) is a part of cacheWrite, but larger than cacheWrite (5)")]
    [InlineData(0, 7, 0, 0, 0, 8, "reasoning", "reasoning (8) is a part of output, but larger than output (7)")]
    [InlineData(long.MaxValue, 0, long.MaxValue, long.MaxValue, 0, 0, "cacheWrite", "together more than input")]
    public void Impossible_counts_are_refused(
        long input, long output, long cachedInput, long cacheWrite, long cacheWrite1h, long reasoning, string argument, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new TokenUsage(input, output, cachedInput, cacheWrite, cacheWrite1h, reasoning));
        Assert.Equal(argument, error.ParamName);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Usage_adds_up_part_by_part() =>
        Prop.ForAll(Usages.Any, Usages.Any, (a, b) => a + b == new TokenUsage(
            a.Input + b.Input,
            a.Output + b.Output,
            a.CachedInput + b.CachedInput,
            a.CacheWrite + b.CacheWrite,
            a.CacheWrite1h + b.CacheWrite1h,
            a.Reasoning + b.Reasoning))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_sum_out_of_range_overflows()
    {
        var thrown = Assert.Throws<OverflowException>(() => new TokenUsage(input: long.MaxValue) + new TokenUsage(input: 1));
        Assert.StartsWith("9223372036854775807 and 1 on the meter input can't be added: a quantity has 64 bits, so 2^63 - 1 is the largest.", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => new TokenUsage(output: long.MaxValue) + new TokenUsage(output: 1));
    }
}
