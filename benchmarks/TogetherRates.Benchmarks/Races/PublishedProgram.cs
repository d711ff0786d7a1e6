using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TogetherRates.Benchmarks.Races;

/// <summary>A program, published with ReadyToRun when it is first started.</summary>
internal sealed class PublishedProgram
{
    // A process is quick to be held up, so each time is the middle one of some.
    private const int Starts = 5;

    private readonly Lazy<string> path;

    private PublishedProgram(string name, Func<DirectoryInfo, string> project) => path = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("race");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        Run("dotnet", ["publish", project(folder), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-o", Path.Combine(folder.FullName, "out"), "-v", "q", "-nologo"]);
        return Path.Combine(folder.FullName, "out", name + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));
    });

    /// <summary>A program of a project.</summary>
    /// <param name="project">The project's file.</param>
    /// <param name="name">What the program is called.</param>
    public static PublishedProgram OfProject(string project, string name) => new(name, _ => project);

    /// <summary>A program of one file.</summary>
    /// <param name="code">The file.</param>
    /// <param name="settings">Properties of its project.</param>
    public static PublishedProgram Of(string code, string settings = "") => new("Program", folder =>
    {
        File.WriteAllText(Path.Combine(folder.FullName, "Program.cs"), code);
        var project = Path.Combine(folder.FullName, "Program.csproj");
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <PublishReadyToRun>true</PublishReadyToRun>
                {settings}
              </PropertyGroup>
            </Project>
            """);
        return project;
    });

    /// <summary>Starts it, and says what the whole process took, in nanoseconds.</summary>
    /// <param name="arguments">What it is called with.</param>
    public double Time(params string[] arguments)
    {
        var program = path.Value;
        var times = new double[Starts];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Run(program, arguments);
            times[i] = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }

        Array.Sort(times);
        return times[Starts / 2];
    }

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed with {process.ExitCode}: {answer}");
        }
    }
}
