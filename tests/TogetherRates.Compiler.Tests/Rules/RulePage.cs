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

    /// <summary>A card that breaks the rule, and only this one; before it, the other cards that it takes to break it.</summary>
    public IReadOnlyList<string> BadCards => Blocks("Breaks the rule", "json");

    /// <summary>What the build prints for it.</summary>
    public string Message => Blocks("Breaks the rule", "text").Single();

    /// <summary>The same card, mended.</summary>
    public string GoodCard => Blocks("Keeps the rule", "json").Single();

    public static RulePage Read(string id) => new(Repository.Read($"docs/rules/{id}.md").ReplaceLineEndings("\n"));

    private IReadOnlyList<string> Blocks(string section, string language)
    {
        var start = text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Heading} has no section '{section}'.");
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        var blocks = Regex.Matches(end < 0 ? text[start..] : text[start..end], $"\n```{language}\n(.*?)\n```(?=\n)", RegexOptions.Singleline);
        Assert.True(blocks.Count > 0, $"The section '{section}' of {Heading} has no block of {language}.");
        return [.. blocks.Select(block => block.Groups[1].Value)];
    }

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex SectionHeading();
}
