using System.Globalization;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes what models cost whose price depends on more than their tokens: time, service level, region, context length, other meters.</summary>
internal static class TermsEmitter
{
    /// <summary>What a quote says beside the amounts.</summary>
    public const string Words = "(long Per, string? Tier, string? Discount)";

    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        if (source.OnTerms.Count == 0)
        {
            return;
        }

        writer.Line("// The rates of a request: of models whose price depends on its length, its time, its level or its region.");
        if (source.Keys.AreShared)
        {
            TermsRowsEmitter.Emit(writer, source);
        }
        else
        {
            EmitSwitches(writer, source);
        }

        if (source.OnTerms.Any(TermsDecisions.HasDates))
        {
            writer.Line("// The instant in UTC; negative when no time is given.");
            writer.Line($"private static long TicksOf({Global.DateTimeOffset}? time) => time?.UtcTicks ?? -1;");
            writer.Line();
        }
    }

    /// <summary>A price as the runtime's <c>UsageRates</c> reads it.</summary>
    /// <param name="price">The price.</param>
    /// <returns>Three numbers.</returns>
    public static string UsageRow(UnitPrice price) => string.Join(
        ", ",
        ((int)price.Meter).ToString(CultureInfo.InvariantCulture),
        Literal.Integer(Quanta.Rate(price.Price, price.Per)),
        Literal.Integer(price.Per));

    private static void EmitSwitches(SourceWriter writer, CardSource source)
    {
        var conditions = source.ConditionParameters;
        EmitSwitch(
            Global.Rates,
            "RatesOf",
            $"ModelId model, {Global.Level} level{conditions}, long input",
            source.OnTerms.Where(TermsDecisions.IsText),
            priced => TermsDecisions.OnPrices(priced, "default", prices => "new(" + string.Join(", ", prices.Select(Argument)) + ")"),
            $"RatesOf(model, level{source.TimeArgument})");
        if (source.HasUsageTerms)
        {
            // Equal rows stand there once. They are fields: a span of constants costs an allocation where code isn't optimized.
            var rows = new List<string>();
            EmitSwitch(
                Global.UsageRates,
                "UsageRatesOf",
                $"ModelId model, in {Global.AnyUsage} usage, {Global.Level} level{conditions}",
                source.OnTerms.Where(priced => !TermsDecisions.IsText(priced)),
                priced => TermsDecisions.OnPrices(priced, "default", prices => $"new(UsageRows.Row{IndexOf(string.Join(", ", prices.Select(UsageRow)), rows)})"),
                "default");
            EmitRows(writer, rows);
        }

        var words = source.OnTerms.Select(priced => (Action)(() => TermsDecisions.OnWords(priced).Write(writer, source.Keys.PatternOf(priced))));
        SwitchEmitter.Emit(
            writer, Words, "TermsOf", $"ModelId model, {Global.Level} level{conditions}, long input", "model", [.. words], $"TermsOf(model, level{source.TimeArgument})");

        void EmitSwitch(string type, string name, string parameters, IEnumerable<PricedModel> models, Func<PricedModel, Decision> decide, string otherwise)
        {
            var arms = models.Select(priced => (Action)(() =>
            {
                writer.Line("// " + source.Prices.Of(priced.Model, source.Card));
                decide(priced).Write(writer, source.Keys.PatternOf(priced));
            }));
            SwitchEmitter.Emit(writer, type, name, parameters, "model", [.. arms], otherwise);
        }
    }

    private static string IndexOf(string row, List<string> rows)
    {
        var index = rows.IndexOf(row);
        if (index < 0)
        {
            index = rows.Count;
            rows.Add(row);
        }

        return index.ToString(CultureInfo.InvariantCulture);
    }

    private static void EmitRows(SourceWriter writer, List<string> rows)
    {
        writer.Line("// Three numbers for each meter: the meter, its quanta per unit, and how many units its published price buys.");
        writer.Open("private static class UsageRows");
        for (var i = 0; i < rows.Count; i++)
        {
            writer.Line($"public static readonly long[] Row{i.ToString(CultureInfo.InvariantCulture)} = [{rows[i]}];");
        }

        writer.Close();
        writer.Line();
    }

    private static string Argument(UnitPrice price) => Meters.NameOf(price.Meter) + ": " + Literal.Integer(Quanta.Rate(price.Price, price.Per));
}
