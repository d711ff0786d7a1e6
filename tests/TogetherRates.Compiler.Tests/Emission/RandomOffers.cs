using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Random cards with offers on all meters, and random usage for them.</summary>
internal static class RandomOffers
{
    private static readonly Gen<string> Prices =
        from digits in Gen.Choose(1, 48_000_000)
        from decimals in Gen.Choose(0, 4)
        let scale = (decimal)Math.Pow(10, decimals)
        where digits / scale <= 48
        select (digits / scale).ToString(CultureInfo.InvariantCulture);

    private static readonly Gen<string> Batch = Gen.Elements(string.Empty, """, "batch": "50%" """, """, "batch": "12.5%" """);

    private static readonly Gen<string> Simple =
        from unit in Gen.Elements([.. BilledUnit.All.Where(unit => unit.Meter is not null)])
        from count in Gen.Elements("", "1K ", "1M ", "7 ")
        where count.Length == 0 || (count == "7 " ? unit.Size == 1_000_000 : unit.Size == 1) // Else too few quanta are left for one unit.
        from price in Prices
        from steps in count.Length > 0 ? Gen.Constant(0) : Gen.Elements(0, 1, 4, 28, 50)
        from billed in Gen.Elements("second", "minute", "hour")
        let scaled = unit.Meter == Cards.Meter.Pixels && steps > 0 ? $", \"steps\": {steps}" : string.Empty
        let started = unit.Meter == Cards.Meter.Seconds ? $", \"billed\": \"{billed}\"" : string.Empty
        select $"\"per\": \"{count}{(count.Length > 0 ? unit.Plural : unit.Name)}\", \"price\": {price}{scaled}{started}";

    private static readonly Gen<string> ByResolution =
        from bounds in Gen.ArrayOf(Gen.Choose(1, 200), 3)
        from prices in Gen.ArrayOf(Prices, 4)
        from hasEnd in Gen.Elements(true, false)
        let ends = bounds.Distinct().Order().Select(bound => (bound / 10m).ToString(CultureInfo.InvariantCulture) + "MP")
        let rows = ends.Select((end, i) => $$"""{ "upTo": "{{end}}", "price": {{prices[i]}} }""")
        let last = hasEnd ? [] : new[] { $$"""{ "price": {{prices[3]}} }""" }
        select $"\"per\": \"image\", \"resolutions\": [ {string.Join(", ", rows.Concat(last))} ]" + (hasEnd ? ", \"above\": \"unpriced\"" : string.Empty);

    private static readonly Gen<string> ByToken =
        from count in Gen.Elements("1M tokens", "1K tokens", "token")
        from prices in Gen.ArrayOf(Prices, Meters.Tokens.Count)
        from named in Gen.ArrayOf(Gen.Elements(true, false), Meters.Tokens.Count)
        let meters = Meters.Tokens.Where((meter, i) => named[i] || meter == Cards.Meter.Input)
        let ofCache = prices.Select(price => decimal.Parse(price, CultureInfo.InvariantCulture)).Min() // Cached input costs no more than input.
        let written = meters.Select(meter => $"\"{Meters.NameOf(meter)}\": {(Meters.NameOf(meter).StartsWith("cachedInput", StringComparison.Ordinal) ? ofCache.ToString(CultureInfo.InvariantCulture) : prices[(int)meter])}")
        select $"\"per\": \"{count}\", {string.Join(", ", written)}";

    private static readonly Gen<string> Free =
        from unit in Gen.Elements([.. BilledUnit.All])
        select $"\"per\": \"{unit.Name}\", \"free\": true";

    /// <summary>The properties of an offer of any kind.</summary>
    public static readonly Gen<string> Offer =
        from offer in Gen.Frequency((6, Simple), (2, ByResolution), (3, ByToken), (1, Free))
        from batch in Batch
        select offer + batch;

    /// <summary>A card with offers in every section.</summary>
    public static Gen<string> AnyCard { get; } =
        from offers in Gen.ArrayOf(Offer, 24)
        let models = offers.Select((offer, i) => $$""" "offer-{{i}}": { {{offer}} } """).ToList()
        select OfferCards.With(
            $$"""
            "images": { "models": { {{string.Join(",\n", models.Take(6))}} } },
            "audio": { "models": { {{string.Join(",\n", models.Skip(6).Take(6))}} } },
            "video": { "models": { {{string.Join(",\n", models.Skip(12).Take(6))}} } },
            "tools": { {{string.Join(",\n", models.Skip(18))}} }
            """);

    /// <summary>Usage on any meters, often on those that some offer bills, and now and then impossible.</summary>
    public static Gen<Usage> Usages { get; } = Gen.Frequency((4, OneMeter()), (4, Images()), (4, Tokens()), (1, Gen.Constant(default(Usage))), (1, Anything()));

    private static Gen<Usage> OneMeter() =>
        from meter in Gen.Elements(MeterNames.All.AsEnumerable())
        from quantity in Quantities
        select Usage.Of(meter, quantity);

    private static Gen<Usage> Images() =>
        from width in Gen.Choose(1, 6_000)
        from height in Gen.Choose(1, 6_000)
        from steps in Gen.Choose(0, 60)
        from images in Gen.Choose(0, 5)
        select Usage.OfImages(width, height, steps, images);

    private static Gen<Usage> Tokens() =>
        from input in Quantities
        from output in Quantities
        from shares in Gen.ArrayOf(Gen.Choose(0, 4), 14)
        let audio = input / 8 * shares[0]
        let cached = input / 8 * shares[1]
        let cachedAudio = Math.Min(audio, cached) / 4 * shares[2]
        let write = input / 32 * shares[3]
        let reasoning = output / 8 * shares[4]
        select Usage.Of(Meter.Input, input)
            .With(Meter.InputAudio, audio).With(Meter.CachedInput, cached).With(Meter.CachedInputAudio, cachedAudio)
            .With(Meter.CacheWrite, write).With(Meter.CacheWrite1h, write / 4 * shares[5]).With(Meter.InputImage, input / 64 * shares[6])
            .With(Meter.Output, output).With(Meter.Reasoning, reasoning).With(Meter.OutputAudio, output / 32 * shares[7]);

    private static Gen<Usage> Anything() =>
        from meters in Gen.ArrayOf(Gen.Elements(MeterNames.All.AsEnumerable()), 3)
        from quantities in Gen.ArrayOf(Quantities, 3)
        select meters.Zip(quantities).Aggregate(default(Usage), (usage, used) => usage.With(used.First, used.Second));

    private static Gen<long> Quantities =>
        from digits in Gen.Choose(0, 10)
        from number in Gen.Choose(0, int.MaxValue)
        select number % (long)Math.Pow(10, digits);
}
