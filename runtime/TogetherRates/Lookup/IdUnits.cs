using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates;

/// <summary>The characters or the UTF-8 bytes of an id, several at a time.</summary>
internal static class IdUnits
{
    /// <summary>How many units a word of a hash has, and a block of a comparison.</summary>
    public const int PerWord = 16;

    /// <summary>How many units are hashed at a time where all of an id is.</summary>
    public const int PerPart = 4;

    // What makes all letters of a word small ones. It changes other characters too, which a hash doesn't mind.
    private const byte CaseBit = 0x20;
    private const ulong CaseBitsOfParts = 0x0020_0020_0020_0020;

    private const ulong Ones = 0x0001_0001_0001_0001;

    /// <summary>Sixteen units of an id, a byte each; 0 or 255 for a character above 255. Of a shorter id all that is there, and what comes behind.</summary>
    /// <typeparam name="T">Two bytes for a character, one for a byte of UTF-8.</typeparam>
    /// <param name="start">The id's first unit.</param>
    /// <param name="length">How many units it has.</param>
    /// <param name="word">Where the units are, from the start or, below zero, from the end; moved into the id where it is outside.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> WordAt<T>(ref T start, nint length, int word, bool ignoreCase)
        where T : unmanaged
    {
        ref var units = ref Unsafe.Add(ref start, Inside(length, word));
        Vector128<byte> units16;
        if (Unsafe.SizeOf<T>() == sizeof(char))
        {
            var first = Unsafe.ReadUnaligned<Vector128<ushort>>(ref Unsafe.As<T, byte>(ref units));
            var last = Unsafe.ReadUnaligned<Vector128<ushort>>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref units, PerWord / 2)));
            units16 = Sse2.IsSupported
                ? Sse2.PackUnsignedSaturate(first.AsInt16(), last.AsInt16())
                : Vector128.Narrow(Vector128.Min(first, Vector128.Create((ushort)byte.MaxValue)), Vector128.Min(last, Vector128.Create((ushort)byte.MaxValue)));
        }
        else
        {
            units16 = Unsafe.ReadUnaligned<Vector128<byte>>(ref Unsafe.As<T, byte>(ref units));
        }

        return ignoreCase ? units16 | Vector128.Create(CaseBit) : units16;
    }

    /// <summary>The bytes of a word that belong to an id: of a shorter one so many as it has units, otherwise all.</summary>
    /// <param name="length">How many units the id has, 64 at most.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> OfId(int length) =>
        Vector128.GreaterThan(Vector128.Create((sbyte)length), Vector128.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, (sbyte)15)).AsByte();

    /// <summary>The halves of a word as numbers, the same on every machine.</summary>
    /// <param name="word">The word.</param>
    /// <param name="upper">The last eight units.</param>
    /// <returns>The first eight units.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HalvesOf(Vector128<byte> word, out ulong upper)
    {
        upper = word.AsUInt64().GetElement(1);
        var lower = word.AsUInt64().ToScalar();
        if (!BitConverter.IsLittleEndian)
        {
            (lower, upper) = (BinaryPrimitives.ReverseEndianness(lower), BinaryPrimitives.ReverseEndianness(upper));
        }

        return lower;
    }

    /// <summary>Half a word without vectors: eight units, a byte each, and zeros behind the id's end.</summary>
    /// <typeparam name="T">Two bytes for a character, one for a byte of UTF-8.</typeparam>
    /// <param name="start">The id's first unit.</param>
    /// <param name="length">How many units it has.</param>
    /// <param name="word">Where the word is.</param>
    /// <param name="offset">Where the half is in it.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    public static ulong HalfAt<T>(ref T start, int length, int word, int offset, bool ignoreCase)
        where T : unmanaged
    {
        var place = (int)Inside(length, word) + offset;
        var half = 0UL;
        for (var i = Math.Min(PerWord / 2, length - place) - 1; i >= 0; i--)
        {
            half = (half << 8) | (byte)(Unit(ref start, place + i) | (ignoreCase ? CaseBit : 0UL));
        }

        return half;
    }

    /// <summary>Four units, 16 bits each.</summary>
    /// <typeparam name="T">Two bytes for a character, one for a byte of UTF-8.</typeparam>
    /// <param name="units">The first of them.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Part<T>(ref T units, bool ignoreCase)
        where T : unmanaged
    {
        ulong units4;
        if (!BitConverter.IsLittleEndian)
        {
            units4 = Unit(ref units, 0) | (Unit(ref units, 1) << 16) | (Unit(ref units, 2) << 32) | (Unit(ref units, 3) << 48);
        }
        else if (Unsafe.SizeOf<T>() == sizeof(char))
        {
            units4 = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<T, byte>(ref units));
        }
        else
        {
            units4 = Unsafe.ReadUnaligned<uint>(ref Unsafe.As<T, byte>(ref units));
            units4 = (units4 | (units4 << 16)) & 0x0000_FFFF_0000_FFFF;
            units4 = (units4 | (units4 << 8)) & 0x00FF_00FF_00FF_00FF;
        }

        return ignoreCase ? units4 | CaseBitsOfParts : units4;
    }

    /// <summary>All of one to three units.</summary>
    /// <typeparam name="T">Two bytes for a character, one for a byte of UTF-8.</typeparam>
    /// <param name="units">The first of them.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong ShortPart<T>(ref T units, int length, bool ignoreCase)
        where T : unmanaged =>
        Unit(ref units, 0) | (Unit(ref units, length >> 1) << 16) | (Unit(ref units, length - 1) << 32) | (ignoreCase ? CaseBitsOfParts : 0);

    /// <summary>Whether an id is a key, where both have 64 units at most, and where 16 can be read of each.</summary>
    /// <typeparam name="T">Two bytes for a character, one for a byte of UTF-8.</typeparam>
    /// <param name="id">The id's first unit.</param>
    /// <param name="key">The key's first byte.</param>
    /// <param name="length">How many units each has.</param>
    /// <param name="ofId">The bytes of a word that belong to the id.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are equal in either case.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreBlocksEqual<T>(ref T id, ref Utf8Unit key, nint length, Vector128<byte> ofId, bool ignoreCase)
        where T : unmanaged
    {
        // Four blocks that overlap: no branch depends on the length, which ids of random lengths would make the processor guess wrong.
        var (second, third, last) = (Inside(length, PerWord), Inside(length, -2 * PerWord), Inside(length, -PerWord));
        return Unsafe.SizeOf<T>() == sizeof(char)
            ? ((CharDifference(ref id, ref key, 0, ignoreCase) | CharDifference(ref id, ref key, second, ignoreCase)
                | CharDifference(ref id, ref key, third, ignoreCase) | CharDifference(ref id, ref key, last, ignoreCase)) & TwiceAsWide(ofId)) == Vector256<ushort>.Zero
            : ((ByteDifference(ref id, ref key, 0, ignoreCase) | ByteDifference(ref id, ref key, second, ignoreCase)
                | ByteDifference(ref id, ref key, third, ignoreCase) | ByteDifference(ref id, ref key, last, ignoreCase)) & ofId) == Vector128<byte>.Zero;
    }

    /// <summary>Whether an id is a key, however long both are.</summary>
    /// <typeparam name="T">Two bytes for a character, one for a byte of UTF-8.</typeparam>
    /// <param name="id">The id's first unit.</param>
    /// <param name="key">The key's first byte.</param>
    /// <param name="length">How many units each has.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are equal in either case.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool AreEqual<T>(ref T id, ref Utf8Unit key, int length, bool ignoreCase)
        where T : unmanaged
    {
        if (length < PerPart)
        {
            return PartDifference(ShortPart(ref id, length, ignoreCase: false), ShortPart(ref key, length, ignoreCase: false), ignoreCase) == 0;
        }

        var difference = DifferenceAt(ref id, ref key, length - PerPart, ignoreCase);
        for (var i = 0; i < length - PerPart; i += PerPart)
        {
            difference |= DifferenceAt(ref id, ref key, i, ignoreCase);
        }

        return difference == 0;
    }

    // Where a word is, moved into the id without a branch; at the start of an id that is shorter.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Inside(nint length, int word)
    {
        if (word < 0)
        {
            return OrZero(length + word);
        }

        var past = length - PerWord - word;
        return word == 0 ? 0 : OrZero(word + (past & (past >> (nint.Size * 8 - 1))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint OrZero(nint number) => number & ~(number >> (nint.Size * 8 - 1));

    private static ulong DifferenceAt<T>(ref T id, ref Utf8Unit key, int place, bool ignoreCase)
        where T : unmanaged =>
        PartDifference(Part(ref Unsafe.Add(ref id, place), ignoreCase: false), Part(ref Unsafe.Add(ref key, place), ignoreCase: false), ignoreCase);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> TwiceAsWide(Vector128<byte> bytes) =>
        Avx2.IsSupported ? Avx2.ConvertToVector256Int16(bytes.AsSByte()).AsUInt16() : Vector256.WidenLower(bytes.AsSByte().ToVector256Unsafe()).AsUInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> CharDifference<T>(ref T id, ref Utf8Unit key, nint index, bool ignoreCase)
        where T : unmanaged
    {
        var ofId = Unsafe.ReadUnaligned<Vector256<ushort>>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref id, index)));
        var bytes = Unsafe.ReadUnaligned<Vector128<byte>>(ref Unsafe.As<Utf8Unit, byte>(ref Unsafe.Add(ref key, index)));
        var ofKey = Avx2.IsSupported ? Avx2.ConvertToVector256Int16(bytes).AsUInt16() : Vector256.WidenLower(bytes.ToVector256Unsafe());
        if (!ignoreCase)
        {
            return ofId ^ ofKey;
        }

        // Units of a key are below 256, so they compare as positive numbers.
        var folded = (ofKey | Vector256.Create((ushort)0x20)).AsInt16();
        var isLetter = Vector256.GreaterThan(folded, Vector256.Create((short)('a' - 1))) & Vector256.LessThan(folded, Vector256.Create((short)('z' + 1)));
        return Vector256.AndNot(ofId ^ ofKey, isLetter.AsUInt16() & Vector256.Create((ushort)0x20));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ByteDifference<T>(ref T id, ref Utf8Unit key, nint index, bool ignoreCase)
        where T : unmanaged
    {
        var ofId = Unsafe.ReadUnaligned<Vector128<byte>>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref id, index)));
        var ofKey = Unsafe.ReadUnaligned<Vector128<byte>>(ref Unsafe.As<Utf8Unit, byte>(ref Unsafe.Add(ref key, index)));
        if (!ignoreCase)
        {
            return ofId ^ ofKey;
        }

        // Bytes of other alphabets are negative, so they are no letters.
        var folded = (ofKey | Vector128.Create(CaseBit)).AsSByte();
        var isLetter = Vector128.GreaterThan(folded, Vector128.Create((sbyte)('a' - 1))) & Vector128.LessThan(folded, Vector128.Create((sbyte)('z' + 1)));
        return Vector128.AndNot(ofId ^ ofKey, isLetter.AsByte() & Vector128.Create(CaseBit));
    }

    private static ulong PartDifference(ulong id, ulong key, bool ignoreCase)
    {
        if (!ignoreCase)
        {
            return id ^ key;
        }

        // In each unit the bit 0x80 says whether the key's is at least 'a', and whether it is above 'z'; no sum reaches the next unit.
        var folded = key | CaseBitsOfParts;
        var isLetter = (folded + ((0x80 - 'a') * Ones)) & ~(folded + ((0x80 - 'z' - 1) * Ones)) & ~folded & (0x80 * Ones);
        return (id ^ key) & ~(isLetter >> 2);
    }

    private static ulong Unit<T>(ref T units, int index)
        where T : unmanaged =>
        Unsafe.SizeOf<T>() == sizeof(char) ? Unsafe.Add(ref Unsafe.As<T, Utf16Unit>(ref units), index).Value : Unsafe.Add(ref Unsafe.As<T, Utf8Unit>(ref units), index).Value;
}
