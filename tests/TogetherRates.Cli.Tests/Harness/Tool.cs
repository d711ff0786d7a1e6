using System.Globalization;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli.Tests.Harness;

/// <summary>Runs the tool in this process and catches what it says.</summary>
internal static class Tool
{
    // A day on which the edition of 2025 is in force: the one with the prices that most tests know.
    internal static readonly DateTimeOffset UsualDay = new(2026, 6, 1, 8, 30, 0, TimeSpan.Zero);

    /// <summary>Runs the tool with its output redirected, as a script would.</summary>
    public static ToolRun Run(params string[] arguments) =>
        Run((output, error) => new Terminal(output, error), UsualDay, arguments);

    /// <summary>Runs the tool on a day, as <c>2026-11-01</c>.</summary>
    public static ToolRun RunOn(string day, params string[] arguments) => Run(
        (output, error) => new Terminal(output, error),
        DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        arguments);

    /// <summary>Runs the tool on a terminal of some width that a person looks at.</summary>
    public static ToolRun RunOnTerminal(int width, bool hasColours, params string[] arguments) =>
        Run((output, error) => new Terminal(output, error) { IsInteractive = true, HasColours = hasColours, Width = width }, UsualDay, arguments);

    /// <summary>Runs the tool under a culture.</summary>
    public static ToolRun RunUnder(string culture, params string[] arguments)
    {
        var (current, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return Run(arguments);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (current, ui);
        }
    }

    private static ToolRun Run(Func<TextWriter, TextWriter, Terminal> open, DateTimeOffset now, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = CommandLine.Run(arguments, open(output, error), new StoppedClock(now));
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}

/// <summary>A clock on which it is always the same time.</summary>
/// <param name="now">The time.</param>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}

/// <summary>What came of a run.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">What stands on standard output.</param>
/// <param name="Error">What stands on standard error.</param>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>All of it, for a snapshot.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Output}{(Error.Length > 0 ? "--- standard error\n" + Error : "")}--- exit code {ExitCode}\n");
}
