using TogetherRates.Compiler;

namespace TogetherRates.Cli.RateCards;

/// <summary>Tells which of several editions that don't know a name has the best advice.</summary>
internal static class NameAdvice
{
    private const string Meant = "did you mean '";

    /// <summary>Whether a refusal says more than another one.</summary>
    /// <param name="one">The refusal.</param>
    /// <param name="other">The other one.</param>
    public static bool IsBetter(ToolException one, ToolException other) =>
        NearestOf(one) is { } nearest && NearestOf(other) is { } known
            ? nearest != known && one.Code == other.Code && NearestName.Find(AskedOf(one), [known, nearest]) == nearest
            : RankOf(one) > RankOf(other);

    // The name that was meant says more than all names there are, and those more than that there are none.
    private static int RankOf(ToolException refusal) =>
        NearestOf(refusal) is not null ? 2
        : refusal.Message.EndsWith("there are none", StringComparison.Ordinal) ? 0
        : 1;

    private static string? NearestOf(ToolException refusal) =>
        refusal.Message.LastIndexOf(Meant, StringComparison.Ordinal) is var start and >= 0 ? refusal.Message[(start + Meant.Length)..^"'?".Length] : null;

    // All refusals start with it: the card has no GPU 'A100'; ...
    private static string AskedOf(ToolException refusal) => refusal.Message.Split('\'')[1];
}
