using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Checking;

/// <summary>
/// Family 6: prices that can be billed but are hardly meant. Each rule passes on the rows that it has nothing to say about, so that
/// one slip is one warning.
/// </summary>
internal static partial class PlausibilityChecks
{
    // Fewer models say nothing about what is usual in a section.
    private const int LeastModels = 5;

    /// <summary>Finds the prices of a card that are hardly meant.</summary>
    /// <param name="card">A card without errors.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The findings, all of warnings.</returns>
    public static IReadOnlyList<Finding> Find(Card card, CancellationToken cancellation = default)
    {
        var findings = new List<Finding>();
        var hasKnownRange = LikeDollars.Contains(card.Currency);
        foreach (var section in card.TokenSections)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = CardPlaces.ModelsOf(section);
            foreach (var table in section.Tables)
            {
                var tiers = PriceRows.Of(table, CardPlaces.SizesOf(section).Property(table.Name));
                tiers = hasKnownRange ? PassUnits(tiers, findings) : tiers;
                tiers = PassTiers(tiers, findings);
                _ = PassOutputs(tiers, findings);
            }

            cancellation.ThrowIfCancellationRequested();
            var models = PriceRows.Of(section.Models, path);
            models.AddRange(PriceRows.OfConditions(section.Models, path));
            models = hasKnownRange ? PassUnits(models, findings) : models;
            models = PassMagnitudes(models, Meter.Input, findings);
            models = PassMagnitudes(models, Meter.Output, findings);
            models = PassSiblings(models, findings);
            models = PassOutputs(models, findings);
            CheckRatios(models, findings);
        }

        if (hasKnownRange && card.Dedicated is { } dedicated)
        {
            CheckGpuUnits(dedicated, findings);
        }

        if (card.FineTuning is { } tuning)
        {
            CheckFineTuning(tuning, hasKnownRange, findings);
        }

        return findings;
    }

    private static Finding Find(Rule rule, CardPath path, params string[] arguments) => new(rule, path, new EquatableArray<string>(arguments));

    // Whether the dearest row costs so many times the cheapest: where it doesn't, none is far from any median.
    private static bool Spreads(IEnumerable<PriceRow> rows, Meter meter, int times)
    {
        var (least, most) = (long.MaxValue, 0L);
        foreach (var row in rows)
        {
            var price = row.Of(meter);
            least = price > 0 ? Math.Min(least, price) : least;
            most = Math.Max(most, price);
        }

        return most / times >= least;
    }
}
