using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler;

/// <summary>What came of a card's text.</summary>
/// <param name="Card">The card as far as it could be read; complete when <see cref="IsValid"/>; null when the text isn't an object at all.</param>
/// <param name="Problems">Everything that is wrong, in the order of the text.</param>
public sealed record CardReading(Card? Card, EquatableArray<Problem> Problems)
{
    /// <summary>Whether the card may be compiled and priced with.</summary>
    public bool IsValid => Card is not null && FirstError is null;

    /// <summary>The first problem that stops the card from being compiled.</summary>
    public Problem? FirstError
    {
        get
        {
            foreach (var problem in Problems)
            {
                if (problem.Rule.Severity == RuleSeverity.Error)
                {
                    return problem;
                }
            }

            return null;
        }
    }
}
