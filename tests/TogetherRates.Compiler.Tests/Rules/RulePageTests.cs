using System.Text.RegularExpressions;
using TogetherRates.Compiler.Tests.Schema;

namespace TogetherRates.Compiler.Tests.Rules;

/// <summary>Every rule has a page, and what the page says is what the compiler does.</summary>
public class RulePageTests
{
    public static TheoryData<string> Ids => [.. RulePage.Ids];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(Compiler.Rules.All.Select(rule => rule.Id), RulePage.Ids);

    [Fact]
    public void The_rules_are_in_order_and_each_has_its_own_id_and_title()
    {
        var ids = Compiler.Rules.All.Select(rule => rule.Id).ToList();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Count, Compiler.Rules.All.Select(rule => rule.Title).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^RATE[1-7][0-9]{3}$", id));
    }

    [Fact]
    public void The_index_names_every_rule_once_in_its_family()
    {
        var index = Repository.Read("docs/rules/README.md").ReplaceLineEndings("\n");

        var listed = Regex.Matches(index, @"^\| \[(RATE\d{4})\]\((RATE\d{4})\.md\) \| (.+?) \| (error|warning|suggestion) \|$", RegexOptions.Multiline);
        Assert.Equal(
            Compiler.Rules.All.Select(rule => (rule.Id, rule.Id, rule.Title, rule.Severity.ToString().ToLowerInvariant())),
            listed.Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value)));

        var families = Regex.Matches(index, @"^## (\w+) \((\d)xxx\)$", RegexOptions.Multiline);
        Assert.Equal(
            Compiler.Rules.All.Select(rule => (rule.Family, rule.Id[4..5])).Distinct(),
            families.Select(match => (match.Groups[1].Value, match.Groups[2].Value)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_is_headed_by_the_title_and_tells_how_to_suppress_the_rule(string id)
    {
        var rule = Compiler.Rules.All.Single(rule => rule.Id == id);
        var page = RulePage.Read(id);

        Assert.Equal($"# {rule.Id}: {rule.Title}", page.Heading);
        Assert.Equal(["Breaks the rule", "Keeps the rule", "Suppressing it"], page.Sections);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_bad_card_of_a_page_breaks_this_rule_alone_with_the_very_message(string id)
    {
        var page = RulePage.Read(id);

        Assert.Equal([page.Message], CardReport.Of(page.BadCard));
        Assert.Contains($" {id}: ", page.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_good_card_of_a_page_has_no_problem_and_keeps_the_schema(string id)
    {
        var page = RulePage.Read(id);

        Assert.Empty(CardReport.Of(page.GoodCard));
        Assert.Empty(CardSchema.Validate(page.GoodCard));
    }

    [SkippableFact]
    public void The_release_notes_of_the_analyzer_name_every_rule()
    {
        var files = Directory.GetFiles(Repository.PathOf("generator/TogetherRates.Generator"), "AnalyzerReleases.*.md");
        Skip.If(files.Length == 0, "The analyzer has no release notes yet.");

        var released = files
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"^(RATE\d{4}) \| (\w+) \| (\w+) \|", RegexOptions.Multiline))
            .Select(match => match.Groups[1].Value);
        Assert.Equal(Compiler.Rules.All.Select(rule => rule.Id), released.Order(StringComparer.Ordinal));
    }
}
