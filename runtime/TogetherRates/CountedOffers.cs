namespace TogetherRates;

/// <summary>An offer of a card that is priced by character of text, such as speech.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct CharacterOffer(IRateCard Card, string Id)
{
    /// <summary>What characters cost, exactly.</summary>
    /// <param name="characters">How many.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long characters, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.Of(Meter.Characters, characters), level);

    /// <summary>What characters cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long characters, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.Of(Meter.Characters, characters), level);
}

/// <summary>An offer of a card that is priced by page of a document.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct PageOffer(IRateCard Card, string Id)
{
    /// <summary>What pages cost, exactly.</summary>
    /// <param name="pages">How many.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long pages, ServiceLevel level = ServiceLevel.Standard) => OfferOfCard.Price(Card, Id, Usage.Of(Meter.Pages, pages), level);

    /// <summary>What pages cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long pages, ServiceLevel level = ServiceLevel.Standard) => OfferOfCard.Explain(Card, Id, Usage.Of(Meter.Pages, pages), level);
}

/// <summary>An offer of a card that is priced by request.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct RequestOffer(IRateCard Card, string Id)
{
    /// <summary>What requests cost, exactly.</summary>
    /// <param name="requests">How many.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long requests, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.Of(Meter.Requests, requests), level);

    /// <summary>What requests cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long requests, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.Of(Meter.Requests, requests), level);
}

/// <summary>An offer of a card that is priced by search.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct SearchOffer(IRateCard Card, string Id)
{
    /// <summary>What searches cost, exactly.</summary>
    /// <param name="searches">How many.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long searches, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.Of(Meter.Searches, searches), level);

    /// <summary>What searches cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long searches, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.Of(Meter.Searches, searches), level);
}

/// <summary>An offer of a card that is priced by query.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct QueryOffer(IRateCard Card, string Id)
{
    /// <summary>What queries cost, exactly.</summary>
    /// <param name="queries">How many.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long queries, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.Of(Meter.Queries, queries), level);

    /// <summary>What queries cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long queries, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.Of(Meter.Queries, queries), level);
}

/// <summary>An offer of a card of a provider that counts in credits of its own. What lowers a bill is a <see cref="CreditOffer"/>.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct UsageCreditOffer(IRateCard Card, string Id)
{
    /// <summary>What credits cost, exactly.</summary>
    /// <param name="credits">How many.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long credits, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.Of(Meter.Credits, credits), level);

    /// <summary>What credits cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long credits, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.Of(Meter.Credits, credits), level);
}

/// <summary>An offer of a card that is priced by session, such as a code interpreter.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct SessionOffer(IRateCard Card, string Id)
{
    /// <summary>What sessions cost, exactly.</summary>
    /// <param name="sessions">How many.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long sessions, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.Of(Meter.Sessions, sessions), level);

    /// <summary>What sessions cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long sessions, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.Of(Meter.Sessions, sessions), level);
}

/// <summary>An offer of a card that is priced by video, however long.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct VideoOffer(IRateCard Card, string Id)
{
    /// <summary>What videos cost, exactly.</summary>
    /// <param name="videos">How many.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long videos, ServiceLevel level = ServiceLevel.Standard) => OfferOfCard.Price(Card, Id, Usage.Of(Meter.Videos, videos), level);

    /// <summary>What videos cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long videos, ServiceLevel level = ServiceLevel.Standard) => OfferOfCard.Explain(Card, Id, Usage.Of(Meter.Videos, videos), level);
}

/// <summary>Storage of a card that is priced by month.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct StorageOffer(IRateCard Card, string Id)
{
    /// <summary>What storage costs, exactly.</summary>
    /// <param name="gibMonths">How many months of one GiB each.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long gibMonths, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.Of(Meter.GibMonths, gibMonths), level);

    /// <summary>What storage costs and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long gibMonths, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.Of(Meter.GibMonths, gibMonths), level);
}
