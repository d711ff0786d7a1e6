using System.Numerics;

namespace TogetherRates;

/// <summary>
/// How an invoice's total is rounded: once, to a number of decimal places. The default value isn't a rule: to round with it is an
/// <see cref="InvalidOperationException"/>, as whole units of a currency are hardly ever meant.
/// </summary>
public readonly record struct InvoiceRounding
{
    private const int MaxDigits = 15;

    private readonly bool isRule;

    /// <summary>A rule of rounding.</summary>
    /// <param name="digits">Decimal places, 0 to 15: 2 for cents.</param>
    /// <param name="mode">Which way a total between two such amounts goes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> isn't 0 to 15, or <paramref name="mode"/> is unknown.</exception>
    public InvoiceRounding(int digits, RoundingMode mode)
    {
        if (digits is < 0 or > MaxDigits)
        {
            throw new ArgumentOutOfRangeException(nameof(digits), digits, $"An invoice is rounded to 0 to {MaxDigits} digits.");
        }

        if (!Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown rounding mode.");
        }

        Digits = digits;
        Mode = mode;
        isRule = true;
    }

    /// <summary>Decimal places of a rounded amount, 0 to 15.</summary>
    public int Digits { get; }

    /// <summary>Which way a total between two rounded amounts goes.</summary>
    public RoundingMode Mode { get; }

    /// <summary>The amount, rounded by this rule.</summary>
    /// <exception cref="OverflowException">The rounded amount is out of range.</exception>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public Money Round(Money amount) => AmountOf(CountOf(Fraction.Of(amount)));

    /// <summary>The rule for people.</summary>
    /// <returns>For instance "2 digits, half-even".</returns>
    public override string ToString() => FormattableString.Invariant($"{Digits} digits, {Name}");

    /// <summary>The mode as a rate card writes it.</summary>
    internal string Name => Mode switch
    {
        RoundingMode.HalfEven => "half-even",
        RoundingMode.HalfUp => "half-up",
        RoundingMode.Up => "up",
        _ => "down",
    };

    /// <summary>How many units of the last digit an amount is; most amounts aren't a whole number of them.</summary>
    internal Fraction Scale(Fraction amount) => isRule
        ? amount * new Fraction(BigInteger.Pow(10, Digits), 1)
        : throw new InvalidOperationException(
            "This is the default value of InvoiceRounding, which isn't a rule. Cents are new InvoiceRounding(2, RoundingMode.HalfEven).");

    /// <summary>How many units of the last digit an amount is rounded to.</summary>
    internal BigInteger CountOf(Fraction amount)
    {
        var scaled = Scale(amount);
        var below = scaled.Floor();
        var rest = scaled - new Fraction(below, 1);
        if (rest.Sign == 0)
        {
            return below;
        }

        var toHalf = (rest + rest).CompareTo(new Fraction(1, 1));
        var isNegative = scaled.Sign < 0;
        var isUp = Mode switch
        {
            RoundingMode.HalfEven => toHalf > 0 || (toHalf == 0 && !below.IsEven),
            RoundingMode.HalfUp => toHalf > 0 || (toHalf == 0 && !isNegative),
            RoundingMode.Up => !isNegative,
            _ => isNegative,
        };
        return isUp ? below + 1 : below;
    }

    /// <summary>The amount of so many units of the last digit.</summary>
    internal Money AmountOf(BigInteger count) => Money.FromFraction(count, BigInteger.Pow(10, Digits));
}
