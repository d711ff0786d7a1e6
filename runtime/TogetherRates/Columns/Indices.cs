using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TogetherRates.Columns;

/// <summary>Many indices of a table at once.</summary>
internal static class Indices
{
    /// <summary>The largest of some numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="less">What is taken from each before they are compared, around zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static ushort Largest(ReadOnlySpan<ushort> numbers, ushort less = 0)
    {
        ushort result = 0;
        var place = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var (largest, lessOfAll) = (Vector512<ushort>.Zero, Vector512.Create(less));
            for (; place <= numbers.Length - Vector512<ushort>.Count; place += Vector512<ushort>.Count)
            {
                largest = Vector512.Max(largest, Vector512.Create(numbers[place..]) - lessOfAll);
            }

            for (var lane = 0; lane < Vector512<ushort>.Count; lane++)
            {
                result = Math.Max(result, largest[lane]);
            }
        }
        else
        {
            var (largest, lessOfAll) = (Vector<ushort>.Zero, new Vector<ushort>(less));
            for (; place <= numbers.Length - Vector<ushort>.Count; place += Vector<ushort>.Count)
            {
                largest = Vector.Max(largest, new Vector<ushort>(numbers[place..]) - lessOfAll);
            }

            for (var lane = 0; lane < Vector<ushort>.Count; lane++)
            {
                result = Math.Max(result, largest[lane]);
            }
        }

        for (; place < numbers.Length; place++)
        {
            result = Math.Max(result, unchecked((ushort)(numbers[place] - less)));
        }

        return result;
    }
}
