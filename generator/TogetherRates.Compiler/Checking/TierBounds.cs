using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Checking;

/// <summary>The end of a tier: a number, and how the card writes it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Text">The number as the card writes it.</param>
internal readonly record struct TierBound(Rational Value, string Text);

/// <summary>What a tier says about where it starts and ends, whatever the table goes by.</summary>
/// <param name="From">The lower bound that the provider prints, or null.</param>
/// <param name="UpTo">The upper bound, inclusive, or null for a tier without an end.</param>
internal readonly record struct TierBounds(TierBound? From, TierBound? UpTo);
