using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests.Import;

public sealed class TogetherApiTests
{
    [Theory]
    [InlineData("together-models")]
    [InlineData("together-hardware")]
    public void The_card_of_an_answer_and_the_report(string answer)
    {
        using var folder = new Folder();
        var run = Tool.Run("import", "together-api", Fixture.Path(answer + ".json"), "-o", Path.Combine(folder.Path, "card.json"), "--from", "2026-10-01");

        Assert.Equal(0, run.ExitCode);
        Snapshot.Verify(Fixture.Show(folder, run), answer);
    }

    // 5.42 cents a minute for two GPUs are 3.252 dollars an hour.
    [Fact]
    public void Cents_per_minute_are_dollars_per_hour()
    {
        using var folder = new Folder();
        var card = Path.Combine(folder.Path, "card.json");
        Assert.Equal(0, Tool.Run("import", "together-api", Fixture.Path("together-hardware.json"), "-o", card).ExitCode);

        var quote = Tool.Run("gpu", "2x_nvidia_a100_80gb_sxm", "--duration", "1h", "--card", card, "--json");

        Assert.Contains("\"cost\":\"3.252\"", quote.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_that_isnt_in_the_card_is_reported()
    {
        using var folder = new Folder();
        var models = folder.Write("models.json", """
            [
              { "id": "known", "pricing": { "input": 1, "output": 2, "cached_inptu": 0.1, "pt": "soon", "hourly": "often" } },
              { "id": "nothing", "pricing": { "input": 1, "output": 2, "pt": 0, "pq": 0.0e5, "pr": null, "hourly": null, "base": 0 } },
              { "id": "unpriced", "pricing": { "input": 0, "inptu": 1 } },
              { "id": "vectors", "type": "embedding", "pricing": { "input": 1, "output": 2 } },
              { "id": "1x_acme", "pricing": { "cents_per_minute": 10, "hourly": 3, "input": 1 } }
            ]
            """);

        var run = Tool.Run("import", "together-api", models, "-o", Path.Combine(folder.Path, "card.json"));

        Assert.Equal(
            """
            left out in part: together known: pricing.cached_inptu isn't known; did you mean 'cached_input'?
            left out in part: together known: pricing.pt isn't known; known: input, cached_input, output
            left out in part: together known: pricing.hourly is "often", of a unit that isn't documented
            left out: together unpriced: it has no price per token: pricing.inptu isn't known; did you mean 'input'?
            left out in part: together vectors: pricing.output is 2, and embedding models have no output to bill
            left out in part: together 1x_acme: pricing.hourly is 3, of a unit that isn't documented
            left out in part: together 1x_acme: pricing.input isn't known; known: cents_per_minute
            5 entries, 4 of them in 1 card; 1 left out, 6 left out in part, 0 mended, 0 suspicious; in force from 2020-01-01

            """.ReplaceLineEndings("\n"),
            run.Error);
    }

    [Fact]
    public void What_the_answer_contradicts_is_left_out_in_its_own_words()
    {
        using var folder = new Folder();
        var models = folder.Write("models.json", """
            [
              { "id": "one", "pricing": { "input": 1, "input": 2 } },
              { "id": "two", "pricing": { "cents_per_minute": null, "input": 1 } },
              { "id": "TWO", "pricing": { "input": 1 } },
              { "id": "two", "pricing": { "input": 1 } },
              { "id": "1x_acme", "pricing": { "cents_per_minute": 10 }, "specs": { "gpu_count": 9999999999 } }
            ]
            """);

        var run = Tool.Run("import", "together-api", models, "-o", Path.Combine(folder.Path, "card.json"));

        Assert.Equal(
            """
            left out: together one: it has 'input' twice, with two values
            left out: together TWO: it differs from 'two' only by case, and the first one stays
            left out: together two: the answer has it twice, and the first one stays
            left out: together 1x_acme: RATE1006: '9999999999' can't be read as a number: 'count' has to be a whole number from 1 to 1024
            5 entries, 1 of them in 1 card; 4 left out, 0 left out in part, 0 mended, 0 suspicious; in force from 2020-01-01

            """.ReplaceLineEndings("\n"),
            run.Error);
    }

    [Fact]
    public void A_list_that_stands_twice_is_reported()
    {
        using var folder = new Folder();
        var twice = folder.Write("twice.json", """{ "data": [ { "id": "one", "pricing": { "input": 1 } } ], "data": [ { "id": "two", "pricing": { "input": 1 } } ] }""");

        var run = Tool.Run("import", "together-api", twice, "-o", Path.Combine(folder.Path, "card.json"));

        Assert.StartsWith("left out in part: together: the answer has 'data' twice, with two values, and the last one stays\n1 entry, 1 of them", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_answers_can_stand_in_one_list()
    {
        using var folder = new Folder();
        var both = folder.Write("both.json", """
            [
              { "id": "acme/chat", "type": "chat", "pricing": { "input": 0.3, "output": 0.9, "hourly": 0, "base": 0, "finetune": 0 } },
              { "id": "1x_acme", "object": "hardware", "pricing": { "cents_per_minute": 10.82 }, "specs": { "gpu_count": 1 } }
            ]
            """);
        var run = Tool.Run("import", "together-api", both, "-o", Path.Combine(folder.Path, "cards"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 model, 1 GPU", run.Output, StringComparison.Ordinal);
    }
}
