using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>
/// Writes what many models cost on terms: their prices as rows of constant data, and one arm of a switch for all models that choose among their
/// rows alike. A switch with an arm for each model took the compiler a second and a half more for a public list of 2,764 models.
/// </summary>
internal static class TermsRowsEmitter
{
    private const int NumbersPerLine = 24;

    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        var keys = source.Keys;
        var (conditions, arguments) = (source.ConditionParameters, source.ConditionArguments);
        var (text, other) = (new List<PricedModel>(), new List<PricedModel>());
        foreach (var priced in keys.OnTerms)
        {
            (keys.RowsOf(priced).IsText ? text : other).Add(priced);
        }

        writer.Lines(
            $$"""
            private static {{Global.Rates}} RatesOf(ModelId model, {{Global.Level}} level{{conditions}}, long input)
            {
                var price = PriceOf(model);
                return price <= {{Literal.Integer(keys.LastPlain)}} ? RatesOf(model, level{{source.TimeArgument}}) : RatesOnTerms(price, level{{arguments}}, input);
            }

            private static ref readonly {{Global.Rates}} RatesOnTerms(int price, {{Global.Level}} level{{conditions}}, long input) =>
            """);
        var otherwise = $"ref {Global.Rates}.At(TermsRows.Rates, RowAt(price, RowOf(price, level{arguments}, input)));";
        if (keys.LastRow > keys.LastPlain)
        {
            writer.Line($"    ref price <= {Literal.Integer(keys.LastRow)} && level == {Global.Level}.Standard");
            writer.Line($"        ? ref {Global.Rates}.At(PriceRows.Standard, price, input)");
            writer.Line("        : " + otherwise);
        }
        else
        {
            writer.Line("    " + otherwise);
        }

        writer.Line();
        writer.Line("// Which row of a price holds, from 1; 0 where none does.");
        EmitRules(writer, source, "RowOf", $"int price, {Global.Level} level{conditions}, long input", text);
        if (source.HasUsageTerms)
        {
            writer.Lines(
                $$"""
                private static {{Global.UsageRates}} UsageRatesOf(ModelId model, in {{Global.AnyUsage}} usage, {{Global.Level}} level{{conditions}})
                {
                    var price = PriceOf(model);
                    var row = RowAt(price, UsageRowOf(price, usage, level{{arguments}}));
                    var start = TermsRows.UsageStarts[row];
                    return new(new {{Global.Numbers}}(TermsRows.UsagePrices, start, TermsRows.UsageStarts[row + 1] - start));
                }

                """);
            EmitRules(writer, source, "UsageRowOf", $"int price, in {Global.AnyUsage} usage, {Global.Level} level{conditions}", other);
        }

        writer.Line("// Where the rows of a price are among all of them, of which the first prices nothing.");
        writer.Line($"private static int RowAt(int price, int row) => row == 0 ? 0 : TermsRows.Before[price - {Literal.Integer(keys.LastPlain + 1)}] + row;");
        writer.Line();
        EmitRows(writer, source, text, other);
        EmitWords(writer, source);
    }

    private static void EmitRules(SourceWriter writer, CardSource source, string name, string parameters, List<PricedModel> models)
    {
        // What isn't of this kind has no row of it, be it less or more.
        var before = models.Count == 0 ? 0 : source.Keys.NumberOf(models[0]) - 1;
        Action[] others = before == 0 ? [] : [() => writer.Line($"<= {Literal.Integer(before)} => {TermsRows.None},")];
        var arms = Arms(writer, source, models, rows => rows.Rule);
        SwitchEmitter.Emit(writer, "int", name, parameters, "price", [.. others, .. arms], TermsRows.None);
    }

    private static void EmitWords(SourceWriter writer, CardSource source) => SwitchEmitter.Emit(
        writer,
        TermsEmitter.Words,
        "TermsOf",
        $"ModelId model, {Global.Level} level{source.ConditionParameters}, long input",
        source.Keys.OfModel,
        [
            () => writer.Line($"<= {Literal.Integer(source.Keys.LastPlain)} => TermsOf(model, level{source.TimeArgument}),"),
            .. Arms(writer, source, source.Keys.OnTerms, rows => rows.Words),
        ],
        "default");

    // An arm for each stretch of numbers that stand for the same decision.
    private static IEnumerable<Action> Arms(SourceWriter writer, CardSource source, IReadOnlyList<PricedModel> models, Func<TermsRows, Decision> decisionOf)
    {
        for (var i = 0; i < models.Count; i++)
        {
            var decision = decisionOf(source.Keys.RowsOf(models[i]));
            if (i + 1 == models.Count || !decisionOf(source.Keys.RowsOf(models[i + 1])).Equals(decision))
            {
                var pattern = "<= " + Literal.Integer(source.Keys.NumberOf(models[i]));
                yield return () => decision.Write(writer, pattern);
            }
        }
    }

    private static void EmitRows(SourceWriter writer, CardSource source, List<PricedModel> text, List<PricedModel> other)
    {
        writer.Open("private static class TermsRows");
        RateRowsEmitter.EmitLimits(writer);
        writer.Line("// For each number of a price, how many rows there are before its own.");
        ArrayEmitter.Emit(writer, "int", "Before", [.. Before(source, text), .. Before(source, other)], NumbersPerLine);
        writer.Line();
        RateRowsEmitter.EmitRows(writer, "Rates", () => ForEachRow(source, text, (prices, words) => RateRowsEmitter.WriteRow(writer, new TokenRow(prices), words)));
        if (other.Count > 0)
        {
            writer.Line();
            writer.Line("// Where each row of the prices below starts, and where the last one ends.");
            ArrayEmitter.Emit(writer, "int", "UsageStarts", Starts(source, other), NumbersPerLine);
            writer.Line();
            writer.Line("// Three numbers for each meter: the meter, its quanta per unit, and how many units its published price buys.");
            writer.Open("public static readonly long[] UsagePrices =");
            ForEachRow(
                source,
                other,
                (prices, words) => writer.Line($"{string.Join(", ", prices.Select(TermsEmitter.UsageRow))},{(words is null ? string.Empty : " // " + words)}"));

            writer.Close(";");
        }

        writer.Close();
        writer.Line();
    }

    private static IEnumerable<string> Before(CardSource source, List<PricedModel> models)
    {
        var before = 0;
        foreach (var priced in models)
        {
            for (var i = 0; i < source.Keys.NumbersOf(priced); i++)
            {
                yield return Literal.Integer(before);
            }

            before += source.Keys.RowsOf(priced).Rows.Count;
        }
    }

    private static List<string> Starts(CardSource source, List<PricedModel> models)
    {
        var end = 0;
        var starts = new List<string> { "0", "0" };
        foreach (var prices in models.SelectMany(priced => source.Keys.RowsOf(priced).Rows))
        {
            end += 3 * prices.Count;
            starts.Add(Literal.Integer(end));
        }

        return starts;
    }

    // The rows of all models; the first of each has its price in words.
    private static void ForEachRow(CardSource source, List<PricedModel> models, Action<IReadOnlyList<UnitPrice>, string?> write)
    {
        foreach (var priced in models)
        {
            var words = source.Prices.Of(priced.Model, source.Card);
            foreach (var prices in source.Keys.RowsOf(priced).Rows)
            {
                write(prices, words);
                words = null;
            }
        }
    }
}
