namespace TogetherRates;

/// <summary>Prices an offer by its card, which the default values of offers lack.</summary>
internal static class OfferOfCard
{
    public static Money Price(IRateCard? card, string id, in Usage usage, ServiceLevel level) => Given(card).Price(id, usage, level);

    public static Quote Explain(IRateCard? card, string id, in Usage usage, ServiceLevel level) => Given(card).Explain(id, usage, level);

    private static IRateCard Given(IRateCard? card) => card ?? throw new InvalidOperationException(
        "This is the default value of an offer, which has no card to price with: take the offer from a card, or make it of a card and an id.");
}
