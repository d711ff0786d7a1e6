using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class MeterRateTests
{
    // $0.025 per megapixel at 28 steps, and $0.0015 per minute.
    private static readonly MeterRate Pixels = new(Meter.Pixels, 168_750_000, steps: 28);
    private static readonly MeterRate Minutes = new(Meter.Seconds, 4_725_000_000_000, increment: 60);
    private static readonly MeterRate Images = new(Meter.Images, 25_326_000_000_000_000);

    private static readonly Arbitrary<(int Width, int Height, int Steps, int Images)> AnyImages = (
        from width in Gen.Choose(1, 10_000)
        from height in Gen.Choose(1, 10_000)
        from steps in Gen.Choose(0, 200)
        from images in Gen.Choose(1, 100)
        select (width, height, steps, images)).ToArbitrary();

    [Fact]
    public void Images_cost_their_megapixels_times_the_price() =>
        Assert.Equal("0.0262144", PriceOf(Pixels, Usage.OfImages(1_024, 1_024)));

    [Fact]
    public void Costs_of_images_add_up() => Prop.ForAll(AnyImages, any =>
    {
        var one = CostOf(Pixels, Usage.OfImages(any.Width, any.Height, any.Steps));
        var all = CostOf(Pixels, Usage.OfImages(any.Width, any.Height, any.Steps, any.Images));
        return all == one * any.Images;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Steps_above_the_default_scale_exactly_and_fewer_never_cost_less() => Prop.ForAll(AnyImages, any =>
    {
        var asked = CostOf(Pixels, Usage.OfImages(any.Width, any.Height, any.Steps));
        var usual = CostOf(Pixels, Usage.OfImages(any.Width, any.Height));
        return any.Steps <= 28 ? asked == usual : asked * 28 == usual * any.Steps;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Time_is_billed_in_whole_increments_that_have_started() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seconds =>
        CostOf(Minutes, Usage.Of(Meter.Seconds, seconds)) == CostOf(Minutes, Usage.Of(Meter.Seconds, 60)) * ((seconds + 59) / 60)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_describes_the_billed_units_may_stand_beside_them()
    {
        Assert.Equal("0.402", PriceOf(Images, Usage.OfImages(1_024, 1_024, steps: 50, images: 3)));
        Assert.Equal("0.402", PriceOf(Images, Usage.Of(Meter.Images, 3)));
        Assert.Equal("0.025", PriceOf(Pixels, Usage.Of(Meter.Pixels, 1_000_000)));
        Assert.Equal("0.0015", PriceOf(Minutes, Usage.Of(Meter.Seconds, 8).With(Meter.Videos, 1)));
    }

    [Fact]
    public void Nothing_costs_nothing_but_something_without_a_price_has_none()
    {
        Assert.Equal("0", PriceOf(Pixels, default));
        Assert.Null(PriceOf(Pixels, Usage.Of(Meter.Images, 1)));
        Assert.Null(PriceOf(Pixels, Usage.Of(Meter.Steps, 1)));
        Assert.Null(PriceOf(Images, Usage.Of(Meter.Images, 1).With(Meter.Input, 1)));
        Assert.Null(PriceOf(default, default));
    }

    [Fact]
    public void Quantities_beyond_counting_are_refused()
    {
        AssertRefused("341606371735362066 times 28 is more than 9223372036854775807.", Pixels, Usage.Of(Meter.Pixels, long.MaxValue / 27));
        AssertRefused("153722867280912931 times 60 is more than 9223372036854775807.", Minutes, Usage.Of(Meter.Seconds, long.MaxValue));
        Assert.True(Pixels.TryPrice(Usage.Of(Meter.Pixels, long.MaxValue / 28), out _));

        static void AssertRefused(string message, MeterRate rate, Usage usage) => Assert.StartsWith(
            message, Assert.Throws<ArgumentOutOfRangeException>(nameof(usage), () => rate.TryPrice(usage, out _)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 1, 0, "quanta")]
    [InlineData(1, 0, 0, "increment")]
    [InlineData(1, 1, -1, "steps")]
    public void A_rate_that_cannot_be_is_refused(long quanta, int increment, int steps, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new MeterRate(Meter.Seconds, quanta, increment, steps));

    [Fact]
    public void A_line_says_what_was_billed_and_at_which_price()
    {
        var line = Assert.Single(Pixels.Explain(Usage.OfImages(1_000, 500, steps: 56, images: 3), 1_000_000, discount: "batch 50%"));

        Assert.Equal(
            new LineItem
            {
                Meter = "pixels",
                Quantity = 1_500_000,
                Unit = "pixel",
                Price = Money.FromDecimal(0.05m),
                Per = 1_000_000,
                Amount = Money.FromDecimal(0.075m),
                Tier = "56 steps, 28 in the price",
                Discount = "batch 50%",
            },
            line);
        Assert.Equal(120, Assert.Single(Minutes.Explain(Usage.OfDuration(TimeSpan.FromSeconds(60.1)), 60)).Quantity);
        Assert.Null(Assert.Single(Pixels.Explain(Usage.OfImages(1_000, 500, steps: 28), 1_000_000)).Tier);
        Assert.Equal("up to 4MP", Assert.Single(Images.Explain(Usage.OfImages(2, 2), 1, "up to 4MP")).Tier);
        Assert.Empty(Pixels.Explain(default, 1_000_000));
    }

    [Fact]
    public void A_line_without_a_price_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Pixels.Explain(Usage.Of(Meter.Seconds, 1), 1));
        Assert.Throws<ArgumentOutOfRangeException>("per", () => Pixels.Explain(default, 0));
        Assert.Throws<ArgumentOutOfRangeException>("per", () => Pixels.Explain(Usage.OfImages(1, 1), long.MaxValue));
    }

    private static Money CostOf(in MeterRate rate, in Usage usage) => rate.TryPrice(usage, out var cost) ? cost : throw new InvalidOperationException();

    private static string? PriceOf(in MeterRate rate, in Usage usage) => rate.TryPrice(usage, out var cost) ? cost.ToString() : null;
}
