using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Interpretation;

/// <summary>Takes a card's volume discount off a spend, with fractions of any size.</summary>
internal static class VolumeInterpreter
{
    /// <summary>What is left of a month's spend.</summary>
    /// <param name="volume">The discounts of a card that has passed the checks.</param>
    /// <param name="spend">The spend, 0 or more.</param>
    /// <returns>The spend after the discount.</returns>
    public static Rational Apply(Volume volume, Rational spend) =>
        volume.Mode == VolumeMode.Whole ? ApplyWhole(volume, spend) : ApplyGraduated(volume, spend);

    private static Rational ApplyWhole(Volume volume, Rational spend)
    {
        var tier = volume.Tiers.First(candidate => candidate.UpTo is not { } upTo || spend <= upTo);
        return spend * (Rational.One - tier.Discount);
    }

    // The sum over the tiers of what the spend reaches above the tier's start, less what it reaches above its end.
    private static Rational ApplyGraduated(Volume volume, Rational spend)
    {
        var price = Rational.Zero;
        var start = Rational.Zero;
        foreach (var tier in volume.Tiers)
        {
            var above = tier.UpTo is { } upTo ? Reach(upTo) : Rational.Zero;
            price += (Reach(start) - above) * (Rational.One - tier.Discount);
            start = tier.UpTo ?? start;
        }

        return price;

        Rational Reach(Rational bound) => spend > bound ? spend - bound : Rational.Zero;
    }
}
