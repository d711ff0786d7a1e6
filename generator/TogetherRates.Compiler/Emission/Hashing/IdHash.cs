namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>The hash of an id, as <c>TogetherRates.IdTable</c> of the runtime computes it: tests hold the two to each other.</summary>
internal static class IdHash
{
    /// <summary>How many bytes a word has.</summary>
    public const int WordLength = 4;

    /// <summary>What makes all letters of a word small ones.</summary>
    public const ulong CaseBits = 0x0020_0020_0020_0020;

    private static readonly ulong[] Multipliers = [1, 0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53, 0xBF58_476D_1CE4_E5B9];

    /// <summary>The hash of an id.</summary>
    /// <param name="id">The id in UTF-8.</param>
    /// <param name="words">Where its words are; none to hash all of it.</param>
    /// <param name="seed">What the words are multiplied with; odd.</param>
    /// <param name="fold">Bits to set in each unit.</param>
    /// <returns>The hash.</returns>
    public static ulong Of(byte[] id, IReadOnlyList<int> words, ulong seed, ulong fold)
    {
        var length = (ulong)id.Length << 7;
        ulong hash = 0;
        if (id.Length < WordLength)
        {
            hash = unchecked((ShortWord(id, fold) + length) * seed);
        }
        else if (words.Count == 0)
        {
            hash = OfAll(id, length, seed, fold);
        }
        else
        {
            for (var i = 0; i < words.Count; i++)
            {
                hash = unchecked(hash + ((WordAt(id, words[i], fold) + (i == 0 ? length : 0)) * seed * Multipliers[i]));
            }
        }

        return hash ^ (hash >> 32);
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

    /// <summary>All of an id that is shorter than a word.</summary>
    /// <param name="id">The id in UTF-8.</param>
    /// <param name="fold">Bits to set in each unit.</param>
    /// <returns>Its bytes, some of them twice.</returns>
    public static ulong ShortWord(byte[] id, ulong fold) =>
        id[0] | ((ulong)id[id.Length >> 1] << 16) | ((ulong)id[id.Length - 1] << 32) | fold;

    private static ulong OfAll(byte[] id, ulong hash, ulong seed, ulong fold)
    {
        for (var i = 0; i < id.Length; i += WordLength)
        {
            hash = unchecked((hash ^ WordAt(id, i, fold)) * seed);
            hash ^= hash >> 32;
        }

        return unchecked(hash * Multipliers[1]);
    }
}
