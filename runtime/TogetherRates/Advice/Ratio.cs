using System.Numerics;

namespace TogetherRates;

/// <summary>An exact ratio, in lowest terms: the part that is saved, or how much of an endpoint is used. The default value is 0.</summary>
public readonly record struct Ratio
{
    private const int MaxDigits = 28;

    private readonly Fraction value;

    internal Ratio(Fraction value) => this.value = value;

    /// <summary>The number above the line, which has the sign.</summary>
    public BigInteger Numerator => value.Numerator;

    /// <summary>The number below the line, above 0.</summary>
    public BigInteger Denominator => value.Denominator;

    /// <summary>The ratio as a decimal, rounded once.</summary>
    /// <param name="digits">Decimal places, 0 to 28: 3 for a tenth of a percent.</param>
    /// <param name="mode">What happens to what doesn't fit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> isn't 0 to 28, or <paramref name="mode"/> is unknown.</exception>
    /// <exception cref="OverflowException">The ratio has more digits than a decimal.</exception>
    public decimal Round(int digits, MidpointRounding mode = MidpointRounding.ToEven)
    {
        if (digits is < 0 or > MaxDigits)
        {
            throw new ArgumentOutOfRangeException(nameof(digits), digits, $"A decimal has 0 to {MaxDigits} digits.");
        }

        var scaled = BigInteger.DivRem(BigInteger.Abs(Numerator) * BigInteger.Pow(10, digits), Denominator, out var rest);
        var half = (rest * 2).CompareTo(Denominator);
        var isUp = mode switch
        {
            MidpointRounding.ToEven => half > 0 || (half == 0 && !scaled.IsEven),
            MidpointRounding.AwayFromZero => half >= 0,
            MidpointRounding.ToZero => false,
            MidpointRounding.ToNegativeInfinity => Numerator.Sign < 0 && !rest.IsZero,
            MidpointRounding.ToPositiveInfinity => Numerator.Sign > 0 && !rest.IsZero,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown rounding mode."),
        };
        var magnitude = isUp ? scaled + 1 : scaled;
        if (magnitude > (BigInteger)(UInt128.MaxValue >> 32))
        {
            throw new OverflowException($"{this} has more digits than a decimal.");
        }

        var bits = (UInt128)magnitude;
        return new((int)(uint)bits, (int)(uint)(bits >> 32), (int)(uint)(bits >> 64), Numerator.Sign < 0, (byte)digits);
    }

    /// <summary>The least whole number that isn't below the ratio.</summary>
    public BigInteger Ceiling() => -(-value).Floor();

    /// <summary>Ratios are equal if they are the same number.</summary>
    public bool Equals(Ratio other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>The exact decimal (0.832) where there is one, else the fraction (5/6). The same in every culture.</summary>
    public override string ToString() => value.ToString();
}
