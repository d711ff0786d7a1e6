using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>A number of pixels in one image, which cards write in megapixels of 1,000,000.</summary>
/// <param name="Pixels">The number.</param>
public readonly record struct Resolution(long Pixels)
{
    private const long PixelsPerMegapixel = 1_000_000;
    private const string Suffix = "MP";

    /// <summary>Reads a resolution such as <c>4MP</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="resolution">The resolution.</param>
    /// <returns>Whether the text is a positive, whole number of pixels below 2^63 - 1, as for a <see cref="Size"/>.</returns>
    public static bool TryParse(string text, out Resolution resolution)
    {
        resolution = default;
        if (!text.EndsWith(Suffix, StringComparison.Ordinal)
            || !Rational.TryParsePlain(text.Substring(0, text.Length - Suffix.Length), out var megapixels))
        {
            return false;
        }

        var pixels = megapixels * PixelsPerMegapixel;
        if (pixels.Sign <= 0 || !pixels.IsInteger || pixels >= long.MaxValue)
        {
            return false;
        }

        resolution = new Resolution((long)pixels);
        return true;
    }

    /// <summary>The resolution as a card writes it.</summary>
    /// <returns>For instance <c>4MP</c>.</returns>
    public override string ToString() => ((Rational)Pixels / PixelsPerMegapixel).ToString() + Suffix;
}

/// <summary>Prices by the resolution of one image.</summary>
/// <param name="AboveIsUnpriced">Whether the card says that resolutions above the last bound have no price.</param>
/// <param name="Tiers">The tiers, in the card's order.</param>
public sealed record ResolutionTable(bool AboveIsUnpriced, EquatableArray<ResolutionTier> Tiers)
{
    /// <summary>The tier that an image falls in: the first whose upper bound isn't below it.</summary>
    /// <param name="pixels">The pixels of one image.</param>
    /// <returns>The tier, or null above the table.</returns>
    public ResolutionTier? TierOf(Rational pixels)
    {
        foreach (var tier in Tiers)
        {
            if (tier.UpTo is not { } upTo || pixels <= upTo.Pixels)
            {
                return tier;
            }
        }

        return null;
    }

    /// <summary>The resolutions that a tier prices, as a price page prints them.</summary>
    /// <param name="tier">One of the table's tiers.</param>
    /// <returns>For instance <c>4MP - 16MP</c>.</returns>
    public string RangeOf(ResolutionTier tier)
    {
        Resolution? before = null;
        foreach (var candidate in Tiers)
        {
            if (ReferenceEquals(candidate, tier))
            {
                break;
            }

            before = candidate.UpTo;
        }

        return (before, tier.UpTo) switch
        {
            (null, null) => "all resolutions",
            (null, { } upTo) => "up to " + upTo,
            ({ } from, null) => "above " + from,
            ({ } from, { } upTo) => from + " - " + upTo,
        };
    }
}

/// <summary>One row of a table: a range of resolutions and what an image costs in it.</summary>
/// <param name="From">The lower bound that the provider prints.</param>
/// <param name="UpTo">The upper bound, inclusive, or null for the last tier of a table without an end.</param>
/// <param name="Price">What the offer's quantity of images costs.</param>
public sealed record ResolutionTier(Resolution? From, Resolution? UpTo, Rational Price);
