using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>A row of what tokens cost.</summary>
/// <param name="Prices">What each meter costs by itself; none where the row prices nothing.</param>
/// <param name="MostInput">The most input tokens of a request that it prices, where the row behind it prices longer ones; else null.</param>
internal sealed record TokenRow(IReadOnlyList<UnitPrice> Prices, long? MostInput = null)
{
    /// <summary>Whether it can have another behind it: it has a price of its own for input and for output, and 63 bits hold the price of its longest request.</summary>
    public bool LeadsOn => RateOf(Meter.Input) is { } input && RateOf(Meter.Output) is { } output && MostInput <= MostAtOnce(input, output);

    /// <summary>How many tokens are priced with one multiplication each.</summary>
    /// <param name="input">Quanta for an input token.</param>
    /// <param name="output">Quanta for an output token.</param>
    /// <returns>The most, of input and of output, that cost less than 2^63 quanta together.</returns>
    public static long MostAtOnce(long input, long output)
    {
        var both = (ulong)input + (ulong)output;
        return both == 0 ? long.MaxValue : (long)(long.MaxValue / both);
    }

    private long? RateOf(Meter meter) => Prices.FirstOrDefault(price => price.Meter == meter) is { } price ? Quanta.Rate(price.Price, price.Per) : null;
}
