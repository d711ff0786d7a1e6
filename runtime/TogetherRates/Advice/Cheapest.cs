namespace TogetherRates;

/// <summary>Which model does some work for the least money.</summary>
/// <remarks>
/// "Choose Appropriate Model Size: Use the smallest model that meets your requirements" (Together AI, pricing tiers and structure). Which
/// models meet them is for the caller to say; the rest is arithmetic.
/// </remarks>
public static class Cheapest
{
    /// <summary>The cheapest of some models.</summary>
    /// <param name="card">The rate card.</param>
    /// <param name="usage">The work.</param>
    /// <param name="ids">The ids of the models that fit; all that the card has unless given.</param>
    /// <param name="level">The level of service.</param>
    /// <returns>What it costs and why; null if none of the models has a price for the work at this level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Parts of the usage are larger than their wholes, or a billed quantity is more than 2^63 - 1.</exception>
    public static Quote? Of(IRateCard card, in Usage usage, IEnumerable<string>? ids = null, ServiceLevel level = ServiceLevel.Standard) =>
        Rank([card], usage, ids, level) is [var first, ..] ? first : null;

    /// <summary>What the work costs with each model that has a price for it, the cheapest first; of two that cost the same, by id.</summary>
    /// <inheritdoc cref="Of"/>
    /// <returns>The quotes. Models without a price for the work at this level are not among them.</returns>
    public static IReadOnlyList<Quote> Rank(
        IRateCard card, in Usage usage, IEnumerable<string>? ids = null, ServiceLevel level = ServiceLevel.Standard) =>
        Rank([card], usage, ids, level);

    /// <inheritdoc cref="Rank(IRateCard, in Usage, IEnumerable{string}?, ServiceLevel)"/>
    /// <param name="cards">The rate cards, all in one currency. A model that several of them have is there once for each.</param>
    /// <param name="usage">The work.</param>
    /// <param name="ids">The ids of the models that fit; all that the cards have unless given.</param>
    /// <param name="level">The level of service.</param>
    /// <exception cref="ArgumentOutOfRangeException">Parts of the usage are larger than their wholes, or a billed quantity is more than 2^63 - 1.</exception>
    /// <exception cref="InvalidOperationException">The cards are in several currencies.</exception>
    public static IReadOnlyList<Quote> Rank(
        IReadOnlyList<IRateCard> cards, in Usage usage, IEnumerable<string>? ids = null, ServiceLevel level = ServiceLevel.Standard)
    {
        var wanted = ids?.Distinct(StringComparer.Ordinal).ToList();
        var quotes = new List<Quote>();
        foreach (var card in cards)
        {
            Currencies.Match(cards[0].Currency, $"the card of {cards[0].Provider}", card.Currency, $"the card of {card.Provider}");
            var ranked = new HashSet<string>(StringComparer.Ordinal);
            foreach (var id in wanted ?? card.ModelIds)
            {
                // An alias, or an id in another case where the card doesn't tell them apart, is the same model once more.
                if (card.TryExplain(id, usage, out var quote, level) && ranked.Add(quote.Subject))
                {
                    quotes.Add(quote);
                }
            }
        }

        // Sorting keeps the order of the cards where cost and id are the same.
        return [.. quotes.OrderBy(quote => quote.Cost).ThenBy(quote => quote.Subject, StringComparer.Ordinal)];
    }
}
