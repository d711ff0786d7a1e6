using System.Text.Json;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class CompareTests
{
    private const string Closed =
        """
        {
          "ratecard": 1, "provider": "Closed", "currency": "USD", "effective": { "from": "2025-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": { "models": {
            "closed-large": { "input": 5, "output": 15 },
            "closed-small": { "input": 3, "output": 12, "batch": "50%" },
            "closed-old": { "price": 0.01, "deprecated": "2025-06-01" }
          } }
        }
        """;

    [Fact]
    public void A_script_gets_exactly_this_line()
    {
        var run = Tool.Run("compare", "deepseek-v3", "llama-3-70b-turbo", "--input", "12000", "--output", "800", "--json");

        Assert.Equal(
            """{"usage":{"input":"12000","output":"800"},"currency":"USD","baseline":"deepseek-ai/DeepSeek-V3","models":[{"model":"meta-llama/Meta-Llama-3-70B-Instruct-Turbo","card":"Together AI","edition":"2025-01-01","cost":"0.011264","saving":"0.296"},{"model":"deepseek-ai/DeepSeek-V3","card":"Together AI","edition":"2025-01-01","cost":"0.016","saving":"0"}],"refused":[]}""" + "\n",
            run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Models_that_cannot_do_the_work_are_listed_with_the_reason()
    {
        string[] call = ["compare", "qwen-2-72b", "deepseek-v3", "bge-large-en-v1.5", "deepseek-v33", "--input", "3K", "--output", "1K", "--batch"];

        Snapshot.Verify(Tool.Run(call).ToString() + Tool.Run([.. call, "--json"]));
    }

    [Fact]
    public void Two_providers_are_compared_over_one_usage_as_the_price_list_does()
    {
        // "70-90% Savings: Compared to similar closed models"
        using var folder = new Folder();
        var card = folder.Write("closed.json", Closed);
        string[] call =
        [
            "compare", "deepseek-v3", "closed-small", "closed-large", "--card", "together@2025-01-01", "--card", card,
            "--input", "3M", "--output", "1M", "--baseline", "closed-large",
        ];

        Snapshot.Verify(Tool.Run(call).ToString() + Tool.Run([.. call, "--json"]));
    }

    [Fact]
    public void Without_models_all_that_have_a_price_are_compared_but_for_deprecated_ones()
    {
        using var folder = new Folder();
        var run = Tool.Run("compare", "--input", "1M", "--output", "1M", "--card", folder.Write("closed.json", Closed), "--json");
        using var json = JsonDocument.Parse(run.Output);

        Assert.Equal(
            ["closed-small 15", "closed-large 20"],
            json.RootElement.GetProperty("models").EnumerateArray().Select(model => $"{model.GetProperty("model")} {model.GetProperty("cost")}"));
        Assert.Empty(json.RootElement.GetProperty("refused").EnumerateArray());
    }

    [Fact]
    public void A_baseline_that_is_not_named_among_the_models_is_compared_too() => Assert.StartsWith(
        """{"usage":{"input":"1000000"},"currency":"USD","baseline":"meta-llama/Meta-Llama-3-70B-Instruct-Lite","models":[{"model":"meta-llama/Meta-Llama-3-70B-Instruct-Lite",""",
        Tool.Run("compare", "deepseek-v3", "--input", "1M", "--baseline", "llama-3-70b-lite", "--json").Output,
        StringComparison.Ordinal);

    [Fact]
    public void An_older_edition_is_asked_where_the_newest_does_not_know_the_model()
    {
        var run = Tool.RunOn("2026-11-01", "compare", "kimi-k3", "bge-large-en-v1.5", "--input", "1M", "--json");

        Assert.Contains("\"edition\":\"2025-01-01\",\"cost\":\"0.02\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"edition\":\"2026-10-01\",\"cost\":\"3\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("the card has no model 'bge-large-en-v1.5'; this is the edition of 2025-01-01", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare deepseek-v3", 2, "nothing to compare; give --input N")]
    [InlineData("compare deepseek-v33 --input 1", 1, "did you mean 'deepseek-v3'?")]
    [InlineData("compare qwen-2-72b --input 1 --batch", 1, "no batch price")]
    [InlineData("compare --meter searches=5", 1, "no model has a price for this work: searches 5")]
    [InlineData("compare deepseek-v3 --input 1 --baseline deepseek-v33", 1, "did you mean 'deepseek-v3'?")]
    [InlineData("compare --input 1 --output 1 --baseline bge-large-en-v1.5", 1, "has no price for output")]
    [InlineData("compare deepseek-v3 --input 1 --at 2024-01-01", 1, "lies outside the period")]
    [InlineData("compare deepseek-v3 --input 5 --cached-input 6", 2, "cachedInput is 6 but input")]
    public void What_cannot_be_compared_is_refused_with_a_hint(string call, int exitCode, string message)
    {
        var run = Tool.Run(call.Split(' '));

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_price_lists_of_one_provider_are_compared_in_either_order()
    {
        using var folder = new Folder();
        var (here, there) = (folder.Write("here.json", CardOf("Here", "\"price\": 1")), folder.Write("there.json", CardOf("There", "\"price\": 0.5")));

        Assert.Equal(2, Tool.Run("compare", "m", "--input", "1M", "--card", here, "--card", there, "--json").Output.Split("\"model\":\"m\"").Length - 1);
        Assert.Equal(2, Tool.Run("compare", "m", "--input", "1M", "--card", there, "--card", here, "--json").Output.Split("\"model\":\"m\"").Length - 1);
    }

    [Fact]
    public void A_model_whose_price_changes_with_time_is_not_passed_over()
    {
        using var folder = new Folder();
        var card = folder.Write("card.json", CardOf(
            "Here", "\"price\": 1 }, \"timed\": { \"windows\": [ { \"from\": \"08:00\", \"until\": \"20:00\", \"price\": 2 }, { \"from\": \"20:00\", \"until\": \"08:00\", \"price\": 0.1 } ]"));

        Assert.Contains("{\"model\":\"timed\",\"code\":\"noTime\",", Tool.Run("compare", "--input", "1M", "--card", card, "--json").Output, StringComparison.Ordinal);
        Assert.Contains("\"refused\":[]", Tool.Run("compare", "--input", "1M", "--card", card, "--at", "2026-01-01", "--json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deprecated_baseline_is_compared_with_all_that_stay() => Assert.Contains(
        "\"baseline\":\"deepseek-ai/DeepSeek-V3\"",
        Tool.RunOn("2026-11-01", "compare", "--input", "1M", "--baseline", "deepseek-v3", "--json").Output,
        StringComparison.Ordinal);

    private static string CardOf(string name, string model) =>
        $$"""
        { "ratecard": 1, "provider": "P", "class": "{{name}}", "currency": "USD", "effective": { "from": "2025-01-01" }, "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": { "models": { "m": { {{model}} } } } }
        """;

    [Fact]
    public void Two_currencies_are_not_compared()
    {
        using var folder = new Folder();
        var run = Tool.Run(
            "compare", "deepseek-v3", "closed-large", "--input", "1", "--card", "together", "--card", folder.Write("c.json", Closed.Replace("USD", "EUR", StringComparison.Ordinal)));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("compare cards in one currency", run.Error, StringComparison.Ordinal);
    }
}
