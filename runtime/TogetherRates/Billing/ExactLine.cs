namespace TogetherRates;

/// <summary>A line of an invoice before the amounts are rounded.</summary>
/// <param name="Line">What it says; its amounts are still open.</param>
/// <param name="Amount">The exact amount.</param>
internal readonly record struct ExactLine(InvoiceLine Line, Fraction Amount);
