using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Checking;

/// <content>Tables whose prices fall or leap as sizes grow.</content>
internal static partial class PlausibilityChecks
{
    // From tier to tier providers ask for up to three times as much.
    private const int MostTimesTierBefore = 5;

    private static List<PriceRow> PassTiers(List<PriceRow> tiers, List<Finding> findings)
    {
        var odd = new HashSet<CardPath>();
        foreach (var meter in Meters.All)
        {
            var column = tiers.Where(tier => tier.IsWritten(meter) && tier.Prices.Of(meter) is not null)
                .Select(tier => new ColumnPrice(tier.Prices.Of(meter)!.Value, tier.Name, tier.PathOf(meter)));
            foreach (var finding in FindFallsAndLeaps(column))
            {
                findings.Add(finding);
                odd.Add(finding.Path.Parent!);
            }
        }

        return odd.Count == 0 ? tiers : tiers.FindAll(tier => !odd.Contains(tier.Path));
    }

    // The prices that one column of a table asks, by ascending size.
    private static IEnumerable<Finding> FindFallsAndLeaps(IEnumerable<ColumnPrice> column)
    {
        ColumnPrice? before = null;
        foreach (var row in column)
        {
            if (before is { } last && row.Price < last.Price)
            {
                yield return Find(Rules.PriceFallsWithSize, row.Path, row.Path.Name!, last.Price.ToString(), row.Price.ToString(), last.Tier);
            }
            else if (before is { } lower && row.Price > lower.Price * MostTimesTierBefore)
            {
                var times = PriceScale.Compare(row.Price, lower.Price);
                yield return Find(Rules.PriceLeaps, row.Path, row.Path.Name!, row.Price.ToString(), times, lower.Tier, lower.Price.ToString());
            }

            before = row;
        }
    }

    // A price in the column of one meter, and the tier that asks it.
    private sealed record ColumnPrice(Rational Price, string Tier, CardPath Path);
}
