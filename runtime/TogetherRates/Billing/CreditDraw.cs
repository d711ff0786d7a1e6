using System.Collections.Immutable;

namespace TogetherRates;

/// <summary>What came of paying an amount with credits.</summary>
/// <param name="Drawn">The credits that paid, in the order in which they did, each with the amount that was drawn of it.</param>
/// <param name="Uncovered">What the credits didn't pay.</param>
/// <param name="Ledger">The ledger without what was drawn.</param>
public sealed record CreditDraw(ImmutableArray<Credit> Drawn, Money Uncovered, CreditLedger Ledger);
