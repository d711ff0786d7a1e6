using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TogetherRates;

/// <summary>
/// Finds the rate of a size without a branch to guess wrong: sizes are cut into cells of a power of two, so narrow that no cell has more
/// than one bound of a tier in it. Generated code keeps the readable switch beside it; tests hold both to the same rates.
/// </summary>
public static class SizeCells
{
    /// <summary>What a cell is made of: the bound in it, the rate up to the bound, and what is added to the rate above it.</summary>
    private const int Fields = 3;

    /// <summary>The rate of a size.</summary>
    /// <param name="cells">
    /// For each cell the last size up to its bound, the rate there and the difference to the rate above; a cell without a bound has
    /// <see cref="long.MaxValue"/>.
    /// </param>
    /// <param name="shift">The width of a cell as a power of two. A cell begins one above a multiple of it, as tiers begin one above a bound.</param>
    /// <param name="above">The rate above all cells.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <returns>Quanta for a token; 0, which no rate is, below one parameter.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Find(ReadOnlySpan<long> cells, int shift, long above, long parameters)
    {
        var cell = (ulong)(parameters - 1) >> shift;
        if (cell >= (uint)cells.Length / Fields)
        {
            return parameters > 0 ? above : 0;
        }

        // Three loads, no bounds checks and no jump: docs/benchmarks.md holds this against the switch and a binary search.
        ref var fields = ref Unsafe.Add(ref MemoryMarshal.GetReference(cells), (nint)cell * Fields);
        var isAbove = (fields - parameters) >> 63;
        return Unsafe.Add(ref fields, 1) + (Unsafe.Add(ref fields, 2) & isAbove);
    }
}
