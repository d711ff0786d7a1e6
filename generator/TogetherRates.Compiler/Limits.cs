namespace TogetherRates.Compiler;

/// <summary>What the compiler refuses to take on, so that a runaway card can't stall a build.</summary>
public static class Limits
{
    /// <summary>The most characters that an id or a name may have.</summary>
    public const int LabelLength = 200;

    /// <summary>The most models that one card may have.</summary>
    public const int Models = 50_000;
}
