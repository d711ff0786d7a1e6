namespace TogetherRates.Cli.RateCards;

/// <summary>The files that are compiled into the tool.</summary>
internal static class Resource
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names => typeof(Resource).Assembly.GetManifestResourceNames();

    /// <summary>The text of one of them.</summary>
    /// <param name="name">Its name in the project file.</param>
    public static string Read(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
