using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class BreakEvenTests
{
    [Fact]
    public void A_script_gets_exactly_this_line()
    {
        var run = Tool.Run("break-even", "deepseek-ai/DeepSeek-V3", "--gpu", "H200", "--tokens-per-second", "2000", "--json");

        Assert.Equal(
            """{"model":"deepseek-ai/DeepSeek-V3","gpu":"H200-SXM-141GB","currency":"USD","card":"Together AI","edition":"2025-01-01","days":"30","replicas":"1","input":"3","output":"1","price":"1.25","per":"1000000","dedicated":"3592.8","tokens":"2874240000","wholeTokens":"2874240000","tokensPerSecond":"2000","utilization":"499/900","reachable":true}""" + "\n",
            run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("reachable", "break-even deepseek-v3 --gpu H200 --tokens-per-second 2000")]
    [InlineData("out_of_reach", "break-even deepseek-v3 --gpu H200 --tokens-per-second 1000")]
    [InlineData("without_throughput", "break-even kimi-k3 --gpu H100 --at 2026-10-01 --input-share 90%")]
    [InlineData("one_day_of_several", "break-even deepseek-v3 --gpu H200 --days 1 --replicas 2 --tokens-per-second 1")]
    public void An_answer_for_people(string name, string call) => Snapshot.Verify(Tool.Run(call.Split(' ')).ToString(), name);

    [Theory]
    [InlineData("--input-share 3:1", "6", "792000000")]
    [InlineData("--input-share 75%", "6", "792000000")]
    [InlineData("--input-share 30:10", "6", "792000000")]
    [InlineData("--input-share 1:0", "3", "1584000000")]
    [InlineData("--input-share 0%", "15", "316800000")]
    [InlineData("--input-share 100%", "3", "1584000000")]
    [InlineData("--input-share 99.9%", "3.012", "1577689244")]
    [InlineData("--days 1", "6", "26400000")]
    [InlineData("--replicas 2", "6", "1584000000")]
    public void The_mix_the_time_and_the_replicas_count(string options, string price, string tokens)
    {
        var run = Tool.RunOn("2026-11-01", ["break-even", "kimi-k3", "--gpu", "H200", "--json", .. options.Split(' ')]);

        Assert.Contains($"\"price\":\"{price}\"", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\"wholeTokens\":\"{tokens}\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_batch_it_takes_twice_as_many_tokens() => Assert.Contains(
        "\"wholeTokens\":\"5748480000\"", Tool.Run("break-even", "deepseek-v3", "--gpu", "H200", "--batch", "--json").Output, StringComparison.Ordinal);

    [Fact]
    public void Both_prices_are_of_one_edition()
    {
        var run = Tool.RunOn("2026-11-01", "break-even", "deepseek-v3", "--gpu", "L40S", "--json");

        Assert.Contains("\"edition\":\"2025-01-01\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("the card has no GPU 'L40S'; this is the edition of 2025-01-01", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deepseek-v33 --gpu H200", 1, "did you mean 'deepseek-v3'?")]
    [InlineData("deepseek-v3 --gpu H2000", 1, "no GPU 'H2000'; did you mean")]
    [InlineData("sd-xl --gpu H200", 1, "'stabilityai/stable-diffusion-xl-base-1.0'")]
    [InlineData("qwen-2-72b --gpu H200 --batch", 1, "no batch price")]
    [InlineData("Prism-ML/Ternary-Bonsai-27B --gpu H200 --at 2026-10-01", 1, "costs nothing by token, so no GPU is ever cheaper")]
    [InlineData("BAAI/bge-large-en-v1.5 --gpu H100", 1, "'BAAI/bge-large-en-v1.5' has no price for output; give --input-share 100%")]
    [InlineData("whisper-large-v3 --gpu H100 --at 2026-10-01", 1, "'openai/whisper-large-v3' isn't priced by tokens")]
    [InlineData("deepseek-v3", 2, "'break-even' needs a --gpu")]
    [InlineData("--gpu H200", 2, "'break-even' needs a MODEL")]
    [InlineData("deepseek-v3 --gpu H200 --input-share 3", 2, "'3' isn't a share; write input to output as 3:1")]
    [InlineData("deepseek-v3 --gpu H200 --input-share 0:0", 2, "'0:0' isn't a share")]
    [InlineData("deepseek-v3 --gpu H200 --input-share 101%", 2, "'101%' isn't a share")]
    [InlineData("deepseek-v3 --gpu H200 --input-share -1:2", 2, "'-1:2' isn't a share")]
    [InlineData("deepseek-v3 --gpu H200 --input-share 0.00000001%", 2, "isn't a share")]
    [InlineData("deepseek-v3 --gpu H200 --days 0", 2, "--days: it has to be at least 1")]
    [InlineData("deepseek-v3 --gpu H200 --days 10001", 2, "10001 is more than 10000")]
    [InlineData("deepseek-v3 --gpu H200 --replicas 2M", 2, "2000000 is more than 1000000")]
    [InlineData("deepseek-v3 --gpu H200 --tokens-per-second 0", 2, "--tokens-per-second: it has to be at least 1")]
    public void What_makes_no_sense_is_refused_with_a_hint(string call, int exitCode, string message)
    {
        var run = Tool.Run(["break-even", .. call.Split(' ')]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_time_of_the_most_replicas_still_has_an_answer() => Assert.Equal(
        0, Tool.Run("break-even", "deepseek-v3", "--gpu", "H200", "--days", "10000", "--replicas", "1M", "--tokens-per-second", "1").ExitCode);
}
