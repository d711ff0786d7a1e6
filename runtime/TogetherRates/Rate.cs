using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>An exact price: quanta of <see cref="Money"/> for one unit of a meter, such as one token or one second.</summary>
public readonly record struct Rate
{
    /// <summary>The rate of <paramref name="quanta"/> quanta a unit.</summary>
    /// <param name="quanta">0 to <see cref="long.MaxValue"/>, which is about 48.8 currency units a unit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quanta"/> is negative.</exception>
    public Rate(long quanta)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quanta);
        Quanta = quanta;
    }

    /// <summary>Quanta for one unit, 1/(189 x 10^15) of the currency unit each. Never negative.</summary>
    public long Quanta { get; }

    /// <summary>What <paramref name="quantity"/> units cost, exactly. It can't overflow.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is negative.</exception>
    public Money PricePer(long quantity) => this * quantity;

    /// <summary>The price of one unit, exact and the same in every culture.</summary>
    public override string ToString() => PricePer(1).ToString();

    /// <inheritdoc cref="PricePer"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Money operator *(Rate rate, long quantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quantity);
        return Product.Of(rate.Quanta, quantity);
    }
}
