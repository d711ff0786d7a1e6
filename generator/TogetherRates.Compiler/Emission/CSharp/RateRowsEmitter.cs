using System.Text;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the prices that many models share as constant data: a number for each model, and a row of rates for each number.</summary>
internal static class RateRowsEmitter
{
    private const int NumbersPerLine = 32;
    private const int Fields = (int)Meters.LastOfText + 1;

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
        writer.Line("// For each model, by its number, which of the prices below it has, as a character: models that cost the same share one.");
        ArrayEmitter.EmitText(writer, "OfModel", [0, .. keys.NumberOfModel], NumbersPerLine);
        if (keys.Rows > 0)
        {
            writer.Line();
            EmitRows(writer, "Standard", Lines(source, keys.Models.Take(keys.Rows), _ => default));
        }

        if (keys.DiscountedRows > 0)
        {
            writer.Line();
            EmitRows(writer, "Batch", Lines(source, keys.Models.Take(keys.DiscountedRows), model => model.Batch!.Value));
        }

        writer.Close();
        writer.Line();
    }

    /// <summary>Writes rows of rates as <c>TokenRates.At</c> reads them.</summary>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="lines">The rows, a line each.</param>
    public static void EmitRows(SourceWriter writer, string name, IEnumerable<string> lines)
    {
        writer.Line("// Quanta for a token of input and of output; which meters have prices of their own, a bit each; then quanta for a token of cached input, cache write,");
        writer.Line("// cache write for an hour and reasoning, a part without a price at its parent's. The first row is of what has no price.");
        writer.Open($"public static readonly long[] {name} =");
        writer.Line("0, 0, 0, 0, 0, 0, 0,");
        foreach (var line in lines)
        {
            writer.Line(line);
        }

        writer.Close(";");
    }

    /// <summary>A row, as <c>TokenRates</c> has its fields.</summary>
    /// <param name="prices">What each meter costs by itself.</param>
    /// <returns>Seven numbers.</returns>
    public static string Row(IEnumerable<UnitPrice> prices)
    {
        var rates = new long?[Fields];
        foreach (var price in prices)
        {
            rates[(int)price.Meter] = Quanta.Rate(price.Price, price.Per);
        }

        return Append(new StringBuilder(), rates).ToString();
    }

    private static StringBuilder Append(StringBuilder row, long?[] rates)
    {
        var priced = 0;
        for (var meter = Meter.Input; meter <= Meters.LastOfText; meter++)
        {
            priced |= rates[(int)meter] is null ? 0 : 1 << (int)meter;
        }

        Literal.AppendInteger(row, RateOf(Meter.Input)).Append(", ");
        Literal.AppendInteger(row, RateOf(Meter.Output)).Append(", ").Append(priced);
        for (var meter = Meter.Input; meter <= Meters.LastOfText; meter++)
        {
            if (meter is not (Meter.Input or Meter.Output))
            {
                Literal.AppendInteger(row.Append(", "), RateOf(meter));
            }
        }

        return row;

        // A part without a price is billed as what it is a part of.
        long RateOf(Meter meter) => rates[(int)meter] ?? (Meters.WholeOf(meter) is { } whole ? RateOf(whole) : 0);
    }

    private static IEnumerable<string> Lines(CardSource source, IEnumerable<PricedModel> models, Func<Model, Rational> discount)
    {
        var line = new StringBuilder();
        var rates = new long?[Fields];
        foreach (var priced in models)
        {
            var (prices, per, _) = source.Card.PricesOf(priced.Model);
            var factor = Rational.One - discount(priced.Model);
            Array.Clear(rates, 0, Fields);
            foreach (var price in prices.Meters)
            {
                rates[(int)price.Meter] = Quanta.Rate(price.Price * factor, per.Quantity);
            }

            Append(line.Clear(), rates).Append(", // ");
            yield return source.Prices.Append(line, priced.Model, source.Card).ToString();
        }
    }
}
