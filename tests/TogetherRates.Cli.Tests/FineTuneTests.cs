using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class FineTuneTests
{
    [Fact]
    public void A_script_gets_exactly_this_line()
    {
        var run = Tool.Run(
            "fine-tune", "--size", "8B", "--type", "sft", "--method", "lora", "--train-tokens", "1M", "--epochs", "3", "--validation-tokens", "100K", "--evals", "5", "--json");

        Assert.Equal(
            """{"cost":"1.68","currency":"USD","card":"Together AI","edition":"2025-01-01","lines":[{"meter":"trainingTokens","quantity":"3000000","unit":"token","price":"0.48","per":"1000000","amount":"1.44","tier":"SFT with LoRA, up to 16B"},{"meter":"validationTokens","quantity":"500000","unit":"token","price":"0.48","per":"1000000","amount":"0.24","tier":"SFT with LoRA, up to 16B"}],"subject":"8B"}""" + "\n",
            run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("8B", "sft", "lora", "0.48")]
    [InlineData("8B", "sft", "full", "0.54")]
    [InlineData("8B", "dpo", "lora", "1.2")]
    [InlineData("8B", "dpo", "full", "1.35")]
    [InlineData("16.5B", "SFT", "LoRA", "1.5")]
    [InlineData("69B", "dpo", "full", "4.12")]
    [InlineData("70B", "sft", "lora", "2.9")]
    [InlineData("100B", "DPO", "Full", "8")]
    public void A_million_tokens_cost_what_the_price_list_says(string size, string type, string method, string cost)
    {
        string[] call = ["fine-tune", "--size", size, "--type", type, "--method", method, "--train-tokens", "1M", "--epochs", "1", "--json"];

        Assert.Contains($"\"cost\":\"{cost}\"", Tool.Run(call).Output, StringComparison.Ordinal);
        Assert.Equal(Tool.Run(call).ToString(), Tool.Run([.. call, "--card", Repository.TogetherCard]).ToString());
    }

    [Fact]
    public void The_job_that_is_cancelled_after_1000_steps_costs_its_75_536_000_tokens() => Snapshot.Verify(Tool.Run(
        "fine-tune", "--size", "8B", "--type", "sft", "--method", "lora", "--context-length", "8192", "--batch-size", "8", "--steps", "1000", "--validation-tokens", "1M", "--evals", "10").ToString());

    [Fact]
    public void An_estimate_counts_the_epochs()
    {
        var run = Tool.Run("fine-tune", "--size", "8B", "--type", "sft", "--method", "lora", "--context-length", "8192", "--batch-size", "8", "--steps", "1000", "--epochs", "3", "--json");

        Assert.Contains("\"quantity\":\"196608000\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_job_of_a_model_with_a_minimum_says_so() => Snapshot.Verify(Tool.Run(
        "fine-tune", "--model", "deepseek-r1", "--type", "sft", "--method", "lora", "--train-tokens", "500K", "--epochs", "2").ToString());

    [Fact]
    public void A_model_without_prices_of_its_own_has_those_of_its_size()
    {
        string[] job = ["--size", "8B", "--type", "dpo", "--method", "full", "--train-tokens", "12345", "--json"];

        Assert.Equal(Tool.Run(["fine-tune", .. job]).ToString(), Tool.Run(["fine-tune", "--model", "meta-llama/Llama-3-8b", .. job]).ToString());
    }

    [Theory]
    [InlineData("full_of_a_model_with_lora_only", 1, "--model deepseek-r1 --size 70B --type sft --method full --train-tokens 1")]
    [InlineData("model_without_a_size", 1, "--model deepseek-r2 --type sft --method lora --train-tokens 1")]
    [InlineData("size_above_the_bands", 1, "--size 100.1B --type sft --method lora --train-tokens 1")]
    [InlineData("neither_model_nor_size", 2, "--type sft --method lora --train-tokens 1")]
    [InlineData("no_type", 2, "--size 8B --method lora --train-tokens 1")]
    [InlineData("unknown_type", 2, "--size 8B --type rlhf --method lora --train-tokens 1")]
    [InlineData("no_method", 2, "--size 8B --type sft --train-tokens 1")]
    [InlineData("unknown_method", 2, "--size 8B --type sft --method qlora --train-tokens 1")]
    [InlineData("no_tokens", 2, "--size 8B --type sft --method lora")]
    [InlineData("half_an_estimate", 2, "--size 8B --type sft --method lora --context-length 8192 --steps 1000")]
    [InlineData("tokens_twice", 2, "--size 8B --type sft --method lora --train-tokens 1 --context-length 8192 --batch-size 8 --steps 1000")]
    [InlineData("validation_without_evaluations", 2, "--size 8B --type sft --method lora --train-tokens 1 --validation-tokens 1M")]
    [InlineData("more_tokens_than_can_be_counted", 2, "--size 8B --type sft --method lora --train-tokens 9T --epochs 9T")]
    public void What_has_no_price_is_refused_with_a_hint(string name, int exitCode, string call)
    {
        var run = Tool.Run(["fine-tune", .. call.Split(' '), "--json"]);

        Assert.Equal(exitCode, run.ExitCode);
        Snapshot.Verify(run.ToString(), name);
    }

    [Fact]
    public void A_card_without_fine_tuning_says_so()
    {
        using var folder = new Folder();
        var run = Tool.Run(
            "fine-tune", "--size", "8B", "--type", "sft", "--method", "lora", "--train-tokens", "1", "--card", folder.Write("card.json", ExampleCard.Text));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the card has no fine-tuning prices by model size", run.Error, StringComparison.Ordinal);
    }
}
