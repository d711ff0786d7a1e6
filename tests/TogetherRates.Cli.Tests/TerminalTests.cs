using TogetherRates.Cli.Output;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class TerminalTests
{
    private const char Escape = '\u001b';

    [Fact]
    public void A_person_gets_a_drawn_table() =>
        Snapshot.Verify(Tool.RunOnTerminal(80, hasColours: false, "price", "deepseek-v3", "--input", "12K", "--output", "800").Output);

    [Fact]
    public void A_narrow_terminal_gets_narrow_tables()
    {
        var output = Tool.RunOnTerminal(60, hasColours: false, "models").Output;

        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 60));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void A_number_is_never_broken_over_two_lines(int width)
    {
        using var folder = new Folder();
        var card = folder.Write("card.json", ExampleCard.Text.Replace("\"input\": 3.00", "\"input\": 3.00123456", StringComparison.Ordinal));

        var output = Tool.RunOnTerminal(width, hasColours: false, "models", "--card", card, "--at", "2026-06-01").Output;

        Assert.Contains(" 3.00123456 ", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void A_terminal_that_is_too_narrow_for_the_columns_gets_them_below_each_other() =>
        Snapshot.Verify(Tool.RunOnTerminal(60, hasColours: false, "models", "deepseek", "--at", "2026-10-01").Output);

    [Theory]
    [InlineData(0, 80)]
    [InlineData(1, 1)]
    [InlineData(132, 132)]
    public void A_terminal_that_doesnt_know_its_width_has_the_usual_one(int columns, int width) => Assert.Equal(width, Terminal.WidthOf(columns));

    [Fact]
    public void A_file_gets_whole_lines_without_colours()
    {
        var output = Tool.Run("models").Output;

        Assert.Contains(output.Split('\n'), line => line.Length > 80);
        Assert.DoesNotContain(Escape, output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Colours_are_a_choice(bool hasColours) =>
        Assert.Equal(hasColours, Tool.RunOnTerminal(80, hasColours, "tiers").Output.Contains(Escape, StringComparison.Ordinal));

    [Fact]
    public void Markup_in_a_card_is_only_text()
    {
        using var folder = new Folder();
        var card = folder.Write("card.json", ExampleCard.Text.Replace("\"Thinker\"", "\"[red]Thinker[/] [[\"", StringComparison.Ordinal));

        Assert.Contains("[red]Thinker[/] [[", Tool.RunOnTerminal(160, hasColours: false, "models", "thinker", "--card", card).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_of_a_call_dont_reach_the_terminal()
    {
        var run = Tool.Run("price", "\u001b[2Jx\r\ny", "--input", "1");

        Assert.DoesNotContain(Escape, run.Error);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain('\r', run.Error);
    }
}
