using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TogetherRates;

/// <summary>The characters or the UTF-8 bytes of an id, several at a time, each as 16 bits.</summary>
internal static class IdUnits
{
    /// <summary>How many units a word has.</summary>
    public const int PerWord = 4;

    // What makes all letters of a word small ones. It changes other characters too, which a hash doesn't mind.
    private const ulong CaseBits = 0x0020_0020_0020_0020;

    private const int PerBlock = 16;
    private const ulong Ones = 0x0001_0001_0001_0001;

    /// <summary>Four units of an id that has so many.</summary>
    /// <typeparam name="T"><see cref="char"/> or <see cref="byte"/>.</typeparam>
    /// <param name="start">The id's first unit.</param>
    /// <param name="length">How many units it has.</param>
    /// <param name="word">Where the units are, from the start or, below zero, from the end; moved into the id where it is outside.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WordAt<T>(ref T start, int length, int word, bool ignoreCase)
        where T : unmanaged
    {
        // Minimum and maximum without a branch, which ids of random lengths would make the processor guess wrong.
        var past = word < 0 ? length + word : length - PerWord - word;
        ref var units = ref Unsafe.Add(ref start, word < 0 ? past & ~(past >> 31) : word + (past & (past >> 31)));

        ulong units4;
        if (!BitConverter.IsLittleEndian)
        {
            units4 = Unit(ref units, 0) | (Unit(ref units, 1) << 16) | (Unit(ref units, 2) << 32) | (Unit(ref units, 3) << 48);
        }
        else if (typeof(T) == typeof(char))
        {
            units4 = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<T, byte>(ref units));
        }
        else
        {
            units4 = Unsafe.ReadUnaligned<uint>(ref Unsafe.As<T, byte>(ref units));
            units4 = (units4 | (units4 << 16)) & 0x0000_FFFF_0000_FFFF;
            units4 = (units4 | (units4 << 8)) & 0x00FF_00FF_00FF_00FF;
        }

        return ignoreCase ? units4 | CaseBits : units4;
    }

    /// <summary>All of one to three units.</summary>
    /// <typeparam name="T"><see cref="char"/> or <see cref="byte"/>.</typeparam>
    /// <param name="units">The first of them.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong ShortWord<T>(ref T units, int length, bool ignoreCase)
        where T : unmanaged =>
        Unit(ref units, 0) | (Unit(ref units, length >> 1) << 16) | (Unit(ref units, length - 1) << 32) | (ignoreCase ? CaseBits : 0);

    /// <summary>Whether an id is a key.</summary>
    /// <typeparam name="T"><see cref="char"/> or <see cref="byte"/>.</typeparam>
    /// <param name="id">The id's first unit.</param>
    /// <param name="key">The key's first byte.</param>
    /// <param name="length">How many units each has.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are equal in either case.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual<T>(ref T id, ref byte key, int length, bool ignoreCase)
        where T : unmanaged
    {
        if ((uint)(length - PerBlock) > 3 * PerBlock)
        {
            return length < PerBlock ? AreEqualShort(ref id, ref key, length, ignoreCase) : AreEqualLong(ref id, ref key, length, ignoreCase);
        }

        // 16 to 64 units are four blocks that overlap: here too no branch depends on the length.
        var last = length - PerBlock;
        var past = last - PerBlock;
        return (BlockDifference(ref id, ref key, 0, ignoreCase)
            | BlockDifference(ref id, ref key, PerBlock + (past & (past >> 31)), ignoreCase)
            | BlockDifference(ref id, ref key, past & ~(past >> 31), ignoreCase)
            | BlockDifference(ref id, ref key, last, ignoreCase)) == Vector256<ushort>.Zero;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool AreEqualShort<T>(ref T id, ref byte key, int length, bool ignoreCase)
        where T : unmanaged
    {
        if (length < PerWord)
        {
            return WordDifference(ShortWord(ref id, length, ignoreCase: false), ShortWord(ref key, length, ignoreCase: false), ignoreCase) == 0;
        }

        // Words that overlap, four of them at most: no loop whose end the processor would have to guess.
        var difference = DifferenceAt(ref id, ref key, length, 0, ignoreCase) | DifferenceAt(ref id, ref key, length, -PerWord, ignoreCase);
        if (length > 2 * PerWord)
        {
            difference |= DifferenceAt(ref id, ref key, length, PerWord, ignoreCase) | DifferenceAt(ref id, ref key, length, -2 * PerWord, ignoreCase);
        }

        return difference == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong DifferenceAt<T>(ref T id, ref byte key, int length, int word, bool ignoreCase)
        where T : unmanaged =>
        WordDifference(WordAt(ref id, length, word, ignoreCase: false), WordAt(ref key, length, word, ignoreCase: false), ignoreCase);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool AreEqualLong<T>(ref T id, ref byte key, int length, bool ignoreCase)
        where T : unmanaged
    {
        var difference = BlockDifference(ref id, ref key, length - PerBlock, ignoreCase);
        for (var i = 0; i < length - PerBlock; i += PerBlock)
        {
            difference |= BlockDifference(ref id, ref key, i, ignoreCase);
        }

        return difference == Vector256<ushort>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> BlockDifference<T>(ref T id, ref byte key, int index, bool ignoreCase)
        where T : unmanaged
    {
        ref var start = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref id, index));
        var ofKey = Vector256.WidenLower(Unsafe.ReadUnaligned<Vector128<byte>>(ref Unsafe.Add(ref key, index)).ToVector256Unsafe());
        var difference = ofKey ^ (typeof(T) == typeof(char)
            ? Unsafe.ReadUnaligned<Vector256<ushort>>(ref start)
            : Vector256.WidenLower(Unsafe.ReadUnaligned<Vector128<byte>>(ref start).ToVector256Unsafe()));
        if (!ignoreCase)
        {
            return difference;
        }

        // Units of a key are below 256, so they compare as positive numbers.
        var folded = (ofKey | Vector256.Create((ushort)0x20)).AsInt16();
        var isLetter = Vector256.GreaterThan(folded, Vector256.Create((short)('a' - 1))) & Vector256.LessThan(folded, Vector256.Create((short)('z' + 1)));
        return Vector256.AndNot(difference, isLetter.AsUInt16() & Vector256.Create((ushort)0x20));
    }

    private static ulong WordDifference(ulong id, ulong key, bool ignoreCase)
    {
        if (!ignoreCase)
        {
            return id ^ key;
        }

        // In each unit the bit 0x80 says whether the key's is at least 'a', and whether it is above 'z'; no sum reaches the next unit.
        var folded = key | CaseBits;
        var isLetter = (folded + ((0x80 - 'a') * Ones)) & ~(folded + ((0x80 - 'z' - 1) * Ones)) & ~folded & (0x80 * Ones);
        return (id ^ key) & ~(isLetter >> 2);
    }

    private static ulong Unit<T>(ref T units, int index)
        where T : unmanaged =>
        typeof(T) == typeof(char) ? Unsafe.Add(ref Unsafe.As<T, char>(ref units), index) : Unsafe.Add(ref Unsafe.As<T, byte>(ref units), index);
}
