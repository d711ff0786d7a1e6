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
    /// <summary>Prices a usage of a model.</summary>
    /// <param name="card">A card that has passed the checks.</param>
    /// <param name="modelId">The model's id or an alias, in its exact case.</param>
    /// <param name="usage">What was used.</param>
    /// <param name="batch">Whether it was used in a batch.</param>
    /// <param name="time">When, in UTC; needed where prices change with the time of day.</param>
    /// <returns>The price, or why there is none.</returns>
    public static Interpretation PriceModel(Card card, string modelId, MeterQuantities usage, bool batch = false, DateTime? time = null)
    {
        if (CardIds.Find(card, modelId) is not { } priced)
        {
            var ids = CardIds.PricedModels(card).SelectMany(model => model.Model.Aliases.Prepend(model.Model.Id)).ToList();
            return Refuse(Refusal.UnknownModel, $"the card has no model '{modelId}'; {NearestName.Advice(modelId, ids)}");
        }

        var model = priced.Model;
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
            return Refuse(Refusal.UnknownTable, $"the card has no size table '{tableName}'; {NearestName.Advice(tableName, names)}");
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

        var discountText = discount.Sign > 0 ? $"batch {discount * 100}%" : null;
        var lines = new List<InterpretedLine>();
        foreach (var meter in Meters.All)
        {
            var quantity = usage[meter] - TakenOut(meter, prices, usage);
            if (prices.Of(meter) is { } price)
            {
                if (quantity > 0)
                {
                    var discounted = price * (Rational.One - discount);
                    lines.Add(new InterpretedLine(Meters.NameOf(meter), quantity, "token", discounted, per.Quantity, discounted * quantity / per.Quantity, tier, discountText));
                }
            }
            else if (quantity > 0 && prices.BilledAt(meter) is null)
            {
                return Refuse(Refusal.UnpricedMeter, $"'{subject}' has no price for {Meters.NameOf(meter)}, of which {quantity} were used");
            }
        }

        return new Interpretation.Priced(subject, new([.. lines]));
    }

    // What the priced parts of a meter take out of it, however deep they lie.
    private static BigInteger TakenOut(Meter meter, TokenPrices prices, MeterQuantities usage)
    {
        var taken = BigInteger.Zero;
        foreach (var part in Meters.All.Where(part => Meters.WholeOf(part) == meter))
        {
            taken += prices.Of(part) is null ? TakenOut(part, prices, usage) : usage[part];
        }

        return taken;
    }

    private static Interpretation.Refused Refuse(Refusal reason, string message) => new(reason, message);
}
