namespace TogetherRates.Compiler;

/// <summary>What to write instead of a name that isn't known.</summary>
/// <param name="Asked">What was written.</param>
/// <param name="Nearest">The known name that was probably meant, or null.</param>
/// <param name="Known">What could have been written.</param>
public sealed record NameAdvice(string Asked, string? Nearest, IReadOnlyCollection<string> Known)
{
    // More would fill a screen.
    private const int MostListed = 20;

    /// <summary>Looks for the name that was meant.</summary>
    /// <param name="asked">What was written.</param>
    /// <param name="known">What could have been.</param>
    /// <returns>The advice.</returns>
    public static NameAdvice On(string asked, IReadOnlyCollection<string> known) => new(asked, NearestName.Find(asked, known), known);

    /// <summary>A sentence for the end of a message: the nearest name, or all of them when none is near and there are few.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString() => (Nearest, Known.Count) switch
    {
        ({ } nearest, _) => "did you mean '" + nearest + "'?",
        (_, 0) => "there are none",
        (_, <= MostListed) => "known: " + string.Join(", ", Known),
        (_, var count) => $"none of the {count} known ones is near",
    };
}
