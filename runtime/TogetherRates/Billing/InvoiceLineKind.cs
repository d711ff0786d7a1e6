namespace TogetherRates;

/// <summary>What a line of an invoice stands for, in the order in which the adjustments are made.</summary>
public enum InvoiceLineKind
{
    /// <summary>What was used, at its price; a batch discount is part of the price.</summary>
    Charge,

    /// <summary>What the volume discount takes off.</summary>
    VolumeDiscount,

    /// <summary>What is missing from charges to their minimum.</summary>
    MinimumCharge,

    /// <summary>What a credit pays.</summary>
    Credit,
}
