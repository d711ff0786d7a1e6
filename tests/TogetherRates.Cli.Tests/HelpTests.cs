using System.Text.RegularExpressions;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed partial class HelpTests
{
    [Fact]
    public void The_tool_lists_its_commands() => Snapshot.Verify(Tool.Run("--help").ToString());

    [Theory]
    [InlineData("check")]
    [InlineData("price")]
    [InlineData("image")]
    [InlineData("gpu")]
    [InlineData("fine-tune")]
    [InlineData("models")]
    [InlineData("tiers")]
    [InlineData("embed")]
    [InlineData("rerank")]
    [InlineData("diff")]
    [InlineData("compare")]
    [InlineData("batch")]
    [InlineData("break-even")]
    [InlineData("runway")]
    [InlineData("schema")]
    [InlineData("import")]
    public void A_command_explains_itself_with_examples(string command) =>
        Snapshot.Verify(Tool.Run(command, "--help").ToString(), command);

    [Fact]
    public void The_name_that_calls_a_command_is_the_one_that_it_gives_itself()
    {
        foreach (var command in CommandList.For([]))
        {
            Assert.Equal(command.Name, Assert.Single(CommandList.For([command.Name])).Name);
        }
    }

    [Fact]
    public void Every_example_starts_with_its_command_and_parses()
    {
        foreach (var command in CommandList.For([]))
        {
            Assert.NotEmpty(command.Examples);
            foreach (var example in command.Examples)
            {
                var run = Tool.RunOn("2026-11-01", example.Split(' '));
                Assert.StartsWith(command.Name, example, StringComparison.Ordinal);
                Assert.True(run.ExitCode == 0 || run.Error.Contains("there is no file", StringComparison.Ordinal), $"{example}: {run}");
            }
        }
    }

    [Fact]
    public void Help_is_shown_even_for_a_call_with_mistakes() => Assert.Equal(0, Tool.Run("price", "--input", "x", "--wrong", "--help").ExitCode);

    [Fact]
    public void The_version_is_that_of_the_package()
    {
        var run = Tool.Run("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(Version(), run.Output);
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[a-z0-9.]+)?\n$")]
    private static partial Regex Version();
}
