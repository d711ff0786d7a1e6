using System.CommandLine;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--size 70B</c>: a model's number of parameters.</summary>
internal sealed class SizeOption : Option<string?>
{
    /// <summary>The option.</summary>
    public SizeOption()
        : base("--size")
    {
        Description = "Price any model of this many parameters, such as 70B, 4.05B or 150M.";
        HelpName = "SIZE";
    }

    /// <summary>The size that a call gives, or null when it gives none.</summary>
    /// <exception cref="ToolException">What it gives isn't a size.</exception>
    public ModelSize? Read(ParseResult call)
    {
        if (call.GetValue(this) is not { } text)
        {
            return null;
        }

        return ModelSize.TryParse(text, out var size) ? size : throw ToolException.WrongCall("wrongValue", WhyNot(text));
    }

    private static string WhyNot(string text) =>
        ModelSize.TryParseFromName(text, out var whole, out var architecture) && architecture == ModelArchitecture.MixtureOfExperts
            ? $"--size: '{text}' has {whole} parameters in all; write --size {whole}, and name the table for mixtures of experts with --table"
            : ParametersOf(text) is { Sign: > 0, IsInteger: false } parameters ? $"--size: '{text}' is {parameters} parameters, and a size is a whole number of them"
            : $"--size: '{text}' isn't a model size; write a positive number and M, B or T, such as 150M, 4.05B or 1T";

    private static Rational? ParametersOf(string text) =>
        text is [.. var digits, 'M' or 'B' or 'T'] && Rational.TryParseDecimal(digits, out var number, out _) ? number * Size.ScaleOf(text[^1])!.Value : null;
}
