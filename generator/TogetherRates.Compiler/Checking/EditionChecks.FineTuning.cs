using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Checking;

/// <content>Prices of fine-tuning.</content>
internal static partial class EditionChecks
{
    private static IEnumerable<Change> CompareFineTuning(Card older, Card newer)
    {
        if (older.FineTuning is not { } before || newer.FineTuning is not { } now)
        {
            return [];
        }

        var path = CardPath.Root.Property("fineTuning");
        var models = before.Models.ToDictionary(model => model.Id, StringComparer.Ordinal);
        var bands = Pair(before.Bands, now.Bands)
            .SelectMany(pair => CompareCells(pair.Before.Prices, pair.Now.Prices, path.Property("bands").Item(pair.Index)));
        return bands.Concat(now.Models.Where(model => models.ContainsKey(model.Id))
            .SelectMany(model => CompareCells(models[model.Id].Prices, model.Prices, path.Property("models").Property(model.Id))));

        IEnumerable<Change> CompareCells(FineTuningPrices older, FineTuningPrices newer, CardPath row) =>
            from cell in FineTuningCell.All
            let was = older.Of(cell)
            let price = newer.Of(cell)
            where was is not null && price is not null
            select new Change(
                PriceScale.PerMillion(was.Value, before.Per.Quantity),
                PriceScale.PerMillion(price.Value, now.Per.Quantity),
                MillionTokens,
                PriceRows.PathOf(row, cell));
    }
}
