using TogetherRates.Compiler.Cards;
using PromisedCredit = TogetherRates.Compiler.Cards.Credit;
using PromisedTerm = TogetherRates.Compiler.Cards.Term;

namespace TogetherRates.Cli.RateCards;

/// <summary>The credits that a card promises, as an account gets them.</summary>
internal static class CardCredits
{
    /// <summary>The credits of an account to which a card grants all that it promises.</summary>
    /// <param name="card">The card.</param>
    /// <param name="time">When they are granted.</param>
    /// <exception cref="ArgumentOutOfRangeException">One expires after the year 9999.</exception>
    public static CreditLedger GrantAt(Card card, DateTimeOffset time) => card.Credits.Aggregate(
        CreditLedger.Empty(card.Currency), (ledger, credit) => ledger.Grant(OfferOf(credit, card.Currency), time));

    private static CreditOffer OfferOf(PromisedCredit credit, string currency) =>
        new(credit.Name, InterpretedRateCard.MoneyOf(credit.Amount), currency, TermOf(credit.ExpiresAfter));

    private static Term? TermOf(PromisedTerm? term) => term switch
    {
        null => null,
        { Unit: TermUnit.Day } => Term.OfDays(term.Count),
        { Unit: TermUnit.Month } => Term.OfMonths(term.Count),
        _ => Term.OfMonths(12 * term.Count),
    };
}
