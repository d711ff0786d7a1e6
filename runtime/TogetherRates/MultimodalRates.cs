using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace TogetherRates;

/// <summary>What the tokens of a model cost that works with more than text, in quanta of <see cref="Money"/> a token.</summary>
/// <remarks>Each token is billed once, as the smallest part that counts it and has a price. <see cref="TokenRates"/> is the quicker way for text.</remarks>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Rates are asked for prices, not compared.")]
public readonly struct MultimodalRates
{
    private readonly TokenCounts rates;

    /// <summary>A row with these rates. A part that isn't priced takes the rate of what it is a part of.</summary>
    /// <param name="input">Quanta for an input token.</param>
    /// <param name="cachedInput">Quanta for an input token read from the cache.</param>
    /// <param name="cacheWrite">Quanta for an input token written to the cache.</param>
    /// <param name="cacheWrite1h">Quanta for a token written to the cache for an hour.</param>
    /// <param name="output">Quanta for an output token.</param>
    /// <param name="reasoning">Quanta for a reasoning token.</param>
    /// <param name="inputAudio">Quanta for an input token of sound.</param>
    /// <param name="cachedInputAudio">Quanta for a token of sound read from the cache.</param>
    /// <param name="cacheWriteAudio">Quanta for a token of sound written to the cache.</param>
    /// <param name="outputAudio">Quanta for an output token of sound.</param>
    /// <param name="inputImage">Quanta for an input token of an image.</param>
    /// <param name="cachedInputImage">Quanta for a token of an image read from the cache.</param>
    /// <param name="outputImage">Quanta for an output token of an image.</param>
    /// <param name="outputCitation">Quanta for an output token of a citation.</param>
    /// <param name="inputVideo">Quanta for an input token of a video.</param>
    /// <param name="outputVideo">Quanta for an output token of a video.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is below <see cref="TokenRates.Unpriced"/>.</exception>
    public MultimodalRates(
        long input = TokenRates.Unpriced,
        long cachedInput = TokenRates.Unpriced,
        long cacheWrite = TokenRates.Unpriced,
        long cacheWrite1h = TokenRates.Unpriced,
        long output = TokenRates.Unpriced,
        long reasoning = TokenRates.Unpriced,
        long inputAudio = TokenRates.Unpriced,
        long cachedInputAudio = TokenRates.Unpriced,
        long cacheWriteAudio = TokenRates.Unpriced,
        long outputAudio = TokenRates.Unpriced,
        long inputImage = TokenRates.Unpriced,
        long cachedInputImage = TokenRates.Unpriced,
        long outputImage = TokenRates.Unpriced,
        long outputCitation = TokenRates.Unpriced,
        long inputVideo = TokenRates.Unpriced,
        long outputVideo = TokenRates.Unpriced)
    {
        // In the order of the vocabulary.
        ReadOnlySpan<long> given =
        [
            input, cachedInput, cacheWrite, cacheWrite1h, output, reasoning,
            inputAudio, cachedInputAudio, cacheWriteAudio, outputAudio, inputImage, cachedInputImage, outputImage, outputCitation, inputVideo, outputVideo,
        ];
        for (var index = 0; index < given.Length; index++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given[index], TokenRates.Unpriced, ((Meter)index).ToCamelCase());
            if (given[index] >= 0)
            {
                rates[index] = given[index];
                Priced = Priced.With((Meter)index);
            }
        }
    }

    /// <summary>Whether there is a price at all: the default value has none.</summary>
    public bool IsPriced => !Priced.IsEmpty;

    private MeterSet Priced { get; }

    /// <summary>What the tokens cost, exactly.</summary>
    /// <param name="usage">The tokens.</param>
    /// <param name="cost">The exact sum, zero if the result is false.</param>
    /// <returns>False if some of the tokens have no price, or if something else than tokens was used.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Parts are larger than what they are parts of.</exception>
    public bool TryPrice(in Usage usage, out Money cost)
    {
        cost = default;
        if (!TryBill(usage, out var billed))
        {
            return false;
        }

        // The parts of a direction are below 2^63 tokens together, so each direction costs less than 2^126 quanta.
        for (var index = 0; index < TokenParts.Count; index++)
        {
            cost += Product.Of(rates[index], billed[index]);
        }

        return true;
    }

    /// <summary>The lines that the cost is made of: one for each priced meter with tokens.</summary>
    /// <param name="usage">The tokens.</param>
    /// <param name="per">The number of tokens that a line's price is given for, such as 1,000,000.</param>
    /// <param name="discount">The discount that the rates already have in them, if there is one.</param>
    /// <exception cref="ArgumentException">Some of the tokens have no price, or something else than tokens was used.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="per"/> isn't positive, or parts are larger than what they are parts of.
    /// </exception>
    public ImmutableArray<LineItem> Explain(in Usage usage, long per, string? discount = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(per);
        if (!TryBill(usage, out var billed))
        {
            throw new ArgumentException($"Not all of this has a price: {usage}.", nameof(usage));
        }

        var lines = ImmutableArray.CreateBuilder<LineItem>();
        for (var index = 0; index < TokenParts.Count; index++)
        {
            if (billed[index] > 0)
            {
                var rate = new Rate(rates[index]);
                lines.Add(new LineItem
                {
                    Meter = ((Meter)index).ToCamelCase(),
                    Quantity = billed[index],
                    Unit = "token",
                    Price = rate * per,
                    Per = per,
                    Amount = rate * billed[index],
                    Discount = discount,
                });
            }
        }

        return lines.ToImmutable();
    }

    // Moves each part to the meter that has its price.
    private bool TryBill(in Usage usage, out TokenCounts billed)
    {
        billed = default;
        if (!IsPriced || !usage.IsTokens)
        {
            return false;
        }

        var counts = TokenParts.Split(usage);
        for (var index = 0; index < TokenParts.Count; index++)
        {
            if (counts[index] == 0)
            {
                continue;
            }

            if (!Priced.TryFindFirst(TokenParts.BilledAs((Meter)index), out var meter))
            {
                return false;
            }

            billed[meter] += counts[index];
        }

        return true;
    }
}
