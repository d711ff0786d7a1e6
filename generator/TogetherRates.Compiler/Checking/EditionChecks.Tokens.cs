using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Checking;

/// <content>Prices by token.</content>
internal static partial class EditionChecks
{
    private const string MillionTokens = "1M tokens";

    private static IEnumerable<Change> CompareTokens(Card older, Card newer)
    {
        var tables = older.SizeTables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var models = ModelsById(older);
        var conditions = ConditionsOf(older);
        foreach (var section in newer.TokenSections)
        {
            var path = CardPlaces.ModelsOf(section);
            var changes = section.Tables.SelectMany(table => CompareTable(tables, table, CardPlaces.SizesOf(section).Property(table.Name)))
                .Concat(PriceRows.Of(section.Models, path).SelectMany(row => CompareModel(older, models, row)))
                .Concat(PriceRows.OfConditions(section.Models, path).SelectMany(row => CompareCondition(conditions, models, row)));
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

    private static Dictionary<(string Id, string Condition), PriceRow> ConditionsOf(Card card)
    {
        var conditions = new Dictionary<(string Id, string Condition), PriceRow>();
        foreach (var row in card.TokenSections.SelectMany(section => PriceRows.OfConditions(section.Models, CardPath.Root)))
        {
            conditions[(row.Name, row.Condition)] = row;
        }

        return conditions;
    }

    private static IEnumerable<Change> CompareTable(Dictionary<string, SizeTable> tables, SizeTable newer, CardPath path)
    {
        if (!tables.TryGetValue(newer.Name, out var older))
        {
            return [];
        }

        var rows = PriceRows.Of(newer, path);
        return Pair(older.Tiers, newer.Tiers).SelectMany(pair => ComparePrices(pair.Before.Prices, older.Per.Quantity, rows[pair.Index]));
    }

    private static IEnumerable<Change> CompareModel(Card older, Dictionary<string, Model> models, PriceRow row)
    {
        if (!models.TryGetValue(row.Name, out var before))
        {
            return [];
        }

        var (prices, per, _) = older.PricesOf(before, row.Since);
        return ComparePrices(prices, per.Quantity, row);
    }

    private static IEnumerable<Change> CompareCondition(
        Dictionary<(string Id, string Condition), PriceRow> conditions, Dictionary<string, Model> models, PriceRow row) =>
        models.TryGetValue(row.Name, out var before) && conditions.TryGetValue((before.Id, row.Condition), out var older)
            ? ComparePrices(older.Prices, older.Quantity, row)
            : [];

    private static IEnumerable<Change> ComparePrices(TokenPrices older, long quantity, PriceRow newer)
    {
        foreach (var (meter, price) in newer.Prices.Meters)
        {
            if (older.Of(meter) is { } before && newer.IsWritten(meter))
            {
                yield return new Change(
                    PriceScale.PerMillion(before, quantity), PriceScale.PerMillion(price, newer.Quantity), MillionTokens, newer.PathOf(meter));
            }
        }
    }
}
