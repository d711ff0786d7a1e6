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
        var discounted = source.Models.Where(priced => priced.Model.Batch is not null).ToList();
        writer.Lines(
            $$"""
            private static {{Global.Rates}} RatesOf(ModelId model, {{Global.Level}} level) => level switch
            {
                {{Global.Level}}.Standard => StandardRatesOf(model),
                {{Global.Level}}.Batch => BatchRatesOf(model),
                _ => default,
            };

            """);
        EmitRates(writer, source, "StandardRatesOf", source.Models, _ => default);
        EmitRates(writer, source, "BatchRatesOf", discounted, model => model.Batch ?? default);
        EmitTerms(writer, source, discounted);
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
        SourceWriter writer, CardSource source, string method, IReadOnlyCollection<PricedModel> models, Func<Model, Rational> discount)
    {
        writer.Open($"private static {Global.Rates} {method}(ModelId model) => model switch");
        foreach (var priced in models)
        {
            var (prices, per) = source.Card.PricesOf(priced.Model);
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
        writer.Open($"private static (long Per, string? Tier, string? Discount) TermsOf(ModelId model, {Global.Level} level) => (model, level) switch");
        foreach (var priced in discounted)
        {
            var percent = (priced.Model.Batch!.Value * 100).ToString() + "%";
            writer.Line($"(ModelId.{priced.EnumName}, {Global.Level}.Batch) => ({Terms(priced)}, \"batch {percent}\"),");
        }

        foreach (var priced in source.Models.Where(HasTerms))
        {
            writer.Line($"(ModelId.{priced.EnumName}, _) => ({Terms(priced)}, null),");
        }

        writer.Line("_ => (1_000_000, null, null),");
        writer.Close(";");
        writer.Line();

        bool HasTerms(PricedModel priced) => Terms(priced) != "1_000_000, null";

        string Terms(PricedModel priced)
        {
            var (_, per) = source.Card.PricesOf(priced.Model);
            var tier = priced.Model.Price is ModelPrice.BySize bySize ? Literal.String(bySize.Table + " at " + bySize.Size) : "null";
            return Literal.Integer(per.Quantity) + ", " + tier;
        }
    }
}
