using System.Globalization;
using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes what models cost whose price depends on more than their tokens: time, service level, region, context length, other meters.</summary>
internal static class TermsEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        if (source.OnTerms.Count == 0)
        {
            return;
        }

        var conditions = source.ConditionParameters;
        writer.Line("// The rates of a request: of models whose price depends on its length, its time, its level or its region.");
        EmitSwitch(Global.Rates, "RatesOf", $"ModelId model, {Global.Level} level{conditions}, long input", IsText, ArmOfText, $"RatesOf(model, level{source.TimeArgument})");

        if (source.HasUsageTerms)
        {
            // Equal rows stand there once. They are fields: a span of constants costs an allocation where code isn't optimized.
            var rows = new Dictionary<string, int>(StringComparer.Ordinal);
            EmitSwitch(
                Global.UsageRates,
                "UsageRatesOf",
                $"ModelId model, in {Global.AnyUsage} usage, {Global.Level} level{conditions}",
                priced => !IsText(priced),
                priced => Decide(priced, prices => $"new(UsageRows.Row{IndexOf(string.Join(", ", prices.Select(Row)), rows)})"),
                "default");
            EmitRows(writer, rows);
        }

        EmitTerms(writer, source);
        if (source.OnTerms.Any(priced => TermsOf(priced).Windows.Any(window => window.Since is not null || window.Before is not null)))
        {
            writer.Line("// The instant in UTC; negative when no time is given.");
            writer.Line($"private static long TicksOf({Global.DateTimeOffset}? time) => time?.UtcTicks ?? -1;");
            writer.Line();
        }

        static Decision ArmOfText(PricedModel priced) => Decide(priced, prices => "new(" + string.Join(", ", prices.Select(Argument)) + ")");

        void EmitSwitch(string type, string name, string parameters, Func<PricedModel, bool> isIn, Func<PricedModel, Decision> decide, string otherwise)
        {
            var arms = source.Keys.OnTerms.Where(isIn).Select(priced => (Action)(() =>
            {
                writer.Line("// " + source.Prices.Of(priced.Model, source.Card));
                decide(priced).Write(writer, source.Keys.PatternOf(priced));
            }));
            SwitchEmitter.Emit(writer, type, name, parameters, source.Keys.OfModel, [.. arms], otherwise);
        }
    }

    /// <summary>Whether a model on terms prices the tokens of texts and nothing else.</summary>
    /// <param name="priced">The model.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsText(PricedModel priced) => Lists(TermsOf(priced)).All(list =>
        list.Charges.Count == 0 && list.Contexts.All(context => context.Charges.Count == 0)
        && list.Contexts.Select(context => context.Tokens).Prepend(list.Tokens).All(tokens => tokens.Meters.All(price => Meters.Text.Contains(price.Meter))));

    private static void EmitTerms(SourceWriter writer, CardSource source)
    {
        var arms = source.Keys.OnTerms.Select(priced => (Action)(() =>
        {
            var terms = TermsOf(priced);
            var per = Literal.Integer(priced.Model.Per.Quantity);
            ByLevel(terms, (level, region) => ByTime(terms, window => ByContext(window, level, "input", input =>
            {
                var tier = string.Join(", ", Interpreter.TierOf(window, level, input));
                var discount = string.Join(", ", new object?[] { level, region }.Where(part => part is not null));
                return new Decision.Value($"({per}, {Text(tier)}, {Text(discount)})");
            }))).Write(writer, source.Keys.PatternOf(priced));
        }));
        SwitchEmitter.Emit(
            writer,
            "(long Per, string? Tier, string? Discount)",
            "TermsOf",
            $"ModelId model, {Global.Level} level{source.ConditionParameters}, long input",
            source.Keys.OfModel,
            [.. arms],
            $"TermsOf(model, level{source.TimeArgument})");

        static string Text(string text) => text.Length == 0 ? "null" : Literal.String(text);
    }

    private static Decision Decide(PricedModel priced, Func<IReadOnlyList<UnitPrice>, string> write)
    {
        var terms = TermsOf(priced);
        var input = IsText(priced) ? "input" : $"usage[{Global.Meter}.Input]";
        return ByLevel(terms, (level, region) => ByTime(terms, window => ByContext(window, level, input, tokens => ByBands(
            ChargesOf(window, level, tokens),
            [],
            bands =>
            {
                var prices = PriceTerms.Resolve(priced.Model.Per, window, level, region, tokens, charge => bands.TryGetValue(charge, out var price) ? price : charge.Price);
                return new Decision.Value(prices is null or { Count: 0 } ? "default" : write(prices));
            }))));
    }

    private static Decision ByLevel(PriceTerms terms, Func<LevelPrices?, RegionFactor?, Decision> then)
    {
        List<Decision.Arm> arms = [new($"{Global.Level}.Standard", ByRegion(null))];
        arms.AddRange(terms.Levels.Select(level => new Decision.Arm($"{Global.Level}.{level.Level}", ByRegion(level))));
        arms.Add(new("_", new Decision.Value("default")));
        return Decision.Of("level", arms);

        Decision ByRegion(LevelPrices? level)
        {
            if (terms.Regions.Count == 0)
            {
                return then(level, null);
            }

            List<Decision.Arm> regions = [new("null", then(level, null))];
            regions.AddRange(terms.Regions.Select(region => new Decision.Arm(Literal.String(region.Name), then(level, region))));
            regions.Add(new("_", new Decision.Value("default")));
            return Decision.Of("region", regions);
        }
    }

    private static Decision ByTime(PriceTerms terms, Func<TermsWindow, Decision> then)
    {
        if (!terms.IsTimed)
        {
            return then(terms.Windows[0]);
        }

        var dates = terms.Windows.SelectMany(window => new[] { window.Since, window.Before }).OfType<DateTime>().Distinct().OrderBy(date => date).ToList();
        var arms = dates
            .Select((date, i) => new Decision.Arm("< " + Literal.Integer(date.Ticks), ByHours(i == 0 ? DateTime.MinValue : dates[i - 1]), "before " + CardDate.TextOf(date)))
            .Append(new("_", ByHours(dates.Count == 0 ? DateTime.MinValue : dates[dates.Count - 1])));
        return dates.Count == 0
            ? ByHours(DateTime.MinValue)
            : Decision.Of("TicksOf(time)", [new("< 0", new Decision.Value("default"), "no time is given"), .. arms]);

        Decision ByHours(DateTime since)
        {
            var open = terms.Windows.Where(window => !(window.Since > since) && !(window.Before <= since)).ToList();
            if (open.Count == 0 || open[0].Hours.IsAlways)
            {
                return open.Count == 0 ? new Decision.Value("default") : then(open[0]);
            }

            return Decision.Of("MinuteOf(time)", [.. MinutesOf(open, then)]);
        }
    }

    private static IEnumerable<Decision.Arm> MinutesOf(List<TermsWindow> open, Func<TermsWindow, Decision> then)
    {
        yield return new("< 0", new Decision.Value("default"), "no time is given");
        for (var start = 0; start < PriceWindow.MinutesPerWeek;)
        {
            var window = open.First(candidate => candidate.Hours.Contains(start));
            var end = start + 1;
            while (end < PriceWindow.MinutesPerWeek && window.Hours.Contains(end))
            {
                end++;
            }

            yield return new(end == PriceWindow.MinutesPerWeek ? "_" : "< " + Literal.Integer(end), then(window), window.Hours.ToString());
            start = end;
        }
    }

    private static Decision ByContext(TermsWindow window, LevelPrices? level, string subject, Func<BigInteger, Decision> then)
    {
        var bounds = window.Prices.Contexts.Concat(level?.Prices?.Contexts ?? default).Select(context => context.Above).Distinct().OrderByDescending(bound => bound);
        return Decision.Of(subject, [.. bounds.Select(bound => new Decision.Arm("> " + Literal.Integer(bound), then(new BigInteger(bound) + 1))), new("_", then(0))]);
    }

    private static Decision ByBands(IReadOnlyList<Charge> banded, Dictionary<Charge, Rational?> chosen, Func<Dictionary<Charge, Rational?>, Decision> then)
    {
        if (banded.Count == 0)
        {
            return then(chosen);
        }

        var charge = banded[0];
        Charge[] rest = [.. banded.Skip(1)];
        var arms = charge.Bands.Select(band => new Decision.Arm(
            band.UpTo is { } upTo ? "<= " + Literal.Integer(upTo) : "_",
            ByBands(rest, new Dictionary<Charge, Rational?>(chosen) { [charge] = band.Price }, then)));
        return Decision.Of(
            $"usage[{Global.Meter}.{charge.By}]",
            [.. arms, .. charge.AboveIsUnpriced ? new[] { new Decision.Arm("_", ByBands(rest, new Dictionary<Charge, Rational?>(chosen) { [charge] = null }, then)) } : []]);
    }

    private static IReadOnlyList<Charge> ChargesOf(TermsWindow window, LevelPrices? level, BigInteger input)
    {
        var lists = level?.Prices is { } own ? new[] { window.Prices, own } : [window.Prices];
        return [.. lists.SelectMany(list => list.Charges.Concat(list.ContextOf(input)?.Charges ?? default)).Where(charge => charge.Price is null).Distinct()];
    }

    private static IEnumerable<PriceList> Lists(PriceTerms terms) =>
        terms.Windows.Select(window => window.Prices).Concat(terms.Levels.Select(level => level.Prices).OfType<PriceList>());

    private static PriceTerms TermsOf(PricedModel priced) => ((ModelPrice.OnTerms)priced.Model.Price!).Terms;

    private static string IndexOf(string row, Dictionary<string, int> rows)
    {
        if (!rows.TryGetValue(row, out var index))
        {
            index = rows.Count;
            rows.Add(row, index);
        }

        return index.ToString(CultureInfo.InvariantCulture);
    }

    private static void EmitRows(SourceWriter writer, Dictionary<string, int> rows)
    {
        writer.Line("// Three numbers for each meter: the meter, its quanta per unit, and how many units its published price buys.");
        writer.Open("private static class UsageRows");
        foreach (var row in rows.OrderBy(row => row.Value))
        {
            writer.Line($"public static readonly long[] Row{row.Value.ToString(CultureInfo.InvariantCulture)} = [{row.Key}];");
        }

        writer.Close();
        writer.Line();
    }

    private static string Argument(UnitPrice price) => Meters.NameOf(price.Meter) + ": " + Literal.Integer(Quanta.Rate(price.Price, price.Per));

    private static string Row(UnitPrice price) => string.Join(
        ", ",
        ((int)price.Meter).ToString(CultureInfo.InvariantCulture),
        Literal.Integer(Quanta.Rate(price.Price, price.Per)),
        Literal.Integer(price.Per));
}
