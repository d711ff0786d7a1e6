namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>What a hash sees of an id. A class, and compared by hand: for numbers a dictionary would be compiled anew in each build.</summary>
internal sealed class IdWords(ulong word1, ulong word2, ulong word3) : IEquatable<IdWords>
{
    private readonly ulong word1 = word1;
    private readonly ulong word2 = word2;
    private readonly ulong word3 = word3;

    /// <inheritdoc/>
    public bool Equals(IdWords? other) => other is not null && word1 == other.word1 && word2 == other.word2 && word3 == other.word3;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IdWords);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = unchecked((word1 * 0x9E37_79B9_7F4A_7C15) ^ (word2 * 0xFF51_AFD7_ED55_8CCD) ^ (word3 * 0xC4CE_B9FE_1A85_EC53));
        return unchecked((int)(hash ^ (hash >> 32)));
    }
}
