using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TogetherRates;

/// <summary>
/// Finds the rate of a size without a branch to guess wrong: sizes are cut into cells of one width, of which each bound of a tier is a multiple, so that each
/// cell has one rate. Generated code keeps the readable switch beside it; tests hold both to the same rates.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SizeCells
{
    /// <summary>The rate of a size.</summary>
    /// <param name="rates">The rate in each cell. A cell begins one above a multiple of the width, as tiers begin one above a bound.</param>
    /// <param name="width">The width of a cell in parameters, at least one: a constant, so that no processor divides by it. All cells end below 2^63.</param>
    /// <param name="above">The rate above all cells.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <returns>Quanta for a token; 0, which no rate is, below one parameter.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Find(long[] rates, long width, long above, long parameters)
    {
        // What is below one is in a cell of 2^63 or more, where none is.
        var cell = unchecked((ulong)(parameters - 1)) / (ulong)width;
        if (cell >= (uint)rates.Length)
        {
            return parameters > 0 ? above : 0;
        }

        // One load, no second comparison and no jump: docs/benchmarks.md holds this against the switch and a binary search.
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rates), (nint)cell);
    }
}
