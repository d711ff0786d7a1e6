using TogetherRates.Cli.RateCards;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Comparison;

/// <summary>What the same work costs with several models, the cheapest first.</summary>
/// <param name="Rows">The models that have a price for the work.</param>
/// <param name="Baseline">The one of them that savings are told against.</param>
/// <param name="Refused">Those that have none, and why.</param>
internal sealed record Ranking(IReadOnlyList<RankedModel> Rows, RankedModel Baseline, IReadOnlyList<(string Model, ToolException Reason)> Refused)
{
    // Why a price that changes with time isn't told.
    private const string NoTime = "noTime";

    /// <summary>Ranks models of some cards.</summary>
    /// <param name="cards">The cards of each provider.</param>
    /// <param name="ids">The models; every one that has a price for the work when there are none.</param>
    /// <param name="usage">The work.</param>
    /// <param name="batch">Whether it is done in a batch.</param>
    /// <param name="baselineId">The model that savings are told against, or null for the dearest.</param>
    /// <exception cref="ToolException">No model has a price, the baseline has none, or the cards are in several currencies.</exception>
    public static Ranking Of(IReadOnlyList<EditionsInUse> cards, IReadOnlyList<string> ids, Usage usage, bool batch, string? baselineId)
    {
        var refused = new List<(string Model, ToolException Reason)>();
        var named = ids.Concat(baselineId is null ? [] : [baselineId]).Distinct(StringComparer.Ordinal);
        var quotes = (ids.Count > 0 ? [] : EveryModel(cards, usage, batch))
            .Concat(named.SelectMany(id => PriceEverywhere(cards, id, usage, batch, refused)))
            // Two price lists of one provider may have the same model at two prices.
            .DistinctBy(quote => (quote.Card, quote.Edition, quote.Subject, quote.Cost, quote.Currency))
            .OrderBy(quote => quote.Cost)
            .ThenBy(quote => quote.Subject, StringComparer.Ordinal)
            .ToList();
        refused.AddRange(ids.Count > 0 ? [] : WithoutTime(cards, usage, batch));
        if (quotes.Count == 0)
        {
            throw ToolException.WrongData(
                "noPrice", refused is [var only, ..] ? only.Reason.Message : $"no model has a {(batch ? "batch price" : "price")} for this work: {usage}");
        }

        if (quotes.Find(quote => quote.Currency != quotes[0].Currency) is { } other)
        {
            throw ToolException.WrongData(
                "currencies", $"'{quotes[0].Subject}' is priced in {quotes[0].Currency} and '{other.Subject}' in {other.Currency}; compare cards in one currency");
        }

        var against = baselineId is null ? quotes[^1] : BaselineOf(quotes, cards, baselineId, usage, batch);
        var rows = quotes.ConvertAll(quote => new RankedModel(quote, Saving.Between(against, quote)));
        return new(rows, rows.Find(row => row.Quote == against)!, refused);
    }

    private static Quote BaselineOf(List<Quote> quotes, IReadOnlyList<EditionsInUse> cards, string id, Usage usage, bool batch)
    {
        var refused = new List<(string Model, ToolException Reason)>();
        var baseline = PriceEverywhere(cards, id, usage, batch, refused).LastOrDefault() ?? throw refused[0].Reason;
        return quotes.Find(quote => quote == baseline) ?? throw ToolException.WrongData(
            "unknownModel", $"'{id}' isn't among the models that are compared; {NameAdvice.On(id, [.. quotes.Select(quote => quote.Subject)])}");
    }

    /// <summary>What the work costs with every model that has a price for it; what is on its way out is no advice.</summary>
    /// <param name="cards">The cards of each provider.</param>
    /// <param name="usage">The work.</param>
    /// <param name="batch">Whether it is done in a batch.</param>
    public static IEnumerable<Quote> EveryModel(IReadOnlyList<EditionsInUse> cards, Usage usage, bool batch) => cards.SelectMany(editions =>
    {
        var newest = editions.Ask(edition => edition);
        var ids = CardIds.All(newest.Card).Where(priced => priced.Retirement is null).Select(priced => priced.Id);
        return Cheapest.Rank(newest.Rates, usage, ids, batch ? ServiceLevel.Batch : ServiceLevel.Standard);
    });

    // The cheapest may be one of those whose price changes with time, so that they aren't passed over without a word.
    private static IEnumerable<(string Model, ToolException Reason)> WithoutTime(IReadOnlyList<EditionsInUse> cards, Usage usage, bool batch)
    {
        var refused = new List<(string Model, ToolException Reason)>();
        foreach (var editions in cards)
        {
            var timed = CardIds.PricedModels(editions.Ask(edition => edition.Card))
                .Where(priced => priced.Retirement is null && priced.Model.Price is ModelPrice.Windowed or ModelPrice.OnTerms { Terms.HasWindows: true });
            foreach (var priced in timed)
            {
                _ = PriceEverywhere([editions], priced.Id, usage, batch, refused);
            }
        }

        return refused.Where(entry => entry.Reason.Code == NoTime);
    }

    // A model needn't be on every card; it is refused where no card has it, or where one has it but no price for the work.
    private static List<Quote> PriceEverywhere(
        IReadOnlyList<EditionsInUse> cards, string id, Usage usage, bool batch, List<(string Model, ToolException Reason)> refused)
    {
        var quotes = new List<Quote>();
        var reasons = new List<ToolException>();
        foreach (var editions in cards)
        {
            try
            {
                quotes.Add(editions.Ask(edition => edition.PriceModel(id, usage, batch ? ServiceLevel.Batch : ServiceLevel.Standard)));
            }
            catch (ToolException reason) when (reason.ExitCode == ExitCode.WrongData)
            {
                reasons.Add(reason);
            }
        }

        var missing = quotes.Count == 0 ? reasons[0] : null;
        if ((reasons.Find(reason => !reason.IsUnknownName) ?? missing) is { } why)
        {
            refused.Add((id, why));
        }

        return quotes;
    }
}

/// <summary>What the work costs with one model.</summary>
/// <param name="Quote">The cost and why.</param>
/// <param name="Saving">What it saves against the baseline.</param>
internal sealed record RankedModel(Quote Quote, Saving Saving);
