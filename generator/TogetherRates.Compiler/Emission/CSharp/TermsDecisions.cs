using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>What decides on the prices of a model whose price depends on more than its tokens: level, region, time, context length, quantities.</summary>
internal static class TermsDecisions
{
    /// <summary>Whether a model on terms prices the tokens of texts and nothing else.</summary>
    /// <param name="priced">The model.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsText(PricedModel priced)
    {
        var terms = TermsOf(priced);
        return terms.Windows.All(static window => IsText(window.Prices)) && terms.Levels.All(static level => level.Prices is null || IsText(level.Prices));
    }

    /// <summary>Whether a model's price changes at an instant, not only with the hours of the week.</summary>
    /// <param name="priced">The model.</param>
    /// <returns>Whether it does.</returns>
    public static bool HasDates(PricedModel priced) => TermsOf(priced).HasDates;

    /// <summary>What a model's tokens cost at the standard level, where nothing but the length of the context decides on it.</summary>
    /// <param name="priced">The model.</param>
    /// <returns>A row for each length, the shortest first; null where a time or a region decides, or rows can't say it.</returns>
    public static IReadOnlyList<TokenRow>? StandardOf(PricedModel priced)
    {
        var terms = TermsOf(priced);
        if (terms.IsTimed || terms.Regions.Count > 0 || !IsText(priced))
        {
            return null;
        }

        var contexts = terms.Windows[0].Prices.Contexts;
        var rows = new TokenRow[contexts.Count + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            var shortest = i == 0 ? 0 : (Rational)contexts[i - 1].Above + 1;
            var prices = PriceTerms.Resolve(priced.Model.Per, terms.Windows[0], level: null, region: null, shortest, charge => charge.Price);
            rows[i] = new TokenRow(prices ?? [], i < contexts.Count ? contexts[i].Above : null);
        }

        return Array.TrueForAll(rows, row => row.MostInput is null || row.LeadsOn) ? rows : null;
    }

    /// <summary>Which prices hold.</summary>
    /// <param name="priced">The model.</param>
    /// <param name="none">What stands for no price.</param>
    /// <param name="write">What stands for a list of prices.</param>
    /// <param name="withStandard">Whether the standard level is among what decides.</param>
    /// <returns>The decision.</returns>
    public static Decision OnPrices(PricedModel priced, string none, Func<IReadOnlyList<UnitPrice>, string> write, bool withStandard = true)
    {
        var terms = TermsOf(priced);
        var input = IsText(priced) ? "input" : $"usage[{Global.Meter}.Input]";
        return ByLevel(terms, none, withStandard, (level, region) => ByTime(terms, none, window => ByContext(window, level, input, tokens => ByBands(
            PriceTerms.BandedOf(window, level, tokens),
            [],
            bands =>
            {
                var prices = PriceTerms.Resolve(priced.Model.Per, window, level, region, tokens, charge => bands.TryGetValue(charge, out var band) ? band?.Price : charge.Price);
                return new Decision.Value(prices is null or { Count: 0 } ? none : write(prices));
            }))));
    }

    /// <summary>What a quote says beside the amounts: what a price buys, what decided on it, and what was taken off.</summary>
    /// <param name="priced">The model.</param>
    /// <returns>The decision.</returns>
    public static Decision OnWords(PricedModel priced)
    {
        var terms = TermsOf(priced);
        var per = Literal.Integer(priced.Model.Per.Quantity);
        return ByLevel(terms, "default", withStandard: true, (level, region) => ByTime(terms, "default", window => ByContext(window, level, "input", input =>
        {
            var tier = string.Join(", ", Interpreter.TierOf(window, level, input));
            var discount = string.Join(", ", new object?[] { level, region }.Where(part => part is not null));
            return new Decision.Value($"({per}, {Text(tier)}, {Text(discount)})");
        })));

        static string Text(string text) => text.Length == 0 ? "null" : Literal.String(text);
    }

    private static Decision ByLevel(PriceTerms terms, string none, bool withStandard, Func<LevelPrices?, RegionFactor?, Decision> then)
    {
        List<Decision.Arm> arms = [];
        if (withStandard)
        {
            arms.Add(new($"{Global.Level}.Standard", ByRegion(null)));
        }

        foreach (var level in terms.Levels)
        {
            arms.Add(new($"{Global.Level}.{level.Level}", ByRegion(level)));
        }

        arms.Add(new("_", new Decision.Value(none)));
        return Decision.Of("level", arms);

        Decision ByRegion(LevelPrices? level)
        {
            if (terms.Regions.Count == 0)
            {
                return then(level, null);
            }

            List<Decision.Arm> regions = [new("null", then(level, null))];
            foreach (var region in terms.Regions)
            {
                regions.Add(new(Literal.String(region.Name), then(level, region)));
            }

            regions.Add(new("_", new Decision.Value(none)));
            return Decision.Of("region", regions);
        }
    }

