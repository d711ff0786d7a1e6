namespace TogetherRates;

/// <summary>An offer of a card that is priced by token, each kind on its own: of text, of sound, of images, of video.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct TokenOffer(IRateCard Card, string Id)
{
    /// <summary>What tokens cost, exactly.</summary>
    /// <param name="usage">The tokens.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">Parts of tokens are larger than their wholes.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level, or not for all of the tokens.</exception>
    public Money Price(in Usage usage, ServiceLevel level = ServiceLevel.Standard) => OfferOfCard.Price(Card, Id, usage, level);

    /// <summary>What tokens cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(in Usage usage, ServiceLevel level = ServiceLevel.Standard) => OfferOfCard.Explain(Card, Id, usage, level);
}
