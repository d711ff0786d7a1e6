using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class BatchTests
{
    private const string Card =
        """
        {
          "ratecard": 1, "provider": "Acme", "currency": "USD", "effective": { "from": "2025-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": { "models": {
            "acme/third": { "price": 3, "batch": "33%" },
            "acme/none": { "price": 1 },
            "acme/free": { "free": true, "batch": "50%" },
            "acme/urgent": { "price": 1, "priority": { "factor": 2 } }
          } }
        }
        """;

    [Fact]
    public void A_script_gets_exactly_this_line()
    {
        // "Batch Inference: 50% discount on input and output tokens for supported models"
        var run = Tool.Run("batch", "deepseek-v3", "--input", "12000", "--output", "800", "--json");

        Assert.Equal(
            """{"model":"deepseek-ai/DeepSeek-V3","currency":"USD","card":"Together AI","edition":"2025-01-01","cost":"0.016","batch":"0.008","saved":"0.008","saving":"0.5"}""" + "\n",
            run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public void An_answer_for_people() => Snapshot.Verify(Tool.Run("batch", "deepseek-v3", "--input", "12000", "--output", "800").ToString());

    [Fact]
    public void Any_discount_of_any_card_is_told_exactly()
    {
        using var folder = new Folder();
        var run = Tool.Run("batch", "acme/third", "--input", "1M", "--json", "--card", folder.Write("acme.json", Card));

        Assert.Contains("\"cost\":\"3\",\"batch\":\"2.01\",\"saved\":\"0.99\",\"saving\":\"0.33\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_costs_nothing_has_no_part_that_is_saved()
    {
        using var folder = new Folder();
        var run = Tool.Run("batch", "acme/free", "--input", "1M", "--json", "--card", folder.Write("acme.json", Card));

        Assert.EndsWith("\"cost\":\"0\",\"batch\":\"0\",\"saved\":\"0\"}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_models_that_the_refusal_points_to_have_a_batch_price()
    {
        using var folder = new Folder();
        var card = folder.Write("acme.json", Card);
        var refused = Tool.Run("batch", "acme/none", "--input", "1M", "--card", card);
        var compared = Tool.Run("compare", "--batch", "--input", "1M", "--card", card);

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.EndsWith(
            "no batch price for 'acme/none', so a batch saves nothing; 'compare --batch' with the same usage lists the models that have one and aren't deprecated\n",
            refused.Error,
            StringComparison.Ordinal);
        Assert.Contains("acme/third", compared.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("acme/none", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_points_to_no_models_where_there_are_none()
    {
        string[] work = ["--meter", "seconds=60", "--at", "2026-10-01"];

        Assert.EndsWith("so a batch saves nothing; no model that isn't deprecated has one for this usage\n", Tool.Run(["batch", "whisper-large-v3", .. work]).Error, StringComparison.Ordinal);
        Assert.Equal("error: no model has a batch price for this work: seconds 60\n", Tool.Run(["compare", "--batch", .. work]).Error);
    }

    [Fact]
    public void A_model_with_other_service_levels_is_refused_alike()
    {
        using var folder = new Folder();

        Assert.Contains(
            "no batch price for 'acme/urgent', so a batch saves nothing",
            Tool.Run("batch", "acme/urgent", "--input", "1M", "--card", folder.Write("acme.json", Card)).Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-01", "", "2025-01-01")]
    [InlineData("2026-11-01", "", "2026-10-01")]
    [InlineData("2026-11-01", " --at 2026-06-01", "2025-01-01")]
    public void The_edition_is_the_one_in_force(string today, string options, string edition) => Assert.Contains(
        $"\"edition\":\"{edition}\"",
        Tool.RunOn(today, ("batch deepseek-v3 --input 1 --json" + options).Split(' ')).Output,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("deepseek-v3", 2, "nothing to put in a batch; give --input N")]
    [InlineData("--input 5", 2, "'batch' needs a MODEL")]
    [InlineData("deepseek-v33 --input 5", 1, "did you mean 'deepseek-v3'?")]
    [InlineData("qwen-2-72b --input 5", 1, "no batch price for 'Qwen/Qwen2-72B-Instruct', so a batch saves nothing")]
    [InlineData("whisper-large-v3 --meter seconds=60 --at 2026-10-01", 1, "no batch price for 'openai/whisper-large-v3', so a batch saves nothing")]
    [InlineData("deepseek-v3 --meter searches=5", 1, "has no price for searches")]
    public void What_cannot_be_told_is_refused_with_a_hint(string call, int exitCode, string message)
    {
        var run = Tool.Run(["batch", .. call.Split(' ')]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