    private static Decision ByTime(PriceTerms terms, string none, Func<TermsWindow, Decision> then) =>
        terms.IsTimed ? ByDates(terms, none, then) : then(terms.Windows[0]);

    private static Decision ByDates(PriceTerms terms, string none, Func<TermsWindow, Decision> then)
    {
        var dates = terms.Dates();
        var arms = dates
            .Select((date, i) => new Decision.Arm("< " + Literal.Integer(date.Ticks), ByHours(i == 0 ? DateTime.MinValue : dates[i - 1]), "before " + CardDate.TextOf(date)))
            .Append(new("_", ByHours(dates.Length == 0 ? DateTime.MinValue : dates[dates.Length - 1])));
        return !terms.HasDates
            ? ByHours(DateTime.MinValue)
            : Decision.Of("TicksOf(time)", [new("< 0", new Decision.Value(none), "no time is given"), .. arms]);

        Decision ByHours(DateTime since)
        {
            var open = terms.Windows.Where(window => !(window.Since > since) && !(window.Before <= since)).ToList();
            if (open.Count == 0 || open[0].Hours.IsAlways)
            {
                return open.Count == 0 ? new Decision.Value(none) : then(open[0]);
            }

            return Decision.Of("MinuteOf(time)", [.. MinutesOf(open, none, then)]);
        }
    }

    private static IEnumerable<Decision.Arm> MinutesOf(List<TermsWindow> open, string none, Func<TermsWindow, Decision> then)
    {
        yield return new("< 0", new Decision.Value(none), "no time is given");
        for (var start = 0; start < PriceWindow.MinutesPerWeek;)
        {
            // Where the card isn't in force, its windows need not tile the week.
            var window = open.Find(candidate => candidate.Hours.Contains(start));
            var end = start + 1;
            while (end < PriceWindow.MinutesPerWeek && (window is null ? !open.Exists(candidate => candidate.Hours.Contains(end)) : window.Hours.Contains(end)))
            {
                end++;
            }

            yield return new(
                end == PriceWindow.MinutesPerWeek ? "_" : "< " + Literal.Integer(end),
                window is null ? new Decision.Value(none) : then(window),
                window?.Hours.ToString());
            start = end;
        }
    }

    private static Decision ByContext(TermsWindow window, LevelPrices? level, string subject, Func<Rational, Decision> then)
    {
        var arms = new List<Decision.Arm>();
        foreach (var context in PriceTerms.ContextsOf(window, level))
        {
            arms.Add(new("> " + Literal.Integer(context.Above), then(context.Shortest)));
        }

        arms.Add(new("_", then(0)));
        return Decision.Of(subject, arms);
    }

    private static Decision ByBands(IReadOnlyList<Charge> banded, Dictionary<Charge, ChargeBand?> chosen, Func<Dictionary<Charge, ChargeBand?>, Decision> then)
    {
        if (banded.Count == 0)
        {
            return then(chosen);
        }

        var charge = banded[0];
        Charge[] rest = [.. banded.Skip(1)];
        var arms = charge.Bands.Select(band => new Decision.Arm(
            band.UpTo is { } upTo ? "<= " + Literal.Integer(upTo) : "_",
            ByBands(rest, new Dictionary<Charge, ChargeBand?>(chosen) { [charge] = band }, then)));
        return Decision.Of(
            $"usage[{Global.Meter}.{charge.By}]",
            [.. arms, .. charge.AboveIsUnpriced ? new[] { new Decision.Arm("_", ByBands(rest, new Dictionary<Charge, ChargeBand?>(chosen) { [charge] = null }, then)) } : []]);
    }

    private static bool IsText(PriceList list) =>
        list.Charges.Count == 0 && list.Tokens.IsOfText && list.Contexts.All(static context => context.Charges.Count == 0 && context.Tokens.IsOfText);

    private static PriceTerms TermsOf(PricedModel priced) => ((ModelPrice.OnTerms)priced.Model.Price!).Terms;
}
