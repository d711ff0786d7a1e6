namespace TogetherRates.Package.Tests;

/// <summary>Public price data that isn't in the repository: where it is kept in a folder beside it, tests read it.</summary>
internal static class PublicData
{
    /// <summary>The path of a data file, or null when it isn't there.</summary>
    public static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
