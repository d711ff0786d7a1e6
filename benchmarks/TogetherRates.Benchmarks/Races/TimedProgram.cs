using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TogetherRates.Benchmarks.Races;

/// <summary>A small program, started anew for each round, that says how many nanoseconds something took in it.</summary>
internal sealed class TimedProgram
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("race");
    private readonly string assembly;

    /// <summary>Compiles it.</summary>
    /// <param name="library">The library that it runs with.</param>
    /// <param name="sources">Its files. The entry point writes the nanoseconds and nothing else.</param>
    public TimedProgram(string library, params string[] sources)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        assembly = Path.Combine(folder.FullName, "Generated.dll");
        using (var image = File.Create(assembly))
        {
            GeneratedCard.Emit(image, OutputKind.ConsoleApplication, sources);
        }

        File.Copy(library, Path.Combine(folder.FullName, Path.GetFileName(library)));
        File.WriteAllText(
            Path.Combine(folder.FullName, "Generated.runtimeconfig.json"),
            $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }""");
    }

    /// <summary>A place for files that it reads.</summary>
    public string Folder => folder.FullName;

    /// <summary>Starts it.</summary>
    /// <returns>What it says.</returns>
    public double Run()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly]) { RedirectStandardOutput = true, WorkingDirectory = Folder })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(answer, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The program failed with {process.ExitCode}.");
    }
}
