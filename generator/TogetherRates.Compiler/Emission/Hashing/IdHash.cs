namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>The hash of an id, as <c>TogetherRates.IdTable</c> of the runtime computes it: tests hold the two to each other.</summary>
/// <remarks>What is read from the id is read once, and then multiplied with as many seeds as are tried.</remarks>
internal readonly struct IdHash
{
    /// <summary>How many bytes a word has.</summary>
    public const int WordLength = 4;

    /// <summary>What makes all letters of a word small ones.</summary>
    public const ulong CaseBits = 0x0020_0020_0020_0020;

    // The upper half of the fourth unit, which is free. It has no room for lengths of 256 and more, which may then be taken for others.
    private const int LengthInHash = 56;

    private const ulong Multiplier2 = 0xFF51_AFD7_ED55_8CCD;
    private const ulong Multiplier3 = 0xC4CE_B9FE_1A85_EC53;

    private readonly ulong word1;
    private readonly ulong word2;
    private readonly ulong word3;
    private readonly ulong[]? all;

    /// <summary>Reads an id.</summary>
    /// <param name="id">The id in UTF-8.</param>
    /// <param name="words">Where its words are, three at most; none to hash all of it.</param>
    /// <param name="fold">Bits to set in each unit.</param>
    public IdHash(byte[] id, IReadOnlyList<int> words, ulong fold)
    {
        var length = (ulong)id.Length << LengthInHash;
        if (id.Length < WordLength)
        {
            word1 = length + (id[0] | ((ulong)id[id.Length >> 1] << 16) | ((ulong)id[id.Length - 1] << 32) | fold);
        }
        else if (words.Count == 0)
        {
            word1 = length;
            all = new ulong[(id.Length + WordLength - 1) / WordLength];
            for (var i = 0; i < all.Length; i++)
            {
                all[i] = WordAt(id, i * WordLength, fold);
            }
        }
        else
        {
            word1 = length + WordAt(id, words[0], fold);
            word2 = words.Count > 1 ? WordAt(id, words[1], fold) : 0;
            word3 = words.Count > 2 ? WordAt(id, words[2], fold) : 0;
        }
    }

    /// <summary>What the hash is made of: ids for which it is equal can't be told apart, whatever the seed.</summary>
    public IdWords Words => new(word1, word2, word3);

    /// <summary>The hash.</summary>
    /// <param name="seed">What the words are multiplied with; odd.</param>
    /// <returns>The hash.</returns>
    public ulong Of(ulong seed)
    {
        unchecked
        {
            var hash = all is null ? (word1 * seed) + (word2 * (seed * Multiplier2)) + (word3 * (seed * Multiplier3)) : OfAll(all, word1, seed);
            return hash ^ (hash >> 32);
        }
    }

    /// <summary>A word of an id that has at least one, each byte as 16 bits.</summary>
    /// <param name="id">The id in UTF-8.</param>
    /// <param name="word">Where the word is, from the start or, below zero, from the end; moved into the id where it is outside.</param>
    /// <param name="fold">Bits to set in each unit.</param>
    /// <returns>The word.</returns>
    public static ulong WordAt(byte[] id, int word, ulong fold)
    {
        var index = word < 0 ? Math.Max(id.Length + word, 0) : Math.Min(word, id.Length - WordLength);
        return id[index] | ((ulong)id[index + 1] << 16) | ((ulong)id[index + 2] << 32) | ((ulong)id[index + 3] << 48) | fold;
    }

    private static ulong OfAll(ulong[] words, ulong hash, ulong seed)
    {
        foreach (var word in words)
        {
            hash = unchecked((hash ^ word) * seed);
            hash ^= hash >> 32;
        }

        return unchecked(hash * Multiplier2);
    }
}
