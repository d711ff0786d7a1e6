using System.Numerics;
using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>Rows of a model, its input tokens and its output tokens.</summary>
internal readonly unsafe struct ModelRows : IColumnRows
{
    /// <summary>For each row of rates, the input's in the low half and the output's in the high half; or both after each other, if wide.</summary>
    public required ulong* Rates { get; init; }

    /// <summary>The row of rates of each model.</summary>
    public required ushort* RateRows { get; init; }

    /// <summary>The number of models in the table, a power of two, less one: no index leads out of it.</summary>
    public required uint Mask { get; init; }

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
    public TLanes Cost<TLanes>(int row)
        where TLanes : struct, ILanes<TLanes>
    {
        var rate = TLanes.Pick(Rates, RateRows, Models + row, Mask);
        return TLanes.Multiply(rate, TLanes.Widen(Input + row)) + TLanes.Multiply(TLanes.High(rate), TLanes.Widen(Output + row));
    }

    public UInt128 WideCost(int row)
    {
        var rate = 2 * RateRows[Models[row] & Mask];
        return Product.NumberOf((long)Rates[rate], Input[row]) + Product.NumberOf((long)Rates[rate + 1], Output[row]);
    }

    // Models that price both directions come first, so that one comparison settles a vector of them. Less one, no model is above all.
    public bool ArePriced(int start, int count) => Largest(new ReadOnlySpan<ushort>(Models + start, count), less: 1) < BothPriced || count == 0;

    /// <summary>The largest of some numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="less">What is taken from each before they are compared, around zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static ushort Largest(ReadOnlySpan<ushort> numbers, ushort less = 0)
    {
        var (largest, lessOfAll) = (Vector<ushort>.Zero, new Vector<ushort>(less));
        var place = 0;
        for (; place <= numbers.Length - Vector<ushort>.Count; place += Vector<ushort>.Count)
        {
            largest = Vector.Max(largest, new Vector<ushort>(numbers[place..]) - lessOfAll);
        }

        ushort result = 0;
        for (; place < numbers.Length; place++)
        {
            result = Math.Max(result, unchecked((ushort)(numbers[place] - less)));
        }

        for (var lane = 0; lane < Vector<ushort>.Count; lane++)
        {
            result = Math.Max(result, largest[lane]);
        }

        return result;
    }

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
