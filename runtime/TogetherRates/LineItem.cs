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

    /// <summary>
    /// Of a minimum charge: what the lines that it holds for come to, such as those of one job. What they lack to
    /// <see cref="Price"/>, the least that they cost, is the amount. Null for other lines.
    /// </summary>
    public Money? Reached { get; init; }

    /// <summary>The line of a minimum charge. It stands in a quote even if the minimum is reached, because a later discount may change that.</summary>
    /// <param name="least">The least that something costs.</param>
    /// <param name="reached">What it comes to without the minimum.</param>
    /// <param name="unit">What the minimum is for: "job".</param>
    /// <returns>A line over what is missing, which may be nothing.</returns>
    public static LineItem MinimumCharge(Money least, Money reached, string unit) => new()
    {
        Meter = "minimumCharge",
        Quantity = 1,
        Unit = unit,
        Price = least,
        Per = 1,
        Amount = reached < least ? least - reached : Money.Zero,
        Reached = reached,
    };
}
