using TogetherRates.Cards;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class ListTests
{
    private const string Conditions =
        """
        {
          "ratecard": 1, "provider": "Example", "currency": "USD", "effective": { "from": "2025-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": { "models": {
            "risen": { "windows": [ { "before": "2025-06-10", "input": 10, "output": 40 }, { "since": "2025-06-10", "input": 2, "output": 8 } ] },
            "hours": { "windows": [ { "from": "08:00", "until": "20:00", "price": 2 }, { "from": "20:00", "until": "08:00", "price": 1 } ] },
            "large": {
              "input": 1.25, "output": 10, "contexts": [ { "above": "200K", "input": 2.50, "output": 15 }, { "above": "1M", "unpriced": true } ],
              "charges": { "searches": { "price": 10, "per": "1K searches" }, "inputImages": { "price": 0.01, "per": "image" } },
              "batch": "50%", "priority": { "factor": 2 }, "flex": { "input": 1, "output": 8, "contexts": [ { "above": "200K", "input": 2, "output": 12 } ] },
              "regions": { "eu": 1.1 }
            },
            "finder": { "charges": {
              "queries": { "per": "1K queries", "by": "results", "bands": [ { "upTo": 25, "price": 5 }, { "upTo": 100, "price": 25 } ], "above": "unpriced" }
            } },
            "camera": { "charges": { "outputVideoSeconds": { "price": 0.40, "per": "second" } }, "batch": { "charges": { "outputVideoSeconds": { "price": 0.20, "per": "second" } } } }
          } }
        }
        """;

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

    [Fact]
    public void What_a_price_depends_on_is_listed()
    {
        using var folder = new Folder();
        string[] call = ["models", "--card", folder.Write("card.json", Conditions)];

        Snapshot.Verify(Tool.Run(call).ToString() + Tool.Run([.. call, "--json"]));
    }

    [Fact]
    public void A_model_on_its_way_out_says_so()
    {
        using var folder = new Folder();
        string[] call = ["models", "--card", folder.Write("card.json", """
            {
              "ratecard": 1, "provider": "Example", "currency": "USD", "effective": { "from": "2025-01-01" },
              "rounding": { "digits": 2, "mode": "half-even" },
              "serverless": { "models": {
                "old": { "price": 1, "deprecated": "2025-05-01", "removed": "2025-08-01T12:00:00Z", "replacement": "new" },
                "new": { "price": 1 }
              } },
              "tools": { "search": { "price": 1, "per": "search", "removed": "2025-09-01" } }
            }
            """)];

        Snapshot.Verify(Tool.Run(call).ToString() + Tool.Run([.. call, "--json"]));
    }

    [Theory]
    [InlineData("risen", "2025-06-09T23:59Z", "10.00", "before 2025-06-10")]
    [InlineData("risen", "2025-06-10", "2.00", "from 2025-06-10")]
    [InlineData("hours", "2026-05-05T19:59Z", "2.00", "08:00 - 20:00 UTC")]
    [InlineData("hours", "2026-05-05T20:00Z", "1.00", "20:00 - 08:00 UTC")]
    public void A_price_that_changes_with_time_is_that_of_the_time(string model, string time, string price, string window)
    {
        using var folder = new Folder();
        string[] call = ["models", model, "--card", folder.Write("card.json", Conditions)];
        var now = Tool.RunOn(time, call);

        Assert.Matches($@"\n{model} +{price} .* time \({window}\)\n", now.Output);
        Assert.Equal(now, Tool.Run([.. call, "--at", time]));
        Assert.Contains($"\"window\":\"{window}\",\"windows\":[", Tool.Run([.. call, "--at", time, "--json"]).Output, StringComparison.Ordinal);
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
