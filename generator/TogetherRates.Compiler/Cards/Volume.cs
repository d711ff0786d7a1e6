using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>Discounts by the spend of a month.</summary>
/// <param name="Mode">Which part of the spend a tier holds for.</param>
/// <param name="Tiers">The tiers, in the card's order.</param>
public sealed record Volume(VolumeMode Mode, EquatableArray<VolumeTier> Tiers);

/// <summary>Which part of a month's spend a tier holds for.</summary>
public enum VolumeMode
{
    /// <summary>The tier that the spend falls in holds for all of it.</summary>
    Whole,

    /// <summary>Each tier holds for the part of the spend that lies in it.</summary>
    Graduated,
}

/// <summary>One row of a table of volume discounts.</summary>
/// <param name="From">The lower bound that the provider prints, in currency units.</param>
/// <param name="UpTo">The upper bound, inclusive, or null for the last tier.</param>
/// <param name="Discount">The part of the spend that is taken off, from 0 to below 1.</param>
public sealed record VolumeTier(Rational? From, Rational? UpTo, Rational Discount);
