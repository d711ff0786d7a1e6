using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>The loops over rows.</summary>
/// <remarks>
/// They call nothing, so that all they need stays in registers, and are compiled at once for good: a column is long enough for its first call
/// to be the only one. Nor are they inlined: in a large caller the runtime gives up inlining what they call, and they take ten times as long. They copy the rows
/// that they are given: a copy is taken apart into registers, where an argument would be read from the stack for each vector. docs/benchmarks.md holds them
/// against copying memory.
/// </remarks>
internal static unsafe class ColumnLoop
{
    // Rows whose costs fill a page of memory, and how many rows ahead of their use the columns are asked for. The races "Columns" show what it saves:
    // a third of the time of many rows.
    private const int RowsInPage = 4_096 / sizeof(long);
    private const int RowsAhead = 512;

    /// <summary>Writes what rows cost.</summary>
    /// <param name="given">The rows.</param>
    /// <param name="costs">Where the cost of the first of them goes.</param>
    /// <param name="start">The first row to price.</param>
    /// <param name="end">The row after the last one: all steps are full.</param>
    /// <returns>Whether all rows were seen to have a price; false says only that each has to be looked at.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool Price<TRows, TLanes>(TRows given, long* costs, int start, int end)
        where TRows : struct, IColumnRows
        where TLanes : struct, ILanes<TLanes>
    {
        var rows = given;
        var seen = TLanes.All(0);
        for (var row = start; row < end; row += TLanes.Count)
        {
            TLanes.Store(rows.Cost(row, ref seen), costs + row);
        }

        return !TRows.LooksAtSteps && rows.TellPriced(seen);
    }

    /// <summary>Writes what rows cost past the caches: for columns of which nothing would be left in them. The first cost starts a line.</summary>
    /// <inheritdoc cref="Price"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool PriceMany<TRows, TLanes>(TRows given, long* costs, int start, int end)
        where TRows : struct, IColumnRows
        where TLanes : struct, ILanes<TLanes>
    {
        var rows = given;
        var seen = TLanes.All(0);
        for (var row = start; row < end;)
        {
            // What is written isn't read before, but where its page is has to be known.
            CacheLines.Prefetch(costs + row + (2 * RowsInPage));
            for (var page = row + Math.Min(RowsInPage, end - row); row < page;)
            {
                rows.Prefetch(row + RowsAhead);
                rows.LookAtStep(row, ref seen);
                for (var step = row + TLanes.Step; row < step; row += TLanes.Count)
                {
                    TLanes.StoreNonTemporal(rows.Cost(row, ref seen), costs + row);
                }
            }
        }

        return rows.TellPriced(seen);
    }

    /// <summary>Adds up what rows cost, in two parts that can't overflow: the low halves of the costs and the high ones.</summary>
    /// <param name="given">The rows.</param>
    /// <param name="start">The first row to price.</param>
    /// <param name="end">The row after the last one: all steps are full.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (ulong Low, ulong High, bool ArePriced) Sum<TRows, TLanes>(TRows given, int start, int end)
        where TRows : struct, IColumnRows
        where TLanes : struct, ILanes<TLanes>
    {
        var rows = given;
        var total = TLanes.All(0);
        var high = TLanes.All(0);
        var seen = TLanes.All(0);
        for (var row = start; row < end;)
        {
            rows.Prefetch(row + RowsAhead);
            rows.LookAtStep(row, ref seen);
            for (var step = row + TLanes.Step; row < step; row += TLanes.Count)
            {
                var cost = rows.Cost(row, ref seen);
                total += cost;
                high += TLanes.High(cost);
            }
        }

        var highSum = TLanes.Sum(high);
        return (unchecked(TLanes.Sum(total) - (highSum << 32)), highSum, rows.TellPriced(seen));
    }
}
