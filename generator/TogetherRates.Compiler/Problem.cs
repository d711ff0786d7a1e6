using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler;

/// <summary>A place in a card where a rule is broken.</summary>
/// <param name="Rule">The broken rule.</param>
/// <param name="Span">Where, in UTF-16 offsets from the start of the text.</param>
/// <param name="Arguments">What fills the placeholders of <see cref="Rule.MessageFormat"/>.</param>
public sealed record Problem(Rule Rule, TextSpan Span, EquatableArray<string> Arguments)
{
    /// <summary>What fills the placeholders of <see cref="Rule.MessageFormat"/>.</summary>
    /// <remarks>Each is one visible line: what a card could hide in it would upset terminals, logs and generated code.</remarks>
    public EquatableArray<string> Arguments { get; } = new([.. Arguments.Select(Invisible.Mark)]);

    /// <summary>What is wrong with a file that is written in another encoding than cards are.</summary>
    /// <param name="encoding">The encoding's name.</param>
    /// <returns>The problem, at the start of the file.</returns>
    public static Problem NotUtf8(string encoding) =>
        new(Rules.Syntax, default, new($"the file is written in {encoding}, and a rate card has to be UTF-8; save it as UTF-8"));

    /// <summary>What is wrong, with the numbers in it, and what to do.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, Arguments.ToObjects());
}
