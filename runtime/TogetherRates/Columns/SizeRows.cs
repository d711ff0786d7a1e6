using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TogetherRates.Columns;

/// <summary>Rows of a model's size and its tokens. The rate is the first tier's, and each bound below the size adds a step to it.</summary>
internal readonly unsafe struct SizeRows : IColumnRows
{
    // Two pages of memory: where the next one is has to be known before it is read.
    private const int Ahead = 1_024;

    public static bool HasTiers => true;

    public static bool LooksAtSteps => false;

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
    public TLanes Cost<TLanes>(int row, ref TLanes seen)
        where TLanes : struct, ILanes<TLanes>
    {
        var size = TLanes.Load(Sizes + row);
        seen = TLanes.AddOutside(seen, size, TLanes.All((ulong)End));
        var rate = TLanes.All((ulong)Steps[0]);
        for (var tier = 1; tier < Tiers; tier++)
        {
            rate = TLanes.AddAbove(rate, size, TLanes.All((ulong)Bounds[tier - 1]), TLanes.All((ulong)Steps[tier]));
        }

        return TLanes.Multiply(rate, TLanes.Widen(Tokens + row));
    }

    // Each size is loaded to be priced anyway.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LookAtStep<TLanes>(int row, ref TLanes seen)
        where TLanes : struct, ILanes<TLanes>
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TellPriced<TLanes>(TLanes seen)
        where TLanes : struct, ILanes<TLanes> => !TLanes.IsAnyNegative(seen);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int row)
    {
        CacheLines.Prefetch(Sizes + row, IColumnRows.StepRows);
        CacheLines.Prefetch(Tokens + row, IColumnRows.StepRows);
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
        var (row, end) = (start, start + count);
        if (Vector512.IsHardwareAccelerated)
        {
            var (signs, one, last) = (Vector512<long>.Zero, Vector512<long>.One, Vector512.Create(End));
            for (; row <= end - Vector512<long>.Count; row += Vector512<long>.Count)
            {
                CacheLines.Prefetch(Sizes + row + Ahead);
                var size = Vector512.Load(Sizes + row);
                signs |= (size - one) | (last - size);
            }

            if (Vector512.LessThanAny(signs, Vector512<long>.Zero))
            {
                return false;
            }
        }
        else
        {
            var (signs, one, last) = (Vector<long>.Zero, Vector<long>.One, new Vector<long>(End));
            for (; row <= end - Vector<long>.Count; row += Vector<long>.Count)
            {
                var size = Vector.Load(Sizes + row);
                signs |= (size - one) | (last - size);
            }

            if (Vector.LessThanAny(signs, Vector<long>.Zero))
            {
                return false;
            }
        }

        for (; row < end; row++)
        {
            if (!IsPriced(row))
            {
                return false;
            }
        }

        return true;
    }

    public bool IsPriced(int row) => Sizes[row] > 0 && Sizes[row] <= End;

    public PriceNotFoundException Reject(int row) => PriceNotFoundException.ForColumnSize(row, Sizes[row], Table, End);
}
