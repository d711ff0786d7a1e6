using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>The loops over rows.</summary>
/// <remarks>
/// They call nothing, so that all they need stays in registers, and are compiled at once for good: a column is long enough for its first call
/// to be the only one. Nor are they inlined: in a large caller the runtime gives up inlining what they call, and they take ten times as long. docs/benchmarks.md holds them against copying memory.
/// </remarks>
internal static unsafe class ColumnLoop
{
    /// <summary>Writes what rows cost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Price<TRows, TLanes>(TRows rows, long* costs, int start, int end, bool isNonTemporal)
        where TRows : struct, IColumnRows
        where TLanes : struct, ILanes<TLanes>
    {
        var row = start;
        if (isNonTemporal)
        {
            for (; row < end && (nuint)(costs + row) % (nuint)(TLanes.Count * sizeof(long)) != 0; row++)
            {
                ScalarLanes.Store(rows.Cost<ScalarLanes>(row), costs + row);
            }

            for (; row <= end - TLanes.Count; row += TLanes.Count)
            {
                TLanes.StoreNonTemporal(rows.Cost<TLanes>(row), costs + row);
            }
        }

        for (; row <= end - TLanes.Count; row += TLanes.Count)
        {
            TLanes.Store(rows.Cost<TLanes>(row), costs + row);
        }

        for (; row < end; row++)
        {
            ScalarLanes.Store(rows.Cost<ScalarLanes>(row), costs + row);
        }
    }

    /// <summary>Adds up what rows cost, in two parts that can't overflow: the low halves of the costs and the high ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (ulong Low, ulong High) Sum<TRows, TLanes>(TRows rows, int start, int end)
        where TRows : struct, IColumnRows
        where TLanes : struct, ILanes<TLanes>
    {
        var lowHalf = TLanes.All(uint.MaxValue);
        var low = TLanes.All(0);
        var high = TLanes.All(0);
        var row = start;
        for (; row <= end - TLanes.Count; row += TLanes.Count)
        {
            var cost = rows.Cost<TLanes>(row);
            low += cost & lowHalf;
            high += TLanes.High(cost);
        }

        var lowSum = TLanes.Sum(low);
        var highSum = TLanes.Sum(high);
        for (; row < end; row++)
        {
            var cost = ScalarLanes.Sum(rows.Cost<ScalarLanes>(row));
            lowSum += (uint)cost;
            highSum += cost >> 32;
        }

        return (lowSum, highSum);
    }
}
