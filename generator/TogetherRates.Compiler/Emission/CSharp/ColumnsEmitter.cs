using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the methods that price whole columns.</summary>
internal static class ColumnsEmitter
{
    private const int NumbersInALine = 16;
    private const int PairsInALine = 8;

    /// <summary>The last parameters of every method over columns.</summary>
    public const string How = $"{Global.ColumnOptions} options = default, {Global.Cancellation} cancellation = default";

    /// <summary>The parameters of a method over rows of models.</summary>
    public const string ModelParameters =
        $"global::System.ReadOnlySpan<ushort> modelIndex, {Global.Counts} inputTokens, {Global.Counts} outputTokens";

    /// <summary>The parameters of a method over rows of sizes.</summary>
    public const string SizeParameters = $"{Global.Numbers} sizes, {Global.Counts} tokens";

    /// <summary>Writes the methods over rows of models.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void EmitModels(SourceWriter writer, CardSource source)
    {
        var columns = source.Columns;
        var unit = (Rational)columns.Unit / Quanta.PerCurrencyUnit;
        writer.Lines(
            $"""
            /// <summary>What columns count costs in: {unit} {source.Card.Currency}, the largest unit that every rate in them is a whole number of. Times a cost of a column, it is the exact money.</summary>
            public static {Global.Money} ColumnUnit => {Global.Money}.FromQuanta({Literal.Integer(columns.Unit)});

            /// <summary>
            /// Prices rows of a model (its <see cref="ModelId"/> as a number), its plain input tokens and its plain output tokens, at once and at standard
            /// prices. Costs are in units of <see cref="ColumnUnit"/>. Unless asked for a single pass, nothing is written if a row has no price.
            /// </summary>
            /// <exception cref="global::System.ArgumentException">The columns differ in length, or the costs lie over another column.</exception>
            /// <exception cref="{Global.PriceNotFound}">A row has no price; the first such row is named.</exception>
            /// <exception cref="global::System.OverflowException">A row costs more than 2^63 - 1 units; the first such row is named.</exception>
            /// <exception cref="global::System.OperationCanceledException">The work was stopped; some of the costs may be written.</exception>
            public static void PriceAll({ModelParameters}, {Global.Costs} costs, {How}) =>
                ColumnTables.Models.PriceAll(modelIndex, inputTokens, outputTokens, costs, options, cancellation);

            /// <summary>Adds up, to the last digit, what rows of a model, its plain input tokens and its plain output tokens cost.</summary>
            /// <exception cref="global::System.ArgumentException">The columns differ in length.</exception>
            /// <exception cref="{Global.PriceNotFound}">A row has no price; the first such row is named.</exception>
            /// <exception cref="global::System.OperationCanceledException">The work was stopped.</exception>
            public static {Global.Money} Sum({ModelParameters}, {How}) =>
                ColumnTables.Models.Sum(modelIndex, inputTokens, outputTokens, options, cancellation);

            """);
        var keys = source.Keys;
        writer.Open("private static class ColumnTables");
        if (!keys.AreShared)
        {
            writer.Line("// The row of rates of each model.");
            ArrayEmitter.Emit(writer, "ushort", "RateRows", [0, .. columns.RowOf], NumbersInALine);
            writer.Line();
        }

        var rows = keys.AreShared ? RowsByPrice(columns, keys) : columns.Rows;
        writer.Line(keys.AreShared
            ? "// Units for an input token and for an output token, for each price that columns have."
            : "// Units for an input token and for an output token.");
        ArrayEmitter.Emit(
            writer,
            "ulong",
            "Rates",
            rows.Count,
            keys.AreShared ? PairsInALine : 1,
            (text, i) => Literal.AppendInteger(Literal.AppendInteger(text, rows[i].Input).Append(", "), rows[i].Output));
        writer.Lines(
            $"""

            public static readonly {Global.ModelColumns} Models = new(
                unit: {Literal.Integer(columns.Unit)},
                {(keys.AreShared ? "global::System.Runtime.InteropServices.MemoryMarshal.Cast<char, ushort>(PriceRows.OfModel)" : "RateRows")},
                Rates,
                isWide: {(columns.IsWide ? "true" : "false")},
                bothPriced: {columns.Both.Count},
                inputPriced: {columns.RowOf.Count},
                idOf: static index => index > 0 && index <= {source.Ids.Count} ? IdOf((ModelId)index) : null);
            """);
        writer.Close();
        writer.Line();
    }

    /// <summary>Writes the methods over rows of sizes.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    /// <param name="table">A table of one price for all tokens.</param>
    public static void EmitSizes(SourceWriter writer, CardSource source, SizeTable table)
    {
        var units = source.Columns.UnitsOf(table, out var isWide);
        var steps = units.Select((unit, i) => Literal.Integer(i == 0 ? unit : unit - units[i - 1]));
        var bounds = table.Tiers.Select(tier => tier.UpTo is { } upTo ? (long)upTo.Parameters : long.MaxValue).ToList();
        writer.Lines(
            $"""
            /// <summary>
            /// Prices rows of a model's number of parameters and its {SizeTableEmitter.TokensOf(table)}, in units of <see cref="ColumnUnit"/>. Unless asked for a
            /// single pass, nothing is written if a row has no price.
            /// </summary>
            /// <exception cref="global::System.ArgumentException">The columns differ in length, or the costs lie over another column.</exception>
            /// <exception cref="{Global.PriceNotFound}">A row has no price; the first such row is named.</exception>
            /// <exception cref="global::System.OverflowException">A row costs more than 2^63 - 1 units; the first such row is named.</exception>
            /// <exception cref="global::System.OperationCanceledException">The work was stopped; some of the costs may be written.</exception>
            public static void PriceAll({SizeParameters}, {Global.Costs} costs, {How}) =>
                SizeColumns.PriceAll(sizes, tokens, costs, options, cancellation);

            /// <summary>Adds up, to the last digit, what rows of a model's number of parameters and its tokens cost.</summary>
            /// <exception cref="global::System.ArgumentException">The columns differ in length.</exception>
            /// <exception cref="{Global.PriceNotFound}">A row has no price; the first such row is named.</exception>
            /// <exception cref="global::System.OperationCanceledException">The work was stopped.</exception>
            public static {Global.Money} Sum({SizeParameters}, {How}) =>
                SizeColumns.Sum(sizes, tokens, options, cancellation);

            // Units for a token in the first tier, and what each bound adds.
            private static {Global.SizeColumns} SizeColumns => new(
                unit: {Literal.Integer(source.Columns.Unit)},
                Bounds,
                Steps,
                isWide: {(isWide ? "true" : "false")},
                end: {Literal.Integer(bounds[bounds.Count - 1])},
                table: {Literal.String(table.Name)});

            private static readonly long[] Bounds = [{string.Join(", ", bounds.Take(bounds.Count - 1).Select(Literal.Integer))}];

            private static readonly long[] Steps = [{string.Join(", ", steps)}];

            """);
    }

    // Models that share a price have the same rates. What columns price comes first among the ids, but the prices of other models lie between theirs.
    private static RateRow[] RowsByPrice(ColumnRates columns, PriceKeys keys)
    {
        var rows = new RateRow[keys.Last + 1];
        for (var i = 0; i < columns.RowOf.Count; i++)
        {
            rows[keys.NumberOfModel[i]] = columns.Rows[columns.RowOf[i]];
        }

        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] ??= columns.Rows[0];
        }

        return rows;
    }
}
