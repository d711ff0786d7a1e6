using System.Text;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the prices that many models share as constant data: a number for each model, and a row of rates for each number.</summary>
internal static class RateRowsEmitter
{
    // What a row starts with that costs nothing, and one that prices none by input and output; and what is said beside the meters of a row with another behind it.
    private const string Any = "Any";
    private const string None = "None";
    private const string Longer = "Longer";

    private const int NumbersPerLine = 96;
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
        EmitLimits(writer);
        writer.Line("// For each model, by its number, which of the prices below it has, as a character: models that cost the same share one.");
        ArrayEmitter.EmitText(writer, "OfModel", [0, .. keys.NumberOfModel], NumbersPerLine);
        if (keys.LastRow > keys.Windowed)
        {
            writer.Line();
            EmitRows(writer, "Standard", () => WriteStandard(writer, source, keys), keys.Windowed);
        }

        if (keys.LastInBatch > keys.Windowed)
        {
            writer.Line();
            var inBatch = keys.InRows.TakeWhile(priced => priced.Model.Batch is not null);
            EmitRows(writer, "Batch", () => WritePlain(writer, source, inBatch, model => model.Batch!.Value), keys.Windowed);
        }

        writer.Close();
        writer.Line();
    }

    /// <summary>Writes the names with which rows start that have no bound of their own.</summary>
    /// <param name="writer">Where to, inside the nested class of the rows.</param>
    public static void EmitLimits(SourceWriter writer)
    {
        writer.Line($"private const long {Any} = long.MaxValue;");
        writer.Line($"private const long {None} = -1;");
        writer.Line($"private const long {Longer} = 64;");
        writer.Line();
    }

    /// <summary>Writes rows of rates as <c>TokenRates.At</c> reads them.</summary>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="writeRows">Writes the rows, a line each.</param>
    /// <param name="without">How many prices, from the first, have no row.</param>
    public static void EmitRows(SourceWriter writer, string name, Action writeRows, int without = 0)
    {
        writer.Line("// The most tokens, of input and of output, that 63 bits hold the price of; or, in a row that is Longer, the most input tokens that it prices: the row below");
        writer.Line("// prices longer requests; None where the row has no rate for input or for output. Then quanta for a token of input and of output; which meters have prices");
        writer.Line("// of their own, a bit each; then quanta for a token of cached input, cache write, cache write for an hour and reasoning, a part without a price at its");
        writer.Line("// parent's. The first row is of what has no price.");
        ArrayEmitter.OpenConstants(writer, "public", name);
        for (var i = 0; i <= without; i++)
        {
            writer.Line($"{None}, 0, 0, 0, 0, 0, 0, 0,{(i == 0 ? string.Empty : " // changes with the hours")}", deeper: 1);
        }

        writeRows();
        ArrayEmitter.CloseConstants(writer);
    }

    /// <summary>Writes a row, as <c>TokenRates</c> has its fields.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="row">What each meter costs, and for which requests.</param>
    /// <param name="words">The price in words, or null where the row before has them.</param>
    public static void WriteRow(SourceWriter writer, TokenRow row, string? words)
    {
        var rates = new long?[Fields];
        foreach (var price in row.Prices)
        {
            rates[(int)price.Meter] = Quanta.Rate(price.Price, price.Per);
        }

        Append(writer.StartLine(deeper: 1), rates, row.MostInput).Append(words is null ? "," : ", // ").Append(words);
        writer.EndLine();
    }

    private static StringBuilder Append(StringBuilder row, long?[] rates, long? mostInput)
    {
        var priced = 0;
        for (var meter = Meter.Input; meter <= Meters.LastOfText; meter++)
        {
            priced |= rates[(int)meter] is null ? 0 : 1 << (int)meter;
        }

        var (input, output) = (RateOf(Meter.Input), RateOf(Meter.Output));
        row = rates[(int)Meter.Input] is null || rates[(int)Meter.Output] is null ? row.Append(None) : AppendMost(mostInput ?? TokenRow.MostAtOnce(input, output));
        Literal.AppendInteger(row.Append(", "), input).Append(", ");
        Literal.AppendInteger(row, output).Append(", ").Append(mostInput is null ? string.Empty : Longer + " + ").Append(priced);
        for (var meter = Meter.Input; meter <= Meters.LastOfText; meter++)
        {
            if (meter is not (Meter.Input or Meter.Output))
            {
                Literal.AppendInteger(row.Append(", "), RateOf(meter));
            }
        }

        return row;

        StringBuilder AppendMost(long most) => most == long.MaxValue ? row.Append(Any) : Literal.AppendInteger(row, most);

        // A part without a price is billed as what it is a part of.
        long RateOf(Meter meter) => rates[(int)meter] ?? (Meters.WholeOf(meter) is { } whole ? RateOf(whole) : 0);
    }

    private static void WriteStandard(SourceWriter writer, CardSource source, PriceKeys keys)
    {
        WritePlain(writer, source, keys.InRows, _ => default);
        foreach (var priced in keys.OnTerms)
        {
            var words = source.Prices.Of(priced.Model, source.Card);
            foreach (var row in keys.RowsOf(priced).Standard ?? [])
            {
                WriteRow(writer, row, words);
                words = null;
            }
        }
    }

    private static void WritePlain(SourceWriter writer, CardSource source, IEnumerable<PricedModel> models, Func<Model, Rational> discount)
    {
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

            source.Prices.Append(Append(writer.StartLine(deeper: 1), rates, mostInput: null).Append(", // "), priced.Model, source.Card);
            writer.EndLine();
        }
    }
}
