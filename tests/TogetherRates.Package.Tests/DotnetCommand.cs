using System.Diagnostics;
using System.Text;

namespace TogetherRates.Package.Tests;

/// <summary>The <c>dotnet</c> command, kept apart from the build that runs the tests.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="packages">The directory that restored packages go to, or null for the user's.</param>
    /// <param name="arguments">What.</param>
    /// <returns>Its exit code and all lines that it wrote.</returns>
    public static async Task<CommandResult> Run(string directory, string? packages, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // What the surrounding build tells its children would bend this one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
        }

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            var lines = (await output + await error).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return new CommandResult(process.ExitCode, lines);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} took longer than {Patience}.");
        }
    }
}

/// <summary>What a command did.</summary>
internal sealed record CommandResult(int ExitCode, IReadOnlyList<string> Lines)
{
    /// <summary>This result, if the command succeeded.</summary>
    public CommandResult OrThrow() =>
        ExitCode == 0 ? this : throw new InvalidOperationException(string.Join(Environment.NewLine, Lines.Prepend($"Exit code {ExitCode}:")));
}
