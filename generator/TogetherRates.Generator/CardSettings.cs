using Microsoft.CodeAnalysis.Diagnostics;

namespace TogetherRates.Generator;

/// <summary>What a project says about a card: the metadata of its <c>RateCard</c> item. What isn't said is empty.</summary>
/// <param name="Path">Where the card is.</param>
/// <param name="Namespace">The namespace of the class.</param>
/// <param name="ClassName">The name of the class.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Members"><c>true</c> or <c>false</c>: whether each model has a member.</param>
/// <param name="RootNamespace">The project's namespace, for a card that names none.</param>
internal sealed record CardSettings(string Path, string Namespace, string ClassName, string Visibility, string Members, string RootNamespace)
{
    private const string Metadata = "build_metadata.RateCard.";

    /// <summary>Whether a file is a rate card: the build writes the metadata of every <c>RateCard</c> item, even where it is empty.</summary>
    /// <param name="file">The options of the file.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsRateCard(AnalyzerConfigOptions file) => file.TryGetValue(Metadata + nameof(Namespace), out _);

    /// <summary>Reads the settings of a card.</summary>
    /// <param name="path">Where the card is.</param>
    /// <param name="file">The options of the file.</param>
    /// <param name="project">The options of the project.</param>
    /// <returns>The settings.</returns>
    public static CardSettings Of(string path, AnalyzerConfigOptions file, AnalyzerConfigOptions project) => new(
        path,
        ValueOf(file, Metadata + nameof(Namespace)),
        ValueOf(file, Metadata + nameof(ClassName)),
        ValueOf(file, Metadata + nameof(Visibility)),
        ValueOf(file, Metadata + nameof(Members)),
        ValueOf(project, "build_property." + nameof(RootNamespace)));

    private static string ValueOf(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) ? value.Trim() : string.Empty;
}
