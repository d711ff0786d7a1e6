using System.Numerics;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>The unit that money is counted in: 1/(189 x 10^15) of the currency unit.</summary>
/// <remarks>
/// 10^15 carries every decimal price per token. 189 = 3^3 x 7 makes a price per hour exact per minute and per second, one per
/// month exact per day, and a price per image exact per step where a model has 28 of them.
/// </remarks>
public static class Quanta
{
    /// <summary>How many make one unit of the currency.</summary>
    public static readonly Rational PerCurrencyUnit = 189_000_000_000_000_000;

    /// <summary>A price as quanta per single unit.</summary>
    /// <param name="price">The price, in currency units.</param>
    /// <param name="quantity">How many units it buys.</param>
    /// <returns>The rate; it can be billed exactly when it is an integer.</returns>
    public static Rational PerUnit(Rational price, long quantity) => price * PerCurrencyUnit / quantity;

    /// <summary>A price as whole quanta per single unit, for a card that has passed the checks.</summary>
    /// <param name="price">The price, in currency units.</param>
    /// <param name="quantity">How many units it buys.</param>
    /// <returns>The rate.</returns>
    public static long Rate(Rational price, long quantity) => (long)PerUnit(price, quantity);

    /// <summary>The most that a rate can be, so that rate x quantity fits 126 bits.</summary>
    public const long MaxRate = long.MaxValue;

    /// <summary>The most that an amount can be, as the runtime counts it in 127 bits and a sign.</summary>
    public static BigInteger MaxAmount => (BigInteger.One << 127) - 1;
}
