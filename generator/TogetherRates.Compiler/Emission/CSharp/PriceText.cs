using System.Text;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes prices for people, as the documentation of the generated members.</summary>
/// <remarks>Part by part into one text: a large card has thousands of prices, whose parts would all be strings else.</remarks>
internal sealed class PriceText(string currency)
{
    private const int LeastDecimals = 2;

    private readonly StringBuilder whole = new(128);

    private char[] shown = new char[128];

    // Nearly all prices of a card buy the same.
    private Per? lastBought;
    private string bought = string.Empty;

    /// <summary>One amount.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>For instance <c>$0.10</c>, or <c>0.10 CHF</c>.</returns>
    public string Amount(Rational amount) => Append(new StringBuilder(), amount).ToString();

    /// <summary>What tokens cost, meter by meter.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="per">What they buy.</param>
    /// <returns>For instance <c>$3.00 input, $15.00 output per 1M tokens</c>.</returns>
    public string Of(TokenPrices prices, Per per) => Append(whole.Clear(), prices, per).ToString();

    /// <summary>What a model costs, wherever its price comes from.</summary>
    /// <param name="model">The model.</param>
    /// <param name="card">The card that the model stands in.</param>
    /// <returns>A clause for its documentation.</returns>
    public string Of(Model model, Card card) => Append(whole.Clear(), model, card).ToString();

    /// <summary>Appends what a model costs, wherever its price comes from.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="model">The model.</param>
    /// <param name="card">The card that the model stands in.</param>
    /// <returns>The same text.</returns>
    public StringBuilder Append(StringBuilder text, Model model, Card card)
    {
        switch (model.Price)
        {
            case ModelPrice.BySize bySize:
                var (prices, per, _) = card.PricesOf(model);
                Append(text, prices, per).Append(" (table ").Append(bySize.Table).Append(" at ").Append(bySize.Size).Append(')');
                break;
            case ModelPrice.Windowed windowed:
                var start = text.Length;
                foreach (var window in windowed.Windows)
                {
                    Append(Next(text, start, "; ").Append(window).Append(": "), window.Prices, model.Per);
                }

                break;
            case ModelPrice.Own own:
                Append(text, own.Prices, model.Per);
                break;
            case ModelPrice.OnTerms { Terms: var terms }:
                Append(text, terms, model.Per);
                break;
            default:
                text.Append("free");
                break;
        }

        return text.Append(Batch(model.Batch));
    }

    /// <summary>Appends what a model costs, as the documentation of a member has it.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="model">The model.</param>
    /// <param name="card">The card that the model stands in.</param>
    /// <returns>The same text.</returns>
    public StringBuilder AppendXml(StringBuilder text, Model model, Card card)
    {
        var length = Append(whole.Clear(), model, card).Length;
        if (shown.Length < length)
        {
            shown = new char[2 * length];
        }

        whole.CopyTo(0, shown, 0, length);
        return Literal.IsPlainXml(shown, length) ? text.Append(shown, 0, length) : text.Append(Literal.Xml(whole.ToString()));
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

    private string Of(Rational price, Offer offer) => Amount(price) + " per " + TextOf(offer.Per);

    private StringBuilder Append(StringBuilder text, Rational amount) => currency switch
    {
        "USD" => amount.AppendTo(text.Append('$'), LeastDecimals),
        "EUR" => amount.AppendTo(text.Append('\u20AC'), LeastDecimals),
        _ => amount.AppendTo(text, LeastDecimals).Append(' ').Append(currency),
    };

    private StringBuilder Append(StringBuilder text, TokenPrices prices, Per per)
    {
        var start = text.Length;
        if (prices.IsUniform)
        {
            Append(text, prices.Of(Meter.Input)!.Value);
        }

        foreach (var price in prices.Meters)
        {
            if (!prices.IsUniform || Meters.WholeOf(price.Meter) is not null)
            {
                Append(Next(text, start, ", "), price.Price).Append(' ').Append(Words(price.Meter));
            }
        }

        return text.Append(" per ").Append(TextOf(per));
    }

    private void Append(StringBuilder text, PriceTerms terms, Per per)
    {
        var start = text.Length;
        foreach (var window in terms.Windows)
        {
            Append(window.IsAlways ? Next(text, start, "; ") : Next(text, start, "; ").Append(window).Append(": "), window.Prices, per);
        }

        foreach (var level in terms.Levels)
        {
            if (level.Prices is { } prices)
            {
                Append(Next(text, start, "; ").Append(level.Name).Append(": "), prices, per);
            }
            else
            {
                Next(text, start, "; ").Append(level);
            }
        }

        foreach (var region in terms.Regions)
        {
            Next(text, start, "; ").Append(region);
        }
    }

    private void Append(StringBuilder text, PriceList list, Per per)
    {
        var start = text.Length;
        Append(text, list.Tokens, list.Charges, per);
        foreach (var context in list.Contexts)
        {
            Next(text, start, "; ").Append(context).Append(": ");
            if (context.IsUnpriced)
            {
                text.Append("no price");
            }
            else
            {
                Append(text, context.Tokens, context.Charges, per);
            }
        }
    }

    private void Append(StringBuilder text, TokenPrices tokens, EquatableArray<Charge> charges, Per per)
    {
        var start = text.Length;
        if (tokens.Meters.Count > 0)
        {
            Append(text, tokens, per);
        }

        foreach (var charge in charges)
        {
            if (charge.Price is { } price)
            {
                Append(Next(text, start, ", "), price).Append(" per ").Append(TextOf(charge.Per));
                text.Append(charge.Meter == Meter.Requests ? string.Empty : " (" + Words(charge.Meter) + ")");
            }

            foreach (var band in charge.Bands)
            {
                Append(Next(text, start, ", "), band.Price).Append(" per ").Append(TextOf(charge.Per)).Append(" (").Append(Words(charge.Meter));
                text.Append(band.UpTo is { } upTo ? $", up to {upTo} {Words(charge.By)})" : ")");
            }
        }
    }

    private string TextOf(Per per)
    {
        if (!ReferenceEquals(per, lastBought))
        {
            (lastBought, bought) = (per, per.ToString());
        }

        return bought;
    }

    // What comes next in a list that started at a place.
    private static StringBuilder Next(StringBuilder text, int start, string separator) => text.Length > start ? text.Append(separator) : text;

    private static string Batch(Rational? batch) => batch is { } discount ? $"; {(discount * 100).ToString()}% off in a batch" : string.Empty;

    private static string Words(Meter meter) => meter switch
    {
        Meter.CacheWrite1h => "cache write for 1 h",
        _ => Meters.WordsOf(meter),
    };
}
