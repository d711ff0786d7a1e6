namespace TogetherRates.Compiler.Patterns;

/// <summary>The characters of a text as patterns see them: code points, so that a string and its UTF-8 have the same.</summary>
internal static class CodePoints
{
    /// <summary>The first code point after those that are halves of pairs.</summary>
    public const int AfterSurrogates = 0xE000;

    private const int Replacement = 0xFFFD;

    /// <summary>The character at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where it starts.</param>
    /// <param name="length">How long it is: 2 for a pair of surrogates.</param>
    /// <returns>The code point; that for what can't be read where a half of a pair is alone.</returns>
    public static int At(string text, int index, out int length)
    {
        length = char.IsSurrogatePair(text, index) ? 2 : 1;
        return length == 2 ? char.ConvertToUtf32(text, index) : char.IsSurrogate(text, index) ? Replacement : text[index];
    }

    /// <summary>All characters of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The code points.</returns>
    public static IEnumerable<int> Of(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            yield return At(text, i, out var length);
            i += length;
        }
    }

    /// <summary>Whether a code point is half of a pair, which is no character and in no text.</summary>
    /// <param name="character">The code point.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsSurrogate(int character) => character is >= 0xD800 and < AfterSurrogates;
}
