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

        CheckFirst(table.Tiers[0], tiers.Item(0), problems);
        for (var i = 0; i < table.Tiers.Count; i++)
        {
            var tier = table.Tiers[i];
            var tierPath = tiers.Item(i);
            if (tier.From is { } from && tier.UpTo is { } upTo && from.Parameters >= upTo.Parameters)
            {
                problems.Add(Rules.InvertedRange, tierPath.Property("from"), from.ToString(), upTo.ToString());
            }
            else if (i > 0)
            {
                CheckPair(table.Tiers[i - 1], tier, table.Step, tierPath, problems);
            }

            if (i > 0 && !SameMeters(table.Tiers[0], tier))
            {
                problems.Add(Rules.UnevenTiers, tierPath, MetersOf(tier), table.Name, MetersOf(table.Tiers[0]));
            }
        }

        var last = table.Tiers[table.Tiers.Count - 1];
        if (last.UpTo is { } end && !table.AboveIsUnpriced)
        {
            problems.Add(Rules.NothingAbove, tiers.Item(table.Tiers.Count - 1).Property("upTo"), table.Name, end.ToString());
        }
        else if (last.UpTo is null && table.AboveIsUnpriced)
        {
            problems.Add(Rules.AboveUnused, path.Property("above"), table.Name);
        }
    }

    private static void CheckFirst(Tier first, CardPath path, ProblemList problems)
    {
        if (first.From is { } from)
        {
            problems.Add(Rules.FirstTierNotFromZero, path.Property("from"), from.ToString());
        }
    }

    private static void CheckPair(Tier before, Tier tier, Size? step, CardPath path, ProblemList problems)
    {
        if (before.UpTo is not { } end)
        {
            problems.Add(Rules.UnreachableTier, path);
            return;
        }

        if (tier.UpTo is { } upTo && upTo.Parameters == end.Parameters)
        {
            problems.Add(Rules.DuplicateBound, path.Property("upTo"), upTo.ToString());
            return;
        }

        if (tier.UpTo is { } lower && lower.Parameters < end.Parameters)
        {
            problems.Add(Rules.TierNotAscending, path.Property("upTo"), lower.ToString(), end.ToString());
            return;
        }

        if (tier.From is not { } from)
        {
            return;
        }

        var expected = step is { } distance ? end.Plus(distance) : end;
        if (from.Parameters == expected.Parameters)
        {
            return;
        }

        // Above the end, and be it by half a step, nothing overlaps: what lies between is left unsaid.
        if (from.Parameters <= end.Parameters)
        {
            problems.Add(Rules.TierOverlap, path.Property("from"), from.ToString(), end.ToString(), expected.ToString());
        }
        else
        {
            var orStep = step is null ? $", or the table to say \"step\": \"{new Size(from.Parameters - end.Parameters, from.Suffix)}\"" : string.Empty;
            problems.Add(Rules.TierGap, path.Property("from"), from.ToString(), end.ToString(), expected.ToString(), orStep);
        }
    }

    private static bool SameMeters(Tier left, Tier right) => MetersOf(left) == MetersOf(right);

    private static string MetersOf(Tier tier) => string.Join(", ", tier.Prices.Meters.Select(price => Meters.NameOf(price.Meter)));
}
