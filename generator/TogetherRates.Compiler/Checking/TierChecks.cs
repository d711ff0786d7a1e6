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

    /// <summary>Checks a table of resolutions.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">What the table prices.</param>
    /// <param name="path">Where the offer stands that has the table.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(ResolutionTable table, string name, CardPath path, ProblemList problems)
    {
        var rows = path.Property("resolutions");
        TierRange[] ranges = [.. table.Tiers.Select(tier => new TierRange(BoundOf(tier.From), BoundOf(tier.UpTo), BoundOf(tier.UpTo)))];
        if (ranges.Length == 0)
        {
            problems.Add(Rules.NoTier, rows, name);
            return;
        }

        TierRangeChecks.Check(ranges, TierMeasure.Resolution, rows, problems);
        CheckEnd(ranges[ranges.Length - 1].UpTo, name, TierMeasure.Resolution, table.AboveIsUnpriced, rows.Item(ranges.Length - 1), path, problems);
    }

    /// <summary>Checks the bands of a charge.</summary>
    /// <param name="charge">The charge.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(Charge charge, CardPath path, ProblemList problems)
    {
        var rows = path.Property("bands");
        var name = Meters.NameOf(charge.Meter);
        TierRange[] ranges = [.. charge.Bands.Select(band => new TierRange(null, BoundOf(band.UpTo), BoundOf(band.UpTo)))];
        if (ranges.Length == 0)
        {
            problems.Add(Rules.NoTier, rows, name);
            return;
        }

        TierRangeChecks.Check(ranges, TierMeasure.Quantity, rows, problems);
        CheckEnd(ranges[ranges.Length - 1].UpTo, name, TierMeasure.Quantity, charge.AboveIsUnpriced, rows.Item(ranges.Length - 1), path, problems);
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

        TierRangeChecks.Check([.. rows.Select((_, index) => RangeOf(rows, index, step))], TierMeasure.Size, path, problems);
        var last = rows[rows.Count - 1];
        CheckEnd(BoundOf(last.UpTo), name, TierMeasure.Size, aboveIsUnpriced, path.Item(rows.Count - 1), path.Parent!, problems);
    }

    private static void CheckEnd(
        Bound? end, string name, TierMeasure measure, bool aboveIsUnpriced, CardPath last, CardPath table, ProblemList problems)
    {
        if (end is { } highest && !aboveIsUnpriced)
        {
            problems.Add(
                Rules.NothingAbove,
                last.Property("upTo"),
                name,
                highest.Text,
                measure.Many,
                "add \"above\": \"unpriced\", or leave 'upTo' out of the last tier");
        }
        else if (end is null && aboveIsUnpriced)
        {
            problems.Add(Rules.AboveUnused, table.Property("above"), name);
        }
    }

    private static TierRange RangeOf<T>(EquatableArray<T> rows, int index, Size? step)
        where T : ISizeRange, IEquatable<T>
    {
        var row = rows[index];
        var next = row.UpTo is { } end && step is { } distance ? end.Plus(distance) : row.UpTo;
        var before = index > 0 ? rows[index - 1].UpTo : null;
        var orElse = step is null && before is { } bound && row.From is { } from
            ? $", or the table to say \"step\": \"{new Size(from.Parameters - bound.Parameters, from.Suffix)}\""
            : string.Empty;
        return new TierRange(BoundOf(row.From), BoundOf(row.UpTo), BoundOf(next), orElse);
    }

    private static Bound? BoundOf(Resolution? resolution) => resolution is { } bound ? new Bound(bound.Pixels, bound.ToString()) : null;

    private static Bound? BoundOf(long? quantity) =>
        quantity is { } bound ? new Bound(bound, bound.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;

    private static Bound? BoundOf(Size? size) => size is { } bound ? new Bound(bound.Parameters, bound.ToString()) : null;

    private static bool SameMeters(Tier left, Tier right) => MetersOf(left) == MetersOf(right);

    private static string MetersOf(Tier tier) => string.Join(", ", tier.Prices.Meters.Select(price => Meters.NameOf(price.Meter)));
}
