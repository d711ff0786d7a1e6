using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class ImageTests
{
    private const string Card =
        """
        {
          "ratecard": 1, "provider": "Example", "currency": "EUR", "effective": { "from": "2026-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "images": { "models": {
            "banded": { "per": "image", "above": "unpriced", "resolutions": [ { "upTo": "1MP", "price": 0.01 }, { "upTo": "4.2MP", "price": 0.02 } ] }
          } },
          "audio": { "models": {
            "talk": { "per": "1M tokens", "input": 1, "inputAudio": 3, "output": 4 },
            "listen": { "per": "minute", "price": 0.06, "billed": "minute", "batch": "50%" }
          } },
          "tools": {
            "search": { "per": "1K searches", "price": 5 },
            "trial": { "per": "session", "free": true }
          }
        }
        """;

    [Fact]
    public void A_script_gets_exactly_this_line()
    {
        var run = Tool.Run("image", "black-forest-labs/FLUX.1-schnell", "--width", "1024", "--height", "1024", "--steps", "8", "--count", "2", "--json");

        Assert.Equal(
            """{"cost":"0.0113246208","currency":"USD","card":"Together AI","edition":"2025-01-01","lines":[{"meter":"pixels","quantity":"2097152","unit":"pixel","price":"0.0054","per":"1000000","amount":"0.0113246208","tier":"8 steps, 4 in the price"}],"subject":"black-forest-labs/FLUX.1-schnell"}""" + "\n",
            run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("flux.1-schnell --width 1000 --height 1000", "0.0027")]
    [InlineData("flux.1-schnell --width 1000 --height 1000 --steps 1", "0.0027")]
    [InlineData("flux.1-dev --width 1000 --height 1000 --steps 29", "29/1120")]
    [InlineData("flux.1.1-pro --width 1K --height 1K --steps 500 --count 3", "0.12")]
    [InlineData("sd-xl --width 1 --height 1", "0.0000000019")]
    public void Images_cost_what_the_price_list_says(string call, string cost)
    {
        string[] arguments = ["image", .. call.Split(' '), "--json"];

        Assert.Contains($"\"cost\":\"{cost}\"", Tool.Run(arguments).Output, StringComparison.Ordinal);
        Assert.Contains($"\"cost\":\"{cost}\"", Tool.Run([.. arguments, "--card", Repository.TogetherCard]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_for_people() =>
        Snapshot.Verify(Tool.Run("image", "flux.1-dev", "--width", "1920", "--height", "1080", "--steps", "50", "--count", "4").ToString());

    [Theory]
    [InlineData("unknown_model", 1, "image flux.1-shnell --width 1 --height 1")]
    [InlineData("a_text_model", 1, "image deepseek-v3 --width 1 --height 1")]
    [InlineData("too_early", 1, "image flux.1-dev --width 1 --height 1 --at 2024-12-31")]
    [InlineData("no_model", 2, "image --width 1 --height 1")]
    [InlineData("no_width", 2, "image flux.1-dev --height 1")]
    [InlineData("no_pixels", 2, "image flux.1-dev --width 1 --height 0")]
    [InlineData("too_wide", 2, "image flux.1-dev --width 3B --height 1")]
    [InlineData("too_many", 2, "image flux.1-dev --width 2B --height 2B --count 9T")]
    [InlineData("too_many_steps", 2, "image flux.1-dev --width 2B --height 2B --steps 2B")]
    public void What_has_no_price_is_refused_with_a_hint(string name, int exitCode, string call)
    {
        var run = Tool.Run([.. call.Split(' '), "--json"]);

        Assert.Equal(exitCode, run.ExitCode);
        Snapshot.Verify(run.ToString(), name);
    }

    [Theory]
    [InlineData("image banded --width 1000 --height 1000", "0.01")]
    [InlineData("image banded --width 1001 --height 1000 --count 2", "0.04")]
    [InlineData("price listen --meter seconds=61", "0.12")]
    [InlineData("price listen --meter seconds=61 --batch", "0.06")]
    [InlineData("price talk --meter input=100 --meter input_audio_tokens=60 --meter output=5", "0.00024")]
    [InlineData("price search --meter searches=7", "0.035")]
    [InlineData("price trial --meter sessions=7", "0")]
    public void Any_meter_of_another_card_can_be_priced(string call, string cost)
    {
        using var folder = new Folder();

        Assert.Contains(
            $"\"cost\":\"{cost}\"", Tool.Run([.. call.Split(' '), "--json", "--card", folder.Write("card.json", Card)]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image banded --width 2100 --height 2001", 1, "has no price for images of 4202100 pixels: its table ends at 4.2MP")]
    [InlineData("price banded --meter images=1", 1, "the usage needs the pixels of its images")]
    [InlineData("price talk --meter inputAudio=60", 2, "inputAudio is 60 but input, of which it is a part, is only 0")]
    [InlineData("price listen --meter seconds=9223372036854775807", 2, "more than can be billed at once")]
    [InlineData("price search --meter search=7", 2, "did you mean 'searches'?")]
    public void What_another_card_cannot_price_is_refused(string call, int exitCode, string message)
    {
        using var folder = new Folder();
        var run = Tool.Run([.. call.Split(' '), "--card", folder.Write("card.json", Card)]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Offers_are_listed_with_the_models()
    {
        using var folder = new Folder();
        string[] call = ["models", "--card", folder.Write("card.json", Card)];

        Snapshot.Verify(Tool.Run(call).ToString() + Tool.Run([.. call, "--json"]) + Tool.Run("check", call[2]).ToString().Replace(call[2], "card.json", StringComparison.Ordinal));
    }
}
