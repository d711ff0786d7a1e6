using System.Globalization;

namespace TogetherRates;

/// <content>Why a usage on any meters has no price: the card is asked for nothing and for single units, to learn what it lacks.</content>
public sealed partial class PriceNotFoundException
{
    /// <summary>The card has no price for a usage: not for the id, not at the level of service, or not for all that was used.</summary>
    /// <param name="id">The id that was asked for.</param>
    /// <param name="usage">The usage that has no price.</param>
    /// <param name="level">The level of service.</param>
    /// <param name="card">The card that has no price.</param>
    public static PriceNotFoundException ForUsage(ReadOnlySpan<char> id, in Usage usage, ServiceLevel level, IRateCard card)
    {
        var subject = id.ToString();
        if (!card.TryPrice(id, default(Usage), out _, level))
        {
            return card.TryPrice(id, default(Usage), out _) ? ForLevel(subject, level) : ForModel(id, card);
        }

        var imageOfOnePixel = Usage.OfImages(1, 1);
        var pricesImages = card.TryPrice(id, imageOfOnePixel, out _, level);
        if (pricesImages && usage.PixelsPerImage is > 0 and var pixels && usage.IsOnly(imageOfOnePixel.Meters.With(Meter.Steps)))
        {
            return new(string.Create(CultureInfo.InvariantCulture, $"'{subject}' has no price for images of {pixels} pixels: they lie above its resolutions."));
        }

        var little = LittleOf(usage);
        if (card.TryPrice(id, little, out _, level))
        {
            return ForTooMuch(id, usage, little, level, card);
        }

        var priced = PricedMeters(id, level, card);
        var prices = priced.Count > 0 ? string.Join(", ", priced) : pricesImages ? "images whose pixels are known" : "nothing by a single unit";
        return new($"'{subject}' has no price for this usage: {usage}. It prices {prices}.");
    }

    // One unit of each whole that something was used of.
    private static Usage LittleOf(in Usage usage)
    {
        var little = default(Usage);
        foreach (var meter in usage.Meters)
        {
            little = little.With(UsageRates.BilledAs(meter) is [.., var whole] ? (Meter)whole : meter, 1);
        }

        return little;
    }

    // A little has a price, so there is too much of something: mostly of one meter, whose bound is between the two.
    private static PriceNotFoundException ForTooMuch(ReadOnlySpan<char> id, in Usage usage, in Usage little, ServiceLevel level, IRateCard card)
    {
        foreach (var meter in little.Meters)
        {
            if (usage[meter] <= little[meter] || card.TryPrice(id, little.With(meter, usage[meter]), out _, level))
            {
                continue;
            }

            var most = MostPriced(id, little, meter, usage[meter], level, card);
            return new(meter == Meter.Input
                ? string.Create(CultureInfo.InvariantCulture, $"'{id}' has no price for requests of more than {most} input tokens, and this one has {usage[meter]}.")
                : string.Create(CultureInfo.InvariantCulture, $"'{id}' has no price for more than {most} {meter.ToCamelCase()} at once, and this usage has {usage[meter]}."));
        }

        return new($"'{id}' has no price for as much at once as this: {usage}. Less of it has one.");
    }

    private static long MostPriced(ReadOnlySpan<char> id, in Usage little, Meter meter, long unpriced, ServiceLevel level, IRateCard card)
    {
        var priced = little[meter];
        while (unpriced - priced > 1)
        {
            var between = priced + ((unpriced - priced) / 2);
            if (card.TryPrice(id, little.With(meter, between), out _, level))
            {
                priced = between;
            }
            else
            {
                unpriced = between;
            }
        }

        return priced;
    }

    private static List<string> PricedMeters(ReadOnlySpan<char> id, ServiceLevel level, IRateCard card)
    {
        var names = new List<string>();
        var priced = default(MeterSet);
        foreach (var meter in MeterNames.All)
        {
            // A part has a price where its whole has one, so the wholes are enough to name.
            var one = Usage.Of(meter, 1);
            var isPart = false;
            foreach (var whole in UsageRates.BilledAs(meter))
            {
                one = one.With((Meter)whole, 1);
                isPart |= priced.Has((Meter)whole);
            }

            if (!isPart && card.TryPrice(id, one, out _, level))
            {
                priced = priced.With(meter);
                names.Add(meter.ToCamelCase());
            }
        }

        return names;
    }
}
