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
        CheckBounds(table.Name, table.Tiers, table.Step, table.AboveIsUnpriced, path.Property("tiers"), problems);
        for (var i = 1; i < table.Tiers.Count; i++)
        {
            if (!SameMeters(table.Tiers[0], table.Tiers[i]))
            {
                problems.Add(
                    Rules.UnevenTiers, path.Property("tiers").Item(i), MetersOf(table.Tiers[i]), table.Name, MetersOf(table.Tiers[0]));
            }
        }
    }

    /// <summary>Checks that the rows of a table are for every size once.</summary>
    /// <typeparam name="T">A kind of row.</typeparam>
    /// <param name="name">The table's name.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="step">The distance between an upper bound and the next row's printed lower bound.</param>
    /// <param name="aboveIsUnpriced">Whether the card says that sizes above the last bound have no price.</param>
    /// <param name="path">Where the rows stand.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckBounds<T>(
        string name, EquatableArray<T> rows, Size? step, bool aboveIsUnpriced, CardPath path, ProblemList problems)
        where T : ISizeRange, IEquatable<T>
    {
        if (rows.Count == 0)
        {
            problems.Add(Rules.NoTier, path, name);
            return;
        }

        CheckFirst(rows[0], path.Item(0), problems);
        for (var i = 0; i < rows.Count; i++)
        {
            var tier = rows[i];
            var tierPath = path.Item(i);
            if (tier.From is { } from && tier.UpTo is { } upTo && from.Parameters >= upTo.Parameters)
            {
                problems.Add(Rules.InvertedRange, tierPath.Property("from"), from.ToString(), upTo.ToString());
            }
            else if (i > 0)
            {
                CheckPair(rows[i - 1], tier, step, tierPath, problems);
            }
        }

        var last = rows[rows.Count - 1];
        if (last.UpTo is { } end && !aboveIsUnpriced)
        {
            problems.Add(Rules.NothingAbove, path.Item(rows.Count - 1).Property("upTo"), name, end.ToString());
        }
        else if (last.UpTo is null && aboveIsUnpriced)
        {
            problems.Add(Rules.AboveUnused, path.Parent!.Property("above"), name);
        }
    }

    private static void CheckFirst(ISizeRange first, CardPath path, ProblemList problems)
    {
        if (first.From is { } from)
        {
            problems.Add(Rules.FirstTierNotFromZero, path.Property("from"), from.ToString());
        }
    }

    private static void CheckPair(ISizeRange before, ISizeRange tier, Size? step, CardPath path, ProblemList problems)
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
