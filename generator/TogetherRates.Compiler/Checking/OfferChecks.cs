using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Families 2 and 3 for offers: every price can be billed exactly, and a table of resolutions covers each once.</summary>
internal static class OfferChecks
{
    /// <summary>Checks one offer.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(Offer offer, CardPath path, ProblemList problems)
    {
        CheckPrices(offer, path, problems);
        if (offer.Batch is { } discount && MoneyChecks.CheckDiscount(discount, path.Property("batch"), problems))
        {
            CheckDiscount(offer, discount, path.Property("batch"), problems);
        }
    }

    private static void CheckPrices(Offer offer, CardPath path, ProblemList problems)
    {
        if (offer.Price is OfferPrice.ByToken byToken)
        {
            MoneyChecks.CheckPrices(byToken.Prices, offer.Per, offer.Id, path, problems);
            CacheChecks.CheckAlone(byToken.Prices, path, problems);
        }
        else if (offer.Price is OfferPrice.ByResolution { Table: var table })
        {
            TierChecks.Check(table, offer.Id, path, problems);
            for (var i = 0; i < table.Tiers.Count; i++)
            {
                var name = offer.Id + " " + table.RangeOf(table.Tiers[i]);
                var place = path.Property("resolutions").Item(i).Property("price");
                MoneyChecks.CheckPrice(table.Tiers[i].Price, BoughtBy(offer), name, MoneyChecks.SayFree, place, problems);
            }
        }
        else if (offer.Price is OfferPrice.Flat flat)
        {
            MoneyChecks.CheckPrice(flat.Amount, BoughtBy(offer), offer.Id, MoneyChecks.SayFree, path.Property("price"), problems);
        }
    }

    private static void CheckDiscount(Offer offer, Rational discount, CardPath path, ProblemList problems)
    {
        if (offer.Price is OfferPrice.ByToken byToken)
        {
            MoneyChecks.CheckDiscount(byToken.Prices, offer.Per, discount, path, problems);
            return;
        }

        foreach (var price in offer.Price is OfferPrice.ByResolution { Table: var table } ? table.Tiers.Select(tier => tier.Price)
            : offer.Price is OfferPrice.Flat flat ? [flat.Amount]
            : [])
        {
            MoneyChecks.CheckDiscount(price, BoughtBy(offer), discount, path, problems);
        }
    }

    private static Bought BoughtBy(Offer offer) => Bought.By(offer, offer.Meter!.Value);
}
