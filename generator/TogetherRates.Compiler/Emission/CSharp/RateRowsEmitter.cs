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
        writer.Open("private static class PriceRows");
        writer.Line("// For each model, by its number, which of the prices below it has: models that cost the same share one.");
        var numbers = keys.NumberOfModel.Prepend(0).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        IdTableEmitter.EmitArray(writer, "ushort", "OfModel", numbers, NumbersPerLine);
        if (keys.Rows > 0)
        {
            EmitRows(writer, source, "Standard", keys.Models.Take(keys.Rows), _ => default);
        }

        if (keys.DiscountedRows > 0)
        {
            EmitRows(writer, source, "Batch", keys.Models.Take(keys.DiscountedRows), model => model.Batch!.Value);
        }

        writer.Close();
        writer.Line();
    }

    private static void EmitRows(SourceWriter writer, CardSource source, string name, IEnumerable<PricedModel> models, Func<Model, Rational> discount)
    {
        writer.Line();
        writer.Line("// Quanta for a token of input, cached input, cache write, cache write for an hour, output and reasoning, a part without a price at its parent's; then");
        writer.Line("// which of them have prices of their own, a bit each. The first row is of what has no price.");
        writer.Open($"public static readonly long[] {name} =");
        writer.Line("0, 0, 0, 0, 0, 0, 0,");
        foreach (var priced in models)
        {
            var (prices, per, _) = source.Card.PricesOf(priced.Model);
            writer.Line($"{Row(prices, per, Rational.One - discount(priced.Model))}, // {source.Prices.Of(priced.Model, source.Card)}");
        }

        writer.Close(";");
    }

    // As the constructor of TokenRates fills its fields.
    private static string Row(TokenPrices prices, Per per, Rational factor)
    {
        var input = Own(Meter.Input) ?? 0;
        var cacheWrite = Own(Meter.CacheWrite) ?? input;
        var output = Own(Meter.Output) ?? 0;
        var rates = new[]
        {
            input, Own(Meter.CachedInput) ?? input, cacheWrite, Own(Meter.CacheWrite1h) ?? cacheWrite, output, Own(Meter.Reasoning) ?? output,
        };
        var priced = Meters.Text.Where(meter => prices.Of(meter) is not null).Sum(meter => 1L << (int)meter);
        return string.Join(", ", rates.Append(priced).Select(Literal.Integer));

        long? Own(Meter meter) => prices.Of(meter) is { } price ? Quanta.Rate(price * factor, per.Quantity) : null;
    }
}
