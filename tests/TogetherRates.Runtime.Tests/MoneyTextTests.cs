using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("0.015")]
    [InlineData("-1.25")]
    [InlineData("0.0000001")]
    [InlineData("0.000000000000001")]
    [InlineData("123456789012345678.000000000000001")]
    [InlineData("18446744073709551615")]
    [InlineData("18446744073709551619")]
    [InlineData("1/3")]
    [InlineData("-1/28")]
    [InlineData("1/189000000000000000")]
    public void Exact_text_is_written_as_it_is_read(string text) => Assert.Equal(text, Money.Parse(text, null).ToString());

    [Theory]
    [InlineData("0.10", "0.1")]
    [InlineData("007", "7")]
    [InlineData("1.0000000000000000000000", "1")]
    [InlineData("-0", "0")]
    [InlineData("2/6", "1/3")]
    [InlineData("28/28", "1")]
    [InlineData("340282366920938463463374607431768211440/340282366920938463463374607431768211440", "1")]
    [InlineData("3/8", "0.375")]
    [InlineData("000000000000000000000000000000000000000000000000000001/0000000000000000000000000000000000000000000000003", "1/3")]
    public void Other_spellings_are_read_too(string text, string canonical) => Assert.Equal(canonical, Money.Parse(text, null).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData("--1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.-5")]
    [InlineData("1,5")]
    [InlineData("1,000")]
    [InlineData("1e-7")]
    [InlineData("1.2.3")]
    [InlineData("NaN")]
    [InlineData("٣")]
    [InlineData("1/0")]
    [InlineData("1/")]
    [InlineData("/3")]
    [InlineData("1/-3")]
    [InlineData("1/3/3")]
    [InlineData("1.5/3")]
    [InlineData("1/11")]
    [InlineData("0.0000000000000001")]
    [InlineData("900300000000000000000000")]
    [InlineData("99999999999999999999999999999999999999999999")]
    [InlineData("340282366920938463463374607431768211457")]
    [InlineData("99999999999999999999999999999999999999999999/3")]
    public void Other_text_is_refused(string text)
    {
        Assert.False(Money.TryParse(text, CultureInfo.InvariantCulture, out var amount));
        Assert.Equal(Money.Zero, amount);
        var error = Assert.Throws<FormatException>(() => Money.Parse(text, null));
        Assert.Contains($"'{text}' is not an amount", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_is_no_amount()
    {
        Assert.False(Money.TryParse(null, null, out _));
        Assert.Throws<ArgumentNullException>(() => Money.Parse(null!, null));
    }

    [Fact]
    public void Every_amount_reads_back_from_its_text() =>
        Prop.ForAll(Amounts.Any, money => Money.Parse(money.ToString(), null) == money).QuickCheckThrowOnFailure();

    [Fact]
    public void Exact_text_is_the_reduced_fraction() =>
        Prop.ForAll(Amounts.Any, money =>
        {
            var text = money.ToString();
            var divisor = BigInteger.GreatestCommonDivisor(money.BigQuanta(), Money.QuantaPerUnit);
            var isRepeating = (Money.QuantaPerUnit / divisor % 3).IsZero || (Money.QuantaPerUnit / divisor % 7).IsZero;
            return isRepeating
                ? text == FormattableString.Invariant($"{money.BigQuanta() / divisor}/{Money.QuantaPerUnit / divisor}")
                : !text.Contains('/', StringComparison.Ordinal)
                    && !text.Contains('E', StringComparison.Ordinal)
                    && !(text.Contains('.', StringComparison.Ordinal) && text.EndsWith('0'));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1234.565", "F2", "1234.56")]
    [InlineData("1234.575", "F2", "1234.58")]
    [InlineData("-0.005", "F2", "0.00")]
    [InlineData("-0.015", "F2", "-0.02")]
    [InlineData("0.05", "f1", "0.0")]
    [InlineData("0.5", "F0", "0")]
    [InlineData("1.5", "F0", "2")]
    [InlineData("2/3", "F15", "0.666666666666667")]
    [InlineData("3", "F04", "3.0000")]
    [InlineData("3", "F", "3.00")]
    [InlineData("2/3", "g", "2/3")]
    public void Formats_round_half_to_even(string amount, string format, string expected) =>
        Assert.Equal(expected, Money.Parse(amount, null).ToString(format, null));

    [Fact]
    public void Rounded_text_is_the_rounded_amount() =>
        Prop.ForAll(Amounts.Addable, Amounts.Digits, (money, digits) =>
            Money.Parse(money.ToString($"F{digits}", null), null) == money.Round(digits, MidpointRounding.ToEven))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_largest_amounts_are_written_in_every_format()
    {
        Assert.Equal("-900217901907244612337", Money.FromQuanta(Int128.MinValue).ToString("F0", null));
        Assert.Equal("900217901907244612337", Money.FromQuanta(Int128.MaxValue).ToString("F0", null));
    }

    [Theory]
    [InlineData("N2")]
    [InlineData("F16")]
    [InlineData("F100")]
    [InlineData("F-1")]
    [InlineData("FF")]
    [InlineData("G2")]
    public void Other_formats_are_refused(string format)
    {
        var error = Assert.Throws<FormatException>(() => Money.Zero.ToString(format, null));
        Assert.Contains($"'{format}' is not a format of Money", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void Text_is_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var amount = Money.FromDecimal(-1234.5m);
            Assert.Equal("-1234.5", amount.ToString());
            Assert.Equal("-1234.50", amount.ToString("F2", null));
            Assert.Equal("-1234.5", amount.ToString("G", CultureInfo.CurrentCulture));
            Assert.Equal("-1234.50", $"{amount:F2}");
            Assert.Equal(amount, Money.Parse("-1234.5", CultureInfo.CurrentCulture));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_provider_gives_sign_and_separator_in_both_encodings()
    {
        var culture = new NumberFormatInfo { NegativeSign = "−", NumberDecimalSeparator = "٫", NumberDecimalDigits = 3 };
        var amount = Money.FromDecimal(-1234.5m);
        Assert.Equal("−1234٫50", amount.ToString("F2", culture));
        Assert.Equal("−1234٫500", amount.ToString("F", culture));
        Assert.Equal("-1234.500000000000000", amount.ToString("F", new NumberFormatInfo { NumberDecimalDigits = 99 }));

        Span<byte> utf8 = stackalloc byte[64];
        Assert.True(amount.TryFormat(utf8, out var length, "F2", culture));
        Assert.Equal("−1234٫50", Encoding.UTF8.GetString(utf8[..length]));
    }

    [Fact]
    public void A_provider_may_have_long_names()
    {
        var culture = new NumberFormatInfo { NegativeSign = new string('m', 300) };
        Assert.Equal(new string('m', 300) + "1.00", Money.FromDecimal(-1m).ToString("F2", culture));
    }

    [Fact]
    public void Text_fits_exactly_or_not_at_all() =>
        Prop.ForAll(Amounts.Any, money =>
        {
            var text = money.ToString();
            var characters = new char[text.Length];
            var bytes = new byte[text.Length];
            return money.TryFormat(characters, out var written, default, null) && written == text.Length && text == new string(characters)
                && money.TryFormat(bytes, out written, default, null) && written == text.Length && text == Encoding.UTF8.GetString(bytes)
                && !money.TryFormat(characters.AsSpan(1), out written, default, null) && written == 0
                && !money.TryFormat(bytes.AsSpan(1), out written, default, null) && written == 0;
        }).QuickCheckThrowOnFailure();
}
