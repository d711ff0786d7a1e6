using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace TogetherRates.Compiler.Numbers;

// All that needs numbers of any size. Nearly no price does, and a compiler that starts up takes milliseconds to load them.
public readonly partial struct Rational
{
    /// <summary>The upper part of the fraction; it carries the sign.</summary>
    public BigInteger Numerator => large?.Numerator ?? numerator;

    /// <summary>The lower part of the fraction, above 0.</summary>
    public BigInteger Denominator => large?.Denominator ?? ShortDenominator;

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

        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return divisor.IsOne ? Of(numerator, denominator) : Of(numerator / divisor, denominator / divisor);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(BigInteger value) => Of(value, BigInteger.One);

    /// <summary>The same number, as 64 bits each where both numbers fit.</summary>
    private static Rational Of(BigInteger numerator, BigInteger denominator) =>
        BigInteger.Abs(numerator) <= long.MaxValue && denominator <= long.MaxValue
            ? new Rational((long)numerator, (long)denominator)
            : new Rational(new Large(numerator, denominator));

    // Two numbers in lowest terms, of which at least one is longer than 63 bits; and what is computed with such numbers, each apart so that
    // nothing else has to load them.
    private sealed class Large(BigInteger numerator, BigInteger denominator)
    {
        public BigInteger Numerator => numerator;

        public BigInteger Denominator => denominator;

        public int Sign
        {
            [MethodImpl(MethodImplOptions.NoInlining)]
            get => numerator.Sign;
        }

        public bool IsInteger
        {
            [MethodImpl(MethodImplOptions.NoInlining)]
            get => denominator.IsOne;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Rational Whole(long value) => Of(value, BigInteger.One);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Rational Scaled(ulong mantissa, int scale) => Scale(new BigInteger(mantissa), scale);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Rational Fraction(ulong numerator, long denominator) => Of(numerator, denominator);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Rational Parse(string digits, int scale) => Scale(BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), scale);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Rational Add(Rational left, Rational right) =>
            FromFraction((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Rational Negate(Rational value) => Of(-value.Numerator, value.Denominator);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Rational Multiply(Rational left, Rational right) =>
            FromFraction(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Rational Divide(Rational left, Rational right) =>
            FromFraction(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static int Compare(Rational left, Rational right) =>
            (left.Numerator * right.Denominator).CompareTo(right.Numerator * left.Denominator);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Rational Floor(Rational value)
        {
            var quotient = BigInteger.DivRem(value.Numerator, value.Denominator, out BigInteger remainder);
            return remainder.Sign < 0 ? quotient - 1 : quotient;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Rational Round(Rational value, int digits)
        {
            var scale = BigInteger.Pow(10, digits);
            Rational scaled = value * scale;
            BigInteger below = scaled.Floor().Numerator;
            int toHalf = ((scaled - below) * 2).CompareTo(One);
            bool up = toHalf > 0 || (toHalf == 0 && !below.IsEven);
            return FromFraction(up ? below + 1 : below, scale);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static StringBuilder AppendTo(StringBuilder text, Rational value, int minDecimals)
        {
            if (CountDecimals(value) is not int decimals)
            {
                return text.Append(value.Numerator.ToString(CultureInfo.InvariantCulture)).Append('/').Append(value.Denominator.ToString(CultureInfo.InvariantCulture));
            }

            BigInteger scaled = BigInteger.Abs(value.Numerator) * BigInteger.Pow(10, decimals) / value.Denominator;
            string digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
            string fraction = digits.Substring(digits.Length - decimals).PadRight(minDecimals, '0');
            text.Append(value.Sign < 0 ? "-" : "").Append(digits, 0, digits.Length - decimals);
            return fraction.Length == 0 ? text : text.Append('.').Append(fraction);
        }

        public override bool Equals(object? obj) => obj is Large other && numerator == other.Numerator && denominator == other.Denominator;

        public override int GetHashCode() => unchecked((numerator.GetHashCode() * 397) ^ denominator.GetHashCode());

        private static Rational Scale(BigInteger mantissa, int scale) => scale >= 0
            ? Of(mantissa * BigInteger.Pow(10, scale), BigInteger.One)
            : FromFraction(mantissa, BigInteger.Pow(10, -scale));

        /// <summary>The least number of decimals that write this number exactly, or <see langword="null"/> when none do.</summary>
        private static int? CountDecimals(Rational value)
        {
            BigInteger rest = value.Denominator;
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
}
