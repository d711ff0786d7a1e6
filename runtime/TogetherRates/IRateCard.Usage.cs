using System.Diagnostics.CodeAnalysis;

namespace TogetherRates;

/// <content>Prices of anything that the card prices by id, on any meters. A card that prices only tokens needs no more than is here.</content>
public partial interface IRateCard
{
    /// <summary>What a usage costs, exactly.</summary>
    /// <param name="id">The id or an alias of a model or a tool.</param>
    /// <param name="usage">What was used. Nothing costs nothing on everything that has a price at this level.</param>
    /// <param name="cost">The exact cost, zero if the result is false.</param>
    /// <param name="level">The level of service.</param>
    /// <returns>False if the card has no price: not for the id, not at the level, or not for all that was used.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Parts, such as cached tokens or searches by context size, are larger than their wholes, or a billed quantity, such as pixels times steps, is
    /// more than 2^63 - 1.
    /// </exception>
    public bool TryPrice(ReadOnlySpan<char> id, in Usage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard)
    {
        cost = default;
        return usage.IsTokens && TryPrice(id, usage.ToTokenUsage(), out cost, level);
    }

    /// <inheritdoc cref="TryPrice(ReadOnlySpan{char}, in Usage, out Money, ServiceLevel)"/>
    /// <param name="utf8Id">The id or an alias of a model or a tool, in UTF-8.</param>
    /// <param name="usage">What was used.</param>
    /// <param name="cost">The exact cost, zero if the result is false.</param>
    /// <param name="level">The level of service.</param>
    public bool TryPrice(ReadOnlySpan<byte> utf8Id, in Usage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard)
    {
        cost = default;
        return usage.IsTokens && TryPrice(utf8Id, usage.ToTokenUsage(), out cost, level);
    }

    /// <summary>What a usage costs and why.</summary>
    /// <param name="id">The id or an alias of a model or a tool.</param>
    /// <param name="usage">What was used.</param>
    /// <param name="quote">The lines that the cost is made of.</param>
    /// <param name="level">The level of service.</param>
    /// <returns>False if the card has no price.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Parts, such as cached tokens or searches by context size, are larger than their wholes, or a billed quantity, such as pixels times steps, is
    /// more than 2^63 - 1.
    /// </exception>
    public bool TryExplain(
        ReadOnlySpan<char> id, in Usage usage, [NotNullWhen(true)] out Quote? quote, ServiceLevel level = ServiceLevel.Standard)
    {
        quote = null;
        return usage.IsTokens && TryExplain(id, usage.ToTokenUsage(), out quote, level);
    }
}
