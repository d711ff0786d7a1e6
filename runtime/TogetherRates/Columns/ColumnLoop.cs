using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>The loops over rows.</summary>
/// <remarks>
/// They call nothing, so that all they need stays in registers, and are compiled at once for good: a column is long enough for its first call
/// to be the only one. Nor are they inlined: in a large caller the runtime gives up inlining what they call, and they take ten times as long. docs/benchmarks.md holds them against copying memory.
/// </remarks>
internal static unsafe class ColumnLoop
{
    // Rows whose costs fill a page of memory, and how many rows ahead of their use the columns are asked for. The races "Columns" show what it saves:
    // a third of the time of many rows.
    private const int RowsInPage = 4_096 / sizeof(long);
    private const int RowsAhead = 512;

    /// <summary>Writes what rows cost.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="costs">Where the cost of the first of them goes.</param>
    /// <param name="start">The first row to price.</param>
    /// <param name="end">The row after the last one: all lanes are full.</param>
    /// <returns>Whether no row was seen to have no price.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool Price<TRows, TLanes>(TRows rows, long* costs, int start, int end)
        where TRows : struct, IColumnRows
        where TLanes : struct, ILanes<TLanes>
    {
        var signs = TLanes.All(0);
        for (var row = start; row < end; row += TLanes.Count)
        {
            TLanes.Store(rows.Cost(row, ref signs), costs + row);
        }

        return !TLanes.IsAnyNegative(signs);
    }

    /// <summary>Writes what rows cost past the caches: for columns of which nothing would be left in them. The first cost starts a line.</summary>
    /// <inheritdoc cref="Price"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool PriceMany<TRows, TLanes>(TRows rows, long* costs, int start, int end)
        where TRows : struct, IColumnRows
        where TLanes : struct, ILanes<TLanes>
    {
        var signs = TLanes.All(0);
        for (var row = start; row < end;)
        {
            // What is written isn't read before, but where its page is has to be known.
            CacheLines.Prefetch(costs + row + (2 * RowsInPage));
            for (var page = Math.Min(row + RowsInPage, end); row < page;)
            {
                rows.Prefetch(row + RowsAhead);
                for (var prefetched = Math.Min(row + IColumnRows.PrefetchedRows, page); row < prefetched; row += TLanes.Count)
                {
                    TLanes.StoreNonTemporal(rows.Cost(row, ref signs), costs + row);
                }
            }
        }

        return !TLanes.IsAnyNegative(signs);
    }

    /// <summary>Adds up what rows cost, in two parts that can't overflow: the low halves of the costs and the high ones.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="start">The first row to price.</param>
    /// <param name="end">The row after the last one: all lanes are full.</param>
    /// <param name="areMany">Whether there are more rows than caches hold, so that they have to be asked for.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (ulong Low, ulong High, bool ArePriced) Sum<TRows, TLanes>(TRows rows, int start, int end, bool areMany)
        where TRows : struct, IColumnRows
        where TLanes : struct, ILanes<TLanes>
    {
        var lowHalf = TLanes.All(uint.MaxValue);
        var low = TLanes.All(0);
        var high = TLanes.All(0);
        var signs = TLanes.All(0);
        for (var row = start; row < end;)
        {
            if (areMany)
            {
                rows.Prefetch(row + RowsAhead);
            }

            for (var prefetched = Math.Min(row + IColumnRows.PrefetchedRows, end); row < prefetched; row += TLanes.Count)
            {
                var cost = rows.Cost(row, ref signs);
                low += cost & lowHalf;
                high += TLanes.High(cost);
            }
        }

        return (TLanes.Sum(low), TLanes.Sum(high), !TLanes.IsAnyNegative(signs));
    }
}
