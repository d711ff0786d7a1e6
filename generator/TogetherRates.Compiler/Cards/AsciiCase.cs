namespace TogetherRates.Compiler.Cards;

/// <summary>Ids in which the case of letters doesn't count: those of ASCII, so that no culture and no table of Unicode has a say.</summary>
internal static class AsciiCase
{
    /// <summary>An id with small letters.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The id, changed in its letters of ASCII only.</returns>
    public static string ToLower(string id) => new([.. id.Select(c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c)]);
}
