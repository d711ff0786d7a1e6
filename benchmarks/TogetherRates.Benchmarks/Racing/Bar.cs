namespace TogetherRates.Benchmarks.Racing;

/// <summary>How much faster one contender is meant to be than another of the same race.</summary>
/// <param name="Of">The contender that is held to it.</param>
/// <param name="Against">The contender that it is compared with.</param>
/// <param name="AtLeast">The least that the other's time may be, divided by its own.</param>
/// <param name="Bound">The contender that bounds the first one, where it is another than the race's.</param>
public sealed record Bar(string Of, string Against, double AtLeast, string? Bound = null);
