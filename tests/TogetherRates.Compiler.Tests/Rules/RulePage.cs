using System.Text.RegularExpressions;

namespace TogetherRates.Compiler.Tests.Rules;

/// <summary>The page that explains a rule, taken apart.</summary>
internal sealed partial class RulePage
{
    private readonly string text;

    private RulePage(string text) => this.text = text;

    /// <summary>The ids of all pages.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Directory.GetFiles(Repository.PathOf("docs/rules"), "RATE*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>The first line.</summary>
    public string Heading => text[..text.IndexOf('\n', StringComparison.Ordinal)];

    /// <summary>The headings of the sections, in their order.</summary>
    public IReadOnlyList<string> Sections => [.. SectionHeading().Matches(text).Select(match => match.Groups[1].Value)];

    /// <summary>A card that breaks the rule, and only this one.</summary>
    public string BadCard => Block("Breaks the rule", "json");

    /// <summary>What the build prints for it.</summary>
    public string Message => Block("Breaks the rule", "text");

    /// <summary>The same card, mended.</summary>
    public string GoodCard => Block("Keeps the rule", "json");

    public static RulePage Read(string id) => new(Repository.Read($"docs/rules/{id}.md").ReplaceLineEndings("\n"));

    private string Block(string section, string language)
    {
        var start = text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Heading} has no section '{section}'.");
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        var match = Regex.Match(end < 0 ? text[start..] : text[start..end], $"\n```{language}\n(.*?)\n```\n", RegexOptions.Singleline);
        Assert.True(match.Success, $"The section '{section}' of {Heading} has no block of {language}.");
        return match.Groups[1].Value;
    }

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex SectionHeading();
}
