using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>Where the rates of a model stand in a table of rates.</summary>
internal interface IRateRows
{
    /// <summary>What four indices side by side are cut to, so that they stay inside the table: the number of its models, a power of two, less one, four times.</summary>
    public ulong Mask { get; }

    /// <summary>The row of rates of a model by its index, which is inside the table; of an index without a model some row.</summary>
    public nuint Of(nuint index);
}

/// <summary>Models that share rows of rates: as few rows as there are different ones.</summary>
internal readonly unsafe struct SharedRateRows : IRateRows
{
    /// <summary>The row of rates of each model.</summary>
    public required ushort* Rows { get; init; }

    public required ulong Mask { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint Of(nuint index) => Rows[index];
}

/// <summary>Models with a row of rates each: one load less for each row of a column.</summary>
internal readonly struct OwnRateRows : IRateRows
{
    public required ulong Mask { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint Of(nuint index) => index;
}
