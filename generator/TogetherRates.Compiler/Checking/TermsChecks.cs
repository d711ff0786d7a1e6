using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Families 2 and 3 for prices on terms: every request has one price at every time, and it can be billed exactly.</summary>
internal static class TermsChecks
{
    private static readonly Rational MostTimes = 100;

    /// <summary>Checks the terms of one model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="effective">When the card is in force.</param>
    /// <param name="path">Where the model stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(Model model, PriceTerms terms, Period effective, CardPath path, ProblemList problems)
    {
        var windows = path.Property("windows");
        for (var i = 0; i < terms.Windows.Count; i++)
        {
            CheckList(terms.Windows[i].Prices, model, terms.HasWindows ? windows.Item(i) : path, problems);
        }

        if (terms.HasWindows)
        {
            WindowChecks.Check(terms.Windows, effective, windows, problems);
        }

        foreach (var level in terms.Levels)
        {
            CheckLevel(level, terms, model, path.Property(level.Name), problems);
        }

        CheckNames(terms.Regions, path.Property("regions"), problems);
        foreach (var region in terms.Regions)
        {
            var place = path.Property("regions").Property(region.Name);
            if (CheckFactor(region.Factor, place, problems))
            {
                CheckMultiplied(terms, model, region.Factor, place, problems);
            }
        }

        CheckBoth(terms, model, path, problems);
        CacheChecks.Check(terms, path, problems);
    }

    private static void CheckLevel(LevelPrices level, PriceTerms terms, Model model, CardPath path, ProblemList problems)
    {
        if (level.Prices is { } prices)
        {
            CheckList(prices, model, path, problems);
            CheckContextsOf(prices, terms, level, path, problems);
        }
        else if (level.Factor is { } factor
            && (level.IsDiscount ? MoneyChecks.CheckDiscount(Rational.One - factor, path, problems) : CheckFactor(factor, path, problems)))
        {
            CheckMultiplied(terms, model, factor, path, problems);
        }
    }

    // What a level prices by itself mustn't fall back to the standard price, or stay as it is, just because a request is longer.
    private static void CheckContextsOf(PriceList prices, PriceTerms terms, LevelPrices level, CardPath path, ProblemList problems)
    {
        var meters = prices.Contexts.SelectMany(context => MetersOf(context.Tokens, context.Charges)).Concat(MetersOf(prices.Tokens, prices.Charges)).Distinct().ToList();
        foreach (var standard in terms.Windows.Select(window => window.Prices))
        {
            foreach (var bound in standard.Contexts.Where(context => !context.IsUnpriced).Select(context => context.Above))
            {
                foreach (var meter in meters.Where(meter => Changes(standard, meter, bound) && !SaysPriceAt(prices, meter, bound)))
                {
                    problems.Add(Rules.LevelWithoutContexts, path, level.Name, Meters.NameOf(meter), TokenCount.TextOf(bound));
                    return;
                }
            }
        }
    }

    private static bool Changes(PriceList list, Meter meter, long bound) =>
        !Equals(PriceOf(list, meter, bound), PriceOf(list, meter, (Rational)bound + Rational.One));

    // A level that has no price for a meter on either side of the bound leaves it to the standard one.
    private static bool SaysPriceAt(PriceList level, Meter meter, long bound)
    {
        var above = (Rational)bound + Rational.One;
        return level.ContextOf(above) is { } context && (context.IsUnpriced || (context.Above == bound && PriceOf(context.Tokens, context.Charges, meter) is not null))
            || (PriceOf(level, meter, bound) is null && PriceOf(level, meter, above) is null);
    }

    private static object? PriceOf(PriceList list, Meter meter, Rational input) => list.ContextOf(input) is not { } context
        ? PriceOf(list.Tokens, list.Charges, meter)
        : context.IsUnpriced ? null
        : PriceOf(context.Tokens, context.Charges, meter) ?? PriceOf(list.Tokens, list.Charges, meter);

    // A number, or a charge with what it is for and its bands.
    private static object? PriceOf(TokenPrices tokens, EquatableArray<Charge> charges, Meter meter) =>
        tokens.Of(meter) is { } price ? price : charges.FirstOrDefault(charge => charge.Meter == meter);

    private static IEnumerable<Meter> MetersOf(TokenPrices tokens, EquatableArray<Charge> charges) =>
        tokens.Meters.Select(price => price.Meter).Concat(charges.Select(charge => charge.Meter));

