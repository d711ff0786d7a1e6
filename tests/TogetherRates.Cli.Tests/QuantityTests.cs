using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Cli.Arguments;

namespace TogetherRates.Cli.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("00012", 12)]
    [InlineData("12000", 12_000)]
    [InlineData("12_000", 12_000)]
    [InlineData("1_2_3", 123)]
    [InlineData("12K", 12_000)]
    [InlineData("12k", 12_000)]
    [InlineData("1.5M", 1_500_000)]
    [InlineData("0.5m", 500_000)]
    [InlineData("1.000001M", 1_000_001)]
    [InlineData("1_500.5K", 1_500_500)]
    [InlineData("2B", 2_000_000_000)]
    [InlineData("9_223_372.036854775807T", long.MaxValue)]
    [InlineData("1.0", 1)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void A_quantity_is_read_exactly(string text, long expected)
    {
        Assert.True(Quantity.TryParse(text, out var quantity, out _));
        Assert.Equal(expected, quantity);
    }

    [Theory]
    [InlineData("", "isn't a quantity")]
    [InlineData("-", "isn't a quantity")]
    [InlineData("K", "isn't a quantity")]
    [InlineData("-5", "is negative")]
    [InlineData("-1.5M", "is negative")]
    [InlineData("+5", "isn't a quantity")]
    [InlineData(" 5", "isn't a quantity")]
    [InlineData("5 ", "isn't a quantity")]
    [InlineData("1,5", "isn't a quantity")]
    [InlineData("1,500", "isn't a quantity")]
    [InlineData("1e5", "isn't a quantity")]
    [InlineData("0x10", "isn't a quantity")]
    [InlineData("_5", "isn't a quantity")]
    [InlineData("5_", "isn't a quantity")]
    [InlineData("1__0", "isn't a quantity")]
    [InlineData("1_K", "isn't a quantity")]
    [InlineData("1.", "isn't a quantity")]
    [InlineData(".5M", "isn't a quantity")]
    [InlineData("1.5.0M", "isn't a quantity")]
    [InlineData("12KB", "isn't a quantity")]
    [InlineData("NaN", "isn't a quantity")]
    [InlineData("\u0661\u0662", "isn't a quantity")]
    [InlineData("1.5", "is 1.5, which isn't a whole number")]
    [InlineData("1.2345K", "is 1234.5, which isn't a whole number")]
    [InlineData("9223372036854775808", "is more than 9223372036854775807")]
    [InlineData("9_300_000T", "is more than 9223372036854775807")]
    public void What_isnt_a_quantity_says_why(string text, string why)
    {
        Assert.False(Quantity.TryParse(text, out _, out var error));
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_a_point_and_a_suffix_mean_what_they_say() => Prop.ForAll(
        (from whole in Gen.Choose(0, 99_999)
         from places in Gen.Choose(0, 12)
         from fraction in Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), places)
         from suffix in Gen.Elements("", "K", "M", "B", "T")
         select (Whole: whole.ToString(CultureInfo.InvariantCulture), Fraction: new string(fraction), Suffix: suffix)).ToArbitrary(),
        parts =>
        {
            var text = parts.Whole + (parts.Fraction.Length > 0 ? "." + parts.Fraction : "") + parts.Suffix;
            var scale = BigInteger.Pow(1_000, " KMBT".IndexOf(parts.Suffix.PadLeft(1), StringComparison.Ordinal));
            var scaled = BigInteger.Parse(parts.Whole + parts.Fraction, CultureInfo.InvariantCulture) * scale;
            var expected = BigInteger.DivRem(scaled, BigInteger.Pow(10, parts.Fraction.Length), out var rest);

            var isRead = Quantity.TryParse(text, out var quantity, out _);
            return isRead == rest.IsZero && (!isRead || quantity == expected);
        }).QuickCheckThrowOnFailure();
}
