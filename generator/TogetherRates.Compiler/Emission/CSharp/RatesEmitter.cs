using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes what each model costs: the heart of the generated class.</summary>
internal static class RatesEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        var discounted = source.ByToken.Where(priced => priced.Model.Batch is not null).ToList();
        var (parameter, argument) = source.HasWindows ? (", int minute", ", minute") : (string.Empty, string.Empty);
        writer.Open($"private static {Global.Rates} RatesOf(ModelId model, {Global.Level} level{source.TimeParameter})");
        if (source.HasWindows)
        {
            writer.Line("var minute = MinuteOf(time);");
        }

        writer.Lines(
            $$"""
            return level switch
            {
                {{Global.Level}}.Standard => StandardRatesOf(model{{argument}}),
                {{Global.Level}}.Batch => BatchRatesOf(model{{argument}}),
                _ => default,
            };
            """);
        writer.Close();
        writer.Line();
        EmitRates(writer, source, $"StandardRatesOf(ModelId model{parameter})", source.ByToken, _ => default);
        EmitRates(writer, source, $"BatchRatesOf(ModelId model{parameter})", discounted, model => model.Batch ?? default);
        EmitTerms(writer, source, discounted);
        if (source.HasWindows)
        {
            EmitMinute(writer);
        }
    }

    /// <summary>The rates of one tier or model as the arguments of their constructor.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="per">What they buy.</param>
    /// <param name="discount">The part that is taken off.</param>
    /// <returns>An expression.</returns>
    public static string Row(TokenPrices prices, Per per, Rational discount)
    {
        var rates = prices.Meters.Select(price =>
            Meters.NameOf(price.Meter) + ": " + Literal.Integer(Quanta.Rate(price.Price * (Rational.One - discount), per.Quantity)));
        return "new(" + string.Join(", ", rates) + ")";
    }

    private static void EmitRates(
        SourceWriter writer, CardSource source, string signature, IReadOnlyCollection<PricedModel> models, Func<Model, Rational> discount)
    {
        writer.Open($"private static {Global.Rates} {signature} => model switch");
        foreach (var priced in models)
        {
            if (priced.Model.Price is ModelPrice.Windowed windowed)
            {
                WindowEmitter.Emit(
                    writer, $"ModelId.{priced.EnumName}", windowed.Windows, window => Row(window.Prices, priced.Model.Per, discount(priced.Model)));
                continue;
            }

            var (prices, per, _) = source.Card.PricesOf(priced.Model);
            writer.Line("// " + source.Prices.Of(priced.Model, source.Card));
            writer.Line($"ModelId.{priced.EnumName} => {Row(prices, per, discount(priced.Model))},");
        }

        writer.Line("_ => default,");
        writer.Close(";");
        writer.Line();
    }

    // What a quote says beside the amounts: what a price buys, which tier it is from, and what was taken off.
    private static void EmitTerms(SourceWriter writer, CardSource source, List<PricedModel> discounted)
    {
        writer.Open($"private static (long Per, string? Tier, string? Discount) TermsOf(ModelId model, {Global.Level} level{source.TimeParameter}) => (model, level) switch");
        foreach (var priced in discounted)
        {
            EmitTerm(priced, $"(ModelId.{priced.EnumName}, {Global.Level}.Batch)", "\"batch " + (priced.Model.Batch!.Value * 100).ToString() + "%\"");
        }

        foreach (var priced in source.ByToken)
        {
            EmitTerm(priced, $"(ModelId.{priced.EnumName}, _)", "null");
        }

        writer.Line("_ => (1_000_000, null, null),");
        writer.Close(";");
        writer.Line();

        void EmitTerm(PricedModel priced, string pattern, string discount)
        {
            var per = Literal.Integer(priced.Model.Per.Quantity);
            if (priced.Model.Price is ModelPrice.Windowed windowed)
            {
                WindowEmitter.Emit(writer, pattern, windowed.Windows, window => $"({per}, {Literal.String(window.ToString())}, {discount})", "MinuteOf(time)");
                return;
            }

            var (_, bought, tier) = source.Card.PricesOf(priced.Model);
            if (bought.Quantity != 1_000_000 || tier is not null || discount != "null")
            {
                writer.Line($"{pattern} => ({Literal.Integer(bought.Quantity)}, {(tier is null ? "null" : Literal.String(tier))}, {discount}),");
            }
        }
    }

    private static void EmitMinute(SourceWriter writer) => writer.Lines(
        $$"""
        // The minute of the week in UTC, from Monday midnight; negative when no time is given.
        private static int MinuteOf({{Global.DateTimeOffset}}? time)
        {
            if (time is not { } instant)
            {
                return -1;
            }

            var utc = instant.UtcDateTime;
            return (((int)utc.DayOfWeek + 6) % 7 * 1440) + (utc.Hour * 60) + utc.Minute;
        }

        """);
}
