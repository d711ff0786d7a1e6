namespace TogetherRates.Benchmarks.Races;

/// <summary>Ids as public price lists have them.</summary>
internal static class PublicIds
{
    /// <summary>What a large card knows.</summary>
    public static readonly IReadOnlyList<string> Known = Read("model-ids.txt");

    /// <summary>What it doesn't know, though the names are alike.</summary>
    public static readonly IReadOnlyList<string> Unknown = Read("other-ids.txt");

    /// <summary>What most requests ask for.</summary>
    public static readonly IReadOnlyList<string> Popular =
    [
        "gpt-4o", "gpt-4o-mini", "gpt-4.1", "o3-mini", "claude-3-7-sonnet-20250219", "claude-sonnet-4-20250514", "gemini/gemini-2.5-pro", "gemini/gemini-2.0-flash",
        "deepseek/deepseek-chat", "mistral/mistral-large-latest", "groq/llama-3.3-70b-versatile", "together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo",
    ];

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
