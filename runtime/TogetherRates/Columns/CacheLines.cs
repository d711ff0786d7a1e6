using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates.Columns;

/// <summary>How memory comes to the processor: by lines, and sooner where it is told.</summary>
internal static unsafe class CacheLines
{
    private const int Length = 64;

    /// <summary>
    /// How many values there are up to the first that starts a line; where none does, up to the last before one starts. To write over the end of one takes twice as long.
    /// </summary>
    public static int UpToStart(long* address) => (int)(((Length - ((nuint)address % Length)) % Length) / sizeof(long));

    /// <summary>
    /// Has memory brought into the caches, where the processor can be told to; memory that isn't there is no error. What it saves is less the reading,
    /// which processors see coming, than to find out where the next pages are, which they wait for.
    /// </summary>
    /// <param name="start">The first value.</param>
    /// <param name="count">How many values: whole lines of them, or one for its line.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(T* start, int count = 1)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            for (var offset = 0; offset < count * sizeof(T); offset += Length)
            {
                Sse.Prefetch0((byte*)start + offset);
            }
        }
    }
}
