using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Tests.Numbers;

public class RationalTests
{
    // Small ones meet often in common factors and equal values, wide ones don't fit in a machine word.
    private static readonly Gen<BigInteger> Wholes = Gen.OneOf(
        Gen.Choose(-12, 12).Select(value => (BigInteger)value),
        Gen.Choose(int.MinValue, int.MaxValue).Two().Select(pair => ((BigInteger)pair.Item1 << 40) + pair.Item2),
        from edge in Gen.Elements(BigInteger.One << 31, BigInteger.One << 32, BigInteger.One << 62, BigInteger.One << 63, BigInteger.One << 64, BigInteger.Pow(10, 18), 189 * BigInteger.Pow(10, 15))
        from sign in Gen.Elements(-1, 1)
        from off in Gen.Choose(-2, 2)
        select (sign * edge) + off);

    private static readonly Arbitrary<(BigInteger A, BigInteger B, BigInteger C, BigInteger D)> Fractions =
        Wholes.Four().Where(four => !four.Item2.IsZero && !four.Item4.IsZero).Select(four => (four.Item1, four.Item2, four.Item3, four.Item4)).ToArbitrary();

    [Fact]
    public void The_default_is_zero()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(BigInteger.One, default(Rational).Denominator);
        Assert.Equal("0", default(Rational).ToString());
        Assert.Equal(Rational.FromFraction(0, -7), default);
        Assert.Equal(Rational.FromFraction(0, -7).GetHashCode(), default(Rational).GetHashCode());
    }

    [Fact]
    public void A_fraction_is_in_lowest_terms_with_the_sign_above() => Prop.ForAll(Fractions, f =>
    {
        Rational value = Rational.FromFraction(f.A, f.B);
        Assert.Equal(f.A * value.Denominator, value.Numerator * f.B);
        Assert.Equal(1, value.Denominator.Sign);
        Assert.True(BigInteger.GreatestCommonDivisor(value.Numerator, value.Denominator).IsOne);
        Assert.Equal((f.A % f.B).IsZero, value.IsInteger);
        Assert.Equal(f.A.Sign * f.B.Sign, value.Sign);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Arithmetic_agrees_with_whole_numbers_over_a_common_denominator() => Prop.ForAll(Fractions, f =>
    {
        Rational left = Rational.FromFraction(f.A, f.B);
        Rational right = Rational.FromFraction(f.C, f.D);
        Assert.Equal(Rational.FromFraction((f.A * f.D) + (f.C * f.B), f.B * f.D), left + right);
        Assert.Equal(Rational.FromFraction((f.A * f.D) - (f.C * f.B), f.B * f.D), left - right);
        Assert.Equal(Rational.FromFraction(f.A * f.C, f.B * f.D), left * right);
        Assert.Equal(Rational.FromFraction(-f.A, f.B), -left);
        Assert.Equal(Rational.FromFraction(BigInteger.Abs(f.A), BigInteger.Abs(f.B)), left.Abs());
        if (right != 0)
        {
            Assert.Equal(Rational.FromFraction(f.A * f.D, f.B * f.C), left / right);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_and_equality_agree_with_the_sign_of_the_difference() => Prop.ForAll(Fractions, f =>
    {
        Rational left = Rational.FromFraction(f.A, f.B);
        Rational right = Rational.FromFraction(f.C, f.D);
        int sign = (left - right).Sign;
        Assert.Equal(sign, Math.Sign(left.CompareTo(right)));
        Assert.Equal(
            (sign < 0, sign <= 0, sign > 0, sign >= 0, sign == 0, sign != 0),
            (left < right, left <= right, left > right, left >= right, left == right, left != right));
        Assert.Equal(sign == 0, left.Equals((object)right));
        Assert.True(sign != 0 || left.GetHashCode() == right.GetHashCode());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_is_read_again_as_it_is_written() => Prop.ForAll(Fractions, f =>
    {
        Rational value = Rational.FromFraction(f.A, f.B * f.B) + Rational.FromFraction(f.C, BigInteger.Pow(10, (int)(BigInteger.Abs(f.D) % 30)));
        string text = value.ToString();
        string[] parts = text.Split('/');
        Rational read = parts.Length == 2 ? Rational.FromFraction(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), BigInteger.Parse(parts[1], CultureInfo.InvariantCulture)) : Parse(text);
        Assert.Equal(value, read);
        Assert.Equal(value.GetHashCode(), read.GetHashCode());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_whole_number_of_64_bits_and_nothing_else_becomes_one() => Prop.ForAll(Fractions, f =>
    {
        Rational value = Rational.FromFraction(f.A, f.B);
        if (value.IsInteger && BigInteger.Abs(value.Numerator) <= long.MaxValue)
        {
            Assert.Equal((long)value.Numerator, (long)value);
        }
        else
        {
            Assert.Throws<OverflowException>(() => (long)value);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Floor_and_rounding_stay_nearest() => Prop.ForAll(Fractions, f =>
    {
        Rational value = Rational.FromFraction(f.A, f.B);
        Rational floor = value.Floor();
        Assert.True(floor <= value && value < floor + 1);
        Rational rounded = value.Round(2);
        Assert.True((rounded * 100).IsInteger);
        Assert.True((rounded - value).Abs() <= Rational.FromFraction(1, 200));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rounding_to_any_digit_is_that_of_whole_numbers() => Prop.ForAll(Fractions, Gen.Choose(0, 25).ToArbitrary(), (f, digits) =>
    {
        var scale = BigInteger.Pow(10, digits);
        var (above, below) = f.B.Sign < 0 ? (-f.A * scale, -f.B) : (f.A * scale, f.B);
        BigInteger floor = BigInteger.Divide(above - (((above % below) + below) % below), below);
        int toHalf = (2 * (above - (floor * below))).CompareTo(below);
        BigInteger nearest = toHalf > 0 || (toHalf == 0 && !floor.IsEven) ? floor + 1 : floor;

        Rational value = Rational.FromFraction(f.A, f.B);
        Assert.Equal(Rational.FromFraction(nearest, scale), value.Round(digits));
        Assert.Equal(BigInteger.Divide(f.A - (((f.A % f.B) + f.B) % f.B), f.B), value.Floor().Numerator);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_decimal_is_written_with_all_its_digits_and_no_more() => Prop.ForAll(
        Fractions, Gen.Choose(0, 30).Two().ToArbitrary(), (f, digits) =>
    {
        // Of two equal numbers one is made of as many digits as it takes, whatever is left out at its end.
        var text = BigInteger.Abs(f.A).ToString(CultureInfo.InvariantCulture).PadLeft(digits.Item1 + 1, '0');
        var fraction = text[^digits.Item1..].TrimEnd('0').PadRight(digits.Item2, '0');
        var expected = (f.A.Sign < 0 ? "-" : "") + text[..^digits.Item1] + (fraction.Length == 0 ? "" : "." + fraction);

        Rational value = Rational.FromFraction(f.A, BigInteger.Pow(10, digits.Item1));
        Assert.Equal(expected, value.ToString(digits.Item2));
        Assert.Equal("costs " + expected, value.AppendTo(new StringBuilder("costs "), digits.Item2).ToString());
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0.5", 0, "0")]
    [InlineData("1.5", 0, "2")]
    [InlineData("2.5", 0, "2")]
    [InlineData("-0.5", 0, "0")]
    [InlineData("-1.5", 0, "-2")]
    [InlineData("-2.5", 0, "-2")]
    [InlineData("0.125", 2, "0.12")]
    [InlineData("0.135", 2, "0.14")]
    [InlineData("0.1250000000000000000000001", 2, "0.13")]
    [InlineData("3", 2, "3")]
    public void Halves_round_to_the_even_digit(string text, int digits, string rounded) =>
        Assert.Equal(rounded, Parse(text).Round(digits).ToString());

    [Theory]
    [InlineData("0.10", "0.1", "0.10")]
    [InlineData("1.25", "1.25", "1.25")]
    [InlineData("3", "3", "3.00")]
    [InlineData("-0.00", "0", "0.00")]
    [InlineData("-1e-7", "-0.0000001", "-0.0000001")]
    [InlineData("1e3", "1000", "1000.00")]
    [InlineData("12.5E+1", "125", "125.00")]
    [InlineData("18446744073709551615", "18446744073709551615", "18446744073709551615.00")]
    [InlineData("18446744073709551616", "18446744073709551616", "18446744073709551616.00")]
    [InlineData("0.1234567890123456789012345678901234567890", "0.123456789012345678901234567890123456789", "0.123456789012345678901234567890123456789")]
    public void Decimals_are_written_exactly(string text, string shortest, string withTwoDecimals)
    {
        Rational value = Parse(text);

        Assert.Equal(shortest, value.ToString());
        Assert.Equal(withTwoDecimals, value.ToString(2));
    }

    [Theory]
    [InlineData(1, 3, "1/3")]
    [InlineData(-10, 12, "-5/6")]
    [InlineData(1, 8, "0.125")]
    [InlineData(-7, 20, "-0.35")]
    public void A_fraction_without_an_exact_decimal_stays_a_fraction(int numerator, int denominator, string text) =>
        Assert.Equal(text, Rational.FromFraction(numerator, denominator).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("-00")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,5")]
    [InlineData("1_000")]
    [InlineData("0x1")]
    [InlineData("NaN")]
    [InlineData("--1")]
    [InlineData("1e1.5")]
    [InlineData("٣")]
    public void What_JSON_does_not_call_a_number_is_refused(string text) => AssertRefused(text, NumberError.Syntax);

    [Theory]
    [InlineData("1e301")]
    [InlineData("1e-301")]
    [InlineData("1e400")]
    [InlineData("0e999999999999999999999")]
    [InlineData("1e-999999999")]
    public void A_power_of_ten_beyond_the_limit_is_refused(string text) => AssertRefused(text, NumberError.ExponentTooLarge);

    [Fact]
    public void The_limits_themselves_are_read()
    {
        Assert.Equal(BigInteger.Pow(10, 300), Parse("1e300"));
        Assert.Equal(Rational.FromFraction(1, BigInteger.Pow(10, 300)), Parse("1e-0000300"));
        string longest = "-" + new string('9', 200) + "." + new string('9', 200);
        Assert.Equal(longest, Parse(longest).ToString());
        AssertRefused(longest + "9", NumberError.TooLong);
        AssertRefused(new string('1', 10_000_000), NumberError.TooLong);
    }

    [Fact]
    public void A_decimal_is_read_as_the_fraction_it_means()
    {
        Gen<(BigInteger Mantissa, int Fraction, int Exponent)> decimals =
            from mantissa in Wholes
            from zeros in Gen.Choose(0, 5)
            from fraction in Gen.Choose(0, 36)
            from exponent in Gen.Choose(-40, 40)
            select (BigInteger.Abs(mantissa) * BigInteger.Pow(10, zeros), fraction, exponent);

        Prop.ForAll(decimals.ToArbitrary(), parts =>
        {
            string digits = parts.Mantissa.ToString(CultureInfo.InvariantCulture).PadLeft(parts.Fraction + 1, '0');
            string fraction = parts.Fraction == 0 ? "" : "." + digits[^parts.Fraction..];
            string text = digits[..^parts.Fraction] + fraction + "e" + parts.Exponent.ToString(CultureInfo.InvariantCulture);
            int scale = parts.Exponent - parts.Fraction;
            Rational expected = Rational.FromFraction(
                parts.Mantissa * BigInteger.Pow(10, Math.Max(scale, 0)), BigInteger.Pow(10, Math.Max(-scale, 0)));

            Assert.Equal(expected, Parse(text));
            Assert.Equal(-expected, Parse("-" + text));
            Assert.Equal(expected, Parse(expected.ToString()));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Division_by_zero_is_refused()
    {
        Assert.Throws<DivideByZeroException>(() => Rational.FromFraction(1, 0));
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => Rational.One.Round(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rational.One.ToString(-1));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("sv-SE")]
    public void No_culture_changes_how_numbers_are_read_and_written(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal("-1234567.5", Parse("-1234567.50").ToString());
            Assert.Equal("-1/3", Rational.FromFraction(-1, 3).ToString());
            Assert.Equal("-12345678901234567890123", Parse("-12345678901234567890123").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Rational Parse(string text)
    {
        Assert.True(Rational.TryParseDecimal(text, out Rational value, out NumberError error), text);
        Assert.Equal(NumberError.None, error);
        return value;
    }

    private static void AssertRefused(string text, NumberError expected)
    {
        Assert.False(Rational.TryParseDecimal(text, out Rational value, out NumberError error));
        Assert.Equal((expected, Rational.Zero), (error, value));
    }
}
