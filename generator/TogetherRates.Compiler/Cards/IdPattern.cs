namespace TogetherRates.Compiler.Cards;

/// <summary>How a pattern tells ids.</summary>
public enum IdPatternKind
{
    /// <summary>By what they start with.</summary>
    Prefix,

    /// <summary>By what they end with.</summary>
    Suffix,

    /// <summary>By what is somewhere in them.</summary>
    Contains,

    /// <summary>By a regular expression.</summary>
    Regex,
}

/// <summary>Ids that belong to a model or an offer by what they have in common, unless they are the id or an alias of another.</summary>
/// <param name="Kind">How the ids are told.</param>
/// <param name="Text">What they have in common.</param>
public sealed record IdPattern(IdPatternKind Kind, string Text)
{
    /// <summary>The name of the kind in a card.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>The pattern as messages show it.</summary>
    /// <returns>For instance <c>prefix 'gpt-4o-'</c>.</returns>
    public override string ToString() => $"{KindName} '{Text}'";
}
