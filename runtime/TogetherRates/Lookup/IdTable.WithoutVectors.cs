using System.Runtime.CompilerServices;

namespace TogetherRates;

public static partial class IdTable
{
    // So many lookups of a process go without vectors: as many calls as the runtime waits for before it compiles a method again, optimised.
    private const int WithoutVectors = 30;

    private const ulong OfEachByte = 0x0101_0101_0101_0101;

    private static int Lookups;

    // The runtime takes milliseconds to load the types of vectors, and tenths of one to load a text as large as that of the slots, which the first price would wait for. The race "The first price in
    // a fresh process" shows it. What is lost when threads count at once is a lookup that goes without as well; slots that threads read at once are the same.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong[]? NumbersForNext(ReadOnlySpan<byte> slots, ref ulong[]? numbers)
    {
        if (Lookups < WithoutVectors)
        {
            Lookups++;
            return null;
        }

        return numbers = NumbersOf(slots);
    }

    // Ids that have no blocks always go this way.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int FindWithoutVectors<T>(
        ref T id,
        int length,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<byte> slots,
        ulong[]? numbers,
        string displacements,
        int mask,
        int longest,
        ulong seed,
        int blocks,
        bool ignoreCase,
        bool isAscii)
        where T : unmanaged
    {
        if ((uint)(length - 1) < (uint)longest)
        {
            var hash = HashWithoutVectors(ref id, length, seed, blocks, ignoreCase);
            // The highest bits of the lower half, as a shift by a logarithm would give them too: its type is one more to load.
            var bucket = (uint)(((uint)hash * (ulong)displacements.Length) >> 32);
            var row = RowIn(SlotAt(slots, numbers, PlaceOf(hash, bucket, displacements, mask)), ref id, length, keys, slots, numbers, ignoreCase);
            if (row != 0)
            {
                return row;
            }
        }

        return isAscii || Unsafe.SizeOf<T>() == sizeof(byte) ? 0 : FindTranscoded(ref id, length, keys, slots, numbers, displacements, mask, longest, seed, blocks, ignoreCase);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashWithoutVectors<T>(ref T id, int length, ulong seed, int blocks, bool ignoreCase)
        where T : unmanaged
    {
        if (blocks == 0 || length > MostByBlocks)
        {
            return HashWhole(ref id, length, seed, ignoreCase);
        }

        var last = IdUnits.PlaceOfLast(length);
        var (lower, upper) = (0UL, 0UL);
        for (var block = Blocks - 1; block >= 0; block--)
        {
            if ((blocks & (1 << block)) != 0)
            {
                var place = (int)(block switch { 0 => 0, 1 => IdUnits.ThirdOf(last), 2 => last - IdUnits.ThirdOf(last), _ => last });
                lower = AddBytes(AddBytes(lower, lower), IdUnits.HalfAt(ref id, length, place, ignoreCase));
                upper = AddBytes(AddBytes(upper, upper), IdUnits.HalfAt(ref id, length, place + (IdUnits.PerBlock / 2), ignoreCase));
            }
        }

        var lengths = (uint)length * OfEachByte;
        return HashOf(AddBytes(lower, lengths), AddBytes(upper, lengths), seed);
    }

    // Each byte by itself, as vectors of bytes add up.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AddBytes(ulong left, ulong right)
    {
        const ulong topBits = 0x8080_8080_8080_8080;
        return ((left & ~topBits) + (right & ~topBits)) ^ ((left ^ right) & topBits);
    }
}
