using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>How fast accounts may send requests once they have spent enough.</summary>
/// <param name="Name">What the provider calls the tier.</param>
/// <param name="MemberName">The name of the C# member, or null to make one from the name.</param>
/// <param name="Spend">From which spend on an account is in the tier, in currency units.</param>
/// <param name="RequestsPerMinute">How many requests an account may send, or null when they aren't limited.</param>
/// <param name="TokensPerMinute">How many tokens an account may use, or null when they aren't limited.</param>
public sealed record AccountTier(string Name, string? MemberName, Rational Spend, int? RequestsPerMinute, int? TokensPerMinute);
