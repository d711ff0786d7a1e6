using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>
/// An exact amount of money: a 128-bit count of quanta, each 1/(189 x 10^15) of the currency unit.
/// </summary>
/// <remarks>
/// <para>
/// 10^15 carries every decimal price per token. 189 = 3^3 x 7 makes a price per hour exact per minute, per second and per day,
/// and an image price exact per step. So a price times a quantity is one integer multiply, and sums are the same in any order.
/// </para>
/// <para>
/// The range is about +-9 x 10^20 currency units. Arithmetic is checked: it throws <see cref="OverflowException"/> and never wraps.
/// The currency is a property of the rate card or the quote that the amount comes from, not of the amount.
/// </para>
/// </remarks>
// Of generic math only what sums need: each interface is a type that the runtime makes ready before the first price, as the race "The first price in a fresh process" shows.
public readonly partial struct Money :
    IEquatable<Money>,
    IComparable<Money>,
    IComparable,
    IAdditionOperators<Money, Money, Money>,
    IAdditiveIdentity<Money, Money>
{
    /// <summary>How many quanta make one currency unit: 189 x 10^15.</summary>
    public const long QuantaPerUnit = 189_000_000_000_000_000;

    /// <summary>What a quantum has in its denominator beside a power of ten.</summary>
    private const int NonDecimalFactor = 189;

    /// <summary>The largest number of decimal places that an amount can hold exactly.</summary>
    private const int MaxDigits = 15;

    // Two halves rather than an Int128: those stay in registers, where that goes through memory. The race "Money, add" shows it.
    private readonly ulong lower;
    private readonly long upper;

    private Money(Int128 quanta)
        : this((long)(quanta >> 64), (ulong)quanta)
    {
    }

    /// <summary>The amount of <paramref name="upper"/> x 2^64 + <paramref name="lower"/> quanta.</summary>
    internal Money(long upper, ulong lower)
    {
        this.upper = upper;
        this.lower = lower;
    }

    /// <summary>The amount in quanta of 1/(189 x 10^15) of the currency unit.</summary>
    public Int128 Quanta => new((ulong)upper, lower);

    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <inheritdoc/>
    static Money IAdditiveIdentity<Money, Money>.AdditiveIdentity => default;

    private UInt128 Magnitude => MagnitudeOf(Quanta);

    /// <summary>The amount that is <paramref name="quanta"/> quanta.</summary>
    public static Money FromQuanta(Int128 quanta) => new(quanta);

    /// <summary>The amount that is exactly <paramref name="numerator"/>/<paramref name="denominator"/> currency units.</summary>
    /// <exception cref="ArgumentException">The fraction isn't a whole number of quanta.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is zero.</exception>
    /// <exception cref="OverflowException">The amount is out of range.</exception>
    public static Money FromFraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new ArgumentOutOfRangeException(nameof(denominator), "The denominator is zero.");
        }

        var quanta = BigInteger.DivRem(numerator * QuantaPerUnit, denominator, out var remainder);
        if (!remainder.IsZero)
        {
            throw NotWhole(FormattableString.Invariant($"{numerator}/{denominator}"), nameof(numerator));
        }

        if (quanta < (BigInteger)Int128.MinValue || quanta > (BigInteger)Int128.MaxValue)
        {
            throw OutOfRange(FormattableString.Invariant($"{numerator}/{denominator}"));
        }

        return new((Int128)quanta);
    }

    /// <summary>The amount that is exactly <paramref name="amount"/> currency units.</summary>
    /// <exception cref="ArgumentException">The amount has more than 15 significant decimal places.</exception>
    /// <exception cref="OverflowException">The amount is out of range.</exception>
    public static Money FromDecimal(decimal amount)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(amount, bits);
        var coefficient = ((UInt128)(uint)bits[2] << 64) | ((UInt128)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (byte)(bits[3] >> 16);

        while (scale > MaxDigits)
        {
            (coefficient, var digit) = UInt128.DivRem(coefficient, 10);
            if (digit != 0)
            {
                throw NotWhole(amount.ToString(CultureInfo.InvariantCulture), nameof(amount));
            }

            scale--;
        }

        return TryScale(coefficient, QuantaOf(scale), negative: bits[3] < 0, out var money)
            ? money
            : throw OutOfRange(amount.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// The <see cref="decimal"/> nearest to the amount, ties to even. It is exact unless the amount is a repeating fraction
    /// or needs more than the 28 to 29 digits that a decimal has.
    /// </summary>
    public decimal ToDecimal() => TryToShortDecimal(out var exact) ? exact : ToLongDecimal();

    /// <inheritdoc/>
    public bool Equals(Money other) => lower == other.lower && upper == other.upper;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Money other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Quanta.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Money other) => upper == other.upper ? lower.CompareTo(other.lower) : upper.CompareTo(other.upper);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Money other => CompareTo(other),
        _ => throw new ArgumentException($"Money is compared with Money, not with {obj.GetType()}.", nameof(obj)),
    };

    /// <summary>The exact sum.</summary>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static Money operator +(Money left, Money right)
    {
        var lower = unchecked(left.lower + right.lower);
        var upper = unchecked(left.upper + right.upper + (lower < left.lower ? 1 : 0));

        // Both of one sign and the sum of the other: what checked() asks as well, but short enough to be inlined.
        if (((left.upper ^ upper) & (right.upper ^ upper)) < 0)
        {
            ThrowSumOutOfRange(left, right);
        }

        return new(upper, lower);
    }

    /// <summary>The exact difference.</summary>
    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public static Money operator -(Money left, Money right)
    {
        var difference = unchecked(left.Quanta - right.Quanta);
        return difference < left.Quanta == right.Quanta > 0 ? new(difference) : throw OutOfRange($"{left} - {right}");
    }

    /// <summary>The amount with the other sign.</summary>
    /// <exception cref="OverflowException">The amount is the smallest one.</exception>
    public static Money operator -(Money value) => value.Quanta == Int128.MinValue ? throw OutOfRange($"-({value})") : new(-value.Quanta);

    /// <summary>The exact product.</summary>
    /// <exception cref="OverflowException">The product is out of range.</exception>
    public static Money operator *(Money left, long right)
    {
        try
        {
            return new(checked(left.Quanta * right));
        }
        catch (OverflowException)
        {
            throw OutOfRange(FormattableString.Invariant($"{left} * {right}"));
        }
    }

    /// <inheritdoc cref="op_Multiply(Money, long)"/>
    public static Money operator *(long left, Money right) => right * left;

    /// <summary>Whether the amounts are equal.</summary>
    public static bool operator ==(Money left, Money right) => left.Equals(right);

    /// <summary>Whether the amounts differ.</summary>
    public static bool operator !=(Money left, Money right) => !left.Equals(right);

    /// <summary>Whether <paramref name="left"/> is the smaller amount.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is the smaller amount or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is the larger amount.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is the larger amount or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    // What a request costs is hardly ever more than 64 bits hold, and it ends within fifteen places. Math.DivRem would answer with a tuple of
    // numbers, and what uses one isn't compiled ahead.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryToShortDecimal(out decimal amount)
    {
        var isNegative = upper < 0;
        var magnitude = isNegative ? unchecked(0 - lower) : lower;
        var count = magnitude / NonDecimalFactor;
        if (upper != (isNegative ? -1 : 0) || (isNegative && lower == 0) || count * NonDecimalFactor != magnitude)
        {
            amount = default;
            return false;
        }

        // A decimal shows the zeros at its end, so they are taken off: eight at once, then four, two and one, which are all fifteen.
        var scale = MaxDigits;
        TakeZeros(ref count, ref scale, 8, 100_000_000);
        TakeZeros(ref count, ref scale, 4, 10_000);
        TakeZeros(ref count, ref scale, 2, 100);
        TakeZeros(ref count, ref scale, 1, 10);
        amount = new decimal(unchecked((int)count), unchecked((int)(count >> 32)), 0, isNegative, (byte)scale);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TakeZeros(ref ulong count, ref int scale, int zeros, ulong power)
    {
        var shorter = count / power;
        if (shorter * power == count)
        {
            count = shorter;
            scale -= zeros;
        }
    }

    private decimal ToLongDecimal()
    {
        const int maxScale = 28;
        var maxCoefficient = (UInt128.One << 96) - 1;

        var (coefficient, rest) = UInt128.DivRem(Magnitude, (ulong)QuantaPerUnit);
        var remainder = (ulong)rest;
        byte scale = 0;
        while (remainder != 0 && scale < maxScale)
        {
            var (digit, next) = Math.DivRem(remainder * 10, (ulong)QuantaPerUnit);
            var longer = (coefficient * 10) + digit;
            if (longer > maxCoefficient)
            {
                break;
            }

            (coefficient, remainder, scale) = (longer, next, (byte)(scale + 1));
        }

        // The largest coefficient can't be rounded up: the next decimal above it is ten times as far away.
        if (IsRoundedUp(remainder, (ulong)QuantaPerUnit, isOdd: UInt128.IsOddInteger(coefficient), Quanta < 0, MidpointRounding.ToEven)
            && coefficient < maxCoefficient)
        {
            coefficient++;
        }

        return new decimal((int)(uint)coefficient, (int)(uint)(coefficient >> 32), (int)(uint)(coefficient >> 64), Quanta < 0, scale);
    }

    [DoesNotReturn]
    private static void ThrowSumOutOfRange(Money left, Money right) => throw OutOfRange($"{left} + {right}");

    private static UInt128 MagnitudeOf(Int128 quanta) => unchecked((UInt128)(quanta < 0 ? -quanta : quanta));

    /// <summary>The quanta in one unit of the decimal place <paramref name="digits"/>, 0 to 15.</summary>
    private static ulong QuantaOf(int digits) => NonDecimalFactor * Powers.OfTen[MaxDigits - digits];

    /// <summary>Counts <paramref name="count"/> times <paramref name="quanta"/>; false if that is out of range.</summary>
    private static bool TryScale(UInt128 count, ulong quanta, bool negative, out Money money)
    {
        if (count <= ulong.MaxValue)
        {
            // Below 2^64 times 2^58: in range, without the division that would show it.
            money = FromMagnitude(new UInt128(Math.BigMul((ulong)count, quanta, out var low), low), negative);
            return true;
        }

        var limit = (UInt128)Int128.MaxValue + (negative ? 1u : 0u);
        if (count > limit / quanta)
        {
            money = default;
            return false;
        }

        money = FromMagnitude(count * quanta, negative);
        return true;
    }

    private static Money FromMagnitude(UInt128 magnitude, bool negative) =>
        new(unchecked(negative ? -(Int128)magnitude : (Int128)magnitude));

    private static ArgumentException NotWhole(string amount, string parameter) => new(
        $"{amount} is not a whole number of quanta. Money counts 1/{QuantaPerUnit} (1/(189 x 10^15)) of the currency unit; "
        + "round the amount, or give it as a fraction of fewer digits.",
        parameter);

    private static OverflowException OutOfRange(string amount) => new(
        $"{amount} is out of range: Money holds less than 9.1 x 10^20 currency units either way.");

    // Apart, so that a price needs no constructor of static fields, which the first would wait for: the race "The first price in a fresh process" shows it.
    private static class Powers
    {
        public static readonly ulong[] OfTen =
        [
            1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
            1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        ];
    }
}
