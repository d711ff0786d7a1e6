using System.Globalization;
using System.Text.RegularExpressions;

namespace TogetherRates.Package.Tests;

/// <summary>An error or a warning as MSBuild prints it: <c>file(line,column): error CODE: text [project]</c>.</summary>
internal sealed partial record BuildMessage(string File, int Line, int Column, string Severity, string Code, string Text, string Project)
{
    /// <summary>Reads the messages among the lines of a build.</summary>
    public static IEnumerable<BuildMessage> Among(IEnumerable<string> lines) =>
        lines.Distinct().Select(line => Format().Match(line)).Where(match => match.Success).Select(match => new BuildMessage(
            match.Groups["file"].Value.Trim(),
            Number(match.Groups["line"]),
            Number(match.Groups["column"]),
            match.Groups["severity"].Value,
            match.Groups["code"].Value,
            match.Groups["text"].Value,
            Path.GetFileNameWithoutExtension(match.Groups["project"].Value)));

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<file>.+?)(\((?<line>\d+),(?<column>\d+)\))?\s?: (?<severity>error|warning) ?(?<code>[A-Z]+\d+)?: (?<text>.*) \[(?<project>[^\[\]]+)\]$", RegexOptions.ExplicitCapture)]
    private static partial Regex Format();
}
