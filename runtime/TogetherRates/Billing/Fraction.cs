using System.Globalization;
using System.Numerics;

namespace TogetherRates;

/// <summary>
/// An exact fraction of any size, in lowest terms. An invoice counts in it where <see cref="Money"/> can't: a percentage of an
/// amount need not be a whole number of quanta.
/// </summary>
internal readonly struct Fraction : IComparable<Fraction>
{
    // Zero in the default value, where it stands for 1.
    private readonly BigInteger denominator;

    /// <summary>A fraction; the denominator is above 0.</summary>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        this.denominator = denominator / divisor;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public int Sign => Numerator.Sign;

    /// <summary>An amount, in units of the currency.</summary>
    public static Fraction Of(Money amount) => new((BigInteger)amount.Quanta, Money.QuantaPerUnit);

    /// <summary>A decimal number that isn't below 0, exactly.</summary>
    public static Fraction Of(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(number, bits);
        var coefficient = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return new(coefficient, BigInteger.Pow(10, number.Scale));
    }

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    public static Fraction operator -(Fraction value) => new(-value.Numerator, value.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The exact quotient; <paramref name="right"/> isn't 0.</summary>
    public static Fraction operator /(Fraction left, Fraction right) =>
        new(left.Numerator * right.Denominator * right.Sign, left.Denominator * BigInteger.Abs(right.Numerator));

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The largest whole number that isn't above this one.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The least amount in whole quanta that isn't below this one.</summary>
    public Money CeilingInQuanta()
    {
        var quanta = this * new Fraction(Money.QuantaPerUnit, 1);
        return Money.FromFraction(-(-quanta).Floor(), Money.QuantaPerUnit);
    }

    /// <summary>The exact decimal (0.1) where there is one, else the fraction (1/3). The same in every culture.</summary>
    public override string ToString()
    {
        var decimals = 0;
        var scale = BigInteger.One;
        var rest = Denominator;
        for (; !rest.IsOne; decimals++)
        {
            // Each digit takes a two, a five or both out of the denominator; what has neither repeats for ever.
            var divisor = BigInteger.GreatestCommonDivisor(rest, 10);
            if (divisor.IsOne)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
            }

            rest /= divisor;
            scale *= 10;
        }

        var digits = (BigInteger.Abs(Numerator) * scale / Denominator).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = Sign < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }
}
