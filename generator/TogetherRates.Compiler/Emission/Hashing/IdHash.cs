namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>The hash of an id, as <c>TogetherRates.IdTable</c> of the runtime computes it: tests hold the two to each other.</summary>
/// <remarks>What is read from the id, once, and then multiplied for each of the seeds that are tried. Two ids are told apart when it differs.</remarks>
internal readonly struct IdHash : IEquatable<IdHash>
{
    /// <summary>How many bytes a block has.</summary>
    public const int BlockLength = 16;

    /// <summary>How many blocks an id has: one at its start, one that ends where it ends, and two between.</summary>
    public const int Blocks = 4;

    // The length of an id has to fit a signed byte of the vector that masks shorter ones.
    private const int MostByBlocks = sbyte.MaxValue;

    // How many bytes are hashed at a time where all of an id is.
    private const int PartLength = 4;

    // As the runtime mixes the parts of an id that is hashed as a whole.
    private const ulong Mixer = 0x9E37_79B9_7F4A_7C15;
    private const int MixedBits = 32;

    private const int BytesInHalf = 8;
    private const ulong OfEachByte = 0x0101_0101_0101_0101;
    private const byte CaseBit = 0x20;
    private const ulong CaseBits = 0x2020_2020_2020_2020;
    private const ulong CaseBitsOfParts = 0x0020_0020_0020_0020;

    private readonly ulong lower;
    private readonly ulong upper;

    /// <summary>Reads an id.</summary>
    /// <param name="utf8">All ids in UTF-8.</param>
    /// <param name="id">Where it stands among them.</param>
    /// <param name="blocks">Which blocks are hashed, a bit for each; 0 to hash all of it, four bytes at a time.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    public IdHash(byte[] utf8, IdPlace id, int blocks, bool ignoreCase)
    {
        (lower, upper) = blocks == 0 || !HasBlocks(id) ? (OfWhole(utf8, id, ignoreCase), (ulong)id.Length) : OfBlocks(utf8, id, blocks, ignoreCase);
    }

    /// <summary>Whether an id is short enough to be hashed by its blocks.</summary>
    /// <param name="id">The id.</param>
    /// <returns>Whether it is.</returns>
    public static bool HasBlocks(IdPlace id) => id.Length <= MostByBlocks;

    /// <summary>The hash.</summary>
    /// <param name="seed">Any number.</param>
    /// <returns>The hash.</returns>
    public ulong Of(ulong seed) => unchecked(ProductOf(lower, seed) + ProductOf(upper, seed * Mixer));

    /// <inheritdoc/>
    public bool Equals(IdHash other) => lower == other.lower && upper == other.upper;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IdHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(Of(Mixer) >> 32);

    /// <summary>Sixteen bytes of an id, or all of a shorter one and zeros behind it.</summary>
    /// <param name="utf8">All ids in UTF-8.</param>
    /// <param name="id">Where it stands among them.</param>
    /// <param name="block">Which block.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    /// <param name="upper">The last eight bytes.</param>
    /// <returns>The first eight bytes.</returns>
    public static ulong BlockOf(byte[] utf8, IdPlace id, int block, bool ignoreCase, out ulong upper)
    {
        var last = Math.Max(id.Length - BlockLength, 0);

        // In an id of up to 64 bytes this leaves no two further apart than a block is long.
        var third = (last * 11) >> 5;
        var start = block switch { 0 => 0, 1 => third, 2 => last - third, _ => last };
        var end = id.Start + id.Length;
        upper = HalfAt(utf8, id.Start + start + BytesInHalf, end, ignoreCase);
        return HalfAt(utf8, id.Start + start, end, ignoreCase);
    }

    /// <summary>Adds half a block to a sum of others behind it, which then count twice: as bytes, each by itself.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="half">The half.</param>
    /// <returns>The sum with it.</returns>
    public static ulong Add(ulong sum, ulong half) => AddBytes(AddBytes(sum, sum), half);

    private static ulong HalfAt(byte[] utf8, int start, int end, bool ignoreCase)
    {
        if (BitConverter.IsLittleEndian && start + BytesInHalf <= end)
        {
            return BitConverter.ToUInt64(utf8, start) | (ignoreCase ? CaseBits : 0);
        }

        var half = 0UL;
        for (var i = Math.Min(BytesInHalf, end - start) - 1; i >= 0; i--)
        {
            half = (half << 8) | utf8[start + i] | (ignoreCase ? CaseBit : 0UL);
        }

        return half;
    }

    private static (ulong Lower, ulong Upper) OfBlocks(byte[] utf8, IdPlace id, int blocks, bool ignoreCase)
    {
        var (lower, upper) = (0UL, 0UL);
        for (var block = Blocks - 1; block >= 0; block--)
        {
            if ((blocks & (1 << block)) != 0)
            {
                var start = BlockOf(utf8, id, block, ignoreCase, out var end);
                (lower, upper) = (Add(lower, start), Add(upper, end));
            }
        }

        var lengths = (ulong)id.Length * OfEachByte;
        return (AddBytes(lower, lengths), AddBytes(upper, lengths));
    }

    // Two numbers of 32 bits, each with half of the seed added to it.
    private static ulong ProductOf(ulong half, ulong seed) =>
        unchecked((ulong)((uint)half + (uint)seed) * ((uint)(half >> 32) + (uint)(seed >> 32)));

    private static ulong AddBytes(ulong left, ulong right)
    {
        const ulong TopBits = 0x8080_8080_8080_8080;
        return ((left & ~TopBits) + (right & ~TopBits)) ^ ((left ^ right) & TopBits);
    }

    // Four bytes at a time, the last ones from the end.
    private static ulong OfWhole(byte[] utf8, IdPlace id, bool ignoreCase)
    {
        var fold = ignoreCase ? CaseBitsOfParts : 0;
        if (id.Length < PartLength)
        {
            return PartOf(0, id.Length >> 1, id.Length - 1) | fold;
        }

        var mixed = 0UL;
        for (var i = 0; i < id.Length; i += PartLength)
        {
            var start = Math.Min(i, id.Length - PartLength);
            mixed = unchecked((mixed ^ (PartOf(start, start + 1, start + 2) | ((ulong)utf8[id.Start + start + 3] << 48) | fold)) * Mixer);
            mixed ^= mixed >> MixedBits;
        }

        return mixed;

        ulong PartOf(int first, int second, int third) =>
            utf8[id.Start + first] | ((ulong)utf8[id.Start + second] << 16) | ((ulong)utf8[id.Start + third] << 32);
    }
}
