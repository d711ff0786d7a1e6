using System.Numerics;
using TogetherRates.Columns;

namespace TogetherRates;

/// <summary>The rates of a card's models in the unit of its columns. Generated code makes it from constants, once.</summary>
public sealed class ModelColumns
{
    // 32 KB of rates: what a usual fastest cache of 48 KB holds of them beside the columns.
    private const int MostOwnRates = 4_096;

    private const int MostModels = 1 << 16;

    private readonly long unit;

    // Empty where each model has rates of its own, which is one look less for each row.
    private readonly ushort[] rateRows;
    private readonly ulong[] rates;
    private readonly ulong mask;
    private readonly bool isWide;
    private readonly int bothPriced;
    private readonly int inputPriced;
    private readonly Func<int, string?> idOf;

    /// <summary>The rates of a card.</summary>
    /// <param name="unit">Quanta in one unit of the costs.</param>
    /// <param name="rateRows">
    /// The row of rates of each model by its index. Row 0 has rates of zero and belongs to no model.
    /// </param>
    /// <param name="rates">
    /// For each row of rates the units for an input token and those for an output token. Unless <paramref name="isWide"/>, no two rates come to more than 2^31.
    /// </param>
    /// <param name="isWide">Whether two rates come to more.</param>
    /// <param name="bothPriced">The models with the indices 1 to this one price input and output.</param>
    /// <param name="inputPriced">The models after those up to this one price input only.</param>
    /// <param name="idOf">The id of a model by its index; null for an index that no model has.</param>
    /// <exception cref="ArgumentException">
    /// A model that is priced has no row of rates or one that isn't there, or there are more models than indices.
    /// </exception>
    public ModelColumns(
        long unit, ReadOnlySpan<ushort> rateRows, ReadOnlySpan<ulong> rates, bool isWide, int bothPriced, int inputPriced, Func<int, string?> idOf)
    {
        // The loops trust the tables: no index may lead out of them.
        if (bothPriced < 0 || inputPriced < bothPriced || rateRows.Length <= inputPriced || rateRows.Length > MostModels)
        {
            throw new ArgumentException("Each model that is priced has a row of rates and an index of 16 bits.", nameof(rateRows));
        }

        if (!Indices.AreBelow(rateRows, rates.Length / 2))
        {
            throw new ArgumentException("A model's row of rates isn't among the rates.", nameof(rateRows));
        }

        this.unit = unit;

        // Copies: what was checked can't change any more. Of a power of two of models, so that an index is cut to one of them without a comparison.
        var models = new ushort[BitOperations.RoundUpToPowerOf2((uint)rateRows.Length)];
        rateRows.CopyTo(models);
        mask = (ulong)(models.Length - 1) * 0x0001_0001_0001_0001;
        var haveOwn = !isWide && models.Length <= MostOwnRates;
        this.rateRows = haveOwn ? [] : models;
        this.rates = isWide ? rates.ToArray() : haveOwn ? RatesOfEach(models, rates) : InHalves(rates);
        this.isWide = isWide;
        this.bothPriced = bothPriced;
        this.inputPriced = inputPriced;
        this.idOf = idOf;
    }

