using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>Rows of a model, its input tokens and its output tokens.</summary>
/// <typeparam name="TRateRows">How a model leads to its rates.</typeparam>
internal readonly unsafe struct ModelRows<TRateRows> : IColumnRows
    where TRateRows : struct, IRateRows
{
    public static bool HasTiers => false;

    public static bool LooksAtSteps => true;

    /// <summary>For each row of rates, the input's in the low half and the output's in the high half; or both after each other, if wide.</summary>
    public required ulong* Rates { get; init; }

    /// <summary>The row of rates of each model.</summary>
    public required TRateRows RateRows { get; init; }

    /// <summary>The models' indices.</summary>
    public required ushort* Models { get; init; }

    /// <summary>The input tokens.</summary>
    public required uint* Input { get; init; }

    /// <summary>The output tokens.</summary>
    public required uint* Output { get; init; }

    /// <summary>The models with the indices 1 to this one price both directions.</summary>
    public required int BothPriced { get; init; }

    /// <summary>The models after those up to this one price input only.</summary>
    public required int InputPriced { get; init; }

    /// <summary>The id of a model by its index.</summary>
    public required Func<int, string?> IdOf { get; init; }

    public required int Count { get; init; }

    public required bool IsWide { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Cost<TLanes>(int row, ref TLanes seen)
        where TLanes : struct, ILanes<TLanes>
    {
        var rate = TLanes.Pick(Rates, RateRows, Models + row);
        return TLanes.Multiply(rate, TLanes.Widen(Input + row)) + TLanes.Multiply(TLanes.High(rate), TLanes.Widen(Output + row));
    }

    // Models that price both directions come first, so that one comparison settles a vector of them: four times as many as there are costs in it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LookAtStep<TLanes>(int row, ref TLanes seen)
        where TLanes : struct, ILanes<TLanes> => seen = TLanes.Largest(seen, Models + row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TellPriced<TLanes>(TLanes seen)
        where TLanes : struct, ILanes<TLanes> => TLanes.AreBelow(seen, (ushort)BothPriced);

    public UInt128 WideCost(int row)
    {
        var rate = 2 * RateRows.Of(Models[row] & (uint)(ushort)RateRows.Mask);
        return Product.NumberOf((long)Rates[rate], Input[row]) + Product.NumberOf((long)Rates[rate + 1], Output[row]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int row)
    {
        CacheLines.Prefetch(Models + row, IColumnRows.StepRows);
        CacheLines.Prefetch(Input + row, IColumnRows.StepRows);
        CacheLines.Prefetch(Output + row, IColumnRows.StepRows);
    }

    // Less one, no model is above all.
    public bool ArePriced(int start, int count) => Indices.AreBelow(new ReadOnlySpan<ushort>(Models + start, count), BothPriced, less: 1);

    public bool IsPriced(int row)
    {
        var index = Models[row];
        return index != 0 && (index <= BothPriced || (index <= InputPriced && Output[row] == 0));
    }

    public PriceNotFoundException Reject(int row)
    {
        var index = Models[row];
        return PriceNotFoundException.ForColumn(row, index, IdOf(index), index > 0 && index <= InputPriced ? Output[row] : 0);
    }
}
