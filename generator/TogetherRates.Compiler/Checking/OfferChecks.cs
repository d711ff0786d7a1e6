using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
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
        var discount = MoneyChecks.CheckDiscount(offer.Batch, path, problems);
        switch (offer.Price)
        {
            case OfferPrice.Flat flat:
                CheckPrice(flat.Amount, offer, offer.Id, path.Property("price"));
                break;
            case OfferPrice.ByToken byToken:
                MoneyChecks.CheckPrices(byToken.Prices, offer.Per, discount, offer.Id, path, problems);
                break;
            case OfferPrice.ByResolution { Table: var table }:
                TierChecks.Check(table, offer.Id, path, problems);
                for (var i = 0; i < table.Tiers.Count; i++)
                {
                    var name = offer.Id + " " + table.RangeOf(table.Tiers[i]);
                    CheckPrice(table.Tiers[i].Price, offer, name, path.Property("resolutions").Item(i).Property("price"));
                }

                break;
            default:
                break;
        }

        void CheckPrice(Numbers.Rational price, Offer of, string name, CardPath place)
        {
            var unit = of.Meter is { } meter ? Meters.UnitOf(meter) : of.Per.Unit;
            var counted = new Per(of.UnitsPerPrice * (of.Steps ?? 1), of.Steps is null ? unit : unit + " and step");
            MoneyChecks.CheckPrice(price, of.Per.ToString(), counted, discount, name, place, path.Property("batch"), problems);
        }
    }

    /// <summary>Where an offer stands in a card.</summary>
    /// <param name="section">The offer's section.</param>
    /// <param name="offer">The offer.</param>
    /// <returns>The path.</returns>
    public static CardPath PathOf(OfferSection section, Offer offer)
    {
        var path = CardPath.Root.Property(section.Name);
        return (section.Kind == OfferSectionKind.Tools ? path : path.Property("models")).Property(offer.Id);
    }
}
