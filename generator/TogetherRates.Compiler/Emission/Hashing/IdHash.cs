namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>The hash of an id, as <c>TogetherRates.IdTable</c> of the runtime computes it: tests hold the two to each other.</summary>
/// <remarks>What is read from the id is read once, and then multiplied with as many seeds as are tried.</remarks>
internal readonly struct IdHash
{
    /// <summary>How many bytes a word has.</summary>
    public const int WordLength = 16;

    /// <summary>The most bytes of an id that is hashed by words.</summary>
    public const int MostInWords = 4 * WordLength;

    // How many bytes are hashed at a time where all of an id is.
    private const int PartLength = 4;

    // The upper half of the fourth unit, which is free. It has no room for lengths of 256 and more, which may then be taken for others.
    private const int LengthInPart = 56;

    private const int BytesInHalf = 8;
    private const byte CaseBit = 0x20;
    private const ulong CaseBits = 0x2020_2020_2020_2020;
    private const ulong CaseBitsOfParts = 0x0020_0020_0020_0020;

    private const ulong Multiplier2 = 0xFF51_AFD7_ED55_8CCD;
    private const ulong Multiplier3 = 0xC4CE_B9FE_1A85_EC53;
    private const int UpperRotation = 21;
    private const ulong LengthMultiplier = 0x2545_F491;

    private readonly ulong[] parts;
    private readonly int length;
    private readonly bool isWhole;

    /// <summary>Reads an id.</summary>
    /// <param name="id">The id in UTF-8.</param>
    /// <param name="words">Where its words are, three at most; none to hash all of it.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    public IdHash(byte[] id, IReadOnlyList<int> words, bool ignoreCase)
    {
        length = id.Length;
        isWhole = words.Count == 0 || !HasWords(id);
        parts = isWhole ? Whole(id, ignoreCase) : Sum(id, words, ignoreCase);
    }

    /// <summary>All that the hash sees of the id: ids are told apart when these differ.</summary>
    public string Seen
    {
        get
        {
            const int CharsInPart = 4;
            var seen = new char[(CharsInPart * parts.Length) + 1];
            seen[0] = (char)length;
            for (var i = 0; i < parts.Length * CharsInPart; i++)
            {
                seen[i + 1] = (char)(parts[i / CharsInPart] >> (16 * (i % CharsInPart)));
            }

            return new string(seen);
        }
    }

    /// <summary>Whether an id is short enough for words.</summary>
    /// <param name="id">The id in UTF-8.</param>
    /// <returns>Whether it has words.</returns>
    public static bool HasWords(byte[] id) => id.Length <= MostInWords;

    /// <summary>The hash.</summary>
    /// <param name="seed">What the words are multiplied with.</param>
    /// <returns>All 64 bits of it.</returns>
    public ulong Of(ulong seed)
    {
        unchecked
        {
            var hash = isWhole ? OfWhole(seed) : ((ulong)length * LengthMultiplier) + (parts[0] * seed) + RotateLeft(parts[1] * (seed * Multiplier3), UpperRotation);
            return (hash ^ (hash >> 32)) * Multiplier2;
        }
    }

    /// <summary>Sixteen bytes of an id, or all of a shorter one and zeros behind it.</summary>
    /// <param name="id">The id in UTF-8.</param>
    /// <param name="word">Where the word is, from the start or, below zero, from the end; moved into the id where it is outside.</param>
    /// <param name="ignoreCase">Whether to make letters small.</param>
    /// <param name="upper">The last eight bytes.</param>
    /// <returns>The first eight bytes.</returns>
    public static ulong WordAt(byte[] id, int word, bool ignoreCase, out ulong upper)
    {
        var start = PlaceOf(id, word);
        upper = HalfAt(id, start + BytesInHalf, ignoreCase);
        return HalfAt(id, start, ignoreCase);
    }

    private static int PlaceOf(byte[] id, int word) => Math.Max(word < 0 ? id.Length + word : Math.Min(word, id.Length - WordLength), 0);

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

    // The words as bytes that don't carry, each word behind the first counted twice as often as the one before.
    private static ulong[] Sum(byte[] id, IReadOnlyList<int> words, bool ignoreCase)
    {
        var (lower, upper) = (0UL, 0UL);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var word = WordAt(id, words[i], ignoreCase, out var end);
            lower = AddBytes(AddBytes(lower, lower), word);
            upper = AddBytes(AddBytes(upper, upper), end);
        }

        return [lower, upper];
    }

    private static ulong AddBytes(ulong left, ulong right)
    {
        const ulong TopBits = 0x8080_8080_8080_8080;
        return ((left & ~TopBits) + (right & ~TopBits)) ^ ((left ^ right) & TopBits);
    }

    // The length, and then the bytes, four at a time, the last ones from the end.
    private static ulong[] Whole(byte[] id, bool ignoreCase)
    {
        var fold = ignoreCase ? CaseBitsOfParts : 0;
        var length = (ulong)id.Length << LengthInPart;
        if (id.Length < PartLength)
        {
            return [length + (id[0] | ((ulong)id[id.Length >> 1] << 16) | ((ulong)id[id.Length - 1] << 32) | fold)];
        }

        var parts = new ulong[1 + ((id.Length + PartLength - 1) / PartLength)];
        parts[0] = length;
        for (var i = 1; i < parts.Length; i++)
        {
            var start = Math.Min((i - 1) * PartLength, id.Length - PartLength);
            parts[i] = id[start] | ((ulong)id[start + 1] << 16) | ((ulong)id[start + 2] << 32) | ((ulong)id[start + 3] << 48) | fold;
        }

        return parts;
    }

    private static ulong RotateLeft(ulong number, int bits) => (number << bits) | (number >> (64 - bits));

    private ulong OfWhole(ulong seed)
    {
        unchecked
        {
            var hash = parts.Length == 1 ? parts[0] * seed : parts[0];
            for (var i = 1; i < parts.Length; i++)
            {
                hash = (hash ^ (hash >> 32) ^ parts[i]) * seed;
            }

            return hash;
        }
    }
}
