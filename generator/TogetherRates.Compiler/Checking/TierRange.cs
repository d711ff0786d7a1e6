using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Checking;

/// <summary>What a tier holds for, whatever its table goes by.</summary>
/// <param name="From">The lower bound that the provider prints.</param>
/// <param name="UpTo">The upper bound, inclusive, or null for a tier without an end.</param>
/// <param name="Next">Where the tier after it has to start.</param>
/// <param name="OrElse">What else could close a gap before the tier, to go on a sentence; empty when nothing.</param>
internal sealed record TierRange(Bound? From, Bound? UpTo, Bound? Next, string OrElse = "");

/// <summary>One end of a tier.</summary>
/// <param name="Value">The number.</param>
/// <param name="Text">The same as the card writes it.</param>
internal readonly record struct Bound(Rational Value, string Text);

/// <summary>What the tiers of a table go by, in the words of the messages.</summary>
/// <param name="One">One of it.</param>
/// <param name="Many">Many of it.</param>
/// <param name="Given">What a tier gives.</param>
internal sealed record TierMeasure(string One, string Many, string Given)
{
    /// <summary>Prices by the size of a model.</summary>
    public static readonly TierMeasure Size = new("size", "sizes", "prices");

    /// <summary>Prices by the resolution of an image.</summary>
    public static readonly TierMeasure Resolution = new("resolution", "resolutions", "prices");

    /// <summary>Prices by a quantity.</summary>
    public static readonly TierMeasure Quantity = new("quantity", "quantities", "prices");

    /// <summary>Discounts by the spend of a month.</summary>
    public static readonly TierMeasure Spend = new("spend", "spend", "discounts");
}
