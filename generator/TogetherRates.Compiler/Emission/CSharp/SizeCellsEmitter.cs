using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the rates of a size table as cells, which find a rate without a branch.</summary>
internal static class SizeCellsEmitter
{
    // 3 KB: more would push other data out of the fastest cache.
    private const int MaxCells = 384;

    private const int NumbersPerLine = 8;

    /// <summary>Whether a table's bounds are round enough for a small number of cells.</summary>
    /// <param name="table">A table of one price for all tokens.</param>
    public static bool Has(SizeTable table)
    {
        var bounds = BoundsOf(table);
        return bounds.Count > 0 && bounds[bounds.Count - 1] / WidthOf(bounds) <= MaxCells;
    }

    /// <summary>Writes the method of a table that has cells.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="table">The table.</param>
    public static void Emit(SourceWriter writer, SizeTable table)
    {
        var bounds = BoundsOf(table);
        var width = WidthOf(bounds);
        var rates = table.Tiers.Select(tier => Quanta.Rate(tier.Prices.Of(Meter.Input)!.Value, table.Per.Quantity)).ToList();
        var above = rates.Count > bounds.Count ? rates[bounds.Count] : 0;

        writer.Line($"// RateOf for each {Literal.Integer(width)} parameters, of which all bounds are multiples: nothing for a processor to guess.");
        ArrayEmitter.OpenConstants(writer, "private", "Cells");
        var last = 0L;
        for (var tier = 0; tier < bounds.Count; tier++)
        {
            writer.Line($"// {table.RangeOf(table.Tiers[tier])}", deeper: 1);
            var cells = (bounds[tier] - last) / width;
            for (var written = 0L; written < cells; written += NumbersPerLine)
            {
                writer.Line(string.Join(" ", Enumerable.Repeat(Literal.Integer(rates[tier]) + ",", (int)Math.Min(cells - written, NumbersPerLine))), deeper: 1);
            }

            last = bounds[tier];
        }

        ArrayEmitter.CloseConstants(writer);
        writer.Line();
        writer.Line(Global.Inlined);
        writer.Line($"private static bool TryFindRate(long parameters, out long rate) => {Global.SizeRates}.TryFind(Cells, width: {Literal.Integer(width)}, above: {Literal.Integer(above)}, parameters, out rate);");
        writer.Line();
    }

    private static List<long> BoundsOf(SizeTable table) =>
        [.. table.Tiers.Where(tier => tier.UpTo is not null).Select(tier => (long)tier.UpTo!.Value.Parameters)];

    // The widest cells that have no bound inside.
    private static long WidthOf(List<long> bounds)
    {
        var width = 0L;
        foreach (var bound in bounds)
        {
            for (var rest = bound; rest > 0;)
            {
                (width, rest) = (rest, width % rest);
            }
        }

        return width;
    }
}
