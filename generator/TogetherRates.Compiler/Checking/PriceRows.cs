using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Checking;

/// <summary>Lists the prices of a card for the checks of plausibility.</summary>
internal static class PriceRows
{
    /// <summary>The tiers of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">Where it stands.</param>
    /// <returns>One row a tier, in the table's order.</returns>
    public static List<PriceRow> Of(SizeTable table, CardPath path)
    {
        var tiers = path.Property("tiers");
        var rows = new List<PriceRow>(table.Tiers.Count);
        for (var i = 0; i < table.Tiers.Count; i++)
        {
            var tier = table.Tiers[i];
            rows.Add(new PriceRow(NameOf(tier), null, tiers.Item(i), null, tier.Prices, table.Per.Quantity, i));
        }

        return rows;
    }

    /// <summary>What messages call a row of a table.</summary>
    /// <param name="row">The row.</param>
    /// <returns>For instance <c>up to 4B</c>.</returns>
    public static string NameOf(ISizeRange row) => row.UpTo is { } upTo ? "up to " + upTo : "without an end";

    /// <summary>The models that have prices of their own, and their variants.</summary>
    /// <param name="models">The models of a section.</param>
    /// <param name="path">Where they stand.</param>
    /// <returns>One row a price, and one a window where the price changes with the time of day, in the card's order.</returns>
    public static List<PriceRow> Of(EquatableArray<Model> models, CardPath path)
    {
        var rows = new List<PriceRow>(models.Count);
        foreach (var model in models)
        {
            Add(model, ModelFamily.Of(model.Id), path, model.Id);
            foreach (var variant in model.Variants)
            {
                // Variants are relatives even where no id states a size.
                var family = ModelFamily.Of(variant.Model.Id) ?? model.Id;
                Add(variant.Model, family, path.Property(model.Id).Property("variants"), variant.Label);
            }
        }

        return rows;

        // What is free has no price to judge, and what is priced by its size is judged with its table.
        void Add(Model model, string? family, CardPath parent, string step)
        {
            if (model.Price is ModelPrice.Own own)
            {
                rows.Add(new PriceRow(model.Id, family, parent, step, own.Prices, model.Per.Quantity, rows.Count));
            }
            else if (model.Price is ModelPrice.Windowed windowed)
            {
                for (var i = 0; i < windowed.Windows.Count; i++)
                {
                    var window = windowed.Windows[i];
                    var since = default(DateTime).AddMinutes(window.Starts().FirstOrDefault());
                    rows.Add(new PriceRow(model.Id, family, parent.Property(step).Property("windows").Item(i), null, window.Prices, model.Per.Quantity, rows.Count, since));
                }
            }
            else if (model.Price is ModelPrice.OnTerms { Terms: var terms })
            {
                for (var i = 0; i < terms.Windows.Count; i++)
                {
                    var window = terms.Windows[i];
                    var (place, last) = terms.HasWindows ? (parent.Property(step).Property("windows").Item(i), null) : (parent, step);
                    rows.Add(new PriceRow(model.Id, family, place, last, window.Prices.Tokens, model.Per.Quantity, rows.Count, window.Since ?? default));
                }
            }
        }
    }

    /// <summary>Where the price of a GPU stands.</summary>
    /// <param name="gpu">The GPU.</param>
    /// <returns>The place.</returns>
    public static CardPath PathOf(Gpu gpu) =>
        CardPath.Root.Property("dedicated").Property("gpus").Property(gpu.Id).Property(gpu.IsPerGpu ? "pricePerGpu" : "price");

    /// <summary>Where the price of a type and method of fine-tuning stands.</summary>
    /// <param name="row">The place of the band or the model.</param>
    /// <param name="cell">The type and method.</param>
    /// <returns>The place.</returns>
    public static CardPath PathOf(CardPath row, FineTuningCell cell) =>
        row.Property(FineTuningCell.NameOf(cell.Type)).Property(FineTuningCell.NameOf(cell.Method));
}
