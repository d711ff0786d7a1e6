namespace TogetherRates;

/// <summary>Pricing for callers to whom a missing price is an exception.</summary>
public static partial class RateCardExtensions
{
    /// <summary>What the tokens cost, exactly.</summary>
    /// <param name="card">The rate card.</param>
    /// <param name="modelId">A model's id or alias.</param>
    /// <param name="usage">The tokens.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="PriceNotFoundException">The card has no price; the message says why and names the nearest ids.</exception>
    public static Money Price(
        this IRateCard card, ReadOnlySpan<char> modelId, in TokenUsage usage, ServiceLevel level = ServiceLevel.Standard) =>
        card.TryPrice(modelId, usage, out var cost, level) ? cost : throw WhyNot(card, modelId, usage, level);

    /// <summary>What the tokens cost and why.</summary>
    /// <inheritdoc cref="Price(IRateCard, ReadOnlySpan{char}, in TokenUsage, ServiceLevel)"/>
    public static Quote Explain(
        this IRateCard card, ReadOnlySpan<char> modelId, in TokenUsage usage, ServiceLevel level = ServiceLevel.Standard) =>
        card.TryExplain(modelId, usage, out var quote, level) ? quote : throw WhyNot(card, modelId, usage, level);

    /// <summary>Asks the card for no tokens and for single ones, to learn what it lacks.</summary>
    private static PriceNotFoundException WhyNot(IRateCard card, ReadOnlySpan<char> modelId, in TokenUsage usage, ServiceLevel level)
    {
        if (card.TryPrice(modelId, default, out _, level))
        {
            var priced = PricedMeters(card, modelId, level);
            return (usage.Meters & ~priced.WithParts()) == TokenMeters.None
                ? PriceNotFoundException.ForUsage(modelId, usage, level, card)
                : PriceNotFoundException.ForUnpricedMeter(modelId.ToString(), usage, priced);
        }

        return card.TryPrice(modelId, default, out _)
            ? PriceNotFoundException.ForLevel(modelId.ToString(), level)
            : PriceNotFoundException.ForModel(modelId, card);
    }

    private static TokenMeters PricedMeters(IRateCard card, ReadOnlySpan<char> modelId, ServiceLevel level)
    {
        ReadOnlySpan<(TokenMeters Meter, TokenUsage One)> probes =
        [
            (TokenMeters.Input, new(input: 1)),
            (TokenMeters.CachedInput, new(input: 1, cachedInput: 1)),
            (TokenMeters.CacheWrite, new(input: 1, cacheWrite: 1)),
            (TokenMeters.CacheWrite1h, new(input: 1, cacheWrite: 1, cacheWrite1h: 1)),
            (TokenMeters.Output, new(output: 1)),
            (TokenMeters.Reasoning, new(output: 1, reasoning: 1)),
        ];

        var priced = TokenMeters.None;
        foreach (var (meter, one) in probes)
        {
            priced |= card.TryPrice(modelId, one, out _, level) ? meter : 0;
        }

        return priced;
    }
}
