using System.Buffers;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;
using System.Text.Unicode;

namespace TogetherRates;

/// <summary>Finds an id in the constant tables that the compiler writes for a card with many of them. For generated code only.</summary>
/// <remarks>
/// A perfect hash: the blocks of sixteen units in which the card's ids differ lead to the one slot that the id can be in, and one exact
/// comparison of all blocks decides. Ids in ASCII have the same units as characters and as UTF-8, so that both share the tables. Other ids are in the
/// tables as UTF-8, and characters are transcoded to look for them. The blocks of an id lie as far from each other as all of it takes; each block of an
/// id of less than 16 units is all of it, and zeros behind it. Blocks are all of an id of up to 64 units; longer ones are compared once more as a
/// whole, and those of more than 127 units are hashed as a whole too, four units at a time.
/// <para>
/// What is hashed are the blocks, added up, and the length: as four numbers of 32 bits, each of which a part of the seed is added to, multiplied in pairs (NH of
/// RFC 4418). The upper half of the hash and the highest bits of the lower say where to look.
/// </para>
/// <para>
/// A slot holds, from its lowest bit: the id's length in bytes (12 bits of 16, of which the highest says that it isn't ASCII or has a zero), its row (16), and where it
/// starts in the keys (28), which go on for sixteen bytes behind the last. A slot of row 0 stands for a group of ids of one length with equal
/// hashes: it holds at which slot they start. They come after the slots that a hash leads to, with a slot of 0 behind them.
/// </para>
/// <para>
/// Slots are written in digits of six bits, the highest first, of which '0' is the first and those in the order of ASCII are the next, ten to a slot and sixteen slots to a line. The first lookups
/// read of them what they need; for the others all are read once, as numbers.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class IdTable
{
    // Which blocks are hashed. Together they are all of an id of 64 units.
    private const int First = 1;
    private const int Second = 2;
    private const int Third = 4;
    private const int Last = 8;

    private const int LengthMask = (1 << 12) - 1;

    // What mixes the parts of an id that is hashed as a whole, and makes two seeds of one: an odd number of many bits, and half of its bits.
    private const ulong Mixer = 0x9E37_79B9_7F4A_7C15;
    private const int MixedBits = 32;

    private const int NotAscii = 1 << 15;
    private const int RowShift = 16;
    private const int KeyShift = 32;
    private const int DigitsPerSlot = 10;
    private const int BitsPerDigit = 6;
    private const int LogOfSlotsPerLine = 4;

    // The smallest unit of memory that a process may read or not.
    private const int PageSize = 4_096;

    private const int Blocks = 4;
    private const int MostInBlocks = Blocks * IdUnits.PerBlock;

    // The length has to fit a signed byte of the vector that masks what isn't of a shorter id.
    private const int MostByBlocks = sbyte.MaxValue;

    /// <summary>The row of an id; 0 when there is none.</summary>
    /// <param name="id">The id.</param>
    /// <param name="keys">All ids in UTF-8.</param>
    /// <param name="slots">The slots that a hash leads to, and the members of groups after them.</param>
    /// <param name="numbers">The slots as numbers, once they are.</param>
    /// <param name="displacements">What changes the place of an id among the slots, by its hash.</param>
    /// <param name="mask">The number of slots that a hash leads to, which is a power of two, less one.</param>
    /// <param name="longest">The bytes of the longest id.</param>
    /// <param name="seed">What is added to the blocks before they are multiplied.</param>
    /// <param name="blocks">The blocks that are hashed: 1 for the one at the start, 2 and 4 for the two between, 8 for the one at the end. 0: all ids are hashed whole.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are found in either case.</param>
    /// <param name="isAscii">Whether all ids are in ASCII.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(
        ReadOnlySpan<char> id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<byte> slots,
        ref ulong[]? numbers,
        string displacements,
        int mask,
        int longest,
        ulong seed,
        int blocks,
        bool ignoreCase = false,
        bool isAscii = true) =>
        numbers is not null
            ? FindWithVectors(ref MemoryMarshal.GetReference(id), id.Length, keys, slots, numbers, displacements, mask, longest, seed, blocks, ignoreCase, isAscii)
            : FindWithoutVectors(ref Unsafe.As<char, Utf16Unit>(ref MemoryMarshal.GetReference(id)), id.Length, keys, slots, NumbersForNext(slots, ref numbers), displacements, mask, longest, seed, blocks, ignoreCase, isAscii);

    /// <summary>The row of an id in UTF-8; 0 when there is none.</summary>
    /// <inheritdoc cref="Find(ReadOnlySpan{char}, ReadOnlySpan{byte}, ReadOnlySpan{byte}, ref ulong[], string, int, int, ulong, int, bool, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(
        ReadOnlySpan<byte> id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<byte> slots,
        ref ulong[]? numbers,
        string displacements,
        int mask,
        int longest,
        ulong seed,
        int blocks,
        bool ignoreCase = false,
        bool isAscii = true) =>
        numbers is not null
            ? FindWithVectors(ref MemoryMarshal.GetReference(id), id.Length, keys, slots, numbers, displacements, mask, longest, seed, blocks, ignoreCase, isAscii)
            : FindWithoutVectors(ref Unsafe.As<byte, Utf8Unit>(ref MemoryMarshal.GetReference(id)), id.Length, keys, slots, NumbersForNext(slots, ref numbers), displacements, mask, longest, seed, blocks, ignoreCase, isAscii);

    // Not by the characters of the string: to get them the runtime has a method and a type more to find before the first price, a twentieth of the way to it.
    /// <summary>The row of an id that is a string; 0 when there is none, and for null.</summary>
    /// <inheritdoc cref="Find(ReadOnlySpan{char}, ReadOnlySpan{byte}, ReadOnlySpan{byte}, ref ulong[], string, int, int, ulong, int, bool, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(
        string? id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<byte> slots,
        ref ulong[]? numbers,
        string displacements,
        int mask,
        int longest,
        ulong seed,
        int blocks,
        bool ignoreCase = false,
        bool isAscii = true) =>
        id is null ? 0
        : numbers is not null
            ? FindWithVectors(ref Unsafe.AsRef(in id.GetPinnableReference()), id.Length, keys, slots, numbers, displacements, mask, longest, seed, blocks, ignoreCase, isAscii)
            : FindWithoutVectors(ref Unsafe.As<char, Utf16Unit>(ref Unsafe.AsRef(in id.GetPinnableReference())), id.Length, keys, slots, NumbersForNext(slots, ref numbers), displacements, mask, longest, seed, blocks, ignoreCase, isAscii);

    // Inlined into generated code all but the first parameters are constants. A processor that has to guess among ids of all lengths guesses
    // wrong, so what most ids go through has no branch that depends on them. The tables are the compiler's, whose keys end where a slot says: no bounds are checked there.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe int FindWithVectors<T>(
        ref T id,
        int length,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<byte> slots,
        ulong[] numbers,
        string displacements,
        int mask,
        int longest,
        ulong seed,
        int blocks,
        bool ignoreCase,
        bool isAscii)
        where T : unmanaged
    {
        fixed (T* fixedId = &id)
        {
            // Sixteen units are read of shorter ids as well, which is safe unless the page ends before: where all of these bits are set, it might.
            var lastOfPage = (nuint)(PageSize - (IdUnits.PerBlock * sizeof(T)));
            if (blocks == 0 || (uint)(length - 1) >= MostByBlocks || ((~(nuint)fixedId & lastOfPage) == 0 && length < IdUnits.PerBlock))
            {
                return FindWithoutVectors(ref id, length, keys, slots, numbers, displacements, mask, longest, seed, blocks, ignoreCase, isAscii);
            }

            var lengths = Vector128.Create((byte)length);
            var ofId = IdUnits.OfId(lengths);
            var place4 = IdUnits.PlaceOfLast(length);
            var place2 = IdUnits.ThirdOf(place4);
            var place3 = place4 - place2;
            var first = (blocks & First) == 0 ? default : IdUnits.BlockAt(ref id, 0);
            var second = (blocks & Second) == 0 ? default : IdUnits.BlockAt(ref id, place2);
            var third = (blocks & Third) == 0 ? default : IdUnits.BlockAt(ref id, place3);
            var last = (blocks & Last) == 0 ? default : IdUnits.BlockAt(ref id, place4);

            // Added up so that each counts differently: fewer instructions than to multiply each.
            var sum = Vector128<byte>.Zero;
            sum = (blocks & Last) == 0 ? sum : IdUnits.Hashed(last, ignoreCase);
            sum = (blocks & Third) == 0 ? sum : sum + sum + IdUnits.Hashed(third, ignoreCase);
            sum = (blocks & Second) == 0 ? sum : sum + sum + IdUnits.Hashed(second, ignoreCase);
            sum = (blocks & First) == 0 ? sum : sum + sum + IdUnits.Hashed(first, ignoreCase);
            var hash = HashOf((sum & ofId) + lengths, seed);
            var slot = NumberAt(numbers, PlaceOf(hash, (uint)hash >> (32 - BitOperations.Log2((uint)displacements.Length)), displacements, mask));
            if (MayBe<T>(slot, length))
            {
                var row = RowOf(slot);
                if (row == 0)
                {
                    row = FindMember(ref id, length, keys, slots, numbers, slot, ignoreCase, byBlocks: length >= IdUnits.PerBlock);
                    if (row != 0)
                    {
                        return row;
                    }
                }
                else
                {
                    ref var key = ref KeyOf(slot, keys);
                    first = (blocks & First) == 0 ? IdUnits.BlockAt(ref id, 0) : first;
                    second = (blocks & Second) == 0 ? IdUnits.BlockAt(ref id, place2) : second;
                    third = (blocks & Third) == 0 ? IdUnits.BlockAt(ref id, place3) : third;
                    last = (blocks & Last) == 0 ? IdUnits.BlockAt(ref id, place4) : last;
                    var difference = (IdUnits.Difference(first, ref key, 0, ignoreCase) | IdUnits.Difference(second, ref key, place2, ignoreCase))
                        | (IdUnits.Difference(third, ref key, place3, ignoreCase) | IdUnits.Difference(last, ref key, place4, ignoreCase));
                    if ((difference & ofId) == Vector128<byte>.Zero && (length <= MostInBlocks || IdUnits.AreEqualByBlocks(ref id, ref key, length, ignoreCase)))
                    {
                        return row;
                    }
                }
            }
        }

        return isAscii || Unsafe.SizeOf<T>() == sizeof(byte) ? 0 : FindTranscoded(ref id, length, keys, slots, numbers, displacements, mask, longest, seed, blocks, ignoreCase);
    }

    // The language would call MemoryExtensions.AsSpan, whose library nothing else on the way to a first price needs. To load it takes a quarter of that way.
    /// <summary>The characters of an id; none for null.</summary>
    /// <param name="id">The id.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<char> CharactersOf(string? id) =>
        id is null ? default : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AsRef(in id.GetPinnableReference()), id.Length);

    /// <summary>The ids by their rows, the one of row 1 first, without aliases.</summary>
    /// <param name="keys">All ids in UTF-8, the aliases after all others.</param>
    /// <param name="slots">The slots.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="aliases">Where the aliases start in the keys.</param>
    public static string[] ToStrings(ReadOnlySpan<byte> keys, ReadOnlySpan<byte> slots, int rows, int aliases)
    {
        var ids = new string[rows];
        Span<char> characters = stackalloc char[LengthMask];
        for (var i = 0; i < CountOf(slots); i++)
        {
            var slot = ReadSlot(slots, i);
            var start = (int)(slot >> KeyShift);
            if (RowOf(slot) != 0 && start < aliases)
            {
                ids[RowOf(slot) - 1] = TextOf(keys.Slice(start, (int)slot & LengthMask), characters);
            }
        }

        return ids;
    }

    // One character at a time: an encoding loads the types of vectors, which take longer than all ids.
    private static string TextOf(ReadOnlySpan<byte> utf8, Span<char> characters)
    {
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] >= 0x80)
            {
                return Encoding.UTF8.GetString(utf8);
            }

            characters[i] = (char)utf8[i];
        }

        return new string(characters[..utf8.Length]);
    }

    /// <summary>Ids in ordinal order.</summary>
    /// <param name="ids">The ids.</param>
    public static string[] Sorted(string[] ids)
    {
        var sorted = (string[])ids.Clone();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOf(Vector128<byte> read, ulong seed)
    {
        if (!Sse2.IsSupported)
        {
            var lower = IdUnits.HalvesOf(read, out var upper);
            return HashOf(lower, upper, seed);
        }

        var numbers = read.AsUInt32() + Vector128.Create(seed, SecondOf(seed)).AsUInt32();
        var products = Sse2.Multiply(numbers, (numbers.AsUInt64() >>> 32).AsUInt32());
        return (products + Sse2.UnpackHigh(products, products)).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOf(ulong lower, ulong upper, ulong seed) => ProductOf(lower, seed) + ProductOf(upper, SecondOf(seed));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ProductOf(ulong half, ulong seed) => (ulong)((uint)half + (uint)seed) * ((uint)(half >> 32) + (uint)(seed >> 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SecondOf(ulong seed) => seed * Mixer;

    // Where the slot is that a hash leads to.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint PlaceOf(ulong hash, uint bucket, string displacements, int mask) =>
        (nint)(uint)(((int)(hash >> 32) & mask) ^ Unsafe.Add(ref Unsafe.AsRef(in displacements.GetPinnableReference()), (nint)bucket));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong NumberAt(ulong[] numbers, nint index) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SlotAt(ReadOnlySpan<byte> slots, ulong[]? numbers, nint index) => numbers is null ? ReadSlot(slots, index) : NumberAt(numbers, index);

    // Each line starts with its end, as a text does that starts below the quote that opens it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadSlot(ReadOnlySpan<byte> slots, nint index)
    {
        ref var digits = ref Unsafe.Add(ref MemoryMarshal.GetReference(slots), (index * DigitsPerSlot) + (index >> LogOfSlotsPerLine) + 1);
        var slot = 0UL;
        for (var i = 0; i < DigitsPerSlot; i++)
        {
            slot = (slot << BitsPerDigit) + Unsafe.Add(ref digits, i) - '0';
        }

        return slot;
    }

    private static int CountOf(ReadOnlySpan<byte> slots)
    {
        const int lineLength = (DigitsPerSlot << LogOfSlotsPerLine) + 1;
        return (slots.Length - ((slots.Length + lineLength - 1) / lineLength)) / DigitsPerSlot;
    }

    internal static ulong[] NumbersOf(ReadOnlySpan<byte> slots)
    {
        var numbers = new ulong[CountOf(slots)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = ReadSlot(slots, i);
        }

        return numbers;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Utf8Unit KeyOf(ulong slot, ReadOnlySpan<byte> keys) =>
        ref Unsafe.As<byte, Utf8Unit>(ref Unsafe.Add(ref Unsafe.AsRef(in keys[0]), (nint)(slot >> KeyShift)));

    // What isn't there mostly ends here: it has found the slot of a shorter or a longer id, or an empty one. Characters can only equal bytes of another alphabet's UTF-8
    // by accident.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayBe<T>(ulong slot, int length)
        where T : unmanaged =>
        (Unsafe.SizeOf<T>() == sizeof(byte) ? (int)slot & LengthMask : (ushort)slot) == length;

    private static int RowOf(ulong slot) => (int)((uint)slot >> RowShift);

    private static ulong HashWhole<T>(ref T start, int length, ulong seed, bool ignoreCase)
        where T : unmanaged
    {
        if (length < IdUnits.PerPart)
        {
            return HashOf(IdUnits.ShortPart(ref start, length, ignoreCase), (uint)length, seed);
        }

        var mixed = 0UL;
        for (var i = 0; i < length; i += IdUnits.PerPart)
        {
            mixed = (mixed ^ IdUnits.Part(ref Unsafe.Add(ref start, Math.Min(i, length - IdUnits.PerPart)), ignoreCase)) * Mixer;
            mixed ^= mixed >> MixedBits;
        }

        return HashOf(mixed, (uint)length, seed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int RowIn<T>(ulong slot, ref T id, int length, ReadOnlySpan<byte> keys, ReadOnlySpan<byte> slots, ulong[]? numbers, bool ignoreCase)
        where T : unmanaged =>
        !MayBe<T>(slot, length) ? 0
        : RowOf(slot) == 0 ? FindMember(ref id, length, keys, slots, numbers, slot, ignoreCase, byBlocks: false)
        : IdUnits.AreEqual(ref id, ref KeyOf(slot, keys), length, ignoreCase) ? RowOf(slot)
        : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindMember<T>(
        ref T id, int length, ReadOnlySpan<byte> keys, ReadOnlySpan<byte> slots, ulong[]? numbers, ulong group, bool ignoreCase, bool byBlocks)
        where T : unmanaged
    {
        for (var i = (int)(group >> KeyShift); SlotAt(slots, numbers, i) is not 0 and var slot; i++)
        {
            if (Unsafe.SizeOf<T>() != sizeof(byte) && (slot & NotAscii) != 0)
            {
                continue;
            }

            ref var key = ref KeyOf(slot, keys);
            if (byBlocks ? IdUnits.AreEqualByBlocks(ref id, ref key, length, ignoreCase) : IdUnits.AreEqual(ref id, ref key, length, ignoreCase))
            {
                return RowOf(slot);
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindTranscoded<T>(
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
        bool ignoreCase)
        where T : unmanaged
    {
        var characters = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, char>(ref id), length);
        if (characters.Length > longest || (Ascii.IsValid(characters) && !characters.Contains('\0')))
        {
            return 0;
        }

        // Half a surrogate pair isn't in any key, and neither is what takes more bytes than the longest key.
        Span<byte> utf8 = stackalloc byte[longest];
        return Utf8.FromUtf16(characters, utf8, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            ? FindWithoutVectors(ref Unsafe.As<byte, Utf8Unit>(ref MemoryMarshal.GetReference(utf8)), written, keys, slots, numbers, displacements, mask, longest, seed, blocks, ignoreCase, isAscii: true)
            : 0;
    }
}
