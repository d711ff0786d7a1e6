namespace TogetherRates.Compiler.Json;

/// <summary>A stretch of a text, in UTF-16 code units. A length of zero marks a place between two characters.</summary>
/// <param name="Start">The offset of the first character, from 0.</param>
/// <param name="Length">The number of characters, 0 or more.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset just after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span from one offset up to, and without, another.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);
}