    /// <summary>Prices rows, each of one model.</summary>
    /// <param name="modelIndex">The models.</param>
    /// <param name="inputTokens">Plain input tokens.</param>
    /// <param name="outputTokens">Plain output tokens.</param>
    /// <param name="costs">Where the costs go.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or the costs lie over another column.</exception>
    /// <exception cref="PriceNotFoundException">A row has no price; the first one is named.</exception>
    /// <exception cref="OverflowException">A row costs more than 2^63 - 1 units; the first one is named.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public unsafe void PriceAll(
        ReadOnlySpan<ushort> modelIndex,
        ReadOnlySpan<uint> inputTokens,
        ReadOnlySpan<uint> outputTokens,
        Span<long> costs,
        ColumnOptions options,
        CancellationToken cancellation)
    {
        ThrowIfUneven(modelIndex, inputTokens, outputTokens);
        ColumnErrors.ThrowIfUneven(modelIndex.Length, costs.Length, nameof(modelIndex), nameof(costs));
        ColumnErrors.ThrowIfOverlapping(modelIndex, costs, nameof(modelIndex));
        ColumnErrors.ThrowIfOverlapping(inputTokens, costs, nameof(inputTokens));
        ColumnErrors.ThrowIfOverlapping(outputTokens, costs, nameof(outputTokens));
        fixed (ushort* models = modelIndex, tableRows = rateRows)
        fixed (uint* input = inputTokens, output = outputTokens)
        fixed (ulong* table = rates)
        fixed (long* destination = costs)
        {
            if (rateRows.Length == 0)
            {
                ColumnRun.Price(Work(table, Own, models, input, output, destination, costs.Length), options, cancellation);
            }
            else
            {
                ColumnRun.Price(Work(table, Shared(tableRows), models, input, output, destination, costs.Length), options, cancellation);
            }
        }
    }

    /// <summary>Adds up what rows cost, exactly.</summary>
    /// <inheritdoc cref="PriceAll"/>
    public unsafe Money Sum(
        ReadOnlySpan<ushort> modelIndex,
        ReadOnlySpan<uint> inputTokens,
        ReadOnlySpan<uint> outputTokens,
        ColumnOptions options,
        CancellationToken cancellation)
    {
        ThrowIfUneven(modelIndex, inputTokens, outputTokens);
        fixed (ushort* models = modelIndex, tableRows = rateRows)
        fixed (uint* input = inputTokens, output = outputTokens)
        fixed (ulong* table = rates)
        {
            // Fewer than 2^31 rows, two rates below 2^63 quanta and tokens below 2^32 make less than 2^127.
            var sum = rateRows.Length == 0
                ? ColumnRun.Sum(Work(table, Own, models, input, output, null, modelIndex.Length), options, cancellation)
                : ColumnRun.Sum(Work(table, Shared(tableRows), models, input, output, null, modelIndex.Length), options, cancellation);
            return Money.FromQuanta((Int128)(sum * (ulong)unit));
        }
    }

    private static void ThrowIfUneven(ReadOnlySpan<ushort> modelIndex, ReadOnlySpan<uint> inputTokens, ReadOnlySpan<uint> outputTokens)
    {
        ColumnErrors.ThrowIfUneven(modelIndex.Length, inputTokens.Length, nameof(modelIndex), nameof(inputTokens));
        ColumnErrors.ThrowIfUneven(modelIndex.Length, outputTokens.Length, nameof(modelIndex), nameof(outputTokens));
    }

    private static ulong[] RatesOfEach(ReadOnlySpan<ushort> rateRows, ReadOnlySpan<ulong> rates)
    {
        var each = new ulong[rateRows.Length];
        for (var index = 0; index < each.Length; index++)
        {
            each[index] = InHalves(rates, rateRows[index]);
        }

        return each;
    }

    private static ulong[] InHalves(ReadOnlySpan<ulong> rates)
    {
        var rows = new ulong[rates.Length / 2];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = InHalves(rates, row);
        }

        return rows;
    }

    // The rate of input in the low half, that of output in the high half.
    private static ulong InHalves(ReadOnlySpan<ulong> rates, int row) => rates[2 * row] | (rates[(2 * row) + 1] << 32);

    private OwnRateRows Own => new() { Mask = mask };

    private unsafe SharedRateRows Shared(ushort* rows) => new() { Rows = rows, Mask = mask };

    private unsafe ColumnWork<ModelRows<TRateRows>> Work<TRateRows>(ulong* table, TRateRows tableRows, ushort* models, uint* input, uint* output, long* costs, int count)
        where TRateRows : struct, IRateRows => new(
        new ModelRows<TRateRows>
        {
            Rates = table,
            RateRows = tableRows,
            Models = models,
            Input = input,
            Output = output,
            BothPriced = bothPriced,
            InputPriced = inputPriced,
            IdOf = idOf,
            Count = count,
            IsWide = isWide,
        },
        costs);
}
