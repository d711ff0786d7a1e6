using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Cli.Arguments;

namespace TogetherRates.Cli.Tests;

public sealed class DurationTests
{
    [Theory]
    [InlineData("3h30m", 12_600)]
    [InlineData("90s", 90)]
    [InlineData("03h05m00s", 11_100)]
    [InlineData("00.5h", 1_800)]
    [InlineData("90m", 5_400)]
    [InlineData("1d2h3m4s", 93_784)]
    [InlineData("30d", 2_592_000)]
    [InlineData("1.5h", 5_400)]
    [InlineData("0.5d0.5h", 45_000)]
    [InlineData("0s", 0)]
    [InlineData("1d1s", 86_401)]
    [InlineData("100000d", 8_640_000_000)]
    public void A_duration_is_read_exactly(string text, long seconds)
    {
        Assert.True(Duration.TryParse(text, out var duration, out _));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Fact]
    public void A_duration_is_read_to_the_tick()
    {
        Assert.True(Duration.TryParse("0.0000001s", out var duration, out _));
        Assert.Equal(1, duration.Ticks);
    }

    [Theory]
    [InlineData("", "isn't a duration")]
    [InlineData("h", "isn't a duration")]
    [InlineData(".h", "isn't a duration")]
    [InlineData("1.h", "isn't a duration")]
    [InlineData("1.2.3h", "isn't a duration")]
    [InlineData("3", "isn't a duration")]
    [InlineData("3h30", "isn't a duration")]
    [InlineData("30m3h", "isn't a duration")]
    [InlineData("3h3h", "isn't a duration")]
    [InlineData("3h 30m", "isn't a duration")]
    [InlineData(" 3h", "isn't a duration")]
    [InlineData("3H", "isn't a duration")]
    [InlineData("-3h", "isn't a duration")]
    [InlineData("3h-30m", "isn't a duration")]
    [InlineData("1e3s", "isn't a duration")]
    [InlineData("3,5h", "isn't a duration")]
    [InlineData("03:30", "isn't a duration")]
    [InlineData("3ms", "isn't a duration")]
    [InlineData("1w", "isn't a duration")]
    [InlineData("0.00000001s", "is finer than")]
    [InlineData("100000d1s", "is more than 100000 days")]
    [InlineData("99999999999999999999999999h", "is more than 100000 days")]
    public void What_isnt_a_duration_says_why(string text, string why)
    {
        Assert.False(Duration.TryParse(text, out _, out var error));
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_hours_minutes_and_seconds_add_up() => Prop.ForAll(
        Gen.Choose(0, 20_000).Four().ToArbitrary(),
        parts =>
        {
            var (days, hours, minutes, seconds) = parts;
            return Duration.TryParse($"{days}d{hours}h{minutes}m{seconds}s", out var duration, out _)
                && duration == new TimeSpan(days, hours, minutes, seconds);
        }).QuickCheckThrowOnFailure();
}
