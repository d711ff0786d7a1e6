using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class ProcessTests
{
    [Theory]
    [InlineData("price deepseek-ai/DeepSeek-V3 --input 12000 --output 0 --at 2026-06-01 --json")]
    [InlineData("price deepseek-v3 --input 12K --output 800 --at 2026-06-01")]
    [InlineData("price deepseek-v4 --input 12K --at 2026-06-01 --json")]
    [InlineData("price --help")]
    [InlineData("models --at 2026-06-01")]
    [InlineData("tiers --at 2026-06-01 --json")]
    [InlineData("chekc")]
    public void A_process_says_what_the_library_says(string call) => Assert.Equal(Tool.Run(call.Split(' ')), ToolProcess.Run(call.Split(' ')));

    [SkippableFact]
    public void A_reader_that_stops_early_is_no_error()
    {
        SkipOnWindows();

        var run = ToolProcess.RunInShell("$TOOL models --json | head -c 5; echo \" ${PIPESTATUS[0]}\"");

        Assert.Equal(("{\"cur 0\n", ""), (run.Output, run.Error));
    }

    [SkippableFact]
    public void A_reader_that_is_gone_is_no_error()
    {
        SkipOnWindows();

        var run = ToolProcess.RunInShell("$TOOL check $(for i in $(seq 2000); do echo /dev/null; done) 2>/dev/null | true; echo ${PIPESTATUS[0]}");

        Assert.Equal(("1\n", ""), (run.Output, run.Error));
    }

    [SkippableFact]
    public void A_full_disk_is_an_error()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");

        var run = ToolProcess.RunInShell("$TOOL models > /dev/full");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error: the output can't be written: ", run.Error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("price deepseek-v3 --input 1")]
    [InlineData("check /dev/null")]
    [InlineData("schema")]
    [InlineData("--version")]
    [InlineData("--help")]
    public void An_output_that_is_closed_or_full_is_an_error_without_a_trace(string call)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");

        var closed = ToolProcess.RunInShell($"$TOOL {call} >&-");
        var full = ToolProcess.RunInShell($"$TOOL {call} > /dev/full");

        Assert.Equal((1, "error: the output can't be written: it is closed\n"), (closed.ExitCode, closed.Error));
        Assert.Equal((1, 1), (full.ExitCode, full.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.StartsWith("error: the output can't be written: ", full.Error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("price nope --input 1", 1)]
    [InlineData("price deepseek-v3 --inptu 1", 2)]
    [InlineData("price sd-xl --meter images=1 --meter pixels=1M --card together@2025-01-01", 0)]
    [InlineData("check '$CARD'", 0)]
    public void An_error_stream_that_is_closed_or_full_changes_no_outcome(string call, int exitCode)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");
        var command = "$TOOL " + call.Replace("$CARD", Repository.TogetherCard, StringComparison.Ordinal);
        var (usual, closed, full) = (ToolProcess.RunInShell(command), ToolProcess.RunInShell(command + " 2>&-"), ToolProcess.RunInShell(command + " 2> /dev/full"));

        Assert.Equal((exitCode, usual.Output), (closed.ExitCode, closed.Output));
        Assert.Equal((exitCode, usual.Output), (full.ExitCode, full.Output));
    }

    [SkippableFact]
    public void A_note_that_nobody_can_be_told_changes_no_outcome()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");
        using var folder = new Folder();
        var card = folder.Write("card.json", ExampleCard.Text.Replace("2026-07-01T12:00:00Z", "2026-01-02", StringComparison.Ordinal));
        var command = $"$TOOL price thinker --input 1 --card '{card}'";

        Assert.StartsWith("note: ", ToolProcess.RunInShell(command).Error, StringComparison.Ordinal);
        Assert.Equal(0, ToolProcess.RunInShell(command + " 2> /dev/full").ExitCode);
    }

    [SkippableFact]
    public void A_refusal_is_told_even_where_the_program_that_asked_cannot_be()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");

        var run = ToolProcess.RunInShell("$TOOL price nope --input 1 --json > /dev/full");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error: the card has no model 'nope'", run.Error, StringComparison.Ordinal);
        Assert.Contains("\nerror: the output can't be written: ", run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_card_may_come_through_a_pipe()
    {
        SkipOnWindows();

        var run = ToolProcess.RunInShell($"$TOOL check <(cat '{Repository.TogetherCard}')");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(": fine (", run.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void An_interrupt_ends_the_tool_with_130()
    {
        SkipOnWindows();
        Skip.If(ToolProcess.RunInShell("trap -p INT").Output.Length > 0, "Whoever started the tests ignores interrupts, as a script does for what it runs beside itself, and so does all that they start.");
        using var folder = new Folder();
        var pipe = Path.Combine(folder.Path, "card.json");

        // Nobody writes to the pipe, so the tool waits in it until it is interrupted.
        var run = ToolProcess.RunInShell($"set -m; mkfifo '{pipe}'; $TOOL check '{pipe}' & sleep 2; kill -INT $!; wait $!; echo $?");

        Assert.Equal("130\n", run.Output);
    }

    private static void SkipOnWindows() => Skip.If(OperatingSystem.IsWindows(), "The shell and its pipes are those of Unix.");
}
