using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class GpuTests
{
    private const string Card =
        """
        {
          "ratecard": 1, "provider": "Example", "currency": "EUR", "effective": { "from": "2026-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "dedicated": {
            "per": "minute", "billed": "second",
            "gpus": { "one": { "price": 0.06 }, "eight": { "count": 8, "pricePerGpu": 0.06 } }
          }
        }
        """;

    [Fact]
    public void A_script_gets_exactly_this_line()
    {
        var run = Tool.Run("gpu", "H100-SXM-80GB", "--duration", "3h30m", "--replicas", "2", "--json");

        Assert.Equal(
            """{"cost":"23.52","currency":"USD","card":"Together AI","edition":"2025-01-01","lines":[{"meter":"gpuSeconds","quantity":"25200","unit":"GPU-second","price":"3.36","per":"3600","amount":"23.52"}],"subject":"H100-SXM-80GB"}""" + "\n",
            run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("H200", "30d", "3592.8")]
    [InlineData("1x_nvidia_h200_140gb_sxm", "720h", "3592.8")]
    [InlineData("1x H100 80GB", "1s", "0.056")]
    [InlineData("H100", "60s", "0.056")]
    [InlineData("H100", "61s", "0.112")]
    [InlineData("H200", "1m", "499/6000")]
    [InlineData("L40S", "1h", "2.1")]
    [InlineData("A100-PCIe-80GB", "0s", "0")]
    public void Time_costs_what_the_price_list_says(string gpu, string duration, string cost)
    {
        Assert.Contains($"\"cost\":\"{cost}\"", Tool.Run("gpu", gpu, "--duration", duration, "--json").Output, StringComparison.Ordinal);
        Assert.Contains(
            $"\"cost\":\"{cost}\"",
            Tool.Run("gpu", gpu, "--duration", duration, "--json", "--card", Repository.TogetherCard).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_for_people() => Snapshot.Verify(Tool.Run("gpu", "H200", "--duration", "30d").ToString());

    [Fact]
    public void A_configuration_of_another_card_that_bills_by_the_second()
    {
        using var folder = new Folder();

        Snapshot.Verify(Tool.Run("gpu", "eight", "--duration", "90.5s", "--replicas", "3", "--card", folder.Write("card.json", Card)).ToString());
    }

    [Theory]
    [InlineData("near_gpu", 1, "gpu H100-SXM-80G --duration 1h")]
    [InlineData("far_gpu", 1, "gpu TPU --duration 1h")]
    [InlineData("too_early", 1, "gpu H100 --duration 1h --at 2024-12-31")]
    [InlineData("no_gpu", 2, "gpu --duration 1h")]
    [InlineData("no_duration", 2, "gpu H100")]
    [InlineData("no_unit", 2, "gpu H100 --duration 3")]
    [InlineData("half_a_replica", 2, "gpu H100 --duration 3h --replicas 1.5")]
    [InlineData("too_many_replicas", 2, "gpu H100 --duration 3h --replicas 2M")]
    public void What_has_no_price_is_refused_with_a_hint(string name, int exitCode, string call)
    {
        var run = Tool.Run([.. call.Split(' '), "--json"]);

        Assert.Equal(exitCode, run.ExitCode);
        Snapshot.Verify(run.ToString(), name);
    }

    [Theory]
    [InlineData("gpu A100-SXM-80G --duration 1h")]
    [InlineData("break-even deepseek-v3 --gpu A100-SXM-80G")]
    public void The_nearest_name_is_that_of_all_editions(string call)
    {
        var run = Tool.RunOn("2026-11-01", call.Split(' '));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("error: the card has no GPU 'A100-SXM-80G'; did you mean 'A100-SXM-80GB'?\n", run.Error);
    }

    [Fact]
    public void The_longest_time_of_the_most_replicas_has_a_price() =>
        Assert.Equal(0, Tool.Run("gpu", "H100", "--duration", "100000d", "--replicas", "1M", "--card", Repository.TogetherCard).ExitCode);

    [Fact]
    public void A_card_without_gpus_says_so()
    {
        using var folder = new Folder();
        var run = Tool.Run("gpu", "H100", "--duration", "1h", "--card", folder.Write("card.json", ExampleCard.Text));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the card has no GPU 'H100'; there are none", run.Error, StringComparison.Ordinal);
    }
}
