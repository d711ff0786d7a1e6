using Together = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests;

public sealed class TogetherDedicatedTests
{
    [Theory]
    [InlineData(Together.Gpu.H200Sxm141GB, "4.99")]
    [InlineData(Together.Gpu.H100Sxm80GB, "3.36")]
    [InlineData(Together.Gpu.A100Sxm80GB, "2.56")]
    [InlineData(Together.Gpu.A100Sxm40GB, "2.4")]
    [InlineData(Together.Gpu.A100Pcie80GB, "2.4")]
    [InlineData(Together.Gpu.L40S48GB, "2.1")]
    public void An_hour_costs_what_is_published(Together.Gpu gpu, string price)
    {
        Assert.Equal(price, Together.Dedicated.Price(gpu, TimeSpan.FromHours(1)).ToString());
        Assert.Equal(price, Together.Dedicated.Price(Together.Dedicated.IdOf(gpu), TimeSpan.FromHours(1)).ToString());
    }

    [Fact]
    public void Every_gpu_costs_0_025_to_0_083_dollars_a_minute()
    {
        // "Price Range: $0.025 to $0.083 per minute"
        foreach (var gpu in Enum.GetValues<Together.Gpu>())
        {
            var minute = Together.Dedicated.Price(gpu, TimeSpan.FromMinutes(1)).Round(3, MidpointRounding.ToEven);
            Assert.InRange(minute, Money.FromDecimal(0.025m), Money.FromDecimal(0.083m));
        }
    }

    [Fact]
    public void Thirty_days_of_an_H200_are_exactly_3592_dollars_and_80_cents() =>
        Assert.Equal("3592.8", Together.Dedicated.Price(Together.Gpu.H200Sxm141GB, TimeSpan.FromDays(30)).ToString());

    [Fact]
    public void Three_hours_of_two_H100_replicas_cost_20_16() =>
        Assert.Equal("20.16", Together.Dedicated.Price(Together.Gpu.H100Sxm80GB, TimeSpan.FromHours(3), replicas: 2).ToString());

    [Fact]
    public void An_alias_finds_the_same_gpu()
    {
        Assert.True(Together.Dedicated.TryFind("1x_nvidia_h100_80gb_sxm", out var gpu));
        Assert.Equal(Together.Gpu.H100Sxm80GB, gpu);
    }

    [Fact]
    public void A_quote_shows_the_hourly_price() =>
        Assert.Equal(
            """
            H100-SXM-80GB, Together AI, edition 2025-01-01
            meter       quantity  price                 amount
            gpuSeconds    21,600  3.36 per GPU-hour  20.16 USD
            total                                    20.16 USD

            """.ReplaceLineEndings("\n"),
            Together.Dedicated.Explain(Together.Gpu.H100Sxm80GB, TimeSpan.FromHours(3), replicas: 2).ToString());

    [Fact]
    public void The_card_explains_gpus_by_id()
    {
        Assert.Equal(
            ["A100-PCIe-80GB", "A100-SXM-40GB", "A100-SXM-80GB", "H100-SXM-80GB", "H200-SXM-141GB", "L40S-48GB"], Together.Card.GpuIds);
        Assert.True(Together.Card.TryExplain("1x_nvidia_h100_80gb_sxm", TimeSpan.FromSeconds(1), 1, out var quote));
        Assert.Equal(("H100-SXM-80GB", "0.056"), (quote.Subject, quote.Cost.ToString()));
        Assert.False(Together.Card.TryExplain("h100-sxm-80gb", TimeSpan.FromSeconds(1), 1, out quote));
        Assert.Null(quote);
    }

    [Fact]
    public void An_unknown_gpu_is_refused_with_the_nearest_ids()
    {
        var refused = Assert.Throws<PriceNotFoundException>(() => Together.Dedicated.Price("H100-SXM-80G", TimeSpan.FromHours(1)));
        Assert.Contains("has no GPU 'H100-SXM-80G'", refused.Message, StringComparison.Ordinal);
        Assert.Equal("H100-SXM-80GB", refused.NearestIds[0]);
        _ = Assert.Throws<PriceNotFoundException>(() => Together.Dedicated.Explain("B200", TimeSpan.FromHours(1)));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => Together.Dedicated.Price(default(Together.Gpu), TimeSpan.FromHours(1)));
    }
}
