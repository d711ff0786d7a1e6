using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class RateTests
{
    [Fact]
    public void Price_is_the_exact_product() =>
        Prop.ForAll(Amounts.AnyCount, Amounts.AnyCount, (quanta, quantity) =>
            (new Rate(quanta) * quantity).BigQuanta() == (BigInteger)quanta * quantity
            && new Rate(quanta).PricePer(quantity) == new Rate(quanta) * quantity)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_largest_price_is_exact() =>
        Assert.Equal((BigInteger)long.MaxValue * long.MaxValue, (new Rate(long.MaxValue) * long.MaxValue).BigQuanta());

    [Fact]
    public void Parts_cost_what_the_whole_costs() =>
        Prop.ForAll(Amounts.AnyCount, Amounts.AnyCount, Amounts.AnyCount, (quanta, a, b) =>
        {
            var rate = new Rate(quanta);
            return (rate * (a / 2)) + (rate * (b / 2)) == rate * ((a / 2) + (b / 2));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_token_at_ten_cents_per_million_is_exact()
    {
        var rate = new Rate(Money.QuantaPerUnit / 10 / 1_000_000);
        Assert.Equal("0.0000001", (rate * 1).ToString());
        Assert.Equal("0.1", rate.PricePer(1_000_000).ToString());
        Assert.Equal("0.0000001", rate.ToString());
    }

    [Fact]
    public void Thirty_days_at_499_cents_an_hour_are_exact_by_the_minute()
    {
        var perMinute = new Rate((long)Money.FromFraction(499, 6_000).Quanta);
        Assert.Equal("3592.80", (perMinute * (30 * 24 * 60)).ToString("F2", null));
        Assert.Equal(Money.FromDecimal(3592.80m), perMinute * (30 * 24 * 60));
    }

    [Fact]
    public void Negative_rates_and_quantities_are_refused()
    {
        Assert.Equal("quanta", Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(-1)).ParamName);
        Assert.Equal("quantity", Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1) * -1).ParamName);
        Assert.Equal("quantity", Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1).PricePer(long.MinValue)).ParamName);
    }
}
