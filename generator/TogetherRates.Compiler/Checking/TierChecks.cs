using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 2: the tiers of a table cover every size once.</summary>
internal static class TierChecks
{
    /// <summary>Checks a table of sizes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(SizeTable table, CardPath path, ProblemList problems)
    {
        var tiers = path.Property("tiers");
        TierBounds[] bounds = [.. table.Tiers.Select(tier => new TierBounds(BoundOf(tier.From), BoundOf(tier.UpTo)))];
        CheckBounds(table.Name, bounds, Next, table.AboveIsUnpriced, tiers, path.Property("above"), problems);
        for (var i = 1; i < table.Tiers.Count; i++)
        {
            if (MetersOf(table.Tiers[0]) != MetersOf(table.Tiers[i]))
            {
                problems.Add(Rules.UnevenTiers, tiers.Item(i), MetersOf(table.Tiers[i]), table.Name, MetersOf(table.Tiers[0]));
            }
        }

        // What the tier after this one has to start at, and what else the table could say where it doesn't.
        (TierBound Expected, string OrStep) Next(int tier)
        {
            var end = table.Tiers[tier].UpTo!.Value;
            return table.Step is { } step ? (BoundOf(end.Plus(step))!.Value, string.Empty)
                : table.Tiers[tier + 1].From is { } from ? (BoundOf(end)!.Value, $", or the table to say \"step\": \"{new Size(from.Parameters - end.Parameters, from.Suffix)}\"")
                : (BoundOf(end)!.Value, string.Empty);
        }
    }

    /// <summary>Checks a table of resolutions.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">What the table prices.</param>
    /// <param name="path">Where the offer stands that has the table.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(ResolutionTable table, string name, CardPath path, ProblemList problems)
    {
        TierBounds[] bounds = [.. table.Tiers.Select(tier => new TierBounds(BoundOf(tier.From), BoundOf(tier.UpTo)))];
        CheckBounds(name, bounds, tier => (bounds[tier].UpTo!.Value, string.Empty), table.AboveIsUnpriced, path.Property("resolutions"), path.Property("above"), problems);
    }

    private static void CheckBounds(
        string table,
        TierBounds[] bounds,
        Func<int, (TierBound Expected, string OrStep)> next,
        bool aboveIsUnpriced,
        CardPath tiers,
        CardPath above,
        ProblemList problems)
    {
        if (bounds.Length == 0)
        {
            problems.Add(Rules.NoTier, tiers, table);
            return;
        }

        if (bounds[0].From is { } first)
        {
            problems.Add(Rules.FirstTierNotFromZero, tiers.Item(0).Property("from"), first.Text);
        }

        for (var i = 0; i < bounds.Length; i++)
        {
            var path = tiers.Item(i);
            if (bounds[i].From is { } from && bounds[i].UpTo is { } upTo && from.Value >= upTo.Value)
            {
                problems.Add(Rules.InvertedRange, path.Property("from"), from.Text, upTo.Text);
            }
            else if (i > 0 && bounds[i - 1].UpTo is { } end)
            {
                CheckPair(end, bounds[i], next(i - 1), path, problems);
            }
            else if (i > 0)
            {
                problems.Add(Rules.UnreachableTier, path);
            }
        }

        var last = bounds[bounds.Length - 1].UpTo;
        if (last is { } highest && !aboveIsUnpriced)
        {
            problems.Add(Rules.NothingAbove, tiers.Item(bounds.Length - 1).Property("upTo"), table, highest.Text);
        }
        else if (last is null && aboveIsUnpriced)
        {
            problems.Add(Rules.AboveUnused, above, table);
        }
    }

    private static void CheckPair(
        TierBound end, TierBounds tier, (TierBound Expected, string OrStep) next, CardPath path, ProblemList problems)
    {
        if (tier.UpTo is { } upTo && upTo.Value == end.Value)
        {
            problems.Add(Rules.DuplicateBound, path.Property("upTo"), upTo.Text);
        }
        else if (tier.UpTo is { } lower && lower.Value < end.Value)
        {
            problems.Add(Rules.TierNotAscending, path.Property("upTo"), lower.Text, end.Text);
        }
        else if (tier.From is { } from && from.Value != next.Expected.Value)
        {
            // Above the end, and be it by half a step, nothing overlaps: what lies between is left unsaid.
            if (from.Value <= end.Value)
            {
                problems.Add(Rules.TierOverlap, path.Property("from"), from.Text, end.Text, next.Expected.Text);
            }
            else
            {
                problems.Add(Rules.TierGap, path.Property("from"), from.Text, end.Text, next.Expected.Text, next.OrStep);
            }
        }
    }

    private static TierBound? BoundOf(Size? size) => size is { } given ? new TierBound(given.Parameters, given.ToString()) : null;

    private static TierBound? BoundOf(Resolution? resolution) => resolution is { } given ? new TierBound(given.Pixels, given.ToString()) : null;

    private static string MetersOf(Tier tier) => string.Join(", ", tier.Prices.Meters.Select(price => Meters.NameOf(price.Meter)));
}
