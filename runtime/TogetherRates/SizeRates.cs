using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>Finds the rate of a size and prices tokens with it. For generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SizeRates
{
    /// <summary>Finds the rate of a size without a branch to guess wrong.</summary>
    /// <remarks>
    /// Sizes are cut into cells of one width, of which each bound of a tier is a multiple, so that each cell has one rate. Generated code keeps the readable switch
    /// beside it; tests hold both to the same rates.
    /// </remarks>
    /// <param name="rates">The rate in each cell. A cell begins one above a multiple of the width, as tiers begin one above a bound.</param>
    /// <param name="width">The width of a cell in parameters, at least one: a constant, so that no processor divides by it. All cells end below 2^63.</param>
    /// <param name="above">The rate above all cells; 0 where there is none.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <param name="rate">Quanta for a token.</param>
    /// <returns>False above all cells if there is no rate, and below one parameter.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFind(ConstantNumbers rates, long width, long above, long parameters, out long rate)
    {
        // What is below one is in a cell of 2^63 or more, where none is.
        var cell = unchecked((ulong)(parameters - 1)) / (ulong)width;
        if (cell < (uint)rates.Count)
        {
            // One load, no second comparison and no jump: docs/benchmarks.md holds this against the switch and a binary search.
            rate = rates.At((nint)cell);
            return true;
        }

        rate = parameters > 0 ? above : 0;
        return rate > 0;
    }

    /// <summary>What tokens cost, exactly, in one multiplication where 63 bits hold it.</summary>
    /// <remarks>A product of 128 bits takes a price by size a seventh longer: the races of one size tier show it.</remarks>
    /// <param name="rate">Quanta for a token, not negative.</param>
    /// <param name="tokens">How many tokens.</param>
    /// <param name="most">At most <see cref="long.MaxValue"/> divided by <paramref name="rate"/>: a constant.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tokens"/> is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Money Price(long rate, long tokens, long most) =>
        unchecked((ulong)tokens <= (ulong)most) ? new(0, unchecked((ulong)(rate * tokens))) : PriceMany(rate, tokens);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Money PriceMany(long rate, long tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        return new Rate(rate) * tokens;
    }
}
