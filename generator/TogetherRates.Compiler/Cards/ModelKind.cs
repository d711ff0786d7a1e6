namespace TogetherRates.Compiler.Cards;

/// <summary>What a model that is priced by token does, as far as price pages tell such models apart. The price doesn't depend on it.</summary>
public enum ModelKind
{
    /// <summary>Answers in a conversation.</summary>
    Chat,

    /// <summary>Continues a text.</summary>
    Language,

    /// <summary>Writes and explains programs.</summary>
    Code,

    /// <summary>Judges whether a text or an image is acceptable.</summary>
    Moderation,

    /// <summary>Answers about images.</summary>
    Vision,
}

/// <summary>The names of the kinds.</summary>
public static class ModelKinds
{
    /// <summary>The names, as cards write them, in the order of the kinds.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(Enum.GetNames(typeof(ModelKind)), static name => name.ToLowerInvariant());

    /// <summary>A kind as cards write it.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>For instance <c>moderation</c>.</returns>
    public static string NameOf(ModelKind kind) => Names[(int)kind];
}
