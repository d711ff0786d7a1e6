using System.Numerics;

namespace TogetherRates;

/// <summary>One line of a quote: a quantity on a meter, its price and what it comes to.</summary>
public sealed record LineItem
{
    /// <summary>The meter, in camel case: "input", "cachedInput", "output".</summary>
    public required string Meter { get; init; }

    /// <summary>How many units were used.</summary>
    public required long Quantity { get; init; }

    /// <summary>What one unit is: "token".</summary>
    public required string Unit { get; init; }

    /// <summary>The price of <see cref="Per"/> units, as the rate card publishes it.</summary>
    public required Money Price { get; init; }

    /// <summary>How many units <see cref="Price"/> is for.</summary>
    public required long Per { get; init; }

    /// <summary>What the line comes to, exactly.</summary>
    public required Money Amount { get; init; }

    /// <summary>The tier that gave the price, if the price has tiers.</summary>
    public string? Tier { get; init; }

    /// <summary>The discount that the price already has in it, if there is one.</summary>
    public string? Discount { get; init; }

    /// <summary>The least that the line costs, whatever its quantity; null if it has no such minimum.</summary>
    public Money? MinimumCharge { get; init; }

    /// <summary>What the line comes to before its minimum charge.</summary>
    /// <exception cref="ArgumentException">The line has a minimum charge, and its price isn't a whole number of quanta a unit.</exception>
    internal Money AmountBeforeMinimum => MinimumCharge is null
        ? Amount
        : Money.FromFraction((BigInteger)Price.Quanta * Quantity, (BigInteger)Money.QuantaPerUnit * Per);
}
