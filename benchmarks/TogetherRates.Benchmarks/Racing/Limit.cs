namespace TogetherRates.Benchmarks.Racing;

/// <summary>How long one contender may take at most.</summary>
/// <param name="Of">The contender that is held to it.</param>
/// <param name="Nanoseconds">The most that its median may be.</param>
/// <param name="Beyond">The contender whose time is taken off first, round by round, or null.</param>
public sealed record Limit(string Of, double Nanoseconds, string? Beyond = null);
