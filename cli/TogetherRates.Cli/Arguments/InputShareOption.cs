using System.CommandLine;
using System.Globalization;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--input-share 3:1</c> or <c>75%</c>: how much of all tokens is input.</summary>
internal sealed class InputShareOption : Option<string?>
{
    private const int Most = 1_000_000;

    /// <summary>The option.</summary>
    public InputShareOption()
        : base("--input-share")
    {
        Description = "How the tokens divide: 3:1 for three of input to one of output, which holds unless given, or 75%.";
        HelpName = "SHARE";
    }

    /// <summary>The smallest request with this share, or null when the share isn't given.</summary>
    /// <exception cref="ToolException">What a call gives isn't a share.</exception>
    public TokenUsage? Read(ParseResult call) => call.GetValue(this) is not { } text ? null : Parse(text) ?? throw ToolException.WrongCall(
        "wrongValue", $"--input-share: '{text}' isn't a share; write input to output as 3:1, or the part of input as 75%");

    private static TokenUsage? Parse(string text)
    {
        if (text.Split(':') is [var input, var output])
        {
            return int.TryParse(input, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
                && int.TryParse(output, NumberStyles.None, CultureInfo.InvariantCulture, out var written)
                && Rational.FromFraction(read, Math.Max(1L, (long)read + written)) is var part && read + (long)written > 0
                ? Smallest(part)
                : null;
        }

        return text.EndsWith('%') && Rational.TryParseDecimal(text[..^1], out var percent, out _) ? Smallest(percent / 100) : null;
    }

    private static TokenUsage? Smallest(Rational part) => part.Sign >= 0 && part <= Rational.One && part.Denominator <= Most
        ? new TokenUsage(input: (long)part.Numerator, output: (long)(part.Denominator - part.Numerator))
        : null;
}
