using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 2: the ranges of a table's tiers follow each other, from zero on, without a gap and without an overlap.</summary>
internal static class TierRangeChecks
{
    /// <summary>Checks the tiers of one table.</summary>
    /// <param name="ranges">The tiers, in the card's order.</param>
    /// <param name="measure">What they go by.</param>
    /// <param name="path">Where the tiers stand.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(IReadOnlyList<TierRange> ranges, TierMeasure measure, CardPath path, ProblemList problems)
    {
        for (var i = 0; i < ranges.Count; i++)
        {
            var range = ranges[i];
            var tierPath = path.Item(i);
            if (i == 0 && range.From is { } first && first.Value != Rational.Zero)
            {
                problems.Add(Rules.FirstTierNotFromZero, tierPath.Property("from"), first.Text, measure.Many);
            }

            var start = range.From ?? (i == 0 ? new Bound(Rational.Zero, "0") : null);
            if (start is { } from && range.UpTo is { } upTo && from.Value >= upTo.Value)
            {
                problems.Add(Rules.InvertedRange, tierPath.Property(range.From is null ? "upTo" : "from"), from.Text, upTo.Text);
            }
            else if (i > 0)
            {
                CheckPair(ranges[i - 1], range, measure, tierPath, problems);
            }
        }
    }

    private static void CheckPair(TierRange before, TierRange tier, TierMeasure measure, CardPath path, ProblemList problems)
    {
        if (before.UpTo is not { } end)
        {
            problems.Add(Rules.UnreachableTier, path, measure.One);
            return;
        }

        if (tier.UpTo is { } upTo && upTo.Value == end.Value)
        {
            problems.Add(Rules.DuplicateBound, path.Property("upTo"), upTo.Text);
            return;
        }

        if (tier.UpTo is { } lower && lower.Value < end.Value)
        {
            problems.Add(Rules.TierNotAscending, path.Property("upTo"), lower.Text, end.Text);
            return;
        }

        if (tier.From is not { } from || before.Next is not { } expected || from.Value == expected.Value)
        {
            return;
        }

        // Above the end, and be it by half a step, nothing overlaps: what lies between is left unsaid.
        if (from.Value <= end.Value)
        {
            problems.Add(Rules.TierOverlap, path.Property("from"), from.Text, end.Text, expected.Text, measure.Many, measure.Given);
        }
        else
        {
            problems.Add(Rules.TierGap, path.Property("from"), from.Text, end.Text, expected.Text, tier.OrElse, measure.Many);
        }
    }
}
