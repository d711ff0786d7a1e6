using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the rates of a size table as cells, which find a rate without a branch.</summary>
internal static class SizeCellsEmitter
{
    /// <summary>The name of the method.</summary>
    public const string Method = "RateInCells";

    // 3 KB: more would push other data out of the fastest cache.
    private const int MaxCells = 128;

    /// <summary>Whether a table's bounds lie far enough apart for a small number of cells.</summary>
    /// <param name="table">A table of one price for all tokens.</param>
    public static bool Has(SizeTable table) => ShiftOf(BoundsOf(table)) is not null;

    /// <summary>Writes the method of a table that has cells.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="table">The table.</param>
    public static void Emit(SourceWriter writer, SizeTable table)
    {
        var bounds = BoundsOf(table);
        var shift = ShiftOf(bounds)!.Value;
        var rates = table.Tiers.Select(tier => Quanta.Rate(tier.Prices.Of(Meter.Input)!.Value, table.Per.Quantity)).ToList();
        if (rates.Count == bounds.Count)
        {
            rates.Add(0);
        }

        // An array: without optimisation, a span of constants would be made anew, and allocate, each time.
        writer.Line($"// RateOf in cells of 2^{shift} parameters, each with the bound in it, the rate up to it and what is added above: nothing for a processor to guess.");
        writer.Line("private static readonly long[] Cells =");
        writer.Line("[");
        var tier = 0;
        for (var cell = 0L; cell <= CellOf(bounds[bounds.Count - 1], shift); cell++)
        {
            var hasBound = tier < bounds.Count && CellOf(bounds[tier], shift) == cell;
            writer.Line(hasBound
                ? $"    {Literal.Integer(bounds[tier])}, {Literal.Integer(rates[tier])}, {Literal.Integer(rates[tier + 1] - rates[tier])},"
                : $"    long.MaxValue, {Literal.Integer(rates[tier])}, 0,");
            tier += hasBound ? 1 : 0;
        }

        writer.Line("];");
        writer.Line();
        writer.Line($"private static long {Method}(long parameters) => {Global.SizeCells}.Find(Cells, {shift}, above: {Literal.Integer(rates[rates.Count - 1])}, parameters);");
        writer.Line();
    }

    private static List<long> BoundsOf(SizeTable table) =>
        [.. table.Tiers.Where(tier => tier.UpTo is not null).Select(tier => (long)tier.UpTo!.Value.Parameters)];

    // The widest cells that have no two bounds in one, or null where there would be too many of them.
    private static int? ShiftOf(List<long> bounds)
    {
        for (var shift = 62; bounds.Count > 0 && shift >= 0; shift--)
        {
            if (CellOf(bounds[bounds.Count - 1], shift) >= MaxCells)
            {
                return null;
            }

            if (AreApart(bounds, shift))
            {
                return shift;
            }
        }

        return null;
    }

    private static bool AreApart(List<long> bounds, int shift)
    {
        for (var i = 1; i < bounds.Count; i++)
        {
            if (CellOf(bounds[i - 1], shift) >= CellOf(bounds[i], shift))
            {
                return false;
            }
        }

        return true;
    }

    private static long CellOf(long bound, int shift) => (bound - 1) >> shift;
}
