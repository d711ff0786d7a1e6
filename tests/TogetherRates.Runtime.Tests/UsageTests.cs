using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class UsageTests
{
    private static readonly Arbitrary<Usage> Any = (
        from meters in Gen.ArrayOf(Gen.Elements(MeterNames.All.Where(meter => meter != Meter.Steps)), 4)
        from quantities in Gen.ArrayOf(Amounts.Counts, 4)
        select meters.Zip(quantities).Aggregate(default(Usage), (usage, used) => usage.With(used.First, used.Second / 2)))
        .ToArbitrary();

    [Fact]
    public void A_usage_has_what_it_was_given_and_nothing_else()
    {
        var usage = Usage.Of(Meter.Characters, 12).With(Meter.Images, 3).With(Meter.Images, 2);

        Assert.Equal("characters 12, images 2", usage.ToString());
        Assert.Equal(0, usage[Meter.Input]);
        Assert.Equal(usage, Usage.Of(Meter.Images, 2).With(Meter.Characters, 12));
        Assert.Equal(usage.With(Meter.Characters, 0), Usage.Of(Meter.Images, 2));
        Assert.Equal(usage.GetHashCode(), Usage.Of(Meter.Images, 2).With(Meter.Characters, 12).GetHashCode());
        Assert.True(usage != default(Usage));
        Assert.Equal("nothing", default(Usage).ToString());
    }

    [Fact]
    public void A_negative_quantity_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("quantity", () => Usage.Of(Meter.Images, -1));
        Assert.Throws<ArgumentOutOfRangeException>("quantity", () => default(Usage).With(Meter.Seconds, long.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>("units", () => Usage.Of(Meter.VcpuSeconds, -1, TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentOutOfRangeException>("duration", () => Usage.OfDuration(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Seconds_that_cannot_be_counted_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("units", () => Usage.Of(Meter.VcpuSeconds, long.MaxValue, TimeSpan.FromSeconds(2)));
        Assert.Throws<ArgumentOutOfRangeException>("units", () => Usage.Of(Meter.VcpuSeconds, 1L << 62, TimeSpan.FromSeconds(4)));
    }

    [Fact]
    public void A_meter_that_does_not_exist_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("meter", () => default(Usage)[(Meter)MeterNames.All.Length]);
        Assert.Throws<ArgumentOutOfRangeException>("meter", () => Usage.Of((Meter)(-1), 1));
    }

    [Theory]
    [InlineData(0, 1_024, 0, 1, "width")]
    [InlineData(1_024, -1, 0, 1, "height")]
    [InlineData(1_024, 1_024, -1, 1, "steps")]
    [InlineData(1_024, 1_024, 0, -1, "images")]
    [InlineData(int.MaxValue, int.MaxValue, 0, 3, "images")]
    public void Images_that_cannot_be_are_refused(int width, int height, int steps, long images, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => Usage.OfImages(width, height, steps, images));

    [Fact]
    public void No_images_use_nothing() => Assert.Equal(default, Usage.OfImages(1_024, 1_024, steps: 4, images: 0));

    [Fact]
    public void Images_of_the_largest_size_are_counted() =>
        Assert.Equal((long)int.MaxValue * int.MaxValue * 2, Usage.OfImages(int.MaxValue, int.MaxValue, 0, 2)[Meter.Pixels]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(TimeSpan.TicksPerSecond, 1)]
    [InlineData(TimeSpan.TicksPerSecond + 1, 2)]
    [InlineData(long.MaxValue, 922_337_203_686)]
    public void A_second_counts_once_it_has_started(long ticks, long seconds)
    {
        Assert.Equal(seconds, Usage.OfDuration(TimeSpan.FromTicks(ticks))[Meter.Seconds]);
        Assert.Equal(3 * seconds, Usage.Of(Meter.GibSeconds, 3, TimeSpan.FromTicks(ticks))[Meter.GibSeconds]);
    }

    [Theory]
    [InlineData(0, 0, 0L)]
    [InlineData(2, 2_000_000, 1_000_000L)]
    [InlineData(2, 2_000_001, 1_000_001L)]
    [InlineData(2, 0, null)]
    [InlineData(0, 5, 0L)]
    public void The_pixels_of_one_image_are_rounded_up_or_not_known(long images, long pixels, long? expected) =>
        Assert.Equal(expected, Usage.Of(Meter.Images, images).With(Meter.Pixels, pixels).PixelsPerImage);

    [Fact]
    public void Usages_are_added_meter_by_meter() => Prop.ForAll(Any, Any, (left, right) =>
    {
        var sum = left + right;
        return MeterNames.All.All(meter => sum[meter] == left[meter] + right[meter]) && sum == right + left && left + default(Usage) == left;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Images_made_in_different_numbers_of_steps_are_not_added()
    {
        var four = Usage.OfImages(1_000, 1_000, steps: 4);

        Assert.Equal(Usage.OfImages(1_000, 1_000, steps: 4, images: 2), four + four);
        Assert.Equal(4, (four + Usage.Of(Meter.Input, 3))[Meter.Steps]);
        Assert.Equal(4, (Usage.Of(Meter.Input, 3) + four)[Meter.Steps]);
        Assert.Equal(long.MaxValue, (Usage.Of(Meter.Steps, long.MaxValue) + Usage.Of(Meter.Steps, long.MaxValue))[Meter.Steps]);
        Assert.Contains("4 steps", Assert.Throws<InvalidOperationException>(() => four + Usage.OfImages(1_000, 1_000, steps: 8)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => four + Usage.OfImages(1_000, 1_000));
    }

    [Fact]
    public void A_sum_above_the_largest_count_overflows()
    {
        var thrown = Assert.Throws<OverflowException>(() => Usage.Of(Meter.Pixels, long.MaxValue) + Usage.Of(Meter.Pixels, 1));
        Assert.StartsWith("9223372036854775807 and 1 on the meter pixels can't be added: a quantity has 64 bits, so 2^63 - 1 is the largest.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_of_a_text_model_are_the_same_as_usage() =>
        Prop.ForAll(Usages.Any, tokens => ((Usage)tokens).ToTokenUsage() == tokens && ((Usage)tokens).IsTokens).QuickCheckThrowOnFailure();

    [Fact]
    public void Tokens_of_sound_are_input_and_output_to_a_text_model() => Assert.Equal(
        new TokenUsage(input: 100, output: 20, cachedInput: 50),
        Usage.Of(Meter.Input, 100).With(Meter.InputAudio, 60).With(Meter.CachedInput, 50).With(Meter.CachedInputAudio, 30)
            .With(Meter.Output, 20).With(Meter.OutputAudio, 20).With(Meter.Images, 1).ToTokenUsage());

    [Theory]
    [InlineData(Meter.CachedInputAudio, Meter.CachedInput)]
    [InlineData(Meter.CachedInputImage, Meter.CachedInput)]
    [InlineData(Meter.CacheWrite1h, Meter.CacheWrite)]
    [InlineData(Meter.CacheWriteAudio, Meter.CacheWrite)]
    [InlineData(Meter.CachedInputAudio, Meter.InputAudio)]
    [InlineData(Meter.CacheWriteAudio, Meter.InputAudio)]
    [InlineData(Meter.CachedInputImage, Meter.InputImage)]
    public void A_part_of_a_part_is_refused_where_it_is_larger(Meter part, Meter whole)
    {
        var usage = Usage.Of(Meter.Input, 100).With(Meter.CachedInput, 10).With(Meter.CacheWrite, 10).With(Meter.InputAudio, 10).With(Meter.InputImage, 10);

        Assert.Equal(100, usage.With(whole, 2).With(part, 2).ToTokenUsage().Input);
        Assert.Contains(
            $"{part.ToCamelCase()} (2) is a part of {whole.ToCamelCase()}, but larger than {whole.ToCamelCase()} (1).",
            Assert.Throws<ArgumentOutOfRangeException>("usage", () => usage.With(whole, 1).With(part, 2).ToTokenUsage()).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Meter.CachedInputAudio, Meter.InputAudio, Meter.CachedInput)]
    [InlineData(Meter.CachedInputImage, Meter.InputImage, Meter.CachedInput)]
    [InlineData(Meter.CacheWriteAudio, Meter.InputAudio, Meter.CacheWrite)]
    public void What_is_a_part_of_two_is_counted_once(Meter part, Meter kind, Meter way) =>
        Assert.Equal(5, Usage.Of(Meter.Input, 5).With(kind, 5).With(way, 5).With(part, 5).ToTokenUsage().Input);

    [Theory]
    [InlineData(Meter.Input, new[] { Meter.CachedInput, Meter.CacheWrite, Meter.InputAudio, Meter.InputImage, Meter.InputVideo })]
    [InlineData(Meter.Output, new[] { Meter.Reasoning, Meter.OutputAudio, Meter.OutputImage, Meter.OutputCitation, Meter.OutputVideo })]
    public void Parts_of_a_direction_fill_it_together(Meter whole, Meter[] parts)
    {
        var usage = parts.Aggregate(Usage.Of(whole, parts.Length), (usage, part) => usage.With(part, 1));

        Assert.Equal(parts.Length, whole == Meter.Input ? usage.ToTokenUsage().Input : usage.ToTokenUsage().Output);
        Assert.Throws<ArgumentOutOfRangeException>("usage", () => usage.With(whole, parts.Length - 1).ToTokenUsage());
        Assert.All(parts, part => Assert.Throws<ArgumentOutOfRangeException>("usage", () => usage.With(part, 2).ToTokenUsage()));
    }

    [Fact]
    public void Parts_larger_than_their_whole_are_refused_with_their_numbers()
    {
        var usage = Usage.Of(Meter.Input, 10).With(Meter.CachedInput, 6).With(Meter.InputAudio, 6).With(Meter.CachedInputAudio, 1);

        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => usage.ToTokenUsage());
        Assert.Contains("cachedInput (6) and inputAudio (6) are parts of input, but larger than input (10).", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Usage.Of(Meter.InputAudio, 1).ToTokenUsage());
        Assert.Equal(10, usage.With(Meter.CachedInputAudio, 2).ToTokenUsage().Input);
    }
}
