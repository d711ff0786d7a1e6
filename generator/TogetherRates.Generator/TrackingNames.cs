namespace TogetherRates.Generator;

/// <summary>The names of the generator's steps, by which tests ask why a step ran.</summary>
internal static class TrackingNames
{
    /// <summary>A card's file and what the project says about it.</summary>
    public const string File = nameof(File);

    /// <summary>The card that a file holds, or its first mistake, and the class that it becomes.</summary>
    public const string Class = nameof(Class);

    /// <summary>The files of cards, and those that tell the editions of a class apart.</summary>
    public const string Place = nameof(Place);

    /// <summary>All steps, in the order in which they run. What writes C# is behind them.</summary>
    public static IReadOnlyList<string> All { get; } = [File, Class, Place];
}
