namespace TogetherRates.Benchmarks.Races;

/// <summary>Ids as public price lists have them.</summary>
internal static class PublicIds
{
    /// <summary>What a large card knows.</summary>
    public static readonly IReadOnlyList<string> Known = Read("model-ids.txt");

    /// <summary>What it doesn't know, though the names are alike.</summary>
    public static readonly IReadOnlyList<string> Unknown = Read("other-ids.txt");

    /// <summary>Some of the ids, the same ones each time.</summary>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<string> Sample(int count)
    {
        var ids = Known.ToArray();
        new Random(5).Shuffle(ids);
        return ids[..Math.Min(count, ids.Length)];
    }

    private static string[] Read(string file) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", file));
}
