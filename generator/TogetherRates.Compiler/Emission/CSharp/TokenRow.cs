using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>A row of what tokens cost.</summary>
/// <param name="Prices">What each meter costs by itself; none where the row prices nothing.</param>
/// <param name="MostInput">The most input tokens of a request that it prices, where the row behind it prices longer ones; else null.</param>
internal sealed record TokenRow(IReadOnlyList<UnitPrice> Prices, long? MostInput = null)
{
    /// <summary>Whether it has a price of its own for input and for output.</summary>
    public bool IsWhole => Prices.Any(price => price.Meter == Meter.Input) && Prices.Any(price => price.Meter == Meter.Output);
}
