using System.Diagnostics;
using System.Globalization;
using TogetherRates.Generator;

namespace TogetherRates.Benchmarks.Races;

/// <summary>The compiler as a build starts it, with generators and one card, in a process of its own that has compiled nothing before.</summary>
internal sealed class CompilerProcess
{
    // Something for the compiler to do, so that a card isn't blamed for what any program costs.
    private const string Program = """
        using System.Linq;
        var words = new System.Collections.Generic.Dictionary<string, int>();
        foreach (var word in args.SelectMany(arg => arg.Split(' '))) words[word] = words.TryGetValue(word, out var count) ? count + 1 : 1;
        foreach (var (word, count) in words.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key, pair.Value))) System.Console.WriteLine($"{word}: {count switch { 1 => "once", _ => "often" }}");
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("race").FullName;

    /// <summary>Prepares a project.</summary>
    /// <param name="card">The text of its card, or null for a project without one.</param>
    /// <param name="hasMembers">Whether each model of the card has a member.</param>
    /// <param name="ahead">Where the generator lies compiled ahead, to take that one.</param>
    /// <param name="others">The other generators of the project, which run before the one compiled ahead and after the portable one.</param>
    public CompilerProcess(string? card, bool? hasMembers = null, string? ahead = null, IReadOnlyList<string>? others = null)
    {
        var own = new[] { "TogetherRates.Generator.dll", "TogetherRates.Compiler.dll" }.Select(file => Path.Combine(ahead ?? AppContext.BaseDirectory, file));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var path = Path.Combine(folder, "prices.ratecard.json");
        File.WriteAllText(path, card ?? "{}");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        File.WriteAllText(
            Path.Combine(folder, "build.globalconfig"),
            $"is_global = true\nbuild_property.RootNamespace = Shop\n\n[{path}]\n"
            + (card is null ? string.Empty : $"build_metadata.RateCard.Namespace = \nbuild_metadata.RateCard.Members = {hasMembers}\n"));
        string[] options =
        [
            "-noconfig", "-nologo", "-nostdlib", "-optimize", "-nullable:enable", "-langversion:latest", "-reportanalyzer", $"-out:{Path.Combine(folder, "Shop.dll")}",
            .. BuildPaths.References.Select(reference => "-reference:" + reference),
            .. (ahead is null ? own.Concat(others ?? []) : (others ?? []).Concat(own)).Select(analyzer => "-analyzer:" + analyzer),
            "-additionalfile:" + path, "-analyzerconfig:" + Path.Combine(folder, "build.globalconfig"), Path.Combine(folder, "Program.cs"),
        ];
        File.WriteAllLines(Path.Combine(folder, "build.rsp"), options);
    }

    /// <summary>The size of the assembly that the last compilation made, in bytes.</summary>
    public long AssemblySize => new FileInfo(Path.Combine(folder, "Shop.dll")).Length;

    /// <summary>Compiles, and says what the whole process took, in nanoseconds.</summary>
    public double Compile()
    {
        var start = Stopwatch.GetTimestamp();
        _ = Run();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>Compiles, and says what the generator took in the compiler's own report, in nanoseconds.</summary>
    public double Generate()
    {
        var line = Run().Split('\n').Single(line => line.TrimEnd().EndsWith("." + nameof(RateCardGenerator), StringComparison.Ordinal));
        return double.Parse(line.AsSpan().Trim()[..line.Trim().IndexOf(' ', StringComparison.Ordinal)].TrimStart('<'), CultureInfo.InvariantCulture) * 1e9;
    }

    private string Run()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [BuildPaths.Compiler, "@" + Path.Combine(folder, "build.rsp")]) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? answer : throw new InvalidOperationException($"The compiler failed with {process.ExitCode}: {answer}");
    }
}
