using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes prices for people, as the documentation of the generated members.</summary>
internal sealed class PriceText(string currency)
{
    /// <summary>One amount.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>For instance <c>$0.10</c>, or <c>0.10 CHF</c>.</returns>
    public string Amount(Rational amount) => currency switch
    {
        "USD" => "$" + amount.ToString(2),
        "EUR" => "\u20AC" + amount.ToString(2),
        _ => amount.ToString(2) + " " + currency,
    };

    /// <summary>What tokens cost, meter by meter.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="per">What they buy.</param>
    /// <returns>For instance <c>$3.00 input, $15.00 output per 1M tokens</c>.</returns>
    public string Of(TokenPrices prices, Per per)
    {
        var texts = new List<string>();
        if (prices.IsUniform)
        {
            texts.Add(Amount(prices.Of(Meter.Input)!.Value));
        }

        foreach (var (meter, price) in prices.Meters)
        {
            if (!prices.IsUniform || Meters.WholeOf(meter) is not null)
            {
                texts.Add(Amount(price) + " " + Words(meter));
            }
        }

        return string.Join(", ", texts) + " per " + per;
    }

    /// <summary>What a model costs, wherever its price comes from.</summary>
    /// <param name="model">The model.</param>
    /// <param name="card">The card that the model stands in.</param>
    /// <returns>A clause for its documentation.</returns>
    public string Of(Model model, Card card)
    {
        var text = model.Price switch
        {
            ModelPrice.BySize bySize => Of(card.PricesOf(model).Prices, card.PricesOf(model).Per) + $" (table {bySize.Table} at {bySize.Size})",
            ModelPrice.Windowed windowed => string.Join("; ", windowed.Windows.Select(window => window + ": " + Of(window.Prices, model.Per))),
            ModelPrice.Own own => Of(own.Prices, model.Per),
            ModelPrice.OnTerms { Terms: var terms } => Of(terms, model.Per),
            _ => "free",
        };
        return text + Batch(model.Batch);
    }

    private string Of(PriceTerms terms, Per per)
    {
        var windows = terms.Windows.Select(window => (window.IsAlways ? string.Empty : window + ": ") + Of(window.Prices, per));
        var levels = terms.Levels.Select(level => level.Prices is { } prices ? level.Name + ": " + Of(prices, per) : level.ToString());
        return string.Join("; ", windows.Concat(levels).Concat(terms.Regions.Select(region => region.ToString())));
    }

    private string Of(PriceList list, Per per)
    {
        var contexts = list.Contexts.Select(context => context + ": " + (context.IsUnpriced ? "no price" : Of(context.Tokens, context.Charges, per)));
        return string.Join("; ", contexts.Prepend(Of(list.Tokens, list.Charges, per)).Where(text => text.Length > 0));
    }

    private string Of(TokenPrices tokens, EquatableArray<Charge> charges, Per per)
    {
        var texts = charges.Select(charge => charge.Price is { } price
            ? $"{Amount(price)} per {charge.Per}" + (charge.Meter == Meter.Requests ? string.Empty : " (" + Words(charge.Meter) + ")")
            : string.Join(", ", charge.Bands.Select(band => $"{Amount(band.Price)} per {charge.Per} (" + Words(charge.Meter) + (band.UpTo is { } upTo ? $", up to {upTo} {Words(charge.By)})" : ")"))));
        return string.Join(", ", texts.Prepend(tokens.Meters.Count > 0 ? Of(tokens, per) : string.Empty).Where(text => text.Length > 0));
    }

    /// <summary>What an offer costs.</summary>
    /// <param name="offer">The offer.</param>
    /// <returns>A clause for its documentation.</returns>
    public string Of(Offer offer)
    {
        var text = offer.Price switch
        {
            OfferPrice.Flat flat => Of(flat.Amount, offer),
            OfferPrice.ByToken byToken => Of(byToken.Prices, offer.Per),
            OfferPrice.ByResolution byResolution => string.Join(
                ", ", byResolution.Table.Tiers.Select(tier => Of(tier.Price, offer) + " " + byResolution.Table.RangeOf(tier))),
            _ => "free",
        };
        var steps = offer.Steps is { } included ? $" in up to {included.ToString(System.Globalization.CultureInfo.InvariantCulture)} steps" : string.Empty;
        var started = offer.Increment switch
        {
            60 => ", each minute that has started",
            3_600 => ", each hour that has started",
            _ => string.Empty,
        };
        return text + steps + started + Batch(offer.Batch);
    }

    private string Of(Rational price, Offer offer) => Amount(price) + " per " + offer.Per;

    private static string Batch(Rational? batch) => batch is { } discount ? $"; {(discount * 100).ToString()}% off in a batch" : string.Empty;

    private static string Words(Meter meter) => meter switch
    {
        Meter.CacheWrite1h => "cache write for 1 h",
        _ => Meters.OptionOf(meter).Replace('-', ' '),
    };
}
