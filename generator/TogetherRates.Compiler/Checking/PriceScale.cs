using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Checking;

/// <summary>
/// One scale for token prices of all quantities, so that their magnitudes compare quickly: millionths of the currency unit per
/// million tokens. Nobody is billed by these numbers.
/// </summary>
internal static class PriceScale
{
    /// <summary>One unit of the currency per million tokens.</summary>
    public const long One = 1_000_000;

    // Prices beyond are all alike to a check of magnitude, and a thousand times this still fits.
    private const long Most = 1_000_000_000_000_000;

    /// <summary>Puts a price on the scale.</summary>
    /// <param name="price">The price, in currency units.</param>
    /// <param name="quantity">How many tokens it buys.</param>
    /// <returns>0 for a price of nothing or less, else 1 to 10^15.</returns>
    public static long Of(Rational price, long quantity)
    {
        const long Whole = One * 1_000_000;
        if (price.Sign <= 0)
        {
            return 0;
        }

        var scaled = (price * Whole / quantity).Floor();
        return scaled > Most ? Most : Math.Max((long)scaled, 1);
    }

    /// <summary>The exact price of a million tokens.</summary>
    /// <param name="price">The price, in currency units.</param>
    /// <param name="quantity">How many tokens it buys.</param>
    /// <returns>The price.</returns>
    public static Rational PerMillion(Rational price, long quantity) => quantity == 1_000_000 ? price : price * 1_000_000 / quantity;

    /// <summary>The exact price of an hour of one GPU.</summary>
    /// <param name="dedicated">The section that prices the GPU.</param>
    /// <param name="gpu">The GPU.</param>
    /// <returns>The price.</returns>
    public static Rational PerGpuHour(Dedicated dedicated, Gpu gpu) => gpu.Price * 3_600 / dedicated.PerSeconds / gpu.PricedGpus;

    /// <summary>How one price compares with another.</summary>
    /// <param name="price">A price.</param>
    /// <param name="reference">The price that it is compared with, above 0.</param>
    /// <returns>For instance <c>10 times</c> or <c>1/10 of</c>.</returns>
    public static string Compare(Rational price, Rational reference) =>
        price >= reference ? Round(price / reference) + " times" : "1/" + Round(reference / price) + " of";

    /// <summary>The middle one of some numbers, the lower one of two.</summary>
    /// <param name="numbers">At least one number; they get sorted.</param>
    /// <returns>The median.</returns>
    public static long MedianOf(long[] numbers)
    {
        Array.Sort(numbers);
        return numbers[(numbers.Length - 1) / 2];
    }

    private static string Round(Rational quotient) => quotient.Round(quotient < 10 ? 1 : 0).ToString();
}
