namespace TogetherRates.Compiler;

/// <summary>What the compiler refuses to take on, so that a runaway card can't stall a build.</summary>
public static class Limits
{
    /// <summary>The most characters that an id or a name may have.</summary>
    public const int LabelLength = 200;

    /// <summary>The most models that one section of a card may have, and the most models and offers of all sections together.</summary>
    public const int Models = 50_000;

    /// <summary>The most bytes, in UTF-8, that the ids and aliases of a card may have together: the most that generated tables can hold.</summary>
    public const int IdBytes = 8_000_000;
}
