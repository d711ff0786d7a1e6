using System.Globalization;
using System.Runtime.InteropServices;

namespace TogetherRates.Columns;

/// <summary>What can be wrong with columns as such.</summary>
internal static class ColumnErrors
{
    /// <summary>A row costs more than its place holds.</summary>
    public static OverflowException TooLarge(int row, UInt128 cost) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"Row {row} costs {cost} units of the column, more than the {long.MaxValue} that one row of it holds: price that row by itself, as Money."));

    /// <summary>Throws unless two columns have as many rows.</summary>
    public static void ThrowIfUneven(int rows, int others, string first, string other)
    {
        if (rows != others)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{other} has {others} rows, but {first} has {rows}: every column has one value for each row."),
                other);
        }
    }

    /// <summary>Throws if costs would be written over what they are made from.</summary>
    public static void ThrowIfOverlapping<T>(ReadOnlySpan<T> column, Span<long> costs, string name)
        where T : unmanaged
    {
        if (MemoryMarshal.AsBytes(column).Overlaps(MemoryMarshal.AsBytes(costs)))
        {
            throw new ArgumentException($"costs lies over {name}: costs need memory of their own.", nameof(costs));
        }
    }
}
