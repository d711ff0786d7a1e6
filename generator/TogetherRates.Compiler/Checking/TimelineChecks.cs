using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 5, editions: the editions of one class follow each other without overlap or gap.</summary>
public static class TimelineChecks
{
    /// <summary>Finds what is wrong between an edition and the one before it in the same class.</summary>
    /// <param name="before">The edition before, or null for the first.</param>
    /// <param name="edition">The edition.</param>
    /// <returns>The broken rule with what fills its message, or null. The place is the edition's <c>effective.from</c>.</returns>
    public static (Rule Rule, string[] Arguments)? FindProblem(Edition? before, Edition edition)
    {
        if (before is null)
        {
            return null;
        }

        var from = CardDate.TextOf(edition.Effective.From);
        if (before.Provider != edition.Provider)
        {
            return (Rules.TwoProvidersInOneClass, [before.Provider, edition.Provider]);
        }

        if (before.Effective.From == edition.Effective.From)
        {
            return (Rules.EditionsOverlap, [from, "the same day", from]);
        }

        if (before.Effective.Until is not { } until)
        {
            return (Rules.EditionNotEnded, [from, CardDate.TextOf(before.Effective.From)]);
        }

        return until > edition.Effective.From ? (Rules.EditionsOverlap, [from, "until " + CardDate.TextOf(until), CardDate.TextOf(before.Effective.From)])
            : until < edition.Effective.From ? (Rules.EditionsGap, [CardDate.TextOf(until), from, CardDate.TextOf(before.Effective.From)])
            : null;
    }
}
