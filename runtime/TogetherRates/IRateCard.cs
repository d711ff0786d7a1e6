using System.Diagnostics.CodeAnalysis;

namespace TogetherRates;

/// <summary>
/// One edition of a provider's prices. Ids are found in their exact case, unless the card says that the case of their letters doesn't count;
/// the aliases that it gives serve as ids too.
/// </summary>
public partial interface IRateCard
{
    /// <summary>Who charges these prices.</summary>
    public string Provider { get; }

    /// <summary>The currency of all amounts, ISO 4217.</summary>
    public string Currency { get; }

    /// <summary>From when the prices are in force, UTC, inclusive.</summary>
    public DateTimeOffset EffectiveFrom { get; }

    /// <summary>Until when the prices are in force, UTC, exclusive; null while no end is known.</summary>
    public DateTimeOffset? EffectiveUntil { get; }

    /// <summary>The ids of all models, without aliases, in ordinal order.</summary>
    public IReadOnlyList<string> ModelIds { get; }

    /// <summary>
    /// Whether some prices change with the time of day or with the region, so that a card for a time or for a region can have a price where this one has none.
    /// </summary>
    public bool PricesVary => false;

    /// <summary>What the tokens cost, exactly.</summary>
    /// <param name="modelId">A model's id or alias.</param>
    /// <param name="usage">The tokens. No tokens cost nothing on every model that has token prices at this level.</param>
    /// <param name="cost">The exact cost, zero if the result is false.</param>
    /// <param name="level">The level of service.</param>
    /// <returns>False if the card has no price: not for the model, not at the level, or not for all of the tokens.</returns>
    public bool TryPrice(
        ReadOnlySpan<char> modelId, in TokenUsage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard);

    /// <inheritdoc cref="TryPrice(ReadOnlySpan{char}, in TokenUsage, out Money, ServiceLevel)"/>
    /// <param name="utf8ModelId">A model's id or alias, in UTF-8.</param>
    /// <param name="usage">The tokens.</param>
    /// <param name="cost">The exact cost, zero if the result is false.</param>
    /// <param name="level">The level of service.</param>
    public bool TryPrice(
        ReadOnlySpan<byte> utf8ModelId, in TokenUsage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard);

    /// <summary>What the tokens cost and why.</summary>
    /// <param name="modelId">A model's id or alias.</param>
    /// <param name="usage">The tokens.</param>
    /// <param name="quote">The lines that the cost is made of.</param>
    /// <param name="level">The level of service.</param>
    /// <returns>False if the card has no price.</returns>
    public bool TryExplain(
        ReadOnlySpan<char> modelId,
        in TokenUsage usage,
        [NotNullWhen(true)] out Quote? quote,
        ServiceLevel level = ServiceLevel.Standard);

    /// <summary>The names of the tables that price a model by its size.</summary>
    public IReadOnlyList<string> SizeTables { get; }

    /// <summary>What the tokens of a model of some size cost and why.</summary>
    /// <param name="sizeTable">The name of a size table.</param>
    /// <param name="size">The model's size.</param>
    /// <param name="usage">The tokens.</param>
    /// <param name="quote">The lines that the cost is made of.</param>
    /// <returns>False if the card has no such table, or the table no price for the size or for all of the tokens.</returns>
    public bool TryExplain(
        ReadOnlySpan<char> sizeTable,
        ModelSize size,
        in TokenUsage usage,
        [NotNullWhen(true)] out Quote? quote);

    /// <summary>The ids of all GPUs that dedicated endpoints run on, without aliases, in ordinal order.</summary>
    public IReadOnlyList<string> GpuIds => [];

    /// <summary>What a dedicated endpoint costs and why.</summary>
    /// <param name="gpuId">The id or an alias of a GPU configuration.</param>
    /// <param name="duration">How long each replica runs.</param>
    /// <param name="replicas">How many run at once.</param>
    /// <param name="quote">The lines that the cost is made of.</param>
    /// <returns>False if the card has no such GPU.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The duration or the number is negative, or both together are out of range.</exception>
    public bool TryExplain(ReadOnlySpan<char> gpuId, TimeSpan duration, int replicas, [NotNullWhen(true)] out Quote? quote)
    {
        quote = null;
        return false;
    }

    /// <summary>The ids of the models that have fine-tuning prices of their own, without aliases, in ordinal order.</summary>
    public IReadOnlyList<string> FineTuningModelIds => [];

    /// <summary>What fine-tuning a model of some size costs and why.</summary>
    /// <param name="type">What the model learns from.</param>
    /// <param name="method">Which weights are trained.</param>
    /// <param name="size">The model's size, all experts counted.</param>
    /// <param name="job">What the job processes.</param>
    /// <param name="quote">The lines that the cost is made of.</param>
    /// <returns>False if the card has no price for the size, or not for the type and the method.</returns>
    public bool TryExplain(
        FineTuningType type, FineTuningMethod method, ModelSize size, in FineTuningJob job, [NotNullWhen(true)] out Quote? quote)
    {
        quote = null;
        return false;
    }

    /// <summary>What fine-tuning a model that has prices of its own costs and why.</summary>
    /// <param name="type">What the model learns from.</param>
    /// <param name="method">Which weights are trained.</param>
    /// <param name="modelId">The model's id or alias.</param>
    /// <param name="job">What the job processes.</param>
    /// <param name="quote">The lines that the cost is made of.</param>
    /// <returns>False if the card prices the model by its size, if at all, or has no price for the type and the method.</returns>
    public bool TryExplain(
        FineTuningType type, FineTuningMethod method, ReadOnlySpan<char> modelId, in FineTuningJob job, [NotNullWhen(true)] out Quote? quote)
    {
        quote = null;
        return false;
    }
}
