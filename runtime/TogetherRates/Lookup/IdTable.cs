using System.Buffers;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace TogetherRates;

/// <summary>Finds an id in the constant tables that the compiler writes for a card with many of them. For generated code only.</summary>
/// <remarks>
/// A perfect hash: a few words of sixteen units, at places where the card's ids differ, lead to the one slot that the id can be in, and one
/// exact comparison decides. Ids in ASCII have the same units as characters and as UTF-8, so that both share the tables. Other ids are in the
/// tables as UTF-8, and characters are transcoded to look for them. Each word of a shorter id is all of it, and zeros behind it; ids of more than
/// 64 units are hashed four units at a time.
/// <para>
/// A slot holds, from its lowest bit: where the id starts in the keys (24 bits), its length in bytes (12), its row (16), whether it isn't
/// ASCII (1), whether it stands for a group of ids with equal words (1), and the lowest bits of its hash (10). A group's slot holds at which
/// slot its members start, their length, and their number instead; members come after the slots that a hash leads to.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class IdTable
{
    private const int NoWord = int.MinValue;

    private const ulong KeyMask = 0xFF_FFFF;
    private const int LengthShift = 24;
    private const int RowShift = 36;
    private const ulong NotAscii = 1UL << 52;
    private const ulong IsGroup = 1UL << 53;
    private const int FingerprintShift = 54;
    private const ulong FingerprintMask = 0x3FFUL << FingerprintShift;
    private const ulong LengthMask = 0xFFFUL << LengthShift;

    // The upper half of the fourth unit of a part, which is free: units of keys are bytes.
    private const int LengthInPart = 56;

    // The smallest unit of memory that a process may read or not.
    private const int PageSize = 4_096;

    // Four blocks cover the longest id that is hashed by words.
    private const int MostInWords = 4 * IdUnits.PerWord;

    // Odd numbers without a pattern: constants of MurmurHash3's finisher.
    private const ulong Multiplier2 = 0xFF51_AFD7_ED55_8CCD;
    private const ulong Multiplier3 = 0xC4CE_B9FE_1A85_EC53;
    private const int UpperRotation = 21;

    // Short enough to be part of an instruction.
    private const ulong LengthMultiplier = 0x2545_F491;

    /// <summary>The row of an id; 0 when there is none.</summary>
    /// <param name="id">The id.</param>
    /// <param name="keys">All ids in UTF-8.</param>
    /// <param name="slots">The slots that a hash leads to, and the members of groups after them.</param>
    /// <param name="displacements">What changes the place of an id among the slots, by its hash.</param>
    /// <param name="mask">The number of slots that a hash leads to, which is a power of two, less one.</param>
    /// <param name="longest">The bytes of the longest id.</param>
    /// <param name="seed">What the words are multiplied with.</param>
    /// <param name="word1">Where the first word is, from the start or, below zero, from the end. None: all ids are hashed whole.</param>
    /// <param name="word2">Where the second word is.</param>
    /// <param name="word3">Where the third word is.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are found in either case.</param>
    /// <param name="isAscii">Whether all ids are in ASCII.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(
        ReadOnlySpan<char> id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<ulong> slots,
        ReadOnlySpan<ushort> displacements,
        int mask,
        int longest,
        ulong seed,
        int word1 = NoWord,
        int word2 = NoWord,
        int word3 = NoWord,
        bool ignoreCase = false,
        bool isAscii = true) =>
        Lookups < WithoutVectors
            ? FindWithoutVectors(ref Unsafe.As<char, Utf16Unit>(ref MemoryMarshal.GetReference(id)), id.Length, keys, slots, displacements, mask, longest, seed, word1, word2, word3, ignoreCase, isAscii)
            : FindWithVectors(ref MemoryMarshal.GetReference(id), id.Length, keys, slots, displacements, mask, longest, seed, word1, word2, word3, ignoreCase, isAscii);

    /// <summary>The row of an id in UTF-8; 0 when there is none.</summary>
    /// <inheritdoc cref="Find(ReadOnlySpan{char}, ReadOnlySpan{byte}, ReadOnlySpan{ulong}, ReadOnlySpan{ushort}, int, int, ulong, int, int, int, bool, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(
        ReadOnlySpan<byte> id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<ulong> slots,
        ReadOnlySpan<ushort> displacements,
        int mask,
        int longest,
        ulong seed,
        int word1 = NoWord,
        int word2 = NoWord,
        int word3 = NoWord,
        bool ignoreCase = false,
        bool isAscii = true) =>
        Lookups < WithoutVectors
            ? FindWithoutVectors(ref Unsafe.As<byte, Utf8Unit>(ref MemoryMarshal.GetReference(id)), id.Length, keys, slots, displacements, mask, longest, seed, word1, word2, word3, ignoreCase, isAscii)
            : FindWithVectors(ref MemoryMarshal.GetReference(id), id.Length, keys, slots, displacements, mask, longest, seed, word1, word2, word3, ignoreCase, isAscii);

    // Inlined into generated code all but the first parameters are constants. A processor that has to guess among ids of all lengths guesses
    // wrong, so what most ids go through has no branch that depends on them. The tables are the compiler's, whose keys end where a slot says: no bounds are checked there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe int FindWithVectors<T>(
        ref T id,
        int length,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<ulong> slots,
        ReadOnlySpan<ushort> displacements,
        int mask,
        int longest,
        ulong seed,
        int word1,
        int word2,
        int word3,
        bool ignoreCase,
        bool isAscii)
        where T : unmanaged
    {
        fixed (T* fixedId = &id)
        {
            // Sixteen units are read of shorter ids as well, which is safe unless the page ends before: where all of these bits are set, it might.
            var lastOfPage = (nuint)(PageSize - (IdUnits.PerWord * sizeof(T)));
            if (word1 == NoWord || (uint)(length - 1) >= MostInWords || ((~(nuint)fixedId & lastOfPage) == 0 && length < IdUnits.PerWord))
            {
                return FindWithoutVectors(ref id, length, keys, slots, displacements, mask, longest, seed, word1, word2, word3, ignoreCase, isAscii);
            }

            var units = (nint)(uint)length;
            var ofId = IdUnits.OfId(length);
            var words = Vector128<byte>.Zero;
            words = word3 == NoWord ? words : Twice(IdUnits.WordAt(ref id, units, word3, ignoreCase));
            words = word2 == NoWord ? words : Twice(words + IdUnits.WordAt(ref id, units, word2, ignoreCase));
            words += IdUnits.WordAt(ref id, units, word1, ignoreCase);
            var hash = HashOf(words & ofId, units, seed);
            var slot = SlotOf(hash, slots, displacements, mask);
            if (MayBe<T>(slot, hash, length))
            {
                // A short key at the end of all has no sixteen bytes.
                var isFound = (long)(slot & KeyMask) > keys.Length - IdUnits.PerWord
                    ? IsKey(ref id, length, keys, slot, ignoreCase)
                    : IdUnits.AreBlocksEqual(ref id, ref KeyOf(slot, keys), units, ofId, ignoreCase);
                if (isFound)
                {
                    return RowOf(slot);
                }
            }
            else if (MayBe<T>(slot ^ IsGroup, hash, length))
            {
                var row = FindMember(ref id, length, keys, slots, slot, ignoreCase);
                if (row != 0)
                {
                    return row;
                }
            }
        }

        return isAscii || Unsafe.SizeOf<T>() == sizeof(byte) ? 0 : FindTranscoded(ref id, length, keys, slots, displacements, mask, longest, seed, word1, word2, word3, ignoreCase);
    }

    /// <summary>The ids by their rows, the one of row 1 first, without aliases.</summary>
    /// <param name="keys">All ids in UTF-8, the aliases after all others.</param>
    /// <param name="slots">The slots.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="aliases">Where the aliases start in the keys.</param>
    public static string[] ToStrings(ReadOnlySpan<byte> keys, ReadOnlySpan<ulong> slots, int rows, int aliases)
    {
        var ids = new string[rows];
        foreach (var slot in slots)
        {
            var start = (int)(slot & KeyMask);
            if (slot != 0 && (slot & IsGroup) == 0 && start < aliases)
            {
                ids[RowOf(slot) - 1] = Encoding.UTF8.GetString(keys.Slice(start, (int)(slot >> LengthShift) & 0xFFF));
            }
        }

        return ids;
    }

    /// <summary>Ids in ordinal order.</summary>
    /// <param name="ids">The ids.</param>
    public static string[] Sorted(string[] ids)
    {
        var sorted = (string[])ids.Clone();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    // Words are added up so that each counts differently: fewer instructions than to multiply each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Twice(Vector128<byte> words) => words + words;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOf(Vector128<byte> words, nint length, ulong seed)
    {
        var lower = IdUnits.HalvesOf(words, out var upper);
        return HashOf(lower, upper, length, seed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOf(ulong lower, ulong upper, nint length, ulong seed)
    {
        // A product changes little where only the last units of a half differ, in the same bits for both halves: so each has bits of its own.
        return Finish(((ulong)length * LengthMultiplier) + (lower * seed) + BitOperations.RotateLeft(upper * (seed * Multiplier3), UpperRotation));
    }

    // The upper half says where to look. A product's upper bits know of all bits below, and its lower ones of none above: so they meet first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Finish(ulong hash) => (hash ^ (hash >> 32)) * Multiplier2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SlotOf(ulong hash, ReadOnlySpan<ulong> slots, ReadOnlySpan<ushort> displacements, int mask)
    {
        var displacement = Unsafe.Add(ref MemoryMarshal.GetReference(displacements), (nint)(hash >> (64 - BitOperations.Log2((uint)displacements.Length))));
        return Unsafe.Add(ref MemoryMarshal.GetReference(slots), (nint)(uint)(((int)(hash >> 32) & mask) ^ displacement));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Utf8Unit KeyOf(ulong slot, ReadOnlySpan<byte> keys) =>
        ref Unsafe.As<byte, Utf8Unit>(ref Unsafe.Add(ref MemoryMarshal.GetReference(keys), (nint)(slot & KeyMask)));

    // Almost all of what isn't there ends here. Characters can only equal bytes of another alphabet's UTF-8 by accident.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayBe<T>(ulong slot, ulong hash, int length)
        where T : unmanaged =>
        ((slot ^ (hash << FingerprintShift) ^ ((ulong)(uint)length << LengthShift)) & (FingerprintMask | LengthMask | IsGroup | (Unsafe.SizeOf<T>() == sizeof(char) ? NotAscii : 0))) == 0;

    private static int RowOf(ulong slot) => (int)(slot >> RowShift) & 0xFFFF;

    private static ulong HashWhole<T>(ref T start, int length, ulong seed, bool ignoreCase)
        where T : unmanaged
    {
        var hash = (ulong)(uint)length << LengthInPart;
        if (length < IdUnits.PerPart)
        {
            return Finish((hash + IdUnits.ShortPart(ref start, length, ignoreCase)) * seed);
        }

        for (var i = 0; i < length; i += IdUnits.PerPart)
        {
            hash = (hash ^ (hash >> 32) ^ IdUnits.Part(ref Unsafe.Add(ref start, Math.Min(i, length - IdUnits.PerPart)), ignoreCase)) * seed;
        }

        return Finish(hash);
    }

    private static int RowIn<T>(ulong slot, ref T id, int length, ulong hash, ReadOnlySpan<byte> keys, ReadOnlySpan<ulong> slots, bool ignoreCase)
        where T : unmanaged =>
        MayBe<T>(slot, hash, length) && IsKey(ref id, length, keys, slot, ignoreCase) ? RowOf(slot)
        : MayBe<T>(slot ^ IsGroup, hash, length) ? FindMember(ref id, length, keys, slots, slot, ignoreCase)
        : 0;

    private static bool IsKey<T>(ref T id, int length, ReadOnlySpan<byte> keys, ulong slot, bool ignoreCase)
        where T : unmanaged =>
        IdUnits.AreEqual(ref id, ref KeyOf(slot, keys), length, ignoreCase);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindMember<T>(ref T id, int length, ReadOnlySpan<byte> keys, ReadOnlySpan<ulong> slots, ulong group, bool ignoreCase)
        where T : unmanaged
    {
        foreach (var slot in slots.Slice((int)(group & KeyMask), RowOf(group)))
        {
            if ((Unsafe.SizeOf<T>() == sizeof(byte) || (slot & NotAscii) == 0) && IsKey(ref id, length, keys, slot, ignoreCase))
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
        ReadOnlySpan<ulong> slots,
        ReadOnlySpan<ushort> displacements,
        int mask,
        int longest,
        ulong seed,
        int word1,
        int word2,
        int word3,
        bool ignoreCase)
        where T : unmanaged
    {
        var characters = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, char>(ref id), length);
        if (characters.Length > longest || Ascii.IsValid(characters))
        {
            return 0;
        }

        // Half a surrogate pair isn't in any key, and neither is what takes more bytes than the longest key.
        Span<byte> utf8 = stackalloc byte[longest];
        return Utf8.FromUtf16(characters, utf8, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            ? Find(utf8[..written], keys, slots, displacements, mask, longest, seed, word1, word2, word3, ignoreCase)
            : 0;
    }
}
