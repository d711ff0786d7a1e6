using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TogetherRates;

/// <summary>The characters or the UTF-8 bytes of an id, several at a time, each as 16 bits.</summary>
internal static class IdUnits
{
    /// <summary>How many units a word has.</summary>
    public const int PerWord = 4;

    /// <summary>What makes all letters of a word small ones. It changes other characters too, which a hash doesn't mind.</summary>
    public const ulong CaseBits = 0x0020_0020_0020_0020;

    private const int PerBlock = 16;
    private const ulong Ones = 0x0001_0001_0001_0001;

    /// <summary>Four units.</summary>
    /// <typeparam name="T"><see cref="char"/> or <see cref="byte"/>.</typeparam>
    /// <param name="units">The first of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Word<T>(ref T units)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
        {
            return Unit(ref units, 0) | (Unit(ref units, 1) << 16) | (Unit(ref units, 2) << 32) | (Unit(ref units, 3) << 48);
        }

        if (typeof(T) == typeof(char))
        {
            return Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<T, byte>(ref units));
        }

        var word = (ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.As<T, byte>(ref units));
        word = (word | (word << 16)) & 0x0000_FFFF_0000_FFFF;
        return (word | (word << 8)) & 0x00FF_00FF_00FF_00FF;
    }

    /// <summary>All of one to three units.</summary>
    /// <typeparam name="T"><see cref="char"/> or <see cref="byte"/>.</typeparam>
    /// <param name="units">The first of them.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="fold">Bits that are set in each.</param>
    public static ulong ShortWord<T>(ref T units, int length, ulong fold)
        where T : unmanaged =>
        Unit(ref units, 0) | (Unit(ref units, length >> 1) << 16) | (Unit(ref units, length - 1) << 32) | fold;

    /// <summary>Whether an id is a key.</summary>
    /// <typeparam name="T"><see cref="char"/> or <see cref="byte"/>.</typeparam>
    /// <param name="id">The id's first unit.</param>
    /// <param name="key">The key's first byte.</param>
    /// <param name="length">How many units each has.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are equal in either case.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual<T>(ref T id, ref byte key, int length, bool ignoreCase)
        where T : unmanaged =>
        (uint)(length - PerBlock) <= 3 * PerBlock ? AreEqualMedium(ref id, ref key, length, ignoreCase)
        : length < PerBlock ? AreEqualShort(ref id, ref key, length, ignoreCase)
        : AreEqualLong(ref id, ref key, length, ignoreCase);

    /// <summary>The number or 0, whichever is larger. Not a branch, which random lengths would make the processor guess wrong.</summary>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Max0(int number) => number & ~(number >> 31);

    /// <summary>The number or 0, whichever is smaller. Not a branch either.</summary>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Min0(int number) => number & (number >> 31);

    // 16 to 64 units are four blocks that overlap: no branch depends on the length, so none is mispredicted.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreEqualMedium<T>(ref T id, ref byte key, int length, bool ignoreCase)
        where T : unmanaged
    {
        var last = length - PerBlock;
        var second = PerBlock + Min0(last - PerBlock);
        var third = Max0(last - PerBlock);
        return (BlockDifference(ref id, ref key, 0, ignoreCase)
            | BlockDifference(ref id, ref key, second, ignoreCase)
            | BlockDifference(ref id, ref key, third, ignoreCase)
            | BlockDifference(ref id, ref key, last, ignoreCase)) == Vector256<ushort>.Zero;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool AreEqualShort<T>(ref T id, ref byte key, int length, bool ignoreCase)
        where T : unmanaged
    {
        if (length < PerWord)
        {
            return WordDifference(ShortWord(ref id, length, 0), ShortWord(ref key, length, 0), ignoreCase) == 0;
        }

        var last = length - PerWord;
        var second = Math.Min(PerWord, last);
        var third = Math.Max(last - PerWord, 0);
        return (WordDifference(ref id, ref key, 0, ignoreCase)
            | WordDifference(ref id, ref key, second, ignoreCase)
            | WordDifference(ref id, ref key, third, ignoreCase)
            | WordDifference(ref id, ref key, last, ignoreCase)) == 0;
    }

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
        var ofKey = Block(ref Unsafe.Add(ref key, index));
        var difference = Block(ref Unsafe.Add(ref id, index)) ^ ofKey;
        if (!ignoreCase)
        {
            return difference;
        }

        // Units of a key are below 256, so they compare as positive numbers.
        var folded = (ofKey | Vector256.Create((ushort)0x20)).AsInt16();
        var isLetter = Vector256.GreaterThan(folded, Vector256.Create((short)('a' - 1))) & Vector256.LessThan(folded, Vector256.Create((short)('z' + 1)));
        return Vector256.AndNot(difference, isLetter.AsUInt16() & Vector256.Create((ushort)0x20));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Block<T>(ref T units)
        where T : unmanaged =>
        typeof(T) == typeof(char)
            ? Unsafe.ReadUnaligned<Vector256<ushort>>(ref Unsafe.As<T, byte>(ref units))
            : Vector256.WidenLower(Unsafe.ReadUnaligned<Vector128<byte>>(ref Unsafe.As<T, byte>(ref units)).ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WordDifference<T>(ref T id, ref byte key, int index, bool ignoreCase)
        where T : unmanaged =>
        WordDifference(Word(ref Unsafe.Add(ref id, index)), Word(ref Unsafe.Add(ref key, index)), ignoreCase);

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
