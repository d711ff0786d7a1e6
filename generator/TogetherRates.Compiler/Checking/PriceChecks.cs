using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 4, prices: every model leads to a price.</summary>
internal static class PriceChecks
{
    /// <summary>Checks where a model's price comes from.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="tables">The size tables that it may name.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(Model model, CardPath path, EquatableArray<SizeTable> tables, ProblemList problems)
    {
        if (model.Price is ModelPrice.BySize bySize)
        {
            CheckSize(bySize, path, tables, problems);
        }
        else if (model.Price is null or ModelPrice.OnTerms { Terms.IsPriced: false } && model.Variants.Count == 0)
        {
            problems.AddAtName(Rules.NoPrice, path, model.Id);
        }
    }

    private static void CheckSize(ModelPrice.BySize price, CardPath path, EquatableArray<SizeTable> tables, ProblemList problems)
    {
        foreach (var table in tables)
        {
            if (table.Name == price.Table)
            {
                if (table.Tiers.Count > 0 && table.TierOf(price.Size.Parameters) is null)
                {
                    var end = table.Tiers[table.Tiers.Count - 1].UpTo?.ToString() ?? string.Empty;
                    problems.Add(Rules.SizeAboveTable, path.Property("size"), table.Name, price.Size.ToString(), end);
                }

                return;
            }
        }

        var names = tables.Select(table => table.Name).ToArray();
        problems.Add(Rules.NoSuchTable, path.Property("table"), price.Table, NameAdvice.On(price.Table, names).ToString());
    }
}
