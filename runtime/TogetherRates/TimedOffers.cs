namespace TogetherRates;

/// <summary>An offer of a card that is priced by time: of sound, of video or of work.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct DurationOffer(IRateCard Card, string Id)
{
    /// <summary>What a time costs, exactly. Seconds, or whatever the card bills by, count once they have started.</summary>
    /// <param name="duration">The time of one request.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(TimeSpan duration, ServiceLevel level = ServiceLevel.Standard) => OfferOfCard.Price(Card, Id, Usage.OfDuration(duration), level);

    /// <summary>What a time costs and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(TimeSpan duration, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.OfDuration(duration), level);
}

/// <summary>GPUs of a card that are priced by time.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct GpuOffer(IRateCard Card, string Id)
{
    /// <summary>What GPUs cost, exactly. A second counts once it has started.</summary>
    /// <param name="gpus">How many run.</param>
    /// <param name="duration">How long each of them runs.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or both together are more than 2^63 - 1 seconds.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long gpus, TimeSpan duration, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.Of(Meter.GpuSeconds, gpus, duration), level);

    /// <summary>What GPUs cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long gpus, TimeSpan duration, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.Of(Meter.GpuSeconds, gpus, duration), level);
}

/// <summary>Virtual processors of a card that are priced by time.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct VcpuOffer(IRateCard Card, string Id)
{
    /// <summary>What virtual processors cost, exactly. A second counts once it has started.</summary>
    /// <param name="vcpus">How many run.</param>
    /// <param name="duration">How long each of them runs.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or both together are more than 2^63 - 1 seconds.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long vcpus, TimeSpan duration, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.Of(Meter.VcpuSeconds, vcpus, duration), level);

    /// <summary>What virtual processors cost and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long vcpus, TimeSpan duration, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.Of(Meter.VcpuSeconds, vcpus, duration), level);
}

/// <summary>Memory of a card that is priced by time.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The id that the provider's API uses.</param>
public readonly record struct MemoryOffer(IRateCard Card, string Id)
{
    /// <summary>What memory costs, exactly. A second counts once it has started.</summary>
    /// <param name="gib">How many GiB are held.</param>
    /// <param name="duration">How long they are held.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or both together are more than 2^63 - 1 seconds.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which has no card.</exception>
    /// <exception cref="PriceNotFoundException">The card has no price at this level.</exception>
    public Money Price(long gib, TimeSpan duration, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Price(Card, Id, Usage.Of(Meter.GibSeconds, gib, duration), level);

    /// <summary>What memory costs and why.</summary>
    /// <inheritdoc cref="Price"/>
    public Quote Explain(long gib, TimeSpan duration, ServiceLevel level = ServiceLevel.Standard) =>
        OfferOfCard.Explain(Card, Id, Usage.Of(Meter.GibSeconds, gib, duration), level);
}
