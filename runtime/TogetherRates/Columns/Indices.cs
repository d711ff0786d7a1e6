using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TogetherRates.Columns;

/// <summary>Many indices of a table at once.</summary>
internal static unsafe class Indices
{
    // Two pages of memory: where the next one is has to be known before it is read.
    private const int Ahead = 4_096;

    /// <summary>Whether all of some numbers are below an end.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="end">The end.</param>
    /// <param name="less">What is taken from each before they are compared, around zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool AreBelow(ReadOnlySpan<ushort> numbers, int end, ushort less = 0)
    {
        var last = (ushort)Math.Clamp(end - 1, 0, ushort.MaxValue);
        var place = 0;
        fixed (ushort* start = numbers)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                var (largest, lessOfAll) = (Vector512<ushort>.Zero, Vector512.Create(less));
                for (; place <= numbers.Length - Vector512<ushort>.Count; place += Vector512<ushort>.Count)
                {
                    CacheLines.Prefetch(start + place + Ahead);
                    largest = Vector512.Max(largest, Vector512.Load(start + place) - lessOfAll);
                }

                if (Vector512.GreaterThanAny(largest, Vector512.Create(last)))
                {
                    return false;
                }
            }
            else
            {
                var (largest, lessOfAll) = (Vector<ushort>.Zero, new Vector<ushort>(less));
                for (; place <= numbers.Length - Vector<ushort>.Count; place += Vector<ushort>.Count)
                {
                    largest = Vector.Max(largest, Vector.Load(start + place) - lessOfAll);
                }

                if (Vector.GreaterThanAny(largest, new Vector<ushort>(last)))
                {
                    return false;
                }
            }

            for (; place < numbers.Length; place++)
            {
                if (unchecked((ushort)(start[place] - less)) > last)
                {
                    return false;
                }
            }
        }

        return end > 0 || numbers.IsEmpty;
    }
}
