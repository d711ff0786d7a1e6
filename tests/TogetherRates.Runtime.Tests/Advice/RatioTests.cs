using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests.Advice;

public sealed class RatioTests
{
    [Theory]
    [InlineData("1", "8", 2, MidpointRounding.ToEven, "0.12")]
    [InlineData("3", "8", 2, MidpointRounding.ToEven, "0.38")]
    [InlineData("1", "8", 2, MidpointRounding.AwayFromZero, "0.13")]
    [InlineData("7", "8", 0, MidpointRounding.ToZero, "0")]
    [InlineData("1", "3", 3, MidpointRounding.ToPositiveInfinity, "0.334")]
    [InlineData("1", "3", 3, MidpointRounding.ToNegativeInfinity, "0.333")]
    [InlineData("-1", "3", 3, MidpointRounding.ToNegativeInfinity, "-0.334")]
    [InlineData("-1", "3", 3, MidpointRounding.ToPositiveInfinity, "-0.333")]
    public void A_ratio_is_rounded_once(string part, string whole, int digits, MidpointRounding mode, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Part(part, whole).Round(digits, mode));

    [Fact]
    public void The_default_is_nothing()
    {
        Assert.Equal(("0", 0m, BigInteger.One), (default(Ratio).ToString(), default(Ratio).Round(2), default(Ratio).Denominator));
        Assert.Equal(default, Part("0", "5"));
        Assert.Equal(default(Ratio).GetHashCode(), Part("0", "5").GetHashCode());
    }

    [Fact]
    public void What_a_decimal_cannot_hold_is_refused()
    {
        Assert.StartsWith(
            "A decimal has 0 to 28 digits.",
            Assert.Throws<ArgumentOutOfRangeException>("digits", () => Part("1", "3").Round(29)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("digits", () => Part("1", "3").Round(-1));
        Assert.Throws<ArgumentOutOfRangeException>("mode", () => Part("1", "3").Round(1, (MidpointRounding)99));
        Assert.Throws<OverflowException>(() => Part("1000000", "0.000001").Round(28));
    }

    [Fact]
    public void As_many_digits_as_a_decimal_has_are_kept()
    {
        const string whole = "1000000000000000";

        Assert.Equal(7.9228162514264337593543950335m, Part("7922816251426433.7593543950335", whole).Round(28));
        Assert.Equal(-7.9228162514264337593543950335m, Part("-7922816251426433.7593543950335", whole).Round(28));
        Assert.Equal(
            "7.9228162514264337593543950336 has more digits than a decimal.",
            Assert.Throws<OverflowException>(() => Part("7922816251426433.7593543950336", whole).Round(28)).Message);
    }

    [Theory]
    [InlineData("1", "3", 1)]
    [InlineData("3", "3", 1)]
    [InlineData("-1", "3", 0)]
    [InlineData("-4", "3", -1)]
    public void A_ceiling_is_not_below_the_ratio(string part, string whole, int expected) =>
        Assert.Equal(expected, Part(part, whole).Ceiling());

    [Fact]
    public void Ratios_are_equal_if_they_are_one_number()
    {
        Assert.Equal(Part("1", "2"), Part("2", "4"));
        Assert.NotEqual(Part("1", "2"), Part("1", "3"));
        Assert.NotEqual(Part("1", "3"), Part("2", "3"));
    }

    [Fact]
    public void A_part_of_a_refund_is_a_ratio_too()
    {
        Assert.Equal(Part("1", "2"), Part("-1", "-2"));
        Assert.Equal(-0.5m, Part("1", "-2").Round(1));
    }

    [Fact]
    public void Rounding_is_that_of_decimals() => Prop.ForAll(
        (from numerator in Gen.Choose(0, 1_000_000)
         from denominator in Gen.Elements(1, 2, 4, 5, 8, 16, 125, 640)
         from digits in Gen.Choose(0, 5)
         from mode in Gen.Elements(Enum.GetValues<MidpointRounding>())
         select (Numerator: numerator, Denominator: denominator, Digits: digits, Mode: mode)).ToArbitrary(),
        each =>
        {
            var ratio = new Saving(Money.FromDecimal(each.Denominator), Money.FromDecimal(each.Denominator - each.Numerator), "USD").Part!.Value;

            Assert.Equal(decimal.Round((decimal)each.Numerator / each.Denominator, each.Digits, each.Mode), ratio.Round(each.Digits, each.Mode));
            Assert.Equal(each.Numerator * ratio.Denominator, each.Denominator * ratio.Numerator);
        }).QuickCheckThrowOnFailure();

    // What is saved is a part of what was paid.
    private static Ratio Part(string part, string whole)
    {
        var before = Money.Parse(whole, null);
        return new Saving(before, before - Money.Parse(part, null), "USD").Part!.Value;
    }
}
