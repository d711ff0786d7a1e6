using System.Buffers;
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
/// of its hash (10), whether it isn't ASCII (1), and whether it stands for a group of ids with equal words (1). A group's slot holds at
/// which slot its members start, their length, and their number instead; members come after the slots that a hash leads to.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IdTable
{
    private const int NoWord = int.MinValue;

    private const int LengthShift = 24;
    private const int RowShift = 36;
    private const int FingerprintShift = 52;
    private const ulong FingerprintMask = 0x3FFUL << FingerprintShift;
    private const ulong LengthMask = 0xFFFUL << LengthShift;
    private const ulong NotAscii = 1UL << 62;

    // The upper half of the fourth unit, which is free: units of keys are bytes.
    private const int LengthInHash = 56;

    // Odd numbers without a pattern: constants of MurmurHash3's and SplitMix64's finishers.
    private const ulong Multiplier2 = 0xFF51_AFD7_ED55_8CCD;
    private const ulong Multiplier3 = 0xC4CE_B9FE_1A85_EC53;

    /// <summary>The row of an id; 0 when there is none.</summary>
    /// <typeparam name="T"><see cref="char"/>, or <see cref="byte"/> for an id in UTF-8.</typeparam>
    /// <param name="id">The id.</param>
    /// <param name="keys">All ids in UTF-8.</param>
    /// <param name="slots">The slots that a hash leads to, and the members of groups after them.</param>
    /// <param name="displacements">What changes the place of an id among the slots, by its hash.</param>
    /// <param name="mask">The number of slots that a hash leads to, which is a power of two, less one.</param>
    /// <param name="longest">The bytes of the longest id.</param>
    /// <param name="seed">What the words are multiplied with.</param>
    /// <param name="word1">Where the first word is, from the start or, below zero, from the end. None: the whole id is hashed.</param>
    /// <param name="word2">Where the second word is.</param>
    /// <param name="word3">Where the third word is.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are found in either case.</param>
    /// <param name="isAscii">Whether all ids are in ASCII.</param>
    // Inlined into generated code all but the first parameters are constants. Until then each method called here is compiled by itself, when
    // the first price is waited for: so there are few.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find<T>(
        ReadOnlySpan<T> id,
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
        bool isAscii = true)
        where T : unmanaged
    {
        var length = id.Length;
        if ((uint)(length - 1) < (uint)longest)
        {
            ref var start = ref MemoryMarshal.GetReference(id);
            ulong hash;
            if (length < IdUnits.PerWord)
            {
                hash = (IdUnits.ShortWord(ref start, length, ignoreCase) + ((ulong)(uint)length << LengthInHash)) * seed;
            }
            else if (word1 == NoWord)
            {
                hash = HashAll(ref start, length, seed, ignoreCase);
            }
            else
            {
                hash = (IdUnits.WordAt(ref start, length, word1, ignoreCase) + ((ulong)(uint)length << LengthInHash)) * seed;
                hash += word2 == NoWord ? 0 : IdUnits.WordAt(ref start, length, word2, ignoreCase) * (seed * Multiplier2);
                hash += word3 == NoWord ? 0 : IdUnits.WordAt(ref start, length, word3, ignoreCase) * (seed * Multiplier3);
            }

            hash ^= hash >> 32;
            var displacement = displacements[(int)(((hash >> 32) * (uint)displacements.Length) >> 32)];
            var slot = slots[((int)(hash >> 20) & mask) ^ displacement];

            // Almost all of what isn't there ends here. Characters can only equal bytes of another alphabet's UTF-8 by accident.
            var expected = ((hash << FingerprintShift) & FingerprintMask) | ((ulong)(uint)length << LengthShift);
            if (((slot ^ expected) & (FingerprintMask | LengthMask | (typeof(T) == typeof(char) ? NotAscii : 0))) == 0)
            {
                if ((long)slot < 0)
                {
                    slot = FindMember(id, keys, slots.Slice((int)slot & 0xFF_FFFF, (int)(slot >> RowShift) & 0xFFFF), ignoreCase);
                }
                else if (!IdUnits.AreEqual(ref start, ref MemoryMarshal.GetReference(keys.Slice((int)slot & 0xFF_FFFF, length)), length, ignoreCase))
                {
                    slot = 0;
                }

                if (slot != 0)
                {
                    return (int)(slot >> RowShift) & 0xFFFF;
                }
            }
        }

        return isAscii || typeof(T) == typeof(byte) ? 0 : FindTranscoded(id, keys, slots, displacements, mask, longest, seed, word1, word2, word3, ignoreCase);
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
            var start = (int)slot & 0xFF_FFFF;
            if (slot != 0 && (long)slot > 0 && start < aliases)
            {
                ids[((int)(slot >> RowShift) & 0xFFFF) - 1] = Encoding.UTF8.GetString(keys.Slice(start, (int)(slot >> LengthShift) & 0xFFF));
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

    private static ulong HashAll<T>(ref T start, int length, ulong seed, bool ignoreCase)
        where T : unmanaged
    {
        var hash = (ulong)(uint)length << LengthInHash;
        for (var i = 0; i < length; i += IdUnits.PerWord)
        {
            hash = (hash ^ IdUnits.WordAt(ref start, length, i, ignoreCase)) * seed;
            hash ^= hash >> 32;
        }

        return hash * Multiplier2;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong FindMember<T>(ReadOnlySpan<T> id, ReadOnlySpan<byte> keys, ReadOnlySpan<ulong> members, bool ignoreCase)
        where T : unmanaged
    {
        foreach (var slot in members)
        {
            if ((typeof(T) == typeof(byte) || (slot & NotAscii) == 0)
                && IdUnits.AreEqual(
                    ref MemoryMarshal.GetReference(id), ref MemoryMarshal.GetReference(keys.Slice((int)slot & 0xFF_FFFF, id.Length)), id.Length, ignoreCase))
            {
                return slot;
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindTranscoded<T>(
        ReadOnlySpan<T> id,
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
        var characters = MemoryMarshal.Cast<T, char>(id);
        if (characters.Length > longest || Ascii.IsValid(characters))
        {
            return 0;
        }

        // Half a surrogate pair isn't in any key, and neither is what takes more bytes than the longest key.
        Span<byte> utf8 = stackalloc byte[longest];
        return Utf8.FromUtf16(characters, utf8, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done
            ? Find<byte>(utf8[..length], keys, slots, displacements, mask, longest, seed, word1, word2, word3, ignoreCase)
            : 0;
    }
}
