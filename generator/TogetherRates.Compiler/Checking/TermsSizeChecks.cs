using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 1, prices on terms: all that a price depends on multiplies, and is counted before anything is made of it.</summary>
internal static class TermsSizeChecks
{
    /// <summary>Checks that the prices of a card can be written out.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>Whether they can.</returns>
    public static bool Check(Card card, ProblemList problems)
    {
        var all = 0L;
        var numbers = 0;
        var isFine = true;
        foreach (var section in card.TokenSections)
        {
            foreach (var model in section.Models)
            {
                if (!Add(model))
                {
                    Report(model, CardPlaces.ModelsOf(section).Property(model.Id));
                }

                foreach (var variant in model.Variants)
                {
                    if (!Add(variant.Model))
                    {
                        Report(variant.Model, CardPlaces.VariantsOf(CardPlaces.ModelsOf(section).Property(model.Id)).Property(variant.Label));
                    }
                }
            }
        }

        if (isFine && all > Limits.CardPrices)
        {
            problems.Add(Rules.TooLarge, CardPath.Root, TooMany("all models of the card", Limits.CardPrices, "split it by provider"));
            isFine = false;
        }

        return isFine && (numbers <= Limits.PriceNumbers || CheckNumbers(card, problems));

        bool Add(Model model)
        {
            var prices = model.Price is ModelPrice.OnTerms { Terms: var terms } ? PricesOf(terms) : 0;
            all += prices;
            numbers += NumbersOf(model);
            return prices <= Limits.Prices;
        }

        void Report(Model model, CardPath path)
        {
            problems.AddAtName(Rules.TooLarge, path, TooMany($"'{model.Id}'", Limits.Prices, "price fewer of its charges by bands, or split it"));
            isFine = false;
        }
    }

    // Models that cost the same share their numbers, so few cards of many models need many.
    private static bool CheckNumbers(Card card, ProblemList problems)
    {
        var numbers = CardIds.PricedModels(card).Select(priced => priced.Model).Distinct(new SamePrice()).Sum(NumbersOf);
        if (numbers > Limits.PriceNumbers)
        {
            problems.Add(
                Rules.TooLarge,
                CardPath.Root,
                $"the models of the card have {numbers} different prices at all lengths of context and at most {Limits.PriceNumbers} are allowed; split it by provider");
        }

        return numbers <= Limits.PriceNumbers;
    }

    private static int NumbersOf(Model model) => model.Price is ModelPrice.OnTerms { Terms: var terms } ? terms.Windows[0].Prices.Contexts.Count + 1 : 1;

    /// <summary>How many prices a model has: one wherever a request can differ in its level, region, time, context or bands.</summary>
    /// <param name="terms">Its terms.</param>
    /// <returns>No fewer than are written out; of too many, only that they are.</returns>
    public static long PricesOf(PriceTerms terms)
    {
        var dates = terms.HasDates ? terms.Dates() : null;
        var prices = 0L;
        foreach (var window in terms.Windows)
        {
            var stretches = StretchesOf(window, dates) * (terms.Regions.Count + 1);
            prices += stretches * PricesOf(window, level: null);
            for (var i = 0; i < terms.Levels.Count && prices <= Limits.Prices; i++)
            {
                prices += stretches * PricesOf(window, terms.Levels[i]);
            }

            if (prices > Limits.Prices)
            {
                return Limits.Prices + 1;
            }
        }

        return prices;
    }

    private static long PricesOf(TermsWindow window, LevelPrices? level)
    {
        var prices = PricesOf(PriceTerms.BandedOf(window, level, 0));
        foreach (var context in PriceTerms.ContextsOf(window, level))
        {
            prices = Math.Min(prices + PricesOf(PriceTerms.BandedOf(window, level, context.Shortest)), Limits.Prices + 1);
        }

        return prices;
    }

    private static long PricesOf(IReadOnlyList<Charge> banded)
    {
        var prices = 1L;
        foreach (var charge in banded)
        {
            prices = Math.Min(prices * (charge.Bands.Count + (charge.AboveIsUnpriced ? 1 : 0)), Limits.Prices + 1);
        }

        return prices;
    }

    // How often a window opens between two dates and in a week: on each of its days, and once more where it goes on past the end of the week.
    private static long StretchesOf(TermsWindow window, DateTime[]? dates)
    {
        var aWeek = window.Hours.IsAlways ? 1L : window.Hours.Starts().Count() + 1;
        if (dates is null)
        {
            return aWeek;
        }

        var first = window.Since is { } since ? Array.BinarySearch(dates, since) + 1 : 0;
        var end = window.Before is { } before ? Array.BinarySearch(dates, before) + 1 : dates.Length + 1;
        return Math.Max(end - first, 0) * aWeek;
    }

    private static string TooMany(string owner, int most, string advice) =>
        $"the service levels, regions, windows, contexts and bands of {owner} combine to more than {most} prices, and no more are allowed; {advice}";
}
