using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the prices that many models share as constant data: a number for each model, and a row of rates for each number.</summary>
internal static class RateRowsEmitter
{
    private const int NumbersPerLine = 32;

    /// <summary>Writes the members, if the card has such prices.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    /// <param name="keys">The keys of its prices.</param>
    public static void Emit(SourceWriter writer, CardSource source, PriceKeys keys)
    {
        if (!keys.AreShared)
        {
            return;
        }

        writer.Lines(
            """
            // The number of a model's price; 0 where it has none by the token.
            private static int PriceOf(ModelId model) => (uint)model < (uint)PriceRows.OfModel.Length ? PriceRows.OfModel[(int)model] : 0;

            """);
        var meters = keys.Models.Take(keys.Rows)
            .SelectMany(priced => source.Card.PricesOf(priced.Model).Prices.Meters)
            .Select(price => price.Meter)
            .Distinct()
            .OrderBy(meter => meter)
            .ToList();
        if (meters.Count > 0)
        {
            var rates = meters.Select((meter, i) => $"{Meters.NameOf(meter)}: row[{i}]");
            writer.Lines(
                $$"""
                private static {{Global.Rates}} RatesAt(global::System.ReadOnlySpan<long> rows, int price)
                {
                    var row = rows.Slice((price - 1) * {{meters.Count}}, {{meters.Count}});
                    return new({{string.Join(", ", rates)}});
                }

                """);
        }

        writer.Open("private static class PriceRows");
        writer.Line("// For each model, by its number, which of the prices below it has: models that cost the same share one.");
        var numbers = keys.NumberOfModel.Prepend(0).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        IdTableEmitter.EmitSpan(writer, "ushort", "OfModel", numbers, NumbersPerLine);
        if (keys.Rows > 0)
        {
            EmitRows(writer, source, "Standard", meters, keys.Models.Take(keys.Rows), _ => default);
        }

        if (keys.DiscountedRows > 0)
        {
            EmitRows(writer, source, "Batch", meters, keys.Models.Take(keys.DiscountedRows), model => model.Batch!.Value);
        }

        writer.Close();
        writer.Line();
    }

    private static void EmitRows(
        SourceWriter writer, CardSource source, string name, List<Meter> meters, IEnumerable<PricedModel> models, Func<Model, Rational> discount)
    {
        writer.Line();
        writer.Line($"// Quanta per token of {string.Join(", ", meters.Select(Meters.NameOf))}; -1 where a meter has no price of its own.");
        writer.Open($"public static global::System.ReadOnlySpan<long> {name} => new long[]");
        foreach (var priced in models)
        {
            var (prices, per, _) = source.Card.PricesOf(priced.Model);
            var factor = Rational.One - discount(priced.Model);
            var rates = meters.Select(meter => prices.Of(meter) is { } price ? Literal.Integer(Quanta.Rate(price * factor, per.Quantity)) : "-1");
            writer.Line($"{string.Join(", ", rates)}, // {source.Prices.Of(priced.Model, source.Card)}");
        }

        writer.Close(";");
    }
}
