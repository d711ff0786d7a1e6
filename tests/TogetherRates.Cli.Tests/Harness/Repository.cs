namespace TogetherRates.Cli.Tests.Harness;

/// <summary>The repository that the tests are in.</summary>
internal static class Repository
{
    /// <summary>Its folder. Found from the running test, because a deterministic build hides the paths of the sources.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The shipped card that is compiled into the tool.</summary>
    public static string TogetherCard => Path.Combine(Folder, "ratecards", "together.2025-01.ratecard.json");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "TogetherRates.sln")) ? folder : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
