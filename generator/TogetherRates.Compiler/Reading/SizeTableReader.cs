using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads a table of prices by size.</summary>
internal static class SizeTableReader
{
    /// <summary>Reads a table.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="node">The table.</param>
    /// <param name="priceReader">Reads the prices of the section that the table stands in.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>The table as far as it can be read.</returns>
    public static SizeTable Read(string name, JsonObject node, PriceReader priceReader, ProblemList problems)
    {
        var table = new ObjectReader(node, Shape.SizeTable, problems, $"size table '{name}'");
        var per = PerReader.ReadTokens(table);
        var step = table.Size("step");
        var above = table.Word("above", table.Find("above"), "unpriced");
        var tiers = new List<Tier>();

        if (table.List("tiers", table.Require("tiers", "the rows, each with an upper bound and a price")) is { } rows)
        {
            foreach (var row in rows.Items)
            {
                if (table.Object("tiers", row) is { } tierNode)
                {
                    var tier = new ObjectReader(tierNode, Shape.Tier, problems);
                    tiers.Add(new Tier(tier.Size("from"), tier.Size("upTo"), priceReader.Read(tier, required: true)));
                }
            }
        }

        return new SizeTable(name, per, step, above == 0, new([.. tiers]));
    }
}
