namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>The hash of an id, as <c>TogetherRates.IdTable</c> of the runtime computes it: tests hold the two to each other.</summary>
/// <remarks>A checksum of what is read from the id, which is computed once, and then multiplied with as many seeds as are tried.</remarks>
internal readonly struct IdHash
{
    /// <summary>How many bytes a block has.</summary>
    public const int BlockLength = 16;

    /// <summary>How many blocks an id has: one at its start, one that ends where it ends, and two between.</summary>
    public const int Blocks = 4;

    // The length of an id has to fit a signed byte of the vector that masks shorter ones.
    private const int MostByBlocks = sbyte.MaxValue;

    // How many bytes are hashed at a time where all of an id is.
    private const int PartLength = 4;

    private const int LengthBits = 12;
    private const int BytesInHalf = 8;
    private const byte CaseBit = 0x20;
    private const ulong CaseBits = 0x2020_2020_2020_2020;
    private const ulong CaseBitsOfParts = 0x0020_0020_0020_0020;

    /// <summary>Reads an id.</summary>
    /// <param name="id">The id in UTF-8.</param>
    /// <param name="blocks">Which blocks are hashed, a bit for each; 0 to hash all of it, four bytes at a time.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    public IdHash(byte[] id, int blocks, bool ignoreCase)
    {
        ulong checksum = blocks == 0 || !HasBlocks(id) ? OfWhole(id, ignoreCase) : OfBlocks(id, blocks, ignoreCase);
        Seen = (checksum << LengthBits) | (uint)id.Length;
    }

    /// <summary>The checksum, and the length below it: ids are told apart when these differ.</summary>
    public ulong Seen { get; }

    /// <summary>Whether an id is short enough to be hashed by its blocks.</summary>
    /// <param name="id">The id in UTF-8.</param>
    /// <returns>Whether it is.</returns>
    public static bool HasBlocks(byte[] id) => id.Length <= MostByBlocks;

    /// <summary>The hash.</summary>
    /// <param name="seed">A number whose lowest twelve bits say 1.</param>
    /// <returns>All 64 bits of it, the lowest of them the length.</returns>
    public ulong Of(ulong seed) => unchecked(Seen * seed);

    /// <summary>Sixteen bytes of an id, or all of a shorter one and zeros behind it.</summary>
    /// <param name="id">The id in UTF-8.</param>
    /// <param name="block">Which block.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    /// <param name="upper">The last eight bytes.</param>
    /// <returns>The first eight bytes.</returns>
    public static ulong BlockOf(byte[] id, int block, bool ignoreCase, out ulong upper)
    {
        var last = Math.Max(id.Length - BlockLength, 0);

        // In an id of up to 64 bytes this leaves no two further apart than a block is long.
        var third = (last * 11) >> 5;
        var start = block switch { 0 => 0, 1 => third, 2 => last - third, _ => last };
        upper = HalfAt(id, start + BytesInHalf, ignoreCase);
        return HalfAt(id, start, ignoreCase);
    }

    /// <summary>Adds half a block to a sum of others behind it, which then count twice: as bytes, each by itself.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="half">The half.</param>
    /// <returns>The sum with it.</returns>
    public static ulong Add(ulong sum, ulong half) => AddBytes(AddBytes(sum, sum), half);

    private static ulong HalfAt(byte[] id, int start, bool ignoreCase)
    {
        if (BitConverter.IsLittleEndian && start + BytesInHalf <= id.Length)
        {
            return BitConverter.ToUInt64(id, start) | (ignoreCase ? CaseBits : 0);
        }

        var half = 0UL;
        for (var i = Math.Min(BytesInHalf, id.Length - start) - 1; i >= 0; i--)
        {
            half = (half << 8) | id[start + i] | (ignoreCase ? CaseBit : 0UL);
        }

        return half;
    }

    private static uint OfBlocks(byte[] id, int blocks, bool ignoreCase)
    {
        var (lower, upper) = (0UL, 0UL);
        for (var block = Blocks - 1; block >= 0; block--)
        {
            if ((blocks & (1 << block)) != 0)
            {
                var start = BlockOf(id, block, ignoreCase, out var end);
                (lower, upper) = (Add(lower, start), Add(upper, end));
            }
        }

        return Crc32C.Add(Crc32C.Add((uint)id.Length, lower), upper);
    }

    private static ulong AddBytes(ulong left, ulong right)
    {
        const ulong TopBits = 0x8080_8080_8080_8080;
        return ((left & ~TopBits) + (right & ~TopBits)) ^ ((left ^ right) & TopBits);
    }

    // Four bytes at a time, the last ones from the end.
    private static uint OfWhole(byte[] id, bool ignoreCase)
    {
        var fold = ignoreCase ? CaseBitsOfParts : 0;
        var checksum = (uint)id.Length;
        if (id.Length < PartLength)
        {
            return Crc32C.Add(checksum, PartOf(0, id.Length >> 1, id.Length - 1) | fold);
        }

        for (var i = 0; i < id.Length; i += PartLength)
        {
            var start = Math.Min(i, id.Length - PartLength);
            checksum = Crc32C.Add(checksum, PartOf(start, start + 1, start + 2) | ((ulong)id[start + 3] << 48) | fold);
        }

        return checksum;

        ulong PartOf(int first, int second, int third) => id[first] | ((ulong)id[second] << 16) | ((ulong)id[third] << 32);
    }
}
