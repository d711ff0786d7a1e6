namespace TogetherRates.Benchmarks.Races;

/// <summary>How sizes follow each other.</summary>
internal enum SizeOrder
{
    /// <summary>Each tier is as likely as the next.</summary>
    Random,

    /// <summary>Always the same.</summary>
    Repeated,
}
