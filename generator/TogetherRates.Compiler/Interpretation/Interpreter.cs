using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Interpretation;

/// <summary>
/// Prices straight from the card, with fractions of any size: slow and obvious. It is what generated code is tested against, and
/// what the command line uses for a card that was not compiled.
/// </summary>
public static partial class Interpreter
{
    /// <summary>Prices a usage of anything that has a price by id.</summary>
    /// <param name="card">A card that has passed the checks.</param>
    /// <param name="modelId">The id or an alias of a model or an offer, in its exact case unless the card says that case doesn't count.</param>
    /// <param name="usage">What was used.</param>
    /// <param name="batch">Whether it was used in a batch.</param>
    /// <param name="time">When, in UTC; needed where prices change with the time of day.</param>
    /// <returns>The price, or why there is none.</returns>
    public static Interpretation PriceModel(Card card, string modelId, MeterQuantities usage, bool batch = false, DateTime? time = null) =>
        PriceModel(card, modelId, usage, batch ? ServiceLevel.Batch : ServiceLevel.Standard, time);

    /// <summary>Prices a usage of anything that has a price by id, at any service level.</summary>
    /// <param name="card">A card that has passed the checks.</param>
    /// <param name="modelId">The id or an alias of a model or an offer, in its exact case.</param>
    /// <param name="usage">What was used.</param>
    /// <param name="level">The service level.</param>
    /// <param name="time">When, in UTC; needed where prices change with time.</param>
    /// <param name="region">Where it was processed, or null where that makes no difference.</param>
    /// <returns>The price, or why there is none.</returns>
    public static Interpretation PriceModel(
        Card card, string modelId, MeterQuantities usage, ServiceLevel level, DateTime? time = null, string? region = null)
    {
        var batch = level == ServiceLevel.Batch;
        var found = IdIndex.Of(card).Find(modelId);
        if (found is PricedOffer { Offer: var offer })
        {
            return FindObstacle(offer.Id, level) ?? PriceOffer(offer, usage, batch);
        }

        if (found is not PricedModel { Model: var model })
        {
            var ids = CardIds.All(card).SelectMany(known => known.Aliases.Prepend(known.Id)).ToList();
            return Refuse(Refusal.UnknownModel, $"the card has no model '{modelId}'", NameAdvice.On(modelId, ids));
        }

        if (model.Price is ModelPrice.OnTerms { Terms: var terms })
        {
            return PriceTerms(model, terms, usage, level, time, region);
        }

        if (FindObstacle(model.Id, level) is { } obstacle)
        {
            return obstacle;
        }

        if (batch && model.Batch is null)
        {
            return Refuse(Refusal.NoBatch, $"the card has no batch price for '{model.Id}'; ask for its standard price");
        }

        if (model.Price is ModelPrice.Windowed && time is null)
        {
            return Refuse(Refusal.NoTime, $"the price of '{model.Id}' changes with the time of day; say when it was used");
        }

        var (prices, per, tier) = card.PricesOf(model, time);
        var discount = batch ? model.Batch!.Value : Rational.Zero;
        return PriceMeters(model.Id, prices, per, usage, tier, discount);
    }

    /// <summary>Prices a usage by a model's size.</summary>
    /// <param name="card">A card that has passed the checks.</param>
    /// <param name="tableName">The name of one of its size tables.</param>
    /// <param name="size">The model's size.</param>
    /// <param name="usage">What was used.</param>
    /// <returns>The price, or why there is none.</returns>
    public static Interpretation PriceSize(Card card, string tableName, Size size, MeterQuantities usage)
    {
        var table = card.SizeTables.FirstOrDefault(candidate => candidate.Name == tableName);
        if (table is null)
        {
            var names = card.SizeTables.Select(candidate => candidate.Name).ToList();
            return Refuse(Refusal.UnknownTable, $"the card has no size table '{tableName}'", NameAdvice.On(tableName, names));
        }

        if (table.TierOf(size.Parameters) is not { } tier)
        {
            return Refuse(Refusal.SizeAboveTable, $"table '{table.Name}' has no price for {size}: it ends at {table.Tiers[table.Tiers.Count - 1].UpTo}");
        }

        return PriceMeters(size.ToString(), tier.Prices, table.Per, usage, table.Name + " " + table.RangeOf(tier), Rational.Zero);
    }

    private static Interpretation PriceMeters(
        string subject, TokenPrices prices, Per per, MeterQuantities usage, string? tier, Rational discount)
    {
        if (usage.FindContradiction() is { } contradiction)
        {
            return Refuse(Refusal.ImpossibleUsage, contradiction);
        }

        // Each token counts once, as the smallest part that has a price.
        var billed = new Dictionary<Meter, BigInteger>();
        foreach (var meter in Meters.All)
        {
            var quantity = usage.WithoutParts(meter);
            if (quantity > 0)
            {
                if (prices.BilledAs(meter) is not { } priced)
                {
                    return Refuse(Refusal.UnpricedMeter, $"'{subject}' has no price for {Meters.NameOf(meter)}, of which {quantity} were used");
                }

                billed[priced] = quantity + (billed.TryGetValue(priced, out var before) ? before : 0);
            }
        }

        var lines = new List<InterpretedLine>();
        foreach (var meter in Meters.All.Where(billed.ContainsKey))
        {
            var price = prices.Of(meter)!.Value * (Rational.One - discount);
            var amount = price * billed[meter] / per.Quantity;
            lines.Add(new InterpretedLine(Meters.NameOf(meter), billed[meter], "token", price, per.Quantity, amount, tier, TextOf(discount)));
        }

        return new Interpretation.Priced(subject, new([.. lines]));
    }

    // Only a model on terms has levels beside batches.
    private static Interpretation.Refused? FindObstacle(string id, ServiceLevel level) =>
        level is ServiceLevel.Standard or ServiceLevel.Batch ? null
        : Refuse(Refusal.NoLevel, $"the card has no {level.ToString().ToLowerInvariant()} price for '{id}'; ask for its standard price");

    private static string? TextOf(Rational discount) => discount.Sign > 0 ? $"batch {discount * 100}%" : null;

    private static Interpretation.Refused Refuse(Refusal reason, string message) => new(reason, message);

    private static Interpretation.Refused Refuse(Refusal reason, string message, NameAdvice advice) => new(reason, $"{message}; {advice}") { Advice = advice };
}
