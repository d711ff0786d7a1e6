namespace TogetherRates.Columns;

/// <summary>
/// Some rows at once, each in 64 bits. What a column's loop does is written once against this, and compiled for each width: the paths
/// can't come to different results.
/// </summary>
/// <typeparam name="TSelf">The lanes.</typeparam>
internal unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many rows.</summary>
    public static abstract int Count { get; }

    /// <summary>How many rows a step of a loop takes: <see cref="IColumnRows.StepRows"/>, unless rows come one by one.</summary>
    public static abstract int Step { get; }

    /// <summary>The same in every lane.</summary>
    public static abstract TSelf All(ulong value);

    /// <summary>Numbers of 64 bits.</summary>
    public static abstract TSelf Load(long* values);

    /// <summary>Numbers of 32 bits, widened.</summary>
    public static abstract TSelf Widen(uint* values);

    /// <summary>The rates of models: each index leads to the row of its rates.</summary>
    public static abstract TSelf Pick<TRateRows>(ulong* rates, TRateRows rows, ushort* indices)
        where TRateRows : struct, IRateRows;

    /// <summary>The products of the low halves.</summary>
    public static abstract TSelf Multiply(TSelf left, TSelf right);

    /// <summary>A sum, and a step more where a number is above a bound, both with a sign.</summary>
    public static abstract TSelf AddAbove(TSelf sum, TSelf number, TSelf bound, TSelf step);

    /// <summary>Signs, and those of numbers below 1 or above a last one.</summary>
    public static abstract TSelf AddOutside(TSelf signs, TSelf number, TSelf last);

    /// <summary>The largest of some numbers of 16 bits and of a step's, which are made less by one: zero becomes the largest of all.</summary>
    public static abstract TSelf Largest(TSelf largest, ushort* numbers);

    /// <summary>Whether all numbers of 16 bits are below an end.</summary>
    public static abstract bool AreBelow(TSelf numbers, ushort end);

    /// <summary>Whether a number is negative.</summary>
    public static abstract bool IsAnyNegative(TSelf numbers);

    /// <summary>The high halves.</summary>
    public static abstract TSelf High(TSelf value);

    /// <summary>The sums, cut to 64 bits.</summary>
    public static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>The sum over the lanes, cut to 64 bits.</summary>
    public static abstract ulong Sum(TSelf value);

    /// <summary>Writes the lanes.</summary>
    public static abstract void Store(TSelf value, long* destination);

    /// <summary>Writes the lanes past the caches to an address that is a multiple of their size.</summary>
    public static abstract void StoreNonTemporal(TSelf value, long* destination);
}
