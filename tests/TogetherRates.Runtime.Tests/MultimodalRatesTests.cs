using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class MultimodalRatesTests
{
    private static readonly MultimodalRates Rates = new(
        input: 1, cachedInput: 10, inputAudio: 100, cachedInputAudio: 1_000, output: 10_000, outputAudio: 100_000, reasoning: 1_000_000);

    [Fact]
    public void Each_token_is_billed_once_as_the_smallest_part_that_has_a_price()
    {
        var usage = Usage.Of(Meter.Input, 10).With(Meter.CachedInput, 5).With(Meter.InputAudio, 6).With(Meter.CachedInputAudio, 3)
            .With(Meter.Output, 7).With(Meter.OutputAudio, 2).With(Meter.Reasoning, 1);

        // 2 plain, 2 cached, 3 of sound, 3 of cached sound; 4 plain, 2 of sound, 1 of reasoning
        Assert.True(Rates.TryPrice(usage, out var cost));
        Assert.Equal(1_243_322, (long)cost.Quanta);
        Assert.Equal([2, 2, 4, 1, 3, 3, 2], Rates.Explain(usage, 1).Select(line => line.Quantity));
        Assert.Equal(cost, Rates.Explain(usage, 1).Aggregate(Money.Zero, (sum, line) => sum + line.Amount));
    }

    [Fact]
    public void A_part_without_a_price_is_billed_as_its_whole_and_its_kind_goes_before_the_cache()
    {
        var cachedSound = Usage.Of(Meter.Input, 1).With(Meter.CachedInput, 1).With(Meter.InputAudio, 1).With(Meter.CachedInputAudio, 1);

        Assert.Equal(3, QuantaOf(new(input: 1, cachedInput: 2, inputAudio: 3), cachedSound));
        Assert.Equal(2, QuantaOf(new(input: 1, cachedInput: 2), cachedSound));
        Assert.Equal(1, QuantaOf(new(input: 1), cachedSound));
        Assert.Null(QuantaOf(new(output: 1), cachedSound));
    }

    [Fact]
    public void Tokens_of_text_cost_what_they_cost_a_text_model() => Prop.ForAll(Usages.Any, Usages.Rows, (usage, row) =>
    {
        var text = row.Rates;
        var rates = RatesOf(row);
        return text.TryPrice(usage, out var expected) == rates.TryPrice(usage, out var cost) && cost == expected;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_tokens_have_a_price()
    {
        Assert.Null(QuantaOf(Rates, Usage.Of(Meter.Images, 1)));
        Assert.Null(QuantaOf(Rates, Usage.Of(Meter.TrainingTokens, 1)));
        Assert.Equal(0, QuantaOf(Rates, default));
        Assert.Null(QuantaOf(default, default));
        Assert.Throws<ArgumentException>(() => Rates.Explain(Usage.Of(Meter.Images, 1), 1));
        Assert.Throws<ArgumentOutOfRangeException>("per", () => Rates.Explain(default, 0));
    }

    [Fact]
    public void The_largest_usage_at_the_largest_rates_does_not_overflow()
    {
        var rates = new MultimodalRates(input: long.MaxValue, output: long.MaxValue);
        var usage = Usage.Of(Meter.Input, long.MaxValue).With(Meter.Output, long.MaxValue);

        Assert.True(rates.TryPrice(usage, out var cost));
        Assert.Equal(2 * (Int128)long.MaxValue * long.MaxValue, cost.Quanta);
    }

    [Fact]
    public void A_negative_rate_is_refused_by_its_name() =>
        Assert.Throws<ArgumentOutOfRangeException>("outputVideo", () => new MultimodalRates(outputVideo: -2));

    private static long? QuantaOf(in MultimodalRates rates, in Usage usage) => rates.TryPrice(usage, out var cost) ? (long)cost.Quanta : null;

    private static MultimodalRates RatesOf(Row row)
    {
        return new(
            Own(TokenMeters.Input, 0), Own(TokenMeters.CachedInput, 1), Own(TokenMeters.CacheWrite, 2), Own(TokenMeters.CacheWrite1h, 3),
            Own(TokenMeters.Output, 4), Own(TokenMeters.Reasoning, 5));

        long Own(TokenMeters meter, int index) => row.Priced.HasFlag(meter) ? row.Own[index] : TokenRates.Unpriced;
    }
}
