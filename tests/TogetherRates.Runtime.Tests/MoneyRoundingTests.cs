using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class MoneyRoundingTests
{
    [Theory]
    [InlineData(MidpointRounding.ToEven)]
    [InlineData(MidpointRounding.AwayFromZero)]
    [InlineData(MidpointRounding.ToZero)]
    [InlineData(MidpointRounding.ToNegativeInfinity)]
    [InlineData(MidpointRounding.ToPositiveInfinity)]
    public void Rounding_agrees_with_unlimited_fractions(MidpointRounding mode) =>
        Prop.ForAll(Amounts.Any, Amounts.Digits, (money, digits) =>
        {
            var place = 189 * BigInteger.Pow(10, 15 - digits);
            var expected = Expected(money.BigQuanta(), place, mode);
            return FitsOrThrows(expected * place, Int128.MinValue, Int128.MaxValue, () => (BigInteger)money.Round(digits, mode).Quanta)
                && FitsOrThrows(expected, long.MinValue, long.MaxValue, () => money.ToMinorUnits(digits, mode));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0.125", MidpointRounding.ToEven, "0.12")]
    [InlineData("0.135", MidpointRounding.ToEven, "0.14")]
    [InlineData("-0.125", MidpointRounding.ToEven, "-0.12")]
    [InlineData("0.125", MidpointRounding.AwayFromZero, "0.13")]
    [InlineData("-0.125", MidpointRounding.AwayFromZero, "-0.13")]
    [InlineData("0.129", MidpointRounding.ToZero, "0.12")]
    [InlineData("-0.129", MidpointRounding.ToZero, "-0.12")]
    [InlineData("-0.121", MidpointRounding.ToNegativeInfinity, "-0.13")]
    [InlineData("0.129", MidpointRounding.ToNegativeInfinity, "0.12")]
    [InlineData("0.121", MidpointRounding.ToPositiveInfinity, "0.13")]
    [InlineData("-0.129", MidpointRounding.ToPositiveInfinity, "-0.12")]
    [InlineData("2/3", MidpointRounding.ToEven, "0.67")]
    [InlineData("-0.001", MidpointRounding.ToEven, "0")]
    public void Cents_round_as_the_mode_says(string amount, MidpointRounding mode, string expected)
    {
        Assert.Equal(expected, Money.Parse(amount, null).Round(2, mode).ToString());
        Assert.Equal(Money.Parse(expected, null) * 100, Money.FromDecimal(Money.Parse(amount, null).ToMinorUnits(2, mode)));
    }

    [Theory]
    [InlineData("1.25")]
    [InlineData("-1.25")]
    [InlineData("-123456789012345678.25")]
    [InlineData("123456789012345678.25")]
    [InlineData("0")]
    public void What_needs_no_rounding_stays_as_it_is_in_every_mode(string amount) =>
        Assert.All(Enum.GetValues<MidpointRounding>(), mode => Assert.Equal(amount, Money.Parse(amount, null).Round(2, mode).ToString()));

    [Theory]
    [InlineData("123456789012345678.125", "123456789012345678.12")]
    [InlineData("123456789012345678.135", "123456789012345678.14")]
    [InlineData("-123456789012345678.135", "-123456789012345678.14")]
    public void Half_a_cent_of_much_money_goes_to_the_even_cent(string amount, string expected) =>
        Assert.Equal(expected, Money.Parse(amount, null).Round(2, MidpointRounding.ToEven).ToString());

    [Theory]
    [InlineData(-1)]
    [InlineData(16)]
    public void Other_digits_are_refused(int digits)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Money.Zero.Round(digits, MidpointRounding.ToEven));
        Assert.Equal("digits", error.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Zero.ToMinorUnits(digits, MidpointRounding.ToEven));
    }

    [Fact]
    public void An_unknown_mode_is_refused() =>
        Assert.Equal("mode", Assert.Throws<ArgumentOutOfRangeException>(() => Money.Zero.Round(2, (MidpointRounding)5)).ParamName);

    private static BigInteger Expected(BigInteger quanta, BigInteger place, MidpointRounding mode)
    {
        var floor = BigInteger.Divide(quanta - (((quanta % place) + place) % place), place);
        var ceiling = floor * place == quanta ? floor : floor + 1;
        var below = quanta - (floor * place);
        var above = (ceiling * place) - quanta;
        return mode switch
        {
            MidpointRounding.ToNegativeInfinity => floor,
            MidpointRounding.ToPositiveInfinity => ceiling,
            MidpointRounding.ToZero => quanta.Sign < 0 ? ceiling : floor,
            _ when below != above => below < above ? floor : ceiling,
            MidpointRounding.ToEven => floor.IsEven ? floor : ceiling,
            _ => quanta.Sign < 0 ? floor : ceiling,
        };
    }

    private static bool FitsOrThrows(BigInteger expected, BigInteger min, BigInteger max, Func<BigInteger> actual)
    {
        var fits = expected >= min && expected <= max;
        try
        {
            return actual() == expected && fits;
        }
        catch (OverflowException)
        {
            return !fits;
        }
    }
}
