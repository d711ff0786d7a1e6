using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Interpretation;

/// <content>Prices models whose price depends on more than their tokens.</content>
public static partial class Interpreter
{
    // What only describes a priced meter isn't billed: the pixels of images, the results of queries.
    private static readonly Meter[][] Descriptions =
    [
        [Meter.Images, Meter.Pixels, Meter.Steps],
        [Meter.InputImages, Meter.InputPixels],
        [Meter.Seconds, Meter.Videos],
        [Meter.OutputVideoSeconds, Meter.Videos, Meter.Pixels],
        [Meter.Queries, Meter.Results],
    ];

    private static Interpretation PriceTerms(
        Model model, PriceTerms terms, MeterQuantities usage, ServiceLevel level, DateTime? time, string? region)
    {
        if (usage.FindContradiction() is { } contradiction)
        {
            return Refuse(Refusal.ImpossibleUsage, contradiction);
        }

        if (terms.At(time) is not { } window)
        {
            return time is null
                ? Refuse(Refusal.NoTime, $"the price of '{model.Id}' changes with time; say when it was used")
                : Refuse(Refusal.NoTime, $"'{model.Id}' has no price at {CardDate.TextOf(time.Value)}");
        }

        var served = terms.Of(level);
        if (level != ServiceLevel.Standard && served is null)
        {
            return Refuse(Refusal.NoLevel, $"the card has no {level.ToString().ToLowerInvariant()} price for '{model.Id}'; ask for its standard price");
        }

        var placed = terms.Regions.FirstOrDefault(candidate => candidate.Name == region);
        if (region is not null && placed is null && terms.Regions.Count > 0)
        {
            var names = terms.Regions.Select(known => known.Name).ToList();
            return Refuse(Refusal.NoRegion, $"the card has no price for '{model.Id}' in the region '{region}'", NameAdvice.On(region, names));
        }

        var input = usage[Meter.Input];
        var prices = Cards.PriceTerms.Resolve(model.Per, window, served, placed, input, charge => charge.PriceOf(usage[charge.By]));
        if (prices is null)
        {
            return Refuse(Refusal.ContextTooLong, $"'{model.Id}' has no price for requests of {input} input tokens");
        }

        var tier = string.Join(", ", TierOf(window, served, input));
        var adjustment = string.Join(", ", new object?[] { served, placed }.Where(part => part is not null));
        return PriceUnits(model.Id, prices, usage, tier.Length == 0 ? null : tier, adjustment.Length == 0 ? null : adjustment);
    }

    /// <summary>What decided on a list of prices, for people.</summary>
    /// <param name="window">When.</param>
    /// <param name="level">The service level, or null.</param>
    /// <param name="input">All input tokens.</param>
    /// <returns>The window and the context tier, where there are any.</returns>
    internal static IEnumerable<string> TierOf(TermsWindow window, LevelPrices? level, Rational input)
    {
        if (!window.IsAlways)
        {
            yield return window.ToString();
        }

        var context = window.Prices.ContextOf(input);
        var own = level?.Prices?.ContextOf(input);
        if (own is not null && (context is null || own.Above > context.Above))
        {
            context = own;
        }

        if (context is not null)
        {
            yield return context.ToString();
        }
    }

    private static Interpretation PriceUnits(
        string subject, IReadOnlyList<UnitPrice> prices, MeterQuantities usage, string? tier, string? adjustment)
    {
        // Each unit counts once, as the smallest part that has a price.
        var billed = new Dictionary<Meter, BigInteger>();
        foreach (var meter in Meters.All)
        {
            var quantity = usage.WithoutParts(meter);
            if (quantity <= 0)
            {
                continue;
            }

            if (Meters.BilledAs(meter).Where(candidate => prices.Any(price => price.Meter == candidate)).Select(found => (Meter?)found).FirstOrDefault() is { } priced)
            {
                billed[priced] = quantity + (billed.TryGetValue(priced, out var before) ? before : 0);
            }
            else if (!Descriptions.Any(group => group.Contains(meter) && group.Any(other => usage[other] > 0 && prices.Any(price => price.Meter == other))))
            {
                return Refuse(Refusal.UnpricedMeter, $"'{subject}' has no price for {Meters.NameOf(meter)}, of which {quantity} were used");
            }
        }

        var lines = prices.Where(price => billed.ContainsKey(price.Meter)).Select(price => new InterpretedLine(
            Meters.NameOf(price.Meter),
            billed[price.Meter],
            Meters.UnitOf(price.Meter),
            price.Price,
            price.Per,
            price.Price * billed[price.Meter] / price.Per,
            tier,
            adjustment));
        return new Interpretation.Priced(subject, new([.. lines]));
    }
}
