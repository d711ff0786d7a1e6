using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Checking;

/// <content>Prices by token.</content>
public static partial class EditionChecks
{
    private const string MillionTokens = "1M tokens";

    private static IEnumerable<Change> CompareTokens(Card older, Card newer)
    {
        var tables = older.SizeTables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var models = ModelsById(older);
        foreach (var section in newer.TokenSections)
        {
            var path = CardPath.Root.Property(section.Name);
            var changes = section.Tables.SelectMany(table => CompareTable(tables, table, path.Property("sizes").Property(table.Name)))
                .Concat(PriceRows.Of(section.Models, path.Property("models")).SelectMany(row => CompareModel(older, models, row)));
            foreach (var change in changes)
            {
                yield return change;
            }
        }
    }

    private static Dictionary<string, Model> ModelsById(Card card)
    {
        var models = new Dictionary<string, Model>(StringComparer.Ordinal);
        foreach (var priced in CardIds.PricedModels(card))
        {
            models[priced.Model.Id] = priced.Model;
            foreach (var alias in priced.Model.Aliases)
            {
                models[alias] = priced.Model;
            }
        }

        return models;
    }

    private static IEnumerable<Change> CompareTable(Dictionary<string, SizeTable> tables, SizeTable newer, CardPath path)
    {
        if (!tables.TryGetValue(newer.Name, out var older))
        {
            return [];
        }

        var rows = PriceRows.Of(newer, path);
        return Pair(older.Tiers, newer.Tiers).SelectMany(pair => ComparePrices(pair.Before.Prices, older.Per, rows[pair.Index]));
    }

    private static IEnumerable<Change> CompareModel(Card older, Dictionary<string, Model> models, PriceRow row)
    {
        if (!models.TryGetValue(row.Name, out var before))
        {
            return [];
        }

        var (prices, per, _) = older.PricesOf(before, row.Since);
        return ComparePrices(prices, per, row);
    }

    private static IEnumerable<Change> ComparePrices(TokenPrices older, Per per, PriceRow newer)
    {
        foreach (var (meter, price) in newer.Prices.Meters)
        {
            if (older.Of(meter) is { } before && newer.IsWritten(meter))
            {
                yield return new Change(
                    PriceScale.PerMillion(before, per.Quantity), PriceScale.PerMillion(price, newer.Quantity), MillionTokens, newer.PathOf(meter));
            }
        }
    }
}
