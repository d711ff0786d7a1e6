using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads the discounts by spend.</summary>
internal static class VolumeReader
{
    private static readonly string[] Modes = ["whole", "graduated"];

    /// <summary>Reads the section.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The table as far as it can be read; null when the card has none.</returns>
    public static Volume? Read(ObjectReader card)
    {
        if (card.Object("volume", card.Find("volume")) is not { } node)
        {
            return null;
        }

        var volume = new ObjectReader(node, Shape.Volume, card.Problems);
        var mode = volume.Word("mode", volume.Find("mode"), Modes) == 1 ? VolumeMode.Graduated : VolumeMode.Whole;
        var tiers = new List<VolumeTier>();
        if (volume.List("tiers", volume.Require("tiers", "the rows, each with an upper bound and a discount")) is { } rows)
        {
            foreach (var row in rows.Items)
            {
                if (volume.Object("tiers", row) is { } tierNode)
                {
                    var tier = new ObjectReader(tierNode, Shape.VolumeTier, card.Problems);
                    var discount = DiscountReader.Read(tier, "discount", tier.Require("discount", "what is taken off in this tier, \"0%\" for nothing"));
                    tiers.Add(new VolumeTier(tier.Number("from"), tier.Number("upTo"), discount ?? default));
                }
            }
        }

        return new Volume(mode, new([.. tiers]));
    }
}
