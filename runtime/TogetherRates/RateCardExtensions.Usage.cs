namespace TogetherRates;

/// <content>Anything that a card prices by id, on any meters.</content>
public static partial class RateCardExtensions
{
    /// <summary>What a usage costs, exactly.</summary>
    /// <param name="card">The rate card.</param>
    /// <param name="id">The id or an alias of a model or a tool.</param>
    /// <param name="usage">What was used.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">Parts are larger than their wholes, or a billed quantity is more than 2^63 - 1.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price; the message says why and names the nearest ids.</exception>
    public static Money Price(
        this IRateCard card, ReadOnlySpan<char> id, in Usage usage, ServiceLevel level = ServiceLevel.Standard) =>
        card.TryPrice(id, usage, out var cost, level) ? cost : throw PriceNotFoundException.ForUsage(id, usage, level, card);

    /// <summary>What a usage costs and why.</summary>
    /// <inheritdoc cref="Price(IRateCard, ReadOnlySpan{char}, in Usage, ServiceLevel)"/>
    public static Quote Explain(
        this IRateCard card, ReadOnlySpan<char> id, in Usage usage, ServiceLevel level = ServiceLevel.Standard) =>
        card.TryExplain(id, usage, out var quote, level) ? quote : throw PriceNotFoundException.ForUsage(id, usage, level, card);
}
