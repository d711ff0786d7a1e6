namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>Where an id stands among all of them. An object for each would be thousands.</summary>
/// <param name="start">The byte at which it starts.</param>
/// <param name="length">How many bytes it has.</param>
/// <param name="row">The row that it leads to, from 1.</param>
/// <param name="isAscii">Whether it has as many characters as bytes, and no zero.</param>
internal readonly struct IdPlace(int start, int length, int row, bool isAscii)
{
    /// <summary>The byte at which it starts.</summary>
    public int Start => start;

    /// <summary>How many bytes it has.</summary>
    public int Length => length;

    /// <summary>The row that it leads to, from 1.</summary>
    public int Row => row;

    /// <summary>Whether it has as many characters as bytes, and no zero.</summary>
    public bool IsAscii => isAscii;
}
