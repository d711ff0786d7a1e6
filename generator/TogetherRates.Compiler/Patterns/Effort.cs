namespace TogetherRates.Compiler.Patterns;

/// <summary>The work that may go into the patterns of one card, so that no card can keep a build busy.</summary>
/// <param name="steps">How many steps there are.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class Effort(long steps, CancellationToken cancellation = default)
{
    private long left = steps;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => left < 0;

    /// <summary>Takes some of it.</summary>
    /// <param name="steps">How many steps.</param>
    /// <returns>Whether there were so many.</returns>
    public bool Spend(int steps)
    {
        cancellation.ThrowIfCancellationRequested();
        left -= steps;
        return !IsSpent;
    }
}
