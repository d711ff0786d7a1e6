using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads an offer: what is counted, what it costs, and what changes the count.</summary>
internal static class OfferReader
{
    private const int MaxSteps = 10_000;

    private static readonly string[] Pricing = ["price", "free", .. Meters.TokenNames];

    /// <summary>Reads an offer.</summary>
    /// <param name="property">The offer's id and what the card says of it.</param>
    /// <param name="section">The reader of the section.</param>
    /// <returns>The offer as far as it can be read.</returns>
    public static Offer Read(JsonNode property, ObjectReader section)
    {
        if (section.Object(property.Name, property) is not { } node)
        {
            return new Offer(property.Name, null, null, default, Per.Unknown, null, null, null, 1, null);
        }

        var reader = new ObjectReader(node, Shape.Offer, section.Problems, $"'{property.Name}'");
        var per = PerReader.ReadAny(reader);
        var unit = per is null ? null : BilledUnit.Find(per.Unit);
        return new Offer(
            property.Name,
            reader.Label("name", reader.Find("name")),
            reader.Label("member", reader.Find("member")),
            ModelReader.ReadAliases(reader),
            per ?? Per.Unknown,
            unit is null ? null : ReadPrice(reader, unit),
            DiscountReader.Read(reader, "batch", reader.Find("batch")),
            ModelReader.ReadRetirement(reader),
            ReadIncrement(reader, unit),
            ReadSteps(reader, unit))
        {
            Matches = PatternReader.Read(reader),
        };
    }

    private static OfferPrice? ReadPrice(ObjectReader reader, BilledUnit unit)
    {
        var isFree = reader.Flag("free");
        var table = ReadResolutions(reader, unit);
        if (isFree)
        {
            reader.Contradiction("free", "price", "what is free has no price");
            reader.Contradiction("free", "resolutions", "what is free has no price");
        }

        for (var meter = Meter.Input; meter <= Meters.LastOfTokens; meter++)
        {
            if (isFree)
            {
                reader.Contradiction("free", Meters.NameOf(meter), "what is free has no price");
            }
            else if (unit != BilledUnit.Token)
            {
                reader.Contradiction("per", Meters.NameOf(meter), "only a price per tokens tells kinds of tokens apart");
            }
        }

        return isFree ? new OfferPrice.Free()
            : table is not null ? new OfferPrice.ByResolution(table)
            : reader.Has("resolutions") ? null
            : unit == BilledUnit.Token ? ReadTokenPrices(reader)
            : ReadFlat(reader, unit);
    }

    private static OfferPrice.ByToken? ReadTokenPrices(ObjectReader reader)
    {
        var prices = new PriceReader(TokenSectionKind.Serverless, owners: 1).Read(reader, required: false);
        if (prices.Meters.Count > 0)
        {
            return new OfferPrice.ByToken(prices);
        }

        if (!reader.Has("price") && reader.FirstOf([.. Meters.TokenNames]) is null)
        {
            _ = reader.Require("price", "what a token costs; or name its kinds, such as 'input' and 'outputAudio'");
        }

        return null;
    }

    private static OfferPrice.Flat? ReadFlat(ObjectReader reader, BilledUnit unit) =>
        reader.Require("price", $"what one {unit.Name} costs") is { } value && reader.AsNumber("price", value) is { } price
            ? new OfferPrice.Flat(price)
            : null;

    private static ResolutionTable? ReadResolutions(ObjectReader reader, BilledUnit unit)
    {
        if (reader.List("resolutions", reader.Find("resolutions")) is not { } rows)
        {
            if (!reader.Has("resolutions"))
            {
                reader.Contradiction(reader.FirstOf(Pricing) ?? "per", "above", "only a table of resolutions ends somewhere");
            }

            return null;
        }

        reader.Contradiction("resolutions", "price", "the rows of the table have the prices");
        if (unit.Meter != Meter.Images)
        {
            reader.Contradiction("per", "resolutions", "only a price per image goes by its resolution");
        }

        var above = reader.Word("above", reader.Find("above"), "unpriced");
        var tiers = new List<ResolutionTier>();
        foreach (var row in rows.Items)
        {
            if (reader.Object("resolutions", row) is { } node)
            {
                var tier = new ObjectReader(node, Shape.Resolution, reader.Problems);
                var (from, upTo) = (ReadResolution(tier, "from"), ReadResolution(tier, "upTo"));
                if (tier.Require("price", "what an image of this resolution costs") is { } value && tier.AsNumber("price", value) is { } price)
                {
                    tiers.Add(new ResolutionTier(from, upTo, price));
                }
            }
        }

        return new ResolutionTable(above == 0, new([.. tiers]));
    }

    private static Resolution? ReadResolution(ObjectReader tier, string name)
    {
        if (tier.Find(name) is not { } value || tier.Label(name, value) is not { } text)
        {
            return null;
        }

        if (Resolution.TryParse(text, out var resolution))
        {
            return resolution;
        }

        tier.Problems.Add(Rules.UnreadableUnit, value.Span, text, "a resolution in megapixels of 1,000,000 pixels", "\"4MP\" or \"4.2MP\"");
        return null;
    }

    private static int ReadIncrement(ObjectReader reader, BilledUnit? unit)
    {
        if (unit is not null && unit.Meter != Meter.Seconds)
        {
            reader.Contradiction("per", "billed", "only a price per second, minute or hour is billed by what has started");
        }

        return reader.Word("billed", reader.Find("billed"), "second", "minute", "hour") switch
        {
            1 => 60,
            2 => 3_600,
            _ => 1,
        };
    }

    private static int? ReadSteps(ObjectReader reader, BilledUnit? unit)
    {
        if (unit is not null && unit.Meter != Meter.Pixels)
        {
            reader.Contradiction("per", "steps", "only a price per megapixel grows with the steps");
        }

        return reader.Integer("steps", reader.Find("steps"), 1, MaxSteps);
    }
}
