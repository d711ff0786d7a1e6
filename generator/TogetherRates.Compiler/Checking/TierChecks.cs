using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 2: the tiers of a table cover every size once.</summary>
internal static class TierChecks
{
    /// <summary>Checks one table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(SizeTable table, CardPath path, ProblemList problems)
    {
        var tiers = path.Property("tiers");
        if (table.Tiers.Count == 0)
        {
            problems.Add(Rules.NoTier, tiers, table.Name);
            return;
        }

        TierRangeChecks.Check([.. table.Tiers.Select((_, index) => RangeOf(table, index))], TierMeasure.Size, tiers, problems);
        for (var i = 1; i < table.Tiers.Count; i++)
        {
            var tier = table.Tiers[i];
            if (!SameMeters(table.Tiers[0], tier))
            {
                problems.Add(Rules.UnevenTiers, tiers.Item(i), MetersOf(tier), table.Name, MetersOf(table.Tiers[0]));
            }
        }

        var last = table.Tiers[table.Tiers.Count - 1];
        if (last.UpTo is { } end && !table.AboveIsUnpriced)
        {
            problems.Add(
                Rules.NothingAbove,
                tiers.Item(table.Tiers.Count - 1).Property("upTo"),
                table.Name,
                end.ToString(),
                TierMeasure.Size.Many,
                "add \"above\": \"unpriced\", or leave 'upTo' out of the last tier");
        }
        else if (last.UpTo is null && table.AboveIsUnpriced)
        {
            problems.Add(Rules.AboveUnused, path.Property("above"), table.Name);
        }
    }

    private static TierRange RangeOf(SizeTable table, int index)
    {
        var tier = table.Tiers[index];
        var next = tier.UpTo is { } end && table.Step is { } step ? end.Plus(step) : tier.UpTo;
        var before = index > 0 ? table.Tiers[index - 1].UpTo : null;
        var orElse = table.Step is null && before is { } bound && tier.From is { } from
            ? $", or the table to say \"step\": \"{new Size(from.Parameters - bound.Parameters, from.Suffix)}\""
            : string.Empty;
        return new TierRange(BoundOf(tier.From), BoundOf(tier.UpTo), BoundOf(next), orElse);
    }

    private static Bound? BoundOf(Size? size) => size is { } bound ? new Bound(bound.Parameters, bound.ToString()) : null;

    private static bool SameMeters(Tier left, Tier right) => MetersOf(left) == MetersOf(right);

    private static string MetersOf(Tier tier) => string.Join(", ", tier.Prices.Meters.Select(price => Meters.NameOf(price.Meter)));
}
