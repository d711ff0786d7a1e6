using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests.Billing;

public sealed class VolumeDiscountTests
{
    private static readonly VolumeTier[] Tiers = [new(upTo: 1_000, percent: 0), new(upTo: 10_000, percent: 5), new(percent: 10)];

    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("1000", "1000", "1000")]
    [InlineData("1000.01", "1000.0095", "950.0095")]
    [InlineData("10000", "9550", "9500")]
    [InlineData("10000.01", "9550.009", "9000.009")]
    [InlineData("20000", "18550", "18000")]
    public void A_tier_holds_up_to_its_bound(string spend, string graduated, string whole)
    {
        Assert.Equal(graduated, After(VolumeDiscount.Graduated("USD", Tiers), spend));
        Assert.Equal(whole, After(VolumeDiscount.Whole("USD", Tiers), spend));
    }

    [Fact]
    public void Spend_that_is_discounted_agrees_with_unlimited_fractions() =>
        Prop.ForAll(Bill.Volumes.ToArbitrary(), Bill.Moneys.ToArbitrary(), (volume, spend) =>
            Ratio.Parse(After(volume, spend.ToString())) == InvoiceOracle.AfterVolume(volume, Ratio.Of(spend)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_graduated_price_never_falls_when_more_is_used() =>
        Prop.ForAll(Bill.Volumes.ToArbitrary(), Bill.Moneys.ToArbitrary(), Bill.Moneys.ToArbitrary(), (volume, spend, more) =>
        {
            var graduated = VolumeDiscount.Graduated("USD", [.. volume.Tiers]);
            return Ratio.Parse(After(graduated, spend.ToString())) <= Ratio.Parse(After(graduated, (spend + more).ToString()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_single_tier_without_an_end_holds_for_every_spend()
    {
        var tier = new VolumeTier(percent: 12.5m);

        Assert.Equal("87.5", After(VolumeDiscount.Whole("USD", tier), "100"));
        Assert.Equal("87.5", After(VolumeDiscount.Graduated("USD", tier), "100"));
    }

    [Fact]
    public void A_percentage_of_many_digits_is_exact() =>
        Assert.Equal("87.65432109876543210987654321", After(VolumeDiscount.Whole("USD", new VolumeTier(12.34567890123456789012345679m)), "100"));

    [Fact]
    public void A_discount_that_is_meant_as_a_fraction_is_told_how_percent_are_written() =>
        Assert.Contains(
            "Five percent is written 5, not 0.05.",
            Assert.Throws<ArgumentOutOfRangeException>("percent", () => new VolumeTier(100)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_table_reads_as_a_sentence()
    {
        Assert.Equal("graduated, USD: 0% up to 1000, 5% up to 10000, 10% above", VolumeDiscount.Graduated("USD", Tiers).ToString());
        Assert.Equal("whole, EUR: 2.5% above", VolumeDiscount.Whole("EUR", new VolumeTier(2.50m)).ToString());
    }

    [Theory]
    [InlineData("-0.1")]
    [InlineData("100")]
    [InlineData("100.5")]
    public void A_discount_that_is_no_part_is_refused(string percent) =>
        Assert.Equal("percent", Assert.Throws<ArgumentOutOfRangeException>(() => new VolumeTier(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture))).ParamName);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_tier_that_ends_at_nothing_is_refused(int upTo) =>
        Assert.Equal("upTo", Assert.Throws<ArgumentOutOfRangeException>(() => new VolumeTier(upTo, 5)).ParamName);

    [Fact]
    public void A_bound_that_is_no_amount_is_refused() => Assert.Throws<ArgumentException>(() => new VolumeTier(0.0000000000000001m, 5));

    [Fact]
    public void Tables_with_a_mistake_are_refused()
    {
        Assert.StartsWith("A volume discount needs a tier", Refusal([]), StringComparison.Ordinal);
        Assert.StartsWith("Nothing is said about spend above 1000", Refusal([Tiers[0]]), StringComparison.Ordinal);
        Assert.StartsWith("Tier 1 of 2 (10% above) has no end", Refusal([Tiers[2], Tiers[2]]), StringComparison.Ordinal);
        Assert.StartsWith("Tier 2 ends at 1000, not above the one before it, which ends at 10000", Refusal([Tiers[1], Tiers[0], Tiers[2]]), StringComparison.Ordinal);
        Assert.StartsWith("Tier 2 ends at 1000, not above the one before it, which ends at 1000", Refusal([Tiers[0], Tiers[0], Tiers[2]]), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => VolumeDiscount.Whole(" ", Tiers));
    }

    private static string Refusal(VolumeTier[] tiers) => Assert.Throws<ArgumentException>(() => VolumeDiscount.Whole("USD", tiers)).Message;

    private static string After(VolumeDiscount volume, string spend)
    {
        var amount = Money.Parse(spend, null);
        var line = new LineItem { Meter = "input", Quantity = 1, Unit = "token", Price = amount, Per = 1, Amount = amount };
        return Invoice.Create([Bill.Quote("a", line)], new(2, RoundingMode.HalfEven), Bill.AsOf, volume).ExactTotal;
    }
}
