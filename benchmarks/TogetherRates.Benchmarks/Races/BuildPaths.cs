using System.Reflection;

namespace TogetherRates.Benchmarks.Races;

/// <summary>Where the build that made this program has its tools and results.</summary>
internal static class BuildPaths
{
    /// <summary>The compiler of the SDK.</summary>
    public static string Compiler => Of("Compiler");

    /// <summary>The generators that come with the framework, which are in the compiler of every project.</summary>
    public static IReadOnlyList<string> FrameworkGenerators => Of("FrameworkGenerators").Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where the library and the generator lie compiled ahead, once they were packed so; null before.</summary>
    public static string? Ahead => Directory.Exists(Of("Ahead")) ? Of("Ahead") : null;

    /// <summary>The project of the command line.</summary>
    public static string Tool => Of("Tool");

    /// <summary>What programs are compiled against, as a build does: the reference assemblies of the framework, and the library.</summary>
    public static IReadOnlyList<string> References => [.. Directory.GetFiles(Of("FrameworkReferences"), "*.dll"), typeof(Money).Assembly.Location];

    private static string Of(string name) =>
        typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!;
}
