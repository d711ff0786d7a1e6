namespace TogetherRates;

/// <summary>An offer of a card that is priced by pixel or by image.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct ImageOffer(IRateCard Card, string Id)
{
    /// <summary>What images of one size cost, exactly.</summary>
    /// <param name="width">The width in pixels, at least 1.</param>
    /// <param name="height">The height in pixels, at least 1.</param>
    /// <param name="steps">The steps in which each image is made; 0 for the model's default. Fewer than the default never cost less.</param>
    /// <param name="images">How many images.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range, or there are more than 2^63 - 1 pixels, steps counted.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level or for this resolution.</exception>
    public Money Price(int width, int height, int steps = 0, long images = 1, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.OfImages(width, height, steps, images), level);

    /// <summary>What images of one size cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(int width, int height, int steps = 0, long images = 1, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.OfImages(width, height, steps, images), level);
}
