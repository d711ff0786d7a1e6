namespace TogetherRates.Columns;

/// <summary>Takes columns through their passes: in blocks that stay in a cache, on one thread or several, until it is cancelled.</summary>
internal static class ColumnRun
{
    // As many as make the start of a block not count. When a block is checked, the models or sizes of its rows are still in a cache.
    private const int BlockRows = 32_768;

    /// <summary>Writes all costs.</summary>
    public static void Price<TRows>(in ColumnWork<TRows> work, ColumnOptions options, CancellationToken cancellation)
        where TRows : struct, IColumnRows
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads, nameof(options));
        if (options.SinglePass)
        {
            var bad = Run(work, Pass.PriceAndCheck, options.Threads, cancellation, out _);
            if (bad >= 0 || cancellation.IsCancellationRequested)
            {
                work.Fill(ColumnOptions.Unpriced);
            }

            ThrowIfBad(work, bad, cancellation);
            return;
        }

        ThrowIfBad(work, Run(work, Pass.Check, options.Threads, cancellation, out _), cancellation);
        _ = Run(work, Pass.Price, options.Threads, cancellation, out _);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Adds up all costs.</summary>
    public static UInt128 Sum<TRows>(in ColumnWork<TRows> work, ColumnOptions options, CancellationToken cancellation)
        where TRows : struct, IColumnRows
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads, nameof(options));
        ThrowIfBad(work, Run(work, Pass.SumAndCheck, options.Threads, cancellation, out var sum), cancellation);
        return sum;
    }

    // Cancelled first: a thread that was stopped may have missed a row before this one.
    private static void ThrowIfBad<TRows>(in ColumnWork<TRows> work, int row, CancellationToken cancellation)
        where TRows : struct, IColumnRows
    {
        cancellation.ThrowIfCancellationRequested();
        if (row >= 0)
        {
            throw work.Reject(row);
        }
    }

    private static int Run<TRows>(in ColumnWork<TRows> work, Pass pass, int threads, CancellationToken cancellation, out UInt128 sum)
        where TRows : struct, IColumnRows
    {
        // At least one, so that a column of leading rows alone has its block too.
        var blocks = Math.Max(1, (int)((Math.Max(0, (long)work.Count - work.LeadingRows) + BlockRows - 1) / BlockRows));
        return threads > 1 && blocks > 1
            ? RunShared(work, pass, Math.Min(threads, blocks), blocks, cancellation, out sum)
            : RunBlocks(work, pass, 0, blocks, cancellation, out sum);
    }

    private static int RunShared<TRows>(ColumnWork<TRows> work, Pass pass, int threads, int blocks, CancellationToken cancellation, out UInt128 sum)
        where TRows : struct, IColumnRows
    {
        var parts = new (int BadRow, UInt128 Sum)[threads];
        _ = Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var bad = RunBlocks(work, pass, BlockOf(part), BlockOf(part + 1), cancellation, out var partSum);
            parts[part] = (bad, partSum);
        });

        // Parts are in the order of their rows, and each has found its own first bad row.
        sum = default;
        var first = -1;
        foreach (var part in parts)
        {
            sum += part.Sum;
            first = first < 0 ? part.BadRow : first;
        }

        return first;

        int BlockOf(int part) => (int)((long)blocks * part / threads);
    }

    private static int RunBlocks<TRows>(in ColumnWork<TRows> work, Pass pass, int firstBlock, int endBlock, CancellationToken cancellation, out UInt128 sum)
        where TRows : struct, IColumnRows
    {
        sum = default;
        var (leading, count) = (work.LeadingRows, work.Count);
        for (var block = firstBlock; block < endBlock && !cancellation.IsCancellationRequested; block++)
        {
            var start = block == 0 ? 0 : StartOf(block);
            var end = StartOf(block + 1);
            var arePriced = pass switch
            {
                Pass.Price or Pass.PriceAndCheck => work.Price(start, end),
                Pass.SumAndCheck => work.Sum(start, end, ref sum),
                _ => false,
            };

            // Checked last: by then the block is in the cache, and the loops are safe with any index.
            if (!arePriced && pass != Pass.Price && work.FindBadRow(start, end, isWritten: pass != Pass.SumAndCheck) is >= 0 and var bad)
            {
                return bad;
            }
        }

        return -1;

        int StartOf(int block) => (int)Math.Min(leading + ((long)block * BlockRows), count);
    }

    private enum Pass
    {
        Check,
        Price,
        PriceAndCheck,
        SumAndCheck,
    }
}
