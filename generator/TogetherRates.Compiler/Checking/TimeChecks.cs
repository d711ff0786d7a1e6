using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 5: every period has a length.</summary>
internal static class TimeChecks
{
    /// <summary>Checks the period in which a card is in force.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(Card card, ProblemList problems)
    {
        if (card.Effective.Until is { } until && until <= card.Effective.From)
        {
            problems.Add(Rules.EmptyPeriod, CardPath.Root.Property("effective").Property("until"), CardDate.TextOf(until), CardDate.TextOf(card.Effective.From), "until");
        }
    }
}
