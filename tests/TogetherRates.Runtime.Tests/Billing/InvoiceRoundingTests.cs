using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests.Billing;

public sealed class InvoiceRoundingTests
{
    [Fact]
    public void Rounding_agrees_with_unlimited_fractions() =>
        Prop.ForAll(Bill.Moneys.ToArbitrary(), Bill.Roundings.ToArbitrary(), (amount, rounding) =>
            Ratio.Of(rounding.Round(amount)) == new Ratio(InvoiceOracle.Count(Ratio.Of(amount), rounding), BigInteger.Pow(10, rounding.Digits)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_sign_makes_no_difference() =>
        Prop.ForAll(Bill.Moneys.ToArbitrary(), Bill.Roundings.ToArbitrary(), (amount, rounding) =>
            rounding.Round(-amount) == -rounding.Round(amount)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0.125", RoundingMode.HalfEven, "0.12")]
    [InlineData("0.135", RoundingMode.HalfEven, "0.14")]
    [InlineData("0.125", RoundingMode.HalfUp, "0.13")]
    [InlineData("-0.125", RoundingMode.HalfUp, "-0.13")]
    [InlineData("0.121", RoundingMode.Up, "0.13")]
    [InlineData("-0.121", RoundingMode.Up, "-0.13")]
    [InlineData("0.12", RoundingMode.Up, "0.12")]
    [InlineData("0.129", RoundingMode.Down, "0.12")]
    [InlineData("-0.129", RoundingMode.Down, "-0.12")]
    [InlineData("2/3", RoundingMode.HalfEven, "0.67")]
    public void Cents_round_as_the_mode_says(string amount, RoundingMode mode, string expected) =>
        Assert.Equal(expected, new InvoiceRounding(2, mode).Round(Money.Parse(amount, null)).ToString());

    [Theory]
    [InlineData(-1, RoundingMode.Up, "digits")]
    [InlineData(16, RoundingMode.Up, "digits")]
    [InlineData(2, (RoundingMode)4, "mode")]
    public void Other_rules_are_refused(int digits, RoundingMode mode, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => new InvoiceRounding(digits, mode)).ParamName);

    [Fact]
    public void The_default_value_is_no_rule_of_whole_units()
    {
        Assert.Contains(
            "new InvoiceRounding(2, RoundingMode.HalfEven)",
            Assert.Throws<InvalidOperationException>(() => default(InvoiceRounding).Round(Money.Parse("1.49", null))).Message,
            StringComparison.Ordinal);
        Assert.NotEqual(default, new InvoiceRounding(0, RoundingMode.HalfEven));
    }

    [Fact]
    public void A_rule_reads_as_the_card_writes_it() =>
        Assert.Equal(
            ["0 digits, half-even", "2 digits, half-up", "3 digits, up", "4 digits, down"],
            new InvoiceRounding[] { new(0, RoundingMode.HalfEven), new(2, RoundingMode.HalfUp), new(3, RoundingMode.Up), new(4, RoundingMode.Down) }
                .Select(rule => rule.ToString()));
}
