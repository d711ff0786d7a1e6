namespace TogetherRates.Compiler.Tests;

/// <summary>The files of the repository that tests read: shipped cards, the schema, the pages of the rules.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Every card that ships.</summary>
    public static IReadOnlyList<string> ShippedCards { get; } =
        [.. Directory.GetFiles(PathOf("ratecards"), "*.ratecard.json").Select(file => Path.Combine("ratecards", Path.GetFileName(file))).Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TogetherRates.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests read files of the repository, so they run inside it.");
        }

        return folder.FullName;
    }
}
