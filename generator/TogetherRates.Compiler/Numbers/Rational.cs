using System.Globalization;
using System.Numerics;

namespace TogetherRates.Compiler.Numbers;

/// <summary>An exact fraction of two whole numbers of any size, always in lowest terms. The default value is 0.</summary>
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // Zero in the default value, where it stands for 1.
    private readonly BigInteger denominator;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        this.denominator = denominator;
    }

    /// <summary>The number 0.</summary>
    public static Rational Zero => default;

    /// <summary>The number 1.</summary>
    public static Rational One { get; } = new(BigInteger.One, BigInteger.One);

    /// <summary>The upper part of the fraction; it carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The lower part of the fraction, above 0.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>Whether this is a whole number.</summary>
    public bool IsInteger => Denominator.IsOne;

    /// <summary>-1 below zero, 0 at zero, 1 above.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>A fraction of two whole numbers, in lowest terms.</summary>
    /// <param name="numerator">The upper part.</param>
    /// <param name="denominator">The lower part, of either sign, not 0.</param>
    /// <exception cref="DivideByZeroException">The lower part is 0.</exception>
    public static Rational FromFraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("the lower part of a fraction cannot be 0");
        }

        if (denominator.IsOne)
        {
            return new Rational(numerator, BigInteger.One);
        }

        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return new Rational(numerator / divisor, denominator / divisor);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(long value) => new(value, BigInteger.One);

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One);

    /// <summary>The exact sum.</summary>
    public static Rational operator +(Rational left, Rational right) => left.Denominator == right.Denominator
        ? FromFraction(left.Numerator + right.Numerator, left.Denominator)
        : FromFraction(
            (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
            left.Denominator * right.Denominator);

    /// <summary>The exact difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The same amount with the other sign.</summary>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    /// <summary>The exact product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        FromFraction(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The exact quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Rational operator /(Rational left, Rational right) => right.Sign == 0
        ? throw new DivideByZeroException("a number cannot be divided by 0")
        : FromFraction(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Whether the numbers differ.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Whether the first is the smaller.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is the larger.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is the smaller or both are the same.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is the larger or both are the same.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>The amount without its sign.</summary>
    public Rational Abs() => Sign < 0 ? -this : this;

    /// <summary>The largest whole number that is not above this one.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The nearest number with so many decimals; of two equally near, the one with the even last digit.</summary>
    /// <param name="digits">The number of decimals, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of decimals is negative.</exception>
    public Rational Round(int digits)
    {
        if (digits < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(digits), digits, "the number of decimals cannot be negative");
        }

        var scale = BigInteger.Pow(10, digits);
        Rational scaled = this * scale;
        BigInteger below = scaled.Floor();
        int toHalf = ((scaled - below) * 2).CompareTo(One);
        bool up = toHalf > 0 || (toHalf == 0 && !below.IsEven);
        return FromFraction(up ? below + 1 : below, scale);
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other) => Denominator == other.Denominator
        ? Numerator.CompareTo(other.Numerator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Numerator.GetHashCode() * 397) ^ Denominator.GetHashCode());

    /// <summary>The exact decimal (<c>0.1</c>) when there is one, else the fraction (<c>1/3</c>). The same in every culture.</summary>
    public override string ToString() => ToString(0);

    /// <summary>As <see cref="ToString()"/>, with zeros added up to a least number of decimals: <c>0.10</c>. A fraction stays a fraction.</summary>
    /// <param name="minDecimals">The least number of decimals, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of decimals is negative.</exception>
    public string ToString(int minDecimals)
    {
        if (minDecimals < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(minDecimals), minDecimals, "the number of decimals cannot be negative");
        }

        if (CountDecimals() is not int decimals)
        {
            return Numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);
        }

        BigInteger scaled = BigInteger.Abs(Numerator) * BigInteger.Pow(10, decimals) / Denominator;
        string digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        int point = digits.Length - decimals;
        string fraction = digits.Substring(point).PadRight(minDecimals, '0');
        string sign = Sign < 0 ? "-" : "";
        return sign + digits.Substring(0, point) + (fraction.Length == 0 ? "" : "." + fraction);
    }

    /// <summary>The least number of decimals that write this number exactly, or <see langword="null"/> when none do.</summary>
    private int? CountDecimals()
    {
        BigInteger rest = Denominator;
        int twos = 0;
        for (; rest.IsEven; rest >>= 1)
        {
            twos++;
        }

        int fives = 0;
        for (; !rest.IsOne; rest /= 5)
        {
            if (!(rest % 5).IsZero)
            {
                return null;
            }

            fives++;
        }

        return Math.Max(twos, fives);
    }
}
