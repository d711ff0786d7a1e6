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

        return string.Join(", ", texts) + " per " + Of(per);
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
            _ => "free",
        };
        return model.Batch is { } batch ? $"{text}; {(batch * 100).ToString()}% off in a batch" : text;
    }

    /// <summary>A quantity with its unit.</summary>
    /// <param name="per">The quantity.</param>
    /// <returns>For instance <c>1M tokens</c>.</returns>
    public static string Of(Per per) => per.Quantity switch
    {
        1 => per.Unit,
        1_000_000 => "1M " + per.Unit + "s",
        1_000 => "1K " + per.Unit + "s",
        _ => per.Quantity.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + per.Unit + "s",
    };

    private static string Words(Meter meter) => meter switch
    {
        Meter.CachedInput => "cached input",
        Meter.CacheWrite => "cache write",
        Meter.CacheWrite1h => "cache write for 1 h",
        _ => Meters.NameOf(meter),
    };
}
