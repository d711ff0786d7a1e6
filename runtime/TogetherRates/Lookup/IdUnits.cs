using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates;

/// <summary>The characters or the UTF-8 bytes of an id, several at a time.</summary>
internal static class IdUnits
{
    /// <summary>How many units a block has.</summary>
    public const int PerBlock = 16;

    /// <summary>How many units are hashed at a time where all of an id is.</summary>
    public const int PerPart = 4;

    // What makes all letters of a block small ones. It changes other characters too, which a hash doesn't mind.
    private const byte CaseBit = 0x20;
    private const ulong CaseBitsOfParts = 0x0020_0020_0020_0020;

    private const ulong Ones = 0x0001_0001_0001_0001;

    /// <summary>
    /// Sixteen units of an id, a byte each: 255 or 0 for a character above 255, which no character of a key in ASCII is. Of a shorter id all that is
    /// there, and what comes behind.
    /// </summary>
    /// <typeparam name="T">Two bytes for a character, one for a byte of UTF-8.</typeparam>
    /// <param name="start">The id's first unit.</param>
    /// <param name="place">Where the block starts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> BlockAt<T>(ref T start, nint place)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(byte))
        {
            return Unsafe.ReadUnaligned<Vector128<byte>>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref start, place)));
        }

        // Twice from the start, so that both loads have the sum of addresses in them: the races "Ids" and "Requests" show the instruction.
        var first = Unsafe.ReadUnaligned<Vector128<ushort>>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref start, place)));
        var last = Unsafe.ReadUnaligned<Vector128<ushort>>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref Unsafe.Add(ref start, PerBlock / 2), place)));
        return Sse2.IsSupported
            ? Sse2.PackUnsignedSaturate(first.AsInt16(), last.AsInt16())
            : Vector128.Narrow(Vector128.Min(first, Vector128.Create((ushort)byte.MaxValue)), Vector128.Min(last, Vector128.Create((ushort)byte.MaxValue)));
    }

    /// <summary>A block as it is hashed: where case doesn't count, with small letters.</summary>
    /// <param name="block">The block.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Hashed(Vector128<byte> block, bool ignoreCase) => ignoreCase ? block | Vector128.Create(CaseBit) : block;

    /// <summary>The bytes of a block that belong to an id: of a shorter one so many as it has units, otherwise all.</summary>
    /// <param name="lengths">How many units the id has, 127 at most, in each byte.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> OfId(Vector128<byte> lengths) =>
        Vector128.GreaterThan(lengths.AsSByte(), Vector128.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, (sbyte)15)).AsByte();

    /// <summary>The halves of a block as numbers, the same on every machine.</summary>
    /// <param name="block">The block.</param>
    /// <param name="upper">The last eight units.</param>
    /// <returns>The first eight units.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HalvesOf(Vector128<byte> block, out ulong upper)
    {
        upper = block.AsUInt64().GetElement(1);
        var lower = block.AsUInt64().ToScalar();
        if (!BitConverter.IsLittleEndian)
        {
            (lower, upper) = (BinaryPrimitives.ReverseEndianness(lower), BinaryPrimitives.ReverseEndianness(upper));
        }

        return lower;
    }

    /// <summary>Half a block without vectors: eight units, a byte each, and zeros behind the id's end.</summary>
    /// <typeparam name="T">Two bytes for a character, one for a byte of UTF-8.</typeparam>
    /// <param name="start">The id's first unit.</param>
    /// <param name="length">How many units it has.</param>
    /// <param name="place">Where the half starts.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HalfAt<T>(ref T start, int length, int place, bool ignoreCase)
        where T : unmanaged
    {
        var half = 0UL;
        for (var i = Math.Min(PerBlock / 2, length - place) - 1; i >= 0; i--)
        {
            half = (half << 8) | (byte)(Unit(ref start, place + i) | (ignoreCase ? CaseBit : 0UL));
        }

        return half;
    }

    /// <summary>How the units of a block differ from those of a key: zeros where they are equal.</summary>
    /// <param name="block">Sixteen units of an id.</param>
    /// <param name="key">The key's first byte.</param>
    /// <param name="place">Where the block starts in both.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are equal in either case.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Difference(Vector128<byte> block, ref Utf8Unit key, nint place, bool ignoreCase)
    {
        var ofKey = Unsafe.ReadUnaligned<Vector128<byte>>(ref Unsafe.As<Utf8Unit, byte>(ref Unsafe.Add(ref key, place)));
        if (!ignoreCase)
        {
            return block ^ ofKey;
        }

        // Bytes of other alphabets are negative, so they are no letters.
        var folded = (ofKey | Vector128.Create(CaseBit)).AsSByte();
        var isLetter = Vector128.GreaterThan(folded, Vector128.Create((sbyte)('a' - 1))) & Vector128.LessThan(folded, Vector128.Create((sbyte)('z' + 1)));
        return Vector128.AndNot(block ^ ofKey, isLetter.AsByte() & Vector128.Create(CaseBit));
    }

    /// <summary>Where the block is that ends where an id does: at the start of an id that is shorter. Without a branch.</summary>
    /// <param name="length">How many units the id has.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint PlaceOfLast(int length)
    {
        var place = length - PerBlock;
        return (nint)(uint)(place & ~(place >> 31));
    }

    /// <summary>A third of what lies before the last block, where the block after the first is: the next is as far from the last. In ids of up to 64 units no two are further apart than a block is long.</summary>
    /// <param name="last">Where the last block is, 111 at most.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint ThirdOf(nint last) => (last * 11) >> 5;

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

    /// <summary>Whether an id is a key, however long both are.</summary>
    /// <typeparam name="T">Two bytes for a character, one for a byte of UTF-8.</typeparam>
    /// <param name="id">The id's first unit.</param>
    /// <param name="key">The key's first byte.</param>
    /// <param name="length">How many units each has.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are equal in either case.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    /// <summary>Whether an id is a key, a block at a time. The races "Ids, 2,984 models, hits" and "Requests, 2,600 models alike" show what it saves.</summary>
    /// <typeparam name="T">Two bytes for a character, one for a byte of UTF-8.</typeparam>
    /// <param name="id">The id's first unit.</param>
    /// <param name="key">The key's first byte.</param>
    /// <param name="length">How many units each has: a block or more.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are equal in either case.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool AreEqualByBlocks<T>(ref T id, ref Utf8Unit key, int length, bool ignoreCase)
        where T : unmanaged
    {
        var last = length - PerBlock;
        var difference = Difference(BlockAt(ref id, last), ref key, last, ignoreCase);
        for (var i = 0; i < last; i += PerBlock)
        {
            difference |= Difference(BlockAt(ref id, i), ref key, i, ignoreCase);
        }

        return difference == Vector128<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong DifferenceAt<T>(ref T id, ref Utf8Unit key, int place, bool ignoreCase)
        where T : unmanaged =>
        PartDifference(Part(ref Unsafe.Add(ref id, place), ignoreCase: false), Part(ref Unsafe.Add(ref key, place), ignoreCase: false), ignoreCase);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Unit<T>(ref T units, int index)
        where T : unmanaged =>
        Unsafe.SizeOf<T>() == sizeof(char) ? Unsafe.As<T, char>(ref Unsafe.Add(ref units, index)) : Unsafe.As<T, byte>(ref Unsafe.Add(ref units, index));
}
