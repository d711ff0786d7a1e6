using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>The prices of a section lie in the range that the provider states for it.</summary>
internal static class PublishedChecks
{
    /// <summary>Checks all ranges.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Check(Card card, ProblemList problems, CancellationToken cancellation)
    {
        if (card.Published.Count > Limits.Ranges)
        {
            problems.Add(Rules.TooLarge, CardPath.Root.Property("published"), $"{card.Published.Count} ranges are published and at most {Limits.Ranges} are allowed; state one for each section and unit");
            return;
        }

        // A price that lies outside of one range is wrong, whatever the others say.
        var outside = new HashSet<StatedPrice>();
        var bySection = new Dictionary<string, ILookup<string, StatedPrice>>(StringComparer.Ordinal);
        for (var i = 0; i < card.Published.Count; i++)
        {
            var range = card.Published[i];
            if (range.From.Sign < 0)
            {
                problems.Add(Rules.NegativePrice, CardPath.Root.Property("published").Item(i).Property("from"), range.From.ToString());
                continue;
            }

            if (!bySection.TryGetValue(range.Of, out var byUnit))
            {
                byUnit = PricesOf(card, range.Of).ToLookup(price => UnitOf(price.Per));
                bySection.Add(range.Of, byUnit);
            }

            var comparable = byUnit[UnitOf(range.Per)];
            if (!comparable.Any())
            {
                problems.Add(Rules.RangeOfNothing, CardPath.Root.Property("published").Item(i), range.Of, range.Per.ToString());
            }

            foreach (var price in comparable)
            {
                cancellation.ThrowIfCancellationRequested();
                CheckPrice(price, range, outside, problems);
            }
        }
    }

    private static void CheckPrice(StatedPrice stated, PublishedRange range, HashSet<StatedPrice> outside, ProblemList problems)
    {
        var price = stated.Price * QuantityOf(range.Per) / QuantityOf(stated.Per);
        if (!range.Contains(price) && outside.Add(stated))
        {
            var written = stated.Price + " per " + stated.Per;
            var compared = price.Round(range.Decimals).ToString(range.Decimals) + " per " + range.Per;
            problems.Add(
                Rules.OutsidePublishedRange,
                stated.Path,
                stated.Per == range.Per ? written : $"{written}, which is {compared},",
                range.From.ToString(range.Decimals),
                range.UpTo.ToString(range.Decimals),
                range.Per.ToString(),
                range.Of);
        }
    }

    private static IEnumerable<StatedPrice> PricesOf(Card card, string section) => section switch
    {
        "dedicated" => PricesOf(card.Dedicated),
        "fineTuning" => PricesOf(card.FineTuning),
        _ => PricesOf(card.TokenSections.First(tokens => tokens.Name == section)),
    };

    // Providers state what input and output cost; cached input is cheaper than any range says.
    private static IEnumerable<StatedPrice> PricesOf(TokenSection section)
    {
        foreach (var table in section.Tables)
        {
            for (var i = 0; i < table.Tiers.Count; i++)
            {
                foreach (var price in WholesOf(table.Tiers[i].Prices, table.Per, CardPlaces.SizesOf(section).Property(table.Name).Property("tiers").Item(i)))
                {
                    yield return price;
                }
            }
        }

        foreach (var model in section.Models)
        {
            var modelPath = CardPlaces.ModelsOf(section).Property(model.Id);
            var variants = model.Variants.Select(variant => (variant.Model, Path: CardPlaces.VariantsOf(modelPath).Property(variant.Label)));
            foreach (var (priced, pricedPath) in variants.Prepend((model, modelPath)))
            {
                foreach (var price in PricesOf(priced, pricedPath))
                {
                    yield return price;
                }
            }
        }
    }

    private static IEnumerable<StatedPrice> PricesOf(Model model, CardPath path) => model.Price switch
    {
        ModelPrice.Own own => WholesOf(own.Prices, model.Per, path),
        ModelPrice.Windowed windowed => windowed.Windows.SelectMany((window, i) => WholesOf(window.Prices, model.Per, path.Property("windows").Item(i))),
        ModelPrice.OnTerms { Terms: { HasWindows: false } terms } => WholesOf(terms.Windows[0].Prices.Tokens, model.Per, path),
        ModelPrice.OnTerms { Terms: var terms } => terms.Windows.SelectMany((window, i) => WholesOf(window.Prices.Tokens, model.Per, path.Property("windows").Item(i))),
        _ => [],
    };

    private static IEnumerable<StatedPrice> WholesOf(TokenPrices prices, Per per, CardPath path) => prices.IsUniform
        ? [new StatedPrice(prices.Of(Meter.Input)!.Value, per, path.Property("price"))]
        : prices.Meters
            .Where(price => Meters.WholeOf(price.Meter) is null)
            .Select(price => new StatedPrice(price.Price, per, path.Property(Meters.NameOf(price.Meter))));

    private static IEnumerable<StatedPrice> PricesOf(Dedicated? dedicated)
    {
        foreach (var gpu in dedicated?.Gpus ?? default)
        {
            yield return new StatedPrice(gpu.Price, new Per(1, dedicated!.Per), PriceRows.PathOf(gpu));
        }
    }

    // Models with prices of their own are the exceptions from what is stated.
    private static IEnumerable<StatedPrice> PricesOf(FineTuning? tuning)
    {
        for (var i = 0; i < (tuning?.Bands.Count ?? 0); i++)
        {
            foreach (var (cell, price) in tuning!.Bands[i].Prices.Cells.Where(cell => cell.Price is not null))
            {
                var path = CardPath.Root.Property("fineTuning").Property("bands").Item(i)
                    .Property(FineTuningCell.NameOf(cell.Type)).Property(FineTuningCell.NameOf(cell.Method));
                yield return new StatedPrice(price!.Value, tuning.Per, path);
            }
        }
    }

    private static string UnitOf(Per per) => TimeUnit.SecondsIn(per.Unit) is null ? per.Unit : "second";

    private static Rational QuantityOf(Per per) => (Rational)per.Quantity * (TimeUnit.SecondsIn(per.Unit) ?? 1);

    // One price as it is printed, with what it buys and where it stands.
    private sealed record StatedPrice(Rational Price, Per Per, CardPath Path);
}
