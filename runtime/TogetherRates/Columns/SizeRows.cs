using System.Numerics;
using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>Rows of a model's size and its tokens. The rate is the first tier's, and each bound below the size adds a step to it.</summary>
internal readonly unsafe struct SizeRows : IColumnRows
{
    /// <summary>The last size of each tier but the last.</summary>
    public required long* Bounds { get; init; }

    /// <summary>The first tier's rate, then what each tier's rate is above that of the tier before.</summary>
    public required long* Steps { get; init; }

    /// <summary>How many tiers.</summary>
    public required int Tiers { get; init; }

    /// <summary>The last size that has a price.</summary>
    public required long End { get; init; }

    /// <summary>The numbers of parameters.</summary>
    public required long* Sizes { get; init; }

    /// <summary>The tokens.</summary>
    public required uint* Tokens { get; init; }

    /// <summary>The table's name.</summary>
    public required string Table { get; init; }

    public required int Count { get; init; }

    public required bool IsWide { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Cost<TLanes>(int row)
        where TLanes : struct, ILanes<TLanes>
    {
        var size = TLanes.Load(Sizes + row);
        var rate = TLanes.All((ulong)Steps[0]);
        for (var tier = 1; tier < Tiers; tier++)
        {
            rate += TLanes.Above(size, TLanes.All((ulong)Bounds[tier - 1])) & TLanes.All((ulong)Steps[tier]);
        }

        return TLanes.Multiply(rate, TLanes.Widen(Tokens + row));
    }

    public UInt128 WideCost(int row)
    {
        var rate = Steps[0];
        for (var tier = 1; tier < Tiers && Sizes[row] > Bounds[tier - 1]; tier++)
        {
            rate += Steps[tier];
        }

        return Product.NumberOf(rate, Tokens[row]);
    }

    // A size that is too small makes the first difference negative, one that is too large the second.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public bool ArePriced(int start, int count)
    {
        var sizes = new ReadOnlySpan<long>(Sizes + start, count);
        var (signs, one, last) = (Vector<long>.Zero, Vector<long>.One, new Vector<long>(End));
        var row = 0;
        for (; row <= count - Vector<long>.Count; row += Vector<long>.Count)
        {
            var size = new Vector<long>(sizes[row..]);
            signs |= (size - one) | (last - size);
        }

        for (; row < count; row++)
        {
            if (!IsPriced(start + row))
            {
                return false;
            }
        }

        return Vector.GreaterThanOrEqualAll(signs, Vector<long>.Zero);
    }

    public bool IsPriced(int row) => Sizes[row] > 0 && Sizes[row] <= End;

    public PriceNotFoundException Reject(int row) => PriceNotFoundException.ForColumnSize(row, Sizes[row], Table, End);
}
