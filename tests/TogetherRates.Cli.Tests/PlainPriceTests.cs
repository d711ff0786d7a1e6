using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class PlainPriceTests
{
    private static readonly string[] Words =
    [
        "deepseek-v3", "kimi-k3", "deepseek-v33", "qwen-2-72b", "whisper-large-v3", "--input", "--output", "--cached-input", "--cache-write",
        "--reasoning", "--batch", "--json", "--at", "--card", "--level", "--size", "--", "--inptu", "--input=5", "-?", "12000", "12K", "1.5M",
        "-5", "", "x", "0", "99999999999999999999", "9223372036854775807", "2026-10-01", "2025-05-05T05:05Z",
    ];

    [Fact]
    public void Whatever_the_call_the_answer_is_that_of_the_parser()
    {
        var word = Gen.Elements(Words);
        var pair = Gen.Elements("--input", "--output", "--cached-input", "--reasoning", "--at", "--batch", "--json")
            .SelectMany(option => Gen.Elements("12000", "500", "1.5M", "0", "2026-10-01").Select(value => option is "--batch" or "--json" ? [option] : new[] { option, value }));
        var mostlyRight = pair.ListOf(3).Select(pairs => (string[])["price", "deepseek-v3", .. pairs.SelectMany(each => each)]);
        var anything = word.ListOf(5).Select(words => (string[])["price", .. words]);

        Prop.ForAll(
            Gen.OneOf(mostlyRight, anything).ToArbitrary(),
            arguments => Assert.Equal(Parsed(arguments), Tool.Run(arguments))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("price deepseek-v3 --input 12000 --output 800")]
    [InlineData("price deepseek-v3 --output 0 --json --batch --at 2025-05-05 --reasoning 0")]
    public void The_call_that_is_made_most_is_read_without_the_parser(string call) => Assert.NotNull(PlainPrice.TryRead(call.Split(' ')));

    [Theory]
    [InlineData("price deepseek-v3")]
    [InlineData("price --input 5")]
    [InlineData("price deepseek-v3 --input 5 --input 6")]
    [InlineData("price deepseek-v3 --input 5 --json --json")]
    [InlineData("price deepseek-v3 --input 5 --at soon")]
    [InlineData("price deepseek-v3 --input 5 --card together")]
    [InlineData("price deepseek-v3 --input")]
    [InlineData("price deepseek-v3 --input 5 more")]
    [InlineData("compare deepseek-v3 --input 5")]
    public void All_others_are_left_to_the_parser(string call) => Assert.Null(PlainPrice.TryRead(call.Split(' ')));

    [Theory]
    [InlineData("price deepseek-v3 --input 5 --cached-input 6")]
    [InlineData("price deepseek-v33 --input 5 --json")]
    [InlineData("price bge-large-en-v1.5 --input 5 --at 2026-10-01")]
    public void Refusals_are_the_same(string call) => Assert.Equal(Parsed(call.Split(' ')), Tool.Run(call.Split(' ')));

    private static ToolRun Parsed(string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var terminal = new Terminal(output, error);
        var caller = new Caller(terminal, arguments.TakeWhile(argument => argument != "--").Contains("--json"), Tool.UsualDay);
        var exitCode = CommandLine.Parse(arguments, caller);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
