namespace TogetherRates.Columns;

/// <summary>Rows to price, with the tables that price them. Their memory doesn't move meanwhile.</summary>
internal interface IColumnRows
{
    /// <summary>How many rows a step of a loop takes, where it takes several at once: two bytes of each fill a line of the cache.</summary>
    public const int StepRows = 32;

    /// <summary>Whether a row is held against tiers, the same for all rows.</summary>
    public static abstract bool HasTiers { get; }

    /// <summary>Whether <see cref="TellPriced"/> has to know what <see cref="LookAtStep"/> sees; else <see cref="Cost"/> sees all.</summary>
    public static abstract bool LooksAtSteps { get; }

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>Whether some rate needs more than 31 bits, so that rows are priced one by one, by <see cref="WideCost"/>.</summary>
    public bool IsWide { get; }

    /// <summary>What some rows cost together, at rates that aren't wide. Rows without a price get some number; nothing is read outside the columns.</summary>
    /// <param name="row">The first of them.</param>
    /// <param name="seen">Gets what <see cref="TellPriced"/> wants to know of them.</param>
    public TLanes Cost<TLanes>(int row, ref TLanes seen)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>Looks at what is quicker to see of all rows of a step than of each.</summary>
    /// <param name="row">The first of them.</param>
    /// <param name="seen">Gets what <see cref="TellPriced"/> wants to know of them.</param>
    public void LookAtStep<TLanes>(int row, ref TLanes seen)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>Whether all rows that were priced and looked at have a price; false says only that each has to be looked at by itself.</summary>
    /// <param name="seen">What was seen of them, from zero on.</param>
    public bool TellPriced<TLanes>(TLanes seen)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>Says that <see cref="StepRows"/> rows from one on will be needed soon; they needn't be there.</summary>
    public void Prefetch(int row);

    /// <summary>What a row costs, exactly, at any rates.</summary>
    public UInt128 WideCost(int row);

    /// <summary>Whether rows can be seen to have a price all together; false says only that each has to be looked at.</summary>
    public bool ArePriced(int start, int count);

    /// <summary>Whether a row has a price.</summary>
    public bool IsPriced(int row);

    /// <summary>Says why a row has no price.</summary>
    public PriceNotFoundException Reject(int row);
}
