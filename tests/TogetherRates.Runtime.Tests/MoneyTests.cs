using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void Sums_and_differences_agree_with_unlimited_integers() =>
        Prop.ForAll(Amounts.Addable, Amounts.Addable, (a, b) =>
            (a + b).BigQuanta() == a.BigQuanta() + b.BigQuanta()
            && (a - b).BigQuanta() == a.BigQuanta() - b.BigQuanta()
            && (-a).BigQuanta() == -a.BigQuanta())
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Arithmetic_is_exact_or_throws_at_the_edge_of_the_range() =>
        Prop.ForAll(Amounts.Any, Amounts.Any, Amounts.AnyCount, (a, b, factor) =>
            IsExactOrThrows(a.BigQuanta() + b.BigQuanta(), () => a + b)
            && IsExactOrThrows(a.BigQuanta() - b.BigQuanta(), () => a - b)
            && IsExactOrThrows(-a.BigQuanta(), () => -a)
            && IsExactOrThrows(a.BigQuanta() * factor, () => a * factor)
            && IsExactOrThrows(a.BigQuanta() * -factor, () => -factor * a))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Order_is_the_order_of_the_quanta() =>
        Prop.ForAll(Amounts.Any, Amounts.Any, (a, b) =>
            (a < b) == (a.BigQuanta() < b.BigQuanta())
            && (a <= b) == (a.BigQuanta() <= b.BigQuanta())
            && (a > b) == (b < a)
            && (a >= b) == (b <= a)
            && (a == b) == (a.BigQuanta() == b.BigQuanta())
            && (a != b) == !a.Equals(b)
            && Math.Sign(a.CompareTo(b)) == a.BigQuanta().CompareTo(b.BigQuanta())
            && Math.Sign(a.CompareTo((object)b)) == a.BigQuanta().CompareTo(b.BigQuanta()))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1", "50")]
    [InlineData("-50", "-49")]
    [InlineData("-1", "50")]
    [InlineData("50", "98")]
    public void Amounts_on_both_sides_of_63_bits_are_in_order(string smaller, string larger)
    {
        Assert.True(Money.Parse(smaller, null) < Money.Parse(larger, null));
        Assert.True(Money.Parse(larger, null) > Money.Parse(smaller, null));
    }

    [Fact]
    public void Equal_amounts_have_equal_hash_codes()
    {
        var amount = Money.FromFraction(1, 3);
        var same = Money.FromQuanta(63_000_000_000_000_000);
        Assert.Equal(amount, same);
        Assert.Equal(amount.GetHashCode(), same.GetHashCode());
        Assert.True(amount.Equals((object)same));
        Assert.False(amount.Equals("1/3"));
    }

    [Fact]
    public void Money_compares_only_with_money()
    {
        Assert.Equal(1, Money.Zero.CompareTo(null));
        Assert.Throws<ArgumentException>(() => Money.Zero.CompareTo("0"));
    }

    [Fact]
    public void Generic_math_sums_it()
    {
        Assert.Equal(Money.FromDecimal(0.6m), Sum([Money.FromDecimal(0.1m), Money.FromDecimal(0.2m), Money.FromDecimal(0.3m)]));

        static T Sum<T>(IEnumerable<T> amounts)
            where T : IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T> =>
            amounts.Aggregate(T.AdditiveIdentity, (sum, amount) => sum + amount);
    }

    [Fact]
    public void A_fraction_of_whole_quanta_is_exact() =>
        Prop.ForAll(Amounts.Any, Amounts.AnyCount, (amount, factor) =>
            Money.FromFraction(amount.BigQuanta() * (factor + 1), (BigInteger)Money.QuantaPerUnit * (factor + 1)) == amount
            && Money.FromFraction(-amount.BigQuanta(), -Money.QuantaPerUnit) == amount)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 11)]
    [InlineData(1, 81)]
    [InlineData(-1, 49)]
    [InlineData(1, 10_000_000_000_000_000)]
    public void A_fraction_of_a_quantum_is_refused(long numerator, long denominator)
    {
        var error = Assert.Throws<ArgumentException>(() => Money.FromFraction(numerator, denominator));
        Assert.Contains(FormattableString.Invariant($"{numerator}/{denominator} is not a whole number of quanta"), error.Message, StringComparison.Ordinal);
        Assert.Equal("numerator", error.ParamName);
    }

    [Fact]
    public void A_fraction_over_zero_is_refused() =>
        Assert.Equal("denominator", Assert.Throws<ArgumentOutOfRangeException>(() => Money.FromFraction(1, 0)).ParamName);

    [Fact]
    public void Amounts_out_of_range_overflow()
    {
        Assert.Equal(Int128.MaxValue, Money.FromFraction((BigInteger)Int128.MaxValue, Money.QuantaPerUnit).Quanta);
        Assert.Throws<OverflowException>(() => Money.FromFraction((BigInteger)Int128.MaxValue + 1, Money.QuantaPerUnit));
        Assert.Equal(Int128.MinValue, Money.FromFraction((BigInteger)Int128.MinValue, Money.QuantaPerUnit).Quanta);
        Assert.Throws<OverflowException>(() => Money.FromFraction((BigInteger)Int128.MinValue - 1, Money.QuantaPerUnit));
        Assert.Throws<OverflowException>(() => Money.FromDecimal(decimal.MaxValue));
        Assert.Throws<OverflowException>(() => Money.FromDecimal(decimal.MinValue));
    }

    [Fact]
    public void An_overflow_says_which_amounts_were_too_much()
    {
        var (most, least, cent) = (Money.FromQuanta(Int128.MaxValue), Money.FromQuanta(Int128.MinValue), Money.FromDecimal(0.01m));
        AssertOverflow($"{most} + 0.01 is out of range", () => most + cent);
        AssertOverflow($"{least} - 0.01 is out of range", () => least - cent);
        AssertOverflow($"{most} - -0.01 is out of range", () => most - -cent);
        AssertOverflow($"-({least}) is out of range", () => -least);
        AssertOverflow($"{most} * -2 is out of range", () => most * -2);
        AssertOverflow($"{most} has more minor units of 2 digits than a long holds", () => most.ToMinorUnits(2, MidpointRounding.ToEven));

        static void AssertOverflow(string start, Func<object> act) => Assert.StartsWith(start, Assert.Throws<OverflowException>(act).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decimals_of_fifteen_places_go_there_and_back() =>
        Prop.ForAll(Amounts.AnyCount, Amounts.Digits, Amounts.AnyCount, (coefficient, scale, sign) =>
        {
            var amount = new decimal((int)coefficient, (int)(coefficient >> 32), 0, (sign & 1) == 0, (byte)scale);
            return Money.FromDecimal(amount).ToDecimal() == amount;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Zeros_at_the_end_of_a_decimal_do_not_count()
    {
        Assert.Equal(Money.FromDecimal(0.1m), Money.FromDecimal(0.1000000000000000000000000000m));
        Assert.Equal(Money.Zero, Money.FromDecimal(-0.0000000000000000000000000000m));
    }

    [Fact]
    public void A_decimal_finer_than_a_quantum_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Money.FromDecimal(0.0000000000000001m));
        Assert.Contains("0.0000000000000001 is not a whole number of quanta", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToDecimal_gives_the_nearest_decimal_with_the_most_places_that_fit() =>
        Prop.ForAll(Amounts.Any, money =>
        {
            var parts = decimal.GetBits(money.ToDecimal());
            var coefficient = ((BigInteger)(uint)parts[2] << 64) | ((BigInteger)(uint)parts[1] << 32) | (uint)parts[0];
            var signed = parts[3] < 0 ? -coefficient : coefficient;
            var scale = BigInteger.Pow(10, (parts[3] >> 16) & 0xFF);
            var error = BigInteger.Abs((signed * Money.QuantaPerUnit) - (money.BigQuanta() * scale));
            var isLongest = scale == BigInteger.Pow(10, 28) || (coefficient + 1) * 10 > BigInteger.Pow(2, 96) - 1;
            return error.IsZero || (isLongest && error * 2 <= Money.QuantaPerUnit);
        }).QuickCheckThrowOnFailure();

    // Their lower 64 bits alone would be an amount of few digits, or none at all.
    [Theory]
    [InlineData(-1, 0, "-97.60182049581773341798941799")]
    [InlineData(-1, 189, "-97.60182049581773241798941799")]
    [InlineData(1, 189, "97.60182049581773441798941799")]
    public void An_amount_beyond_64_bits_is_taken_whole(int upper, ulong lower, string expected) =>
        Assert.Equal(expected, Money.FromQuanta(((Int128)upper << 64) + lower).ToDecimal().ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("10")]
    [InlineData("40")]
    [InlineData("-1.5")]
    [InlineData("0.000000000000001")]
    [InlineData("900000000000000000000")]
    public void A_decimal_shows_no_zeros_at_its_end(string amount) =>
        Assert.Equal(amount, Money.Parse(amount, null).ToDecimal().ToString(CultureInfo.InvariantCulture));

    // A decimal's digits are below 2^96, which is 79228162514264337593543950336.
    [Theory]
    [InlineData("7922816251426433759.3543950335", "7922816251426433759.3543950335")]
    [InlineData("7922816251426433759.35439503359", "7922816251426433759.3543950335")]
    [InlineData("7922816251426433759.35439503325", "7922816251426433759.3543950332")]
    [InlineData("-7922816251426433759.35439503335", "-7922816251426433759.3543950334")]
    public void A_decimal_of_all_its_digits_is_the_nearest_one(string amount, string expected) =>
        Assert.Equal(expected, Money.Parse(amount, null).ToDecimal().ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void A_third_as_decimal_has_28_places() =>
        Assert.Equal(0.3333333333333333333333333333m, Money.FromFraction(1, 3).ToDecimal());

    [Fact]
    public void A_price_per_hour_is_exact_per_minute()
    {
        var perMinute = Money.FromFraction(499, 100 * 60);
        Assert.Equal("3592.8", (perMinute * (60 * 24 * 30)).ToString());
    }

    [Fact]
    public void An_image_price_is_exact_per_step()
    {
        var perStep = Money.FromFraction(27, 10_000 * 28);
        Assert.Equal("27/280000", perStep.ToString());
        Assert.Equal("0.0027", (perStep * 28).ToString());
        Assert.Equal("0.0027", Enumerable.Repeat(perStep, 28).Aggregate((sum, step) => sum + step).ToString());
    }

    private static bool IsExactOrThrows(BigInteger expected, Func<Money> actual)
    {
        var fits = expected >= (BigInteger)Int128.MinValue && expected <= (BigInteger)Int128.MaxValue;
        try
        {
            return actual().BigQuanta() == expected && fits;
        }
        catch (OverflowException)
        {
            return !fits;
        }
    }
}
