using System.Diagnostics;

namespace TogetherRates.Cli.Tests.Harness;

/// <summary>Runs the tool as a process of its own.</summary>
internal static class ToolProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The built tool.</summary>
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "together-rates.dll");

    /// <summary>The program that runs it.</summary>
    public static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs the tool to its end.</summary>
    public static ToolRun Run(params string[] arguments) => Finish(Start(Host, [Assembly, .. arguments]));

    /// <summary>Runs a command of the Unix shell, in which $TOOL is the tool.</summary>
    public static ToolRun RunInShell(string command) => Finish(Start("/bin/bash", ["-c", command]));

    private static Process Start(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["TOOL"] = $"{Host} {Assembly}" },
        };
        return Process.Start(start)!;
    }

    private static ToolRun Finish(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"The tool still runs after {Patience}.");
            }

            return new ToolRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
    }
}
