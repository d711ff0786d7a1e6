using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class ServiceTests
{
    private const string Card =
        """
        {
          "ratecard": 1, "provider": "Example", "currency": "EUR", "effective": { "from": "2026-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": { "models": {
            "large": {
              "input": 1.25, "output": 10, "contexts": [ { "above": "200K", "input": 2.50, "output": 15 } ],
              "charges": { "searches": { "price": 10, "per": "1K searches" } },
              "batch": "50%", "priority": { "factor": 2 }, "regions": { "eu": 1.1 }
            },
            "finder": { "charges": {
              "queries": { "per": "1K queries", "by": "results", "bands": [ { "upTo": 25, "price": 5 }, { "upTo": 100, "price": 25 } ], "above": "unpriced" },
              "pages": { "per": "1K pages", "bands": [ { "upTo": 10, "price": 5 } ], "above": "unpriced" }
            } }
          } }
        }
        """;

    [Theory]
    [InlineData("--input 100K", "0.125")]
    [InlineData("--input 100K --batch", "0.0625")]
    [InlineData("--input 100K --level batch", "0.0625")]
    [InlineData("--input 100K --level BATCH", "0.0625")]
    [InlineData("--input 100K --level priority", "0.25")]
    [InlineData("--input 100K --region eu", "0.1375")]
    [InlineData("--input 100K --level priority --region eu", "0.275")]
    [InlineData("--input 100K --meter searches=100", "1.125")]
    [InlineData("--input 200K --output 1K", "0.26")]
    [InlineData("--input 300K --output 1K", "0.765")]
    public void A_request_costs_what_its_length_its_level_and_its_region_make_it(string options, string cost)
    {
        using var folder = new Folder();
        var run = Tool.Run(["price", "large", "--card", folder.Write("card.json", Card), "--json", .. options.Split(' ')]);

        Assert.Contains($"\"cost\":\"{cost}\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--meter queries=3 --meter results=101", "'finder' has no price for queries with 101 results: its bands end at 100 results")]
    [InlineData("--meter pages=11", "'finder' has no price for 11 pages: its bands end at 10")]
    [InlineData("--meter searches=3", "'finder' has no price for searches, of which 3 were used")]
    public void Above_the_last_band_it_is_said_where_the_bands_end(string options, string message)
    {
        using var folder = new Folder();
        var run = Tool.Run(["price", "finder", "--card", folder.Write("card.json", Card), .. options.Split(' ')]);

        Assert.Equal((1, "error: " + message + "\n"), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("--level urgent", "--level: 'urgent' isn't a service level; write standard, batch, priority, flex", 2)]
    [InlineData("--level flex", "the card has no flex price for 'large'; ask for its standard price", 1)]
    [InlineData("--region mars", "the card has no price for 'large' in the region 'mars'", 1)]
    [InlineData("--batch --level flex", "give either --batch or --level", 2)]
    public void What_is_not_offered_is_refused(string options, string message, int exitCode)
    {
        using var folder = new Folder();
        var run = Tool.Run(["price", "large", "--card", folder.Write("card.json", Card), "--input", "1K", .. options.Split(' ')]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
