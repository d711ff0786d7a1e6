using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>A range of prices that the provider states in words, and that the prices of a section have to lie in.</summary>
/// <param name="Of">The section.</param>
/// <param name="From">The lowest price.</param>
/// <param name="UpTo">The highest price.</param>
/// <param name="Decimals">How many decimals the range is stated with: prices are compared to as many.</param>
/// <param name="Per">What the prices buy.</param>
public sealed record PublishedRange(string Of, Rational From, Rational UpTo, int Decimals, Per Per)
{
    /// <summary>The sections whose prices can be stated as a range.</summary>
    public static IReadOnlyList<string> Sections { get; } = ["serverless", "embeddings", "rerank", "dedicated", "fineTuning"];

    /// <summary>Whether a price, rounded to the range's decimals, lies in the range. Half a unit counts for either neighbour.</summary>
    /// <param name="price">A price of the range's quantity.</param>
    /// <returns>Whether it does.</returns>
    public bool Contains(Rational price)
    {
        var half = Rational.FromFraction(1, 2 * System.Numerics.BigInteger.Pow(10, Decimals));
        return price >= From - half && price <= UpTo + half;
    }
}
