using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace TogetherRates;

/// <summary>Finds an id in the constant tables that the compiler writes for a card with many of them. For generated code only.</summary>
/// <remarks>
/// A perfect hash: a few words of four characters, at places where the card's ids differ, lead to the one slot that the id can be in,
/// and one exact comparison decides. Everything is looked at as units of 16 bits, so that characters and UTF-8 bytes share the tables: an
/// id in ASCII has the same units in both. Other ids are in the tables as UTF-8, and characters are transcoded to look for them.
/// <para>
/// A slot holds, from its lowest bit: where the id starts in the keys (24 bits), its length in bytes (12), its row (16), the lowest bits
/// of its hash (10), whether it isn't ASCII (1), and whether it stands for a group of ids with equal words (1). A group's slot holds where
/// its members start among the chained ones, their length, and their number instead.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class IdTable
{
    private const int NoWord = int.MinValue;

    private const int LengthShift = 24;
    private const int RowShift = 36;
    private const int FingerprintShift = 52;
    private const ulong StartMask = 0xFF_FFFF;
    private const ulong LengthMask = 0xFFFUL << LengthShift;
    private const ulong FingerprintMask = 0x3FFUL << FingerprintShift;
    private const ulong NotAscii = 1UL << 62;

    /// <summary>The row of an id; 0 when there is none.</summary>
    /// <param name="id">The id.</param>
    /// <param name="keys">All ids in UTF-8.</param>
    /// <param name="slots">The slots; a power of two.</param>
    /// <param name="displacements">What changes the place of an id among the slots, by its hash; a power of two.</param>
    /// <param name="chained">The members of the groups of ids with equal words.</param>
    /// <param name="longest">The bytes of the longest id, at least 4.</param>
    /// <param name="seed">What the words are multiplied with.</param>
    /// <param name="word1">Where the first word is, from the start or, below zero, from the end. None: the whole id is hashed.</param>
    /// <param name="word2">Where the second word is.</param>
    /// <param name="word3">Where the third word is.</param>
    /// <param name="word4">Where the fourth word is.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are found in either case.</param>
    /// <param name="isAscii">Whether all ids are in ASCII.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(
        ReadOnlySpan<char> id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<ulong> slots,
        ReadOnlySpan<ushort> displacements,
        ReadOnlySpan<ulong> chained,
        int longest,
        ulong seed,
        int word1 = NoWord,
        int word2 = NoWord,
        int word3 = NoWord,
        int word4 = NoWord,
        bool ignoreCase = false,
        bool isAscii = true)
    {
        var row = Find<char>(id, keys, slots, displacements, chained, longest, seed, word1, word2, word3, word4, ignoreCase);
        return isAscii || row != 0
            ? row
            : FindTranscoded(id, keys, slots, displacements, chained, longest, seed, word1, word2, word3, word4, ignoreCase);
    }

    /// <summary>The row of an id in UTF-8; 0 when there is none.</summary>
    /// <inheritdoc cref="Find(ReadOnlySpan{char}, ReadOnlySpan{byte}, ReadOnlySpan{ulong}, ReadOnlySpan{ushort}, ReadOnlySpan{ulong}, int, ulong, int, int, int, int, bool, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(
        ReadOnlySpan<byte> id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<ulong> slots,
        ReadOnlySpan<ushort> displacements,
        ReadOnlySpan<ulong> chained,
        int longest,
        ulong seed,
        int word1 = NoWord,
        int word2 = NoWord,
        int word3 = NoWord,
        int word4 = NoWord,
        bool ignoreCase = false) =>
        Find<byte>(id, keys, slots, displacements, chained, longest, seed, word1, word2, word3, word4, ignoreCase);

    /// <summary>The ids by their rows, the one of row 1 first, without aliases.</summary>
    /// <param name="keys">All ids in UTF-8, the aliases after all others.</param>
    /// <param name="slots">The slots.</param>
    /// <param name="chained">The members of the groups of ids with equal words.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="aliases">Where the aliases start in the keys.</param>
    public static string[] ToStrings(ReadOnlySpan<byte> keys, ReadOnlySpan<ulong> slots, ReadOnlySpan<ulong> chained, int rows, int aliases)
    {
        var ids = new string[rows];
        Decode(keys, slots, aliases, ids);
        Decode(keys, chained, aliases, ids);
        return ids;

        static void Decode(ReadOnlySpan<byte> keys, ReadOnlySpan<ulong> slots, int aliases, string[] ids)
        {
            foreach (var slot in slots)
            {
                var isGroup = (long)slot < 0;
                if (slot != 0 && !isGroup && StartOf(slot) < aliases)
                {
                    ids[RowOf(slot) - 1] = Encoding.UTF8.GetString(keys.Slice(StartOf(slot), LengthOf(slot)));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find<T>(
        ReadOnlySpan<T> id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<ulong> slots,
        ReadOnlySpan<ushort> displacements,
        ReadOnlySpan<ulong> chained,
        int longest,
        ulong seed,
        int word1,
        int word2,
        int word3,
        int word4,
        bool ignoreCase)
        where T : unmanaged
    {
        // One comparison for what is shorter than a word and what is longer than any id.
        if ((uint)(id.Length - IdUnits.PerWord) > (uint)(longest - IdUnits.PerWord))
        {
            return id.Length is > 0 and < IdUnits.PerWord ? FindShort(id, keys, slots, displacements, chained, seed, ignoreCase) : 0;
        }

        ref var start = ref MemoryMarshal.GetReference(id);
        var fold = ignoreCase ? IdUnits.CaseBits : 0;
        var hash = word1 == NoWord
            ? HashAll(ref start, id.Length, seed, fold)
            : (WordAt(ref start, id.Length, word1, fold) + LengthPart(id.Length)) * seed;
        hash += WordAt(ref start, id.Length, word2, fold) * (seed * Multiplier2);
        hash += WordAt(ref start, id.Length, word3, fold) * (seed * Multiplier3);
        hash += WordAt(ref start, id.Length, word4, fold) * (seed * Multiplier4);
        return FindHash(hash, id, keys, slots, displacements, chained, ignoreCase);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindShort<T>(
        ReadOnlySpan<T> id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<ulong> slots,
        ReadOnlySpan<ushort> displacements,
        ReadOnlySpan<ulong> chained,
        ulong seed,
        bool ignoreCase)
        where T : unmanaged =>
        FindHash(
            (IdUnits.ShortWord(ref MemoryMarshal.GetReference(id), id.Length, ignoreCase ? IdUnits.CaseBits : 0) + LengthPart(id.Length)) * seed,
            id,
            keys,
            slots,
            displacements,
            chained,
            ignoreCase);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindHash<T>(
        ulong hash,
        ReadOnlySpan<T> id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<ulong> slots,
        ReadOnlySpan<ushort> displacements,
        ReadOnlySpan<ulong> chained,
        bool ignoreCase)
        where T : unmanaged
    {
        hash ^= hash >> 32;
        var displacement = displacements[(int)(((hash >> 32) * (uint)displacements.Length) >> 32)];
        var slot = slots[(int)(((uint)(hash >> 20) & (uint)(slots.Length - 1)) ^ displacement)];

        // Almost all of what isn't there ends here.
        var expected = ((hash << FingerprintShift) & FingerprintMask) | ((ulong)(uint)id.Length << LengthShift);
        if (((slot ^ expected) & (FingerprintMask | LengthMask | (typeof(T) == typeof(char) ? NotAscii : 0))) != 0)
        {
            return 0;
        }

        return (long)slot < 0 ? FindChained(id, keys, chained, slot, ignoreCase)
            : IsKey(id, keys, slot, ignoreCase) ? RowOf(slot)
            : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindChained<T>(ReadOnlySpan<T> id, ReadOnlySpan<byte> keys, ReadOnlySpan<ulong> chained, ulong group, bool ignoreCase)
        where T : unmanaged
    {
        foreach (var slot in chained.Slice(StartOf(group), RowOf(group)))
        {
            if (IsKey(id, keys, slot, ignoreCase))
            {
                return RowOf(slot);
            }
        }

        return 0;
    }

    // Characters can equal the bytes of another alphabet's UTF-8 only by accident.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsKey<T>(ReadOnlySpan<T> id, ReadOnlySpan<byte> keys, ulong slot, bool ignoreCase)
        where T : unmanaged =>
        (typeof(T) == typeof(byte) || (slot & NotAscii) == 0)
        && IdUnits.AreEqual(ref MemoryMarshal.GetReference(id), ref MemoryMarshal.GetReference(keys.Slice(StartOf(slot), id.Length)), id.Length, ignoreCase);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindTranscoded(
        ReadOnlySpan<char> id,
        ReadOnlySpan<byte> keys,
        ReadOnlySpan<ulong> slots,
        ReadOnlySpan<ushort> displacements,
        ReadOnlySpan<ulong> chained,
        int longest,
        ulong seed,
        int word1,
        int word2,
        int word3,
        int word4,
        bool ignoreCase)
    {
        if (id.Length > longest || Ascii.IsValid(id))
        {
            return 0;
        }

        // Half a surrogate pair isn't in any key, and neither is what takes more bytes than the longest key.
        Span<byte> utf8 = stackalloc byte[longest];
        return Utf8.FromUtf16(id, utf8, out _, out var length, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done
            ? Find<byte>(utf8[..length], keys, slots, displacements, chained, longest, seed, word1, word2, word3, word4, ignoreCase)
            : 0;
    }

    private static int StartOf(ulong slot) => (int)(slot & StartMask);

    private static int LengthOf(ulong slot) => (int)(slot >> LengthShift) & 0xFFF;

    private static int RowOf(ulong slot) => (int)(slot >> RowShift) & 0xFFFF;
}
