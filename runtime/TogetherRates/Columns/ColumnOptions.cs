namespace TogetherRates;

/// <summary>How a column is priced. The default prices on the calling thread, and writes nothing unless every row has a price; only a call that is cancelled may have written some.</summary>
public readonly record struct ColumnOptions
{
    /// <summary>How many threads share the rows; 0 and 1 stand for the calling thread alone. More than one allocate a little each.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Whether rows are checked while they are priced, which reads each of them once instead of twice. If a row then has no price, all
    /// costs are set to <see cref="Unpriced"/>, so that no half of a column can be taken for the whole.
    /// </summary>
    public bool SinglePass { get; init; }

    /// <summary>What stands in every row of the costs where a single pass has failed; no cost is negative.</summary>
    public const long Unpriced = -1;
}
