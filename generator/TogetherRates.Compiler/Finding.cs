using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler;

/// <summary>A value of a card that breaks a rule, found in the model, which knows no text: it becomes a <see cref="Problem"/> where there is one.</summary>
/// <param name="Rule">The broken rule.</param>
/// <param name="Path">Where in the card.</param>
/// <param name="Arguments">What fills the placeholders of <see cref="Rule.MessageFormat"/>.</param>
public sealed record Finding(Rule Rule, CardPath Path, EquatableArray<string> Arguments)
{
    /// <summary>What is wrong, with the numbers in it, and what to do.</summary>
    public string Message => new Problem(Rule, default, Arguments).Message;
}
