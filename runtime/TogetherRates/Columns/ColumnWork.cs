using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates.Columns;

/// <summary>Rows and where their costs go, priced by the widest lanes that the machine is quick with.</summary>
internal readonly unsafe struct ColumnWork<TRows>
    where TRows : struct, IColumnRows
{
    // 16 MiB of costs don't stay in a cache anyway: written past it, nothing is read that is overwritten. Fewer are found in it afterwards.
    private const int ManyRows = 2 << 20;

    private readonly TRows rows;
    private readonly long* costs;

    public ColumnWork(in TRows rows, long* costs)
    {
        this.rows = rows;
        this.costs = costs;
    }

    /// <summary>How many rows.</summary>
    public int Count => rows.Count;

    /// <summary>How many rows there are up to the first whose cost starts a line of the cache: vectors of costs are quick from there on.</summary>
    public int LeadingRows => CacheLines.UpToStart(costs);

    // Costs that aren't where numbers of 64 bits start, as in a record of a file, can't be written that way.
    private bool AreMany => rows.Count >= ManyRows && (nuint)costs % sizeof(long) == 0;

    // Tiers are loaded for more rows at once; where there are none, more rows at once are no quicker. The races "Columns" were run with both.
    private static bool HasTiers512 => Has512 && TRows.HasTiers;

    // Processors that slow down for wide vectors have them, but say that they aren't accelerated.
    private static bool Has512 => Avx512F.IsSupported && Vector512.IsHardwareAccelerated;

    private static bool Has256 => Avx2.IsSupported && Vector256.IsHardwareAccelerated;

    private static bool Has128 => Vector128.IsHardwareAccelerated;

    /// <summary>Writes what rows cost.</summary>
    /// <returns>Whether all rows were seen to have a price; false says only that each has to be looked at.</returns>
    public bool Price(int start, int end)
    {
        if (rows.IsWide)
        {
            for (var row = start; row < end; row++)
            {
                costs[row] = unchecked((long)(ulong)rows.WideCost(row));
            }

            return false;
        }

        return HasTiers512 ? Price<FourTimes<Lanes512>>(start, end)
            : Has512 ? Price<Lanes512>(start, end)
            : Has256 ? Price<FourTimes<Lanes256>>(start, end)
            : Has128 ? Price<Lanes128>(start, end)
            : Price<ScalarLanes>(start, end);
    }

    /// <summary>Adds what rows cost to a sum.</summary>
    /// <returns>Whether all rows were seen to have a price; false says only that each has to be looked at.</returns>
    public bool Sum(int start, int end, ref UInt128 sum)
    {
        if (rows.IsWide)
        {
            for (var row = start; row < end; row++)
            {
                sum += rows.WideCost(row);
            }

            return false;
        }

        return HasTiers512 ? Sum<FourTimes<Lanes512>>(start, end, ref sum)
            : Has512 ? Sum<Lanes512>(start, end, ref sum)
            : Has256 ? Sum<FourTimes<Lanes256>>(start, end, ref sum)
            : Has128 ? Sum<Lanes128>(start, end, ref sum)
            : Sum<ScalarLanes>(start, end, ref sum);
    }

    /// <summary>The first row that has no price, or costs more than its place holds if it is written; -1 if there is none.</summary>
    public int FindBadRow(int start, int end, bool isWritten)
    {
        var mustFit = isWritten && rows.IsWide;
        if (!mustFit && rows.ArePriced(start, end - start))
        {
            return -1;
        }

        for (var row = start; row < end; row++)
        {
            if (!rows.IsPriced(row) || (mustFit && rows.WideCost(row) > long.MaxValue))
            {
                return row;
            }
        }

        return -1;
    }

    private bool Price<TLanes>(int start, int end)
        where TLanes : struct, ILanes<TLanes>
    {
        var vectors = start + Math.Min(CacheLines.UpToStart(costs + start), end - start);
        var rest = EndOfFull<TLanes>(vectors, end);
        return AreMany
            ? ColumnLoop.PriceMany<TRows, ScalarLanes>(rows, costs, start, vectors)
                & ColumnLoop.PriceMany<TRows, TLanes>(rows, costs, vectors, rest)
                & ColumnLoop.PriceMany<TRows, ScalarLanes>(rows, costs, rest, end)
            : ColumnLoop.Price<TRows, ScalarLanes>(rows, costs, start, vectors)
                & ColumnLoop.Price<TRows, TLanes>(rows, costs, vectors, rest)
                & ColumnLoop.Price<TRows, ScalarLanes>(rows, costs, rest, end);
    }

    private bool Sum<TLanes>(int start, int end, ref UInt128 sum)
        where TLanes : struct, ILanes<TLanes>
    {
        var rest = EndOfFull<TLanes>(start, end);
        var (low, high, arePriced) = ColumnLoop.Sum<TRows, TLanes>(rows, start, rest);
        var (lowRest, highRest, isRestPriced) = ColumnLoop.Sum<TRows, ScalarLanes>(rows, rest, end);
        sum += low + lowRest + ((UInt128)(high + highRest) << 32);
        return arePriced && isRestPriced;
    }

    private static int EndOfFull<TLanes>(int start, int end)
        where TLanes : struct, ILanes<TLanes> =>
        start + ((end - start) / TLanes.Step * TLanes.Step);

    /// <summary>Sets all costs to one number.</summary>
    public void Fill(long cost) => new Span<long>(costs, rows.Count).Fill(cost);

    /// <summary>Says what is wrong with a row.</summary>
    public Exception Reject(int row) => rows.IsPriced(row) ? ColumnErrors.TooLarge(row, rows.WideCost(row)) : rows.Reject(row);
}
