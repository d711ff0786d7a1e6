using System.Text.Json;
using System.Text.RegularExpressions;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

/// <summary>What the pages say of the tool is what it does.</summary>
public sealed class PageTests
{
    // A day on which the newest edition is in force, as for whoever reads the pages.
    private const string Today = "2026-11-01";

    public static TheoryData<string> Calls => [.. Pages().SelectMany(Read).SelectMany(block => block.Split('\n')).Where(line => line.StartsWith("together-rates ", StringComparison.Ordinal)).Distinct()];

    public static TheoryData<string, string> Answers()
    {
        var blocks = Read("docs/json.md").ToList();
        var answers = new TheoryData<string, string>();
        for (var i = 0; i < blocks.Count; i += 2)
        {
            answers.Add(blocks[i], blocks[i + 1]);
        }

        return answers;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_on_a_page_is_one_that_the_tool_takes(string call)
    {
        var run = Tool.RunOn(Today, [.. Words(call), "--json"]);

        // Cards and collections that only the reader has.
        Assert.True(run.ExitCode < 2 || run.Output.Contains("\"code\":\"fileNotFound\"", StringComparison.Ordinal), run.ToString());
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_on_the_page_about_JSON_is_that_of_the_tool(string call, string answer)
    {
        var output = Tool.RunOn(Today, Words(call)).Output;

        using JsonDocument expected = JsonDocument.Parse(answer), actual = JsonDocument.Parse(output);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), output);
    }

    [Fact]
    public void The_card_of_the_README_has_the_mistake_that_it_shows_and_no_other()
    {
        using var folder = new Folder();
        var blocks = Read("README.md").ToList();
        var card = blocks.Single(block => block.Contains("\"ratecard\"", StringComparison.Ordinal));
        var message = blocks.Single(block => block.Contains("error RATE", StringComparison.Ordinal));

        var broken = Tool.Run("check", folder.Write("prices.ratecard.json", card));
        var mended = Tool.Run("check", folder.Write("prices.ratecard.json", card.Replace("4.2B", "4.1B", StringComparison.Ordinal)));

        Assert.Equal(message + "\n", broken.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        Assert.Equal(0, mended.ExitCode);
    }

    private static IEnumerable<string> Pages() => Directory.GetFiles(Path.Combine(Repository.Folder, "docs"), "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Folder, file))
        .Append("README.md")
        .Order(StringComparer.Ordinal);

    // What stands between fences.
    private static IEnumerable<string> Read(string page) => Regex
        .Matches(File.ReadAllText(Path.Combine(Repository.Folder, page)).ReplaceLineEndings("\n"), "^```[a-z]*\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)
        .Select(block => block.Groups[1].Value);

    private static string[] Words(string call) => call.Split(' ')[1..];
}
