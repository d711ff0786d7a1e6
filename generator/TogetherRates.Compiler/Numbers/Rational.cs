using System.Globalization;
using System.Text;

namespace TogetherRates.Compiler.Numbers;

/// <summary>An exact fraction of two whole numbers of any size, always in lowest terms. The default value is 0.</summary>
/// <remarks>
/// Both numbers of nearly every price fit 64 bits, where arithmetic allocates nothing; the races "Build" show what a card of thousands of prices
/// takes. What doesn't fit is kept as numbers of any size, and nothing else is.
/// </remarks>
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly long numerator;

    // Zero in the default value, where it stands for 1.
    private readonly long denominator;

    // Null where both numbers fit, so that equal numbers are kept alike.
    private readonly Large? large;

    private Rational(long numerator, long denominator)
    {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    private Rational(Large large) => this.large = large;

    /// <summary>The number 0.</summary>
    public static Rational Zero => default;

    /// <summary>The number 1.</summary>
    public static Rational One => new(1, 1);

    /// <summary>Whether this is a whole number.</summary>
    public bool IsInteger => large is null ? ShortDenominator == 1 : large.IsInteger;

    /// <summary>-1 below zero, 0 at zero, 1 above.</summary>
    public int Sign => large?.Sign ?? Math.Sign(numerator);

    private long ShortDenominator => denominator == 0 ? 1 : denominator;

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(long value) => value == long.MinValue ? Large.Whole(value) : new(value, 1);

    /// <summary>The whole number that this is.</summary>
    /// <exception cref="OverflowException">It is a fraction, or doesn't fit 64 bits.</exception>
    public static explicit operator long(Rational value) => value.large is null && value.ShortDenominator == 1
        ? value.numerator
        : throw new OverflowException($"{value} is no whole number of 64 bits");

    /// <summary>The exact sum.</summary>
    public static Rational operator +(Rational left, Rational right)
    {
        if (left.large is null && right.large is null
            && TryMultiply(left.numerator, right.ShortDenominator, out long one)
            && TryMultiply(right.numerator, left.ShortDenominator, out long other)
            && TryMultiply(left.ShortDenominator, right.ShortDenominator, out long below)
            && TryAdd(one, other, out long above))
        {
            long divisor = CommonDivisor(above, below);
            return new Rational(above / divisor, below / divisor);
        }

        return Large.Add(left, right);
    }

    /// <summary>The exact difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The same amount with the other sign.</summary>
    public static Rational operator -(Rational value) =>
        value.large is null ? new Rational(-value.numerator, value.ShortDenominator) : Large.Negate(value);

    /// <summary>The exact product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        left.large is null && right.large is null && TryMultiply(left.numerator, left.ShortDenominator, right.numerator, right.ShortDenominator) is { } product
            ? product
            : Large.Multiply(left, right);

    /// <summary>The exact quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Rational operator /(Rational left, Rational right)
    {
        if (right.Sign == 0)
        {
            throw new DivideByZeroException("a number cannot be divided by 0");
        }

        if (left.large is null && right.large is null)
        {
            var (above, below) = right.numerator < 0 ? (-right.ShortDenominator, -right.numerator) : (right.ShortDenominator, right.numerator);
            if (TryMultiply(left.numerator, left.ShortDenominator, above, below) is { } quotient)
            {
                return quotient;
            }
        }

        return Large.Divide(left, right);
    }

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
    public Rational Floor()
    {
        if (large is not null)
        {
            return Large.Floor(this);
        }

        long whole = Math.DivRem(numerator, ShortDenominator, out long rest);
        return rest < 0 ? whole - 1 : whole;
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

        long scale = 1;
        for (int i = 0; i < digits && i < MaxShortScale; i++)
        {
            scale *= 10;
        }

        if (large is not null || digits > MaxShortScale || !TryMultiply(numerator, scale, out long scaled))
        {
            return Large.Round(this, digits);
        }

        long below = Math.DivRem(scaled, ShortDenominator, out long rest);
        (below, rest) = rest < 0 ? (below - 1, rest + ShortDenominator) : (below, rest);
        long toHalf = rest - (ShortDenominator - rest);
        return (Rational)(toHalf > 0 || (toHalf == 0 && below % 2 != 0) ? below + 1 : below) / scale;
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other) =>
        large is null && other.large is null
        && TryMultiply(numerator, other.ShortDenominator, out long left) && TryMultiply(other.numerator, ShortDenominator, out long right)
            ? left.CompareTo(right)
            : Large.Compare(this, other);

    /// <inheritdoc/>
    public bool Equals(Rational other) => large is null || other.large is null
        ? large is null && other.large is null && numerator == other.numerator && ShortDenominator == other.ShortDenominator
        : large.Equals(other.large);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => large is null
        ? unchecked((numerator.GetHashCode() * 397) ^ ShortDenominator.GetHashCode())
        : large.GetHashCode();

    /// <summary>The exact decimal (<c>0.1</c>) when there is one, else the fraction (<c>1/3</c>). The same in every culture.</summary>
    public override string ToString() => ToString(0);

    /// <summary>As <see cref="ToString()"/>, with zeros added up to a least number of decimals: <c>0.10</c>. A fraction stays a fraction.</summary>
    /// <param name="minDecimals">The least number of decimals, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of decimals is negative.</exception>
    public string ToString(int minDecimals) => AppendTo(new StringBuilder(), minDecimals).ToString();

    /// <summary>Appends what <see cref="ToString(int)"/> returns.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="minDecimals">The least number of decimals, 0 or more.</param>
    /// <returns>The same text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of decimals is negative.</exception>
    public StringBuilder AppendTo(StringBuilder text, int minDecimals)
    {
        if (minDecimals < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(minDecimals), minDecimals, "the number of decimals cannot be negative");
        }

        if (large is not null || !TryScale(out long scaled, out int decimals))
        {
            return Large.AppendTo(text, this, minDecimals);
        }

        if (decimals < 0)
        {
            return text.Append(numerator.ToString(CultureInfo.InvariantCulture)).Append('/').Append(denominator.ToString(CultureInfo.InvariantCulture));
        }

        text.Append(Sign < 0 ? "-" : "");
        long place = 1;
        int digits = 1;
        for (; scaled / place >= 10; place *= 10)
        {
            digits++;
        }

        for (int digit = Math.Max(digits, decimals + 1); digit > 0; digit--)
        {
            text.Append(digit == decimals ? "." : "").Append((char)('0' + (digit > digits ? 0 : scaled / place % 10)));
            place = digit > digits ? place : place / 10;
        }

        return text.Append(decimals == 0 && minDecimals > 0 ? "." : "").Append('0', Math.Max(minDecimals - decimals, 0));
    }

    // What the two share is divided out before they are multiplied: the product is in lowest terms, and as small as it can be.
    private static Rational? TryMultiply(long above, long below, long otherAbove, long otherBelow)
    {
        long first = CommonDivisor(above, otherBelow);
        long second = CommonDivisor(otherAbove, below);
        return TryMultiply(above / first, otherAbove / second, out long numerator)
            && TryMultiply(below / second, otherBelow / first, out long denominator)
            ? new Rational(numerator, denominator)
            : null;
    }

    private static bool TryMultiply(long left, long right, out long product)
    {
        long size = Math.Max(Math.Abs(left), Math.Abs(right));
        product = unchecked(left * right);
        return size <= int.MaxValue || left == 0 || right == 0 || Math.Abs(left) <= long.MaxValue / Math.Abs(right);
    }

    private static bool TryAdd(long left, long right, out long sum)
    {
        sum = unchecked(left + right);
        return ((left ^ sum) & (right ^ sum)) >= 0 && sum != long.MinValue;
    }

    // At least 1, as one of them always is.
    private static long CommonDivisor(long left, long right)
    {
        (left, right) = (Math.Abs(left), Math.Abs(right));
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }

    /// <summary>The digits of the decimal, if they fit 64 bits, and how many of them are decimals; fewer than none where a fraction has no decimal.</summary>
    private bool TryScale(out long scaled, out int decimals)
    {
        scaled = Math.Abs(numerator);
        decimals = 0;
        for (long below = ShortDenominator; below != 1; decimals++)
        {
            // Each decimal takes a two and a five out of the lower part, as long as it has them.
            long share = CommonDivisor(below, 10);
            if (share == 1)
            {
                decimals = -1;
                return true;
            }

            if (!TryMultiply(scaled, 10 / share, out scaled))
            {
                return false;
            }

            below /= share;
        }

        return true;
    }
}