    private static void CheckList(PriceList list, Model model, CardPath path, ProblemList problems)
    {
        MoneyChecks.CheckPrices(list.Tokens, model.Per, model.Id, path, problems);
        CheckCharges(list.Charges, model, path.Property("charges"), problems);
        for (var i = 0; i < list.Contexts.Count; i++)
        {
            var tier = list.Contexts[i];
            var place = path.Property("contexts").Item(i);
            if (i > 0 && tier.Above <= list.Contexts[i - 1].Above)
            {
                problems.Add(
                    Rules.ContextsNotAscending, place.Property("above"), TokenCount.TextOf(tier.Above), TokenCount.TextOf(list.Contexts[i - 1].Above));
            }

            MoneyChecks.CheckPrices(tier.Tokens, model.Per, model.Id, place, problems);
            CheckCharges(tier.Charges, model, place.Property("charges"), problems);
        }
    }

    private static void CheckCharges(EquatableArray<Charge> charges, Model model, CardPath path, ProblemList problems)
    {
        foreach (var charge in charges)
        {
            var place = path.Property(Meters.NameOf(charge.Meter));
            var (name, otherwise) = ($"{Meters.NameOf(charge.Meter)} of {model.Id}", MoneyChecks.LeaveOut(charge.Meter));
            if (charge.Price is { } price)
            {
                MoneyChecks.CheckPrice(price, Bought.By(charge), name, otherwise, place.Property("price"), problems);
                continue;
            }

            TierChecks.Check(charge, place, problems);
            for (var i = 0; i < charge.Bands.Count; i++)
            {
                var band = place.Property("bands").Item(i).Property("price");
                MoneyChecks.CheckPrice(charge.Bands[i].Price, Bought.By(charge), name, otherwise, band, problems);
            }
        }
    }

    // One region may be known in several cases, as a model may, but not at several prices.
    private static void CheckNames(EquatableArray<RegionFactor> regions, CardPath path, ProblemList problems)
    {
        var firsts = new Dictionary<string, RegionFactor>(StringComparer.OrdinalIgnoreCase);
        foreach (var region in regions)
        {
            if (!firsts.TryGetValue(region.Name, out var first))
            {
                firsts.Add(region.Name, region);
            }
            else if (first.Factor != region.Factor)
            {
                problems.AddAtName(Rules.IdsDifferByCase, path.Property(region.Name), first.Name, region.Name);
            }
        }
    }

    private static bool CheckFactor(Rational factor, CardPath path, ProblemList problems)
    {
        if (factor.Sign > 0 && factor <= MostTimes)
        {
            return true;
        }

        problems.Add(Rules.FactorOutOfRange, path, factor.ToString());
        return false;
    }

    private static void CheckMultiplied(PriceTerms terms, Model model, Rational factor, CardPath path, ProblemList problems)
    {
        foreach (var (price, bought) in PricesOf(terms, model).Distinct())
        {
            MoneyChecks.CheckMultiple(price, bought, factor, path, problems);
        }
    }

    // A region multiplies what a level has multiplied before.
    private static void CheckBoth(PriceTerms terms, Model model, CardPath path, ProblemList problems)
    {
        foreach (var region in terms.Regions)
        {
            foreach (var factor in terms.Levels.Select(level => level.Factor).OfType<Rational>())
            {
                CheckMultiplied(terms, model, factor * region.Factor, path.Property("regions").Property(region.Name), problems);
            }
        }
    }

    private static IEnumerable<(Rational Price, Bought Bought)> PricesOf(PriceTerms terms, Model model)
    {
        var lists = terms.Windows.Select(window => window.Prices).Concat(terms.Levels.Select(level => level.Prices).OfType<PriceList>());
        foreach (var list in lists)
        {
            var tokens = list.Contexts.Select(context => context.Tokens).Prepend(list.Tokens).SelectMany(prices => prices.Meters);
            var charges = list.Contexts.SelectMany(context => context.Charges).Concat(list.Charges);
            foreach (var token in tokens)
            {
                yield return (token.Price, Bought.Of(model.Per));
            }

            foreach (var charge in charges)
            {
                foreach (var price in charge.Bands.Select(band => band.Price).Concat(charge.Price is { } flat ? [flat] : []))
                {
                    yield return (price, Bought.By(charge));
                }
            }
        }
    }
}
