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
        else if (model.Price is null && model.Variants.Count == 0)
        {
            problems.AddAtName(Rules.NoPrice, path, model.Id);
        }
    }

    /// <summary>Checks that a model or an offer on its way out is still here, and that what replaces it is.</summary>
    /// <param name="retirement">When it goes, or null.</param>
    /// <param name="path">Where the model or the offer stands.</param>
    /// <param name="card">The card.</param>
    /// <param name="ids">What it prices by id.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckRetirement(Retirement? retirement, CardPath path, Card card, IdIndex ids, ProblemList problems)
    {
        if (retirement is null)
        {
            return;
        }

        if (retirement.Removed is { } removed)
        {
            if (retirement.Deprecated is { } deprecated && removed < deprecated)
            {
                problems.Add(
                    Rules.RemovedTooEarly, path.Property("removed"), CardDate.TextOf(removed), "it is deprecated on " + CardDate.TextOf(deprecated), "swap the dates");
            }
            else if (removed <= card.Effective.From)
            {
                var starts = (removed < card.Effective.From ? "this edition starts on " : "it could be used in this edition, which starts on ") + CardDate.TextOf(card.Effective.From);
                problems.Add(Rules.RemovedTooEarly, path.Property("removed"), CardDate.TextOf(removed), starts, "leave the model out of it");
            }
        }

        if (retirement.Replacement is { } replacement && ids.Find(replacement) is null)
        {
            problems.Add(Rules.NoSuchModel, path.Property("replacement"), replacement, ids.Advise(replacement));
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
