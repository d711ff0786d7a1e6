using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler;

/// <summary>What came of a card's text.</summary>
/// <param name="Card">The card as far as it could be read; complete when <see cref="IsValid"/>; null when the text isn't an object at all.</param>
/// <param name="Problems">Everything that is wrong, in the order of the text.</param>
public sealed record CardReading(Card? Card, EquatableArray<Problem> Problems)
{
    /// <summary>What comes of a file that is written in another encoding than cards are.</summary>
    /// <param name="encoding">The encoding's name.</param>
    /// <returns>No card, and the one problem.</returns>
    public static CardReading NotUtf8(string encoding) =>
        new(null, new(new Problem(Rules.Syntax, default, new($"the file is written in {encoding}, and a rate card has to be UTF-8; save it as UTF-8"))));

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
