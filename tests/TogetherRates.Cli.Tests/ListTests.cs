using TogetherRates.Cards;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class ListTests
{
    [Theory]
    [InlineData("models deepseek")]
    [InlineData("models REFERENCE")]
    [InlineData("models lama-3")]
    [InlineData("models llmaa")]
    [InlineData("models zzz")]
    [InlineData("tiers")]
    public void The_built_in_card_is_listed(string call)
    {
        var arguments = call.Split(' ');

        Snapshot.Verify(Tool.Run(arguments).ToString() + Tool.Run([.. arguments, "--json"]), call.Replace(' ', '_'));
    }

    [Fact]
    public void Without_a_filter_all_models_are_listed()
    {
        var output = Tool.Run("models").Output;

        Assert.All(Together.Edition2025_01_01.Card.ModelIds, id => Assert.Contains("\n" + id + " ", output, StringComparison.Ordinal));
        Assert.Equal(Together.Edition2025_01_01.Card.ModelIds.Count + 2, output.TrimEnd('\n').Split('\n').Length);
    }

    [Theory]
    [InlineData("moderation")]
    [InlineData("MODERA")]
    public void Models_are_found_by_what_they_do(string filter)
    {
        var output = Tool.RunOn("2026-11-01", "models", filter).Output;

        Assert.Contains("VirtueAI/VirtueGuard-Text-Lite", output, StringComparison.Ordinal);
        Assert.Equal(5 + 2, output.TrimEnd('\n').Split('\n').Length);
        Assert.All(output.TrimEnd('\n').Split('\n')[2..], line => Assert.Contains("  moderation  ", line, StringComparison.Ordinal));
        Assert.Contains("\"kind\":\"moderation\"", Tool.RunOn("2026-11-01", "models", filter, "--json").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("models")]
    [InlineData("tiers")]
    public void Another_card_is_listed(string command)
    {
        using var folder = new Folder();
        string[] call = [command, "--card", folder.Write("card.json", ExampleCard.Text), "--at", "2026-03-01"];

        Snapshot.Verify(Tool.Run(call).ToString() + Tool.Run([.. call, "--json"]), command);
    }

    [Theory]
    [InlineData("models")]
    [InlineData("tiers")]
    public void A_card_without_any_says_so(string command)
    {
        using var folder = new Folder();
        var empty = folder.Write("card.json", ExampleCard.Text[..ExampleCard.Text.IndexOf("\"serverless\"", StringComparison.Ordinal)].TrimEnd(' ', '\n', ',') + "}");

        Snapshot.Verify(Tool.Run(command, "--card", empty, "--json").ToString(), command);
    }

    [Theory]
    [InlineData("models")]
    [InlineData("tiers")]
    public void A_list_at_a_time_outside_the_edition_is_refused(string command) =>
        Assert.Equal(1, Tool.Run(command, "--at", "2024-12-31").ExitCode);
}
