namespace TogetherRates;

/// <summary>One line of an invoice.</summary>
public sealed record InvoiceLine
{
    /// <summary>What the line stands for.</summary>
    public required InvoiceLineKind Kind { get; init; }

    /// <summary>The provider or name of the rate card; null for what belongs to no card.</summary>
    public string? Card { get; init; }

    /// <summary>What was priced, such as a model's id; the name of a credit; "volume discount".</summary>
    public required string Subject { get; init; }

    /// <summary>The meter, quantity and unit price of a charge, summed over all quotes that have them in common; null for other lines.</summary>
    public LineItem? Item { get; init; }

    /// <summary>How the amount comes about where <see cref="Item"/> doesn't say it: "5% of 9000".</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// The amount before rounding, as text: a decimal, or "numerator/denominator" where it repeats. It isn't always a
    /// <see cref="Money"/>, because a percentage of an amount need not be a whole number of quanta.
    /// </summary>
    public string ExactAmount { get; init; } = "0";

    /// <summary>The amount that the invoice shows, in its digits. Below zero for what is taken off.</summary>
    public Money Amount { get; init; }
}
