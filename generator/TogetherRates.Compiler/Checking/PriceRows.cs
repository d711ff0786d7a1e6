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
                Add(variant.Model, family, CardPlaces.VariantsOf(path.Property(model.Id)), variant.Label);
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

    /// <summary>What models cost on conditions: above a context length, at a service level. Each row has what the card says there, and nothing of what holds otherwise.</summary>
    /// <param name="models">The models of a section.</param>
    /// <param name="path">Where they stand.</param>
    /// <returns>One row a condition, in the card's order.</returns>
    public static List<PriceRow> OfConditions(EquatableArray<Model> models, CardPath path)
    {
        var rows = new List<PriceRow>();
        foreach (var model in models)
        {
            Add(model, path.Property(model.Id));
            foreach (var variant in model.Variants)
            {
                Add(variant.Model, CardPlaces.VariantsOf(path.Property(model.Id)).Property(variant.Label));
            }
        }

        return rows;

        void Add(Model model, CardPath place)
        {
            if (model.Price is not ModelPrice.OnTerms { Terms: var terms })
            {
                return;
            }

            for (var i = 0; i < terms.Windows.Count; i++)
            {
                var window = terms.Windows[i];
                AddContexts(window.Prices, model, terms.HasWindows ? place.Property("windows").Item(i) : place, terms.HasWindows ? window + ", " : string.Empty);
            }

            foreach (var level in terms.Levels)
            {
                if (level.Prices is { } prices)
                {
                    AddRow(prices.Tokens, model, place.Property(level.Name), level.Name);
                    AddContexts(prices, model, place.Property(level.Name), level.Name + ", ");
                }
            }
        }

        void AddContexts(PriceList list, Model model, CardPath place, string condition)
        {
            for (var i = 0; i < list.Contexts.Count; i++)
            {
                AddRow(list.Contexts[i].Tokens, model, place.Property("contexts").Item(i), condition + list.Contexts[i]);
            }
        }

        void AddRow(TokenPrices prices, Model model, CardPath place, string condition) =>
            rows.Add(new PriceRow(model.Id, null, place, null, prices, model.Per.Quantity, rows.Count, condition: condition));
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
