using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Interpretation;

/// <content>Prices offers on any meters.</content>
public static partial class Interpreter
{
    private static TokenPrices FreeTokens { get; } =
        new(new(new MeterPrice(Meter.Input, Rational.Zero), new MeterPrice(Meter.Output, Rational.Zero)), IsUniform: true);

    private static Interpretation PriceOffer(Offer offer, MeterQuantities usage, bool batch)
    {
        if (batch && offer.Batch is null)
        {
            return Refuse(Refusal.NoBatch, $"the card has no batch price for '{offer.Id}'; ask for its standard price");
        }

        var discount = batch ? offer.Batch!.Value : Rational.Zero;
        if (offer.Meter is not { } meter)
        {
            var prices = offer.Price is OfferPrice.ByToken byToken ? byToken.Prices : FreeTokens;
            return PriceMeters(offer.Id, prices, offer.Per, usage, null, discount);
        }

        return FindObstacle(offer, meter, usage) ?? offer.Price switch
        {
            OfferPrice.Flat flat => PriceMeter(offer, meter, flat.Amount, usage, null, discount),
            OfferPrice.ByResolution byResolution => PriceByResolution(offer, meter, byResolution.Table, usage, discount),
            _ => PriceMeter(offer, meter, Rational.Zero, usage, null, discount),
        };
    }

    private static Interpretation.Refused? FindObstacle(Offer offer, Meter meter, MeterQuantities usage)
    {
        if (usage.FindContradiction() is { } contradiction)
        {
            return Refuse(Refusal.ImpossibleUsage, contradiction);
        }

        foreach (var used in Meters.All.Where(used => usage[used] > 0))
        {
            if (used != meter && !offer.Describing.Contains(used))
            {
                return Refuse(Refusal.UnpricedMeter, $"'{offer.Id}' has no price for {Meters.NameOf(used)}, of which {usage[used]} were used");
            }

            if (usage[meter].IsZero)
            {
                return Refuse(
                    Refusal.UnknownQuantity,
                    $"'{offer.Id}' is priced by {Meters.NameOf(meter)}, but the usage has only {Meters.NameOf(used)}, which is {usage[used]}");
            }
        }

        return null;
    }

    private static Interpretation PriceByResolution(Offer offer, Meter meter, ResolutionTable table, MeterQuantities usage, Rational discount)
    {
        if (usage[meter].IsZero)
        {
            return new Interpretation.Priced(offer.Id, default);
        }

        if (usage[Meter.Pixels].IsZero)
        {
            return Refuse(Refusal.UnknownQuantity, $"'{offer.Id}' is priced by resolution, so the usage needs the pixels of its images");
        }

        var pixels = Rational.FromFraction(usage[Meter.Pixels], usage[Meter.Images]);
        return table.TierOf(pixels) is { } tier
            ? PriceMeter(offer, meter, tier.Price, usage, table.RangeOf(tier), discount)
            : Refuse(
                Refusal.ResolutionAboveTable,
                $"'{offer.Id}' has no price for images of {pixels} pixels: its table ends at {table.Tiers[table.Tiers.Count - 1].UpTo}");
    }

    private static Interpretation.Priced PriceMeter(
        Offer offer, Meter meter, Rational price, MeterQuantities usage, string? tier, Rational discount)
    {
        if (usage[meter].IsZero)
        {
            return new Interpretation.Priced(offer.Id, default);
        }

        var charged = price * (Rational.One - discount);
        if (offer.Steps is { } included && usage[Meter.Steps] > included)
        {
            charged = charged * Rational.FromFraction(usage[Meter.Steps], included);
            tier = $"{usage[Meter.Steps]} steps, {included} in the price";
        }

        var started = BigInteger.Divide(usage[meter] + offer.Increment - 1, offer.Increment);
        var billed = started * offer.Increment;
        var per = offer.UnitsPerPrice;
        var line = new InterpretedLine(
            Meters.NameOf(meter), billed, Meters.UnitOf(meter), charged, per, charged * billed / per, tier, TextOf(discount));
        return new Interpretation.Priced(offer.Id, new(line));
    }
}
