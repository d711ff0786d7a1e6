using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 6, editions: no price leaps from one edition of a card to the next.</summary>
public static class EditionChecks
{
    // Providers change a price by up to three times at once.
    private const int mostTimesBefore = 5;

    /// <summary>Finds the prices that are more than five times what they were, or less than a fifth.</summary>
    /// <param name="older">An edition without errors.</param>
    /// <param name="newer">The next edition of the same provider, without errors.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The findings, all warnings in the newer edition; none between two currencies.</returns>
    public static IReadOnlyList<Finding> Compare(Card older, Card newer, CancellationToken cancellation = default)
    {
        var findings = new List<Finding>();
        if (older.Currency != newer.Currency)
        {
            return findings;
        }

        var edition = TimeChecks.Format(older.Effective.From);
        var tablesBefore = older.SizeTables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var modelsBefore = ModelsById(older);
        foreach (var section in newer.TokenSections)
        {
            var path = CardPath.Root.Property(section.Name);
            foreach (var table in section.Tables)
            {
                if (tablesBefore.TryGetValue(table.Name, out var before))
                {
                    CompareTable(before, table, path.Property("sizes").Property(table.Name), edition, findings);
                }
            }

            foreach (var row in PriceRows.Of(section.Models, path.Property("models")))
            {
                cancellation.ThrowIfCancellationRequested();
                if (modelsBefore.TryGetValue(row.Name, out var before))
                {
                    var (prices, per, _) = older.PricesOf(before, row.Since);
                    ComparePrices(prices, per, row, edition, findings);
                }
            }
        }

        return findings;
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

    private static void CompareTable(SizeTable older, SizeTable newer, CardPath path, string edition, List<Finding> findings)
    {
        var rows = PriceRows.Of(newer, path);
        var before = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            while (before < older.Tiers.Count && EndsBelow(older.Tiers[before], newer.Tiers[i]))
            {
                before++;
            }

            if (before < older.Tiers.Count)
            {
                ComparePrices(older.Tiers[before].Prices, older.Per, rows[i], edition, findings);
            }
        }
    }

    private static bool EndsBelow(Tier tier, Tier other) =>
        tier.UpTo is { } end && (other.UpTo is not { } otherEnd || end.Parameters < otherEnd.Parameters);

    private static void ComparePrices(TokenPrices older, Per per, PriceRow newer, string edition, List<Finding> findings)
    {
        foreach (var (meter, price) in newer.Prices.Meters)
        {
            // What was free or had no price of its own isn't a price that changed.
            if (older.Of(meter) is { Sign: > 0 } priceBefore && newer.IsWritten(meter))
            {
                var now = PriceScale.Of(price, newer.Quantity);
                var before = PriceScale.Of(priceBefore, per.Quantity);
                if (now > before * mostTimesBefore || now * mostTimesBefore < before)
                {
                    findings.Add(newer.Find(
                        Rules.PriceJumps,
                        meter,
                        newer.TextOf(meter),
                        PriceScale.Compare(now, before),
                        edition,
                        PriceScale.TextOf(priceBefore, per.Quantity)));
                }
            }
        }
    }
}
