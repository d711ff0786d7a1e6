namespace TogetherRates.Generator;

/// <summary>The names of the generator's steps, by which tests ask why a step ran.</summary>
internal static class TrackingNames
{
    /// <summary>What the project says about each card.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The text of each card.</summary>
    public const string Text = nameof(Text);

    /// <summary>The card that a text says, or its first mistake.</summary>
    public const string Read = nameof(Read);

    /// <summary>The class and the file that a card becomes.</summary>
    public const string Place = nameof(Place);

    /// <summary>The C# of a card.</summary>
    public const string Emit = nameof(Emit);

    /// <summary>The C# that finds the edition in force.</summary>
    public const string Timeline = nameof(Timeline);

    /// <summary>All steps, in the order in which they run.</summary>
    public static IReadOnlyList<string> All { get; } = [Settings, Text, Read, Place, Emit, Timeline];
}
