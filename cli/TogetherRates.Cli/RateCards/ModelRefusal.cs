using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;

namespace TogetherRates.Cli.RateCards;

/// <summary>Says why a model has no price in the words of the command line, which can tell what to write instead.</summary>
/// <param name="card">The card that refuses.</param>
/// <param name="id">The id that was asked for.</param>
/// <param name="usage">What was used.</param>
/// <param name="level">The service level.</param>
/// <param name="time">When it was used, or null.</param>
internal sealed class ModelRefusal(Card card, string id, MeterQuantities usage, Compiler.Cards.ServiceLevel level, DateTime? time)
{
    /// <summary>A refusal that names the option, or the bound, that it is about.</summary>
    /// <param name="refused">What the interpreter says.</param>
    public Interpretation.Refused Explain(Interpretation.Refused refused) => refused.Reason switch
    {
        Refusal.NoTime when time is null => refused with { Message = refused.Message + ": --at TIME" },
        Refusal.UnpricedMeter when WhyAboveBands() is { } why => refused with { Message = why },
        _ => refused,
    };

    // A charge whose bands end below what was used has a price, but none for that much.
    private string? WhyAboveBands() =>
        IdIndex.Of(card).Find(id) is PricedModel { Model: { Price: ModelPrice.OnTerms { Terms: var terms } } model } && terms.At(time) is { } window
        && Charges(terms, window).LastOrDefault(charge => usage[charge.Meter] > 0 && charge.PriceOf(usage[charge.By]) is null) is { } ended
            ? EndOf(ended, model.Id)
            : null;

    private IEnumerable<Charge> Charges(PriceTerms terms, TermsWindow window)
    {
        PriceList[] lists = terms.Of(level)?.Prices is { } own ? [window.Prices, own] : [window.Prices];
        return lists.SelectMany(list => list.Charges.Concat(list.ContextOf(usage[Compiler.Cards.Meter.Input])?.Charges ?? default));
    }

    private string EndOf(Charge charge, string model)
    {
        var (meter, by) = (Meters.NameOf(charge.Meter), Meters.NameOf(charge.By));
        var (quantity, end) = (usage[charge.By], charge.Bands[charge.Bands.Count - 1].UpTo);
        return charge.By == charge.Meter
            ? $"'{model}' has no price for {quantity} {meter}: its bands end at {end}"
            : $"'{model}' has no price for {meter} with {quantity} {by}: its bands end at {end} {by}";
    }
}
