using System.Text.Json;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class CallTests
{
    [Theory]
    [InlineData("", "a command is missing")]
    [InlineData("prcie", "did you mean 'price'?")]
    [InlineData("frobnicate", "known: check, price")]
    [InlineData("prise kimi-k3 --input 5", "'prise' isn't a command; did you mean 'price'?")]
    [InlineData("prise --help", "'prise' isn't a command; did you mean 'price'?")]
    [InlineData("--help prise", "'prise' isn't a command; did you mean 'price'?")]
    [InlineData("--hlep", "did you mean '--help'?")]
    [InlineData("check", "'check' needs a CARD")]
    [InlineData("price", "needs a MODEL or a --size")]
    [InlineData("price --inptu 5", "did you mean '--input'?")]
    [InlineData("price deepseek-v3 --inptu 5", "did you mean '--input'?")]
    [InlineData("price deepseek-v3 --input 5 --jsno", "did you mean '--json'?")]
    [InlineData("price deepseek-v3 --batch --inptu 5", "did you mean '--input'?")]
    [InlineData("price deepseek-v3 -x", "'-x' isn't an option")]
    [InlineData("price deepseek-v3 --input", "--input needs a value: --input N")]
    [InlineData("price deepseek-v3 --input --output 5", "--input needs a value")]
    [InlineData("price deepseek-v3 --input 5 --input 6", "--input is given 2 times")]
    [InlineData("price deepseek-v3 llama", "'llama' is one argument too many")]
    [InlineData("price deepseek-v3", "there is nothing to price")]
    [InlineData("price --size 8B", "there is nothing to price")]
    [InlineData("price deepseek-v3 --size 8B --input 1", "either a MODEL or a --size")]
    [InlineData("price deepseek-v3 --tokens 5", "go with --size")]
    [InlineData("price deepseek-v3 --table Dense --input 5", "go with --size")]
    [InlineData("price --size 8B --tokens 5 --input 5", "counted twice")]
    [InlineData("price --size 8B --tokens 5 --batch", "--batch, --level and --region go with a MODEL")]
    [InlineData("price --size 8 --tokens 5", "'8' isn't a model size")]
    [InlineData("price --size -8B --tokens 5", "'-8B' isn't a model size")]
    [InlineData("price --size 0B --tokens 5", "'0B' isn't a model size")]
    [InlineData("price --size 8x7B --tokens 5", "write --size 56B")]
    [InlineData("price --size 4.0000000001B --tokens 5", "'4.0000000001B' is 4000000000.1 parameters, and a size is a whole number of them")]
    [InlineData("price deepseek-v3 --input -5", "'-5' is negative")]
    [InlineData("price deepseek-v3 --input=-1_000", "'-1_000' is negative")]
    [InlineData("price deepseek-v3 --meter input=-5", "'-5' is negative")]
    [InlineData("price deepseek-v3 --meter input", "write NAME=N")]
    [InlineData("price deepseek-v3 --meter inptu=5", "did you mean 'input'?")]
    [InlineData("price deepseek-v3 --meter furlongs=5", "'furlongs' isn't a meter")]
    [InlineData("price deepseek-v3 --input 5 --meter input=6", "input is given twice: 5 and 6")]
    [InlineData("price deepseek-v3 --input 5 --cached-input 6", "cachedInput is 6 but input, of which it is a part, is only 5")]
    [InlineData("price deepseek-v3 --meter searches_low=9", "searchesLow is 9 but searches, of which it is a part, is only 0")]
    [InlineData("price deepseek-v3 --output 5 --reasoning 6", "reasoning is 6 but output")]
    [InlineData("price deepseek-v3 --input 9 --cached-input 5 --cache-write 5", "cachedInput + cacheWrite is 10 but input")]
    [InlineData("price deepseek-v3 --input 9 --cache-write 5 --cache-write-1h 6", "cacheWrite1h is 6 but cacheWrite")]
    [InlineData("price deepseek-v3 --input 1 --at yesterday", "'yesterday' isn't a time")]
    [InlineData("models one two", "'two' is one argument too many")]
    [InlineData("tiers one", "'one' is one argument too many")]
    [InlineData("tiers --size 8B", "'--size' isn't an option of 'tiers'")]
    public void A_wrong_call_says_what_to_write_instead(string call, string advice)
    {
        var arguments = call.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var people = Tool.Run(arguments);
        var programs = Tool.Run([.. arguments, "--json"]);

        Assert.Equal((2, ""), (people.ExitCode, people.Output));
        Assert.StartsWith("error: ", people.Error, StringComparison.Ordinal);
        Assert.Contains(advice, people.Error, StringComparison.Ordinal);
        Assert.Equal((2, people.Error), (programs.ExitCode, programs.Error));
        Assert.Equal(people.Error, $"error: {MessageOf(programs.Output)}\n");
    }

    [Fact]
    public void After_a_double_dash_even_a_dash_starts_an_argument()
    {
        var run = Tool.Run("price", "--input", "5", "--", "--odd-model");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no model '--odd-model'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_at_sign_starts_no_response_file() =>
        Assert.Contains("no model '@model'", Tool.Run("price", "@model", "--input", "5").Error, StringComparison.Ordinal);

    [Fact]
    public void Json_may_be_asked_for_before_the_command() =>
        Assert.Equal(Tool.Run("tiers", "--json"), Tool.Run("--json", "tiers"));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("hi-IN")]
    public void The_culture_changes_nothing(string culture)
    {
        string[] calls =
        [
            "price deepseek-v3 --input 1.5M --output 1234567", "price deepseek-v3 --input 1.5M --json", "price --size 4.05B --tokens 1",
            "models", "models QWEN", "tiers", "tiers --json", "price deepseek-v3 --input", "price --help", "price x --input 1 --at 2024-01-01",
            "price x --input -5", "chekc", "check " + Repository.TogetherCard,
        ];

        Assert.All(calls, call => Assert.Equal(Tool.Run(call.Split(' ')), Tool.RunUnder(culture, call.Split(' '))));
    }

    private static string MessageOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("error").GetProperty("message").GetString()!;
    }
}
