namespace TogetherRates.Compiler.Checking;

/// <content>Tables whose prices fall or leap as sizes grow.</content>
public static partial class PlausibilityChecks
{
    // From tier to tier providers ask for up to three times as much.
    private const int mostTimesTierBefore = 5;

    private static List<PriceRow> PassTiers(List<PriceRow> tiers, List<Finding> findings)
    {
        var passed = new List<PriceRow>(tiers.Count);
        for (var i = 0; i < tiers.Count; i++)
        {
            var count = findings.Count;
            if (i > 0)
            {
                CheckPair(tiers[i - 1], tiers[i], findings);
            }

            if (findings.Count == count)
            {
                passed.Add(tiers[i]);
            }
        }

        return passed;
    }

    private static void CheckPair(PriceRow before, PriceRow tier, List<Finding> findings)
    {
        foreach (var (meter, price) in tier.Prices.Meters)
        {
            if (before.Prices.Of(meter) is not { } priceBefore || !tier.IsWritten(meter))
            {
                continue;
            }

            if (price < priceBefore)
            {
                findings.Add(tier.Find(Rules.PriceFallsWithSize, meter, tier.PropertyOf(meter), priceBefore.ToString(), price.ToString(), before.Name));
            }
            else if (price > priceBefore * mostTimesTierBefore)
            {
                var times = PriceScale.Compare(PriceScale.Of(price, tier.Quantity), PriceScale.Of(priceBefore, tier.Quantity));
                findings.Add(tier.Find(Rules.PriceLeaps, meter, tier.PropertyOf(meter), price.ToString(), times, before.Name, priceBefore.ToString()));
            }
        }
    }
}
