using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Patterns;

/// <summary>Tries a pattern on an id, slowly and obviously. It is what tables and generated code are tested against.</summary>
internal static class PatternMatch
{
    /// <summary>Whether a pattern matches an id.</summary>
    /// <param name="pattern">The pattern, which can be read.</param>
    /// <param name="id">The id; an empty one matches nothing.</param>
    /// <param name="ignoreCase">Whether letters of ASCII match in either case.</param>
    /// <returns>Whether it does.</returns>
    public static bool Matches(IdPattern pattern, string id, bool ignoreCase)
    {
        var (text, whole) = ignoreCase ? (AsciiCase.ToLower(pattern.Text), AsciiCase.ToLower(id)) : (pattern.Text, id);
        return pattern.Kind switch
        {
            IdPatternKind.Prefix => whole.StartsWith(text, StringComparison.Ordinal),
            IdPatternKind.Suffix => whole.EndsWith(text, StringComparison.Ordinal),
            IdPatternKind.Contains => whole.IndexOf(text, StringComparison.Ordinal) >= 0,
            _ => new Nfa(PatternNode.Of(pattern, ignoreCase)).Matches(id),
        };
    }
}
