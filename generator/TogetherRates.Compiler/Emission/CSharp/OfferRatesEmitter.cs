using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes what each offer costs: a rate on one meter, a switch over resolutions, or a row of rates for kinds of tokens.</summary>
internal static class OfferRatesEmitter
{
    /// <summary>Writes the members that the card's offers need.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        var metered = source.Offers.Where(offer => offer.Meter is not null).ToList();
        if (metered.Count > 0)
        {
            writer.Lines(
                $$"""
                private static {{Global.MeterRate}} MeterRateOf(ModelId model, in {{Global.AnyUsage}} usage, {{Global.Level}} level) => level switch
                {
                    {{Global.Level}}.Standard => StandardMeterRateOf(model, usage),
                    {{Global.Level}}.Batch => BatchMeterRateOf(model, usage),
                    _ => default,
                };

                """);
            EmitMeterRates(writer, source, "StandardMeterRateOf", metered, _ => default);
            EmitMeterRates(writer, source, "BatchMeterRateOf", Discounted(metered), offer => offer.Batch ?? default);
            EmitResolutions(writer, metered);
        }

        var byToken = source.Offers.Where(offer => offer.Meter is null).ToList();
        if (byToken.Count > 0)
        {
            writer.Lines(
                $$"""
                private static {{Global.MultimodalRates}} MultimodalRatesOf(ModelId model, {{Global.Level}} level) => level switch
                {
                    {{Global.Level}}.Standard => StandardMultimodalRatesOf(model),
                    {{Global.Level}}.Batch => BatchMultimodalRatesOf(model),
                    _ => default,
                };

                """);
            EmitTokenRates(writer, source, "StandardMultimodalRatesOf", byToken, _ => default);
            EmitTokenRates(writer, source, "BatchMultimodalRatesOf", Discounted(byToken), offer => offer.Batch ?? default);
        }

        if (source.Offers.Count > 0)
        {
            EmitTerms(writer, source.Offers);
        }
    }

    private static List<Offer> Discounted(List<Offer> offers) => [.. offers.Where(offer => offer.Batch is not null)];

    private static void EmitMeterRates(SourceWriter writer, CardSource source, string method, List<Offer> offers, Func<Offer, Rational> discount)
    {
        writer.Open($"private static {Global.MeterRate} {method}(ModelId model, in {Global.AnyUsage} usage) => model switch");
        foreach (var offer in offers)
        {
            var arm = $"ModelId.{MemberName.Of(offer)} => ";
            if (offer.Price is OfferPrice.ByResolution { Table: var table })
            {
                writer.Line("// by the pixels of one image");
                writer.Open(arm + "usage.PixelsPerImage switch");
                writer.Line("null => default,");
                foreach (var tier in table.Tiers)
                {
                    var price = source.Prices.Amount(tier.Price) + " per " + offer.Per;
                    writer.Line($"{Pattern(tier)} => {Rate(offer, tier.Price, discount(offer))}, // {table.RangeOf(tier)}: {price}");
                }

                CloseResolutions(writer, table, "default");
                continue;
            }

            writer.Line("// " + source.Prices.Of(offer));
            writer.Line($"{arm}{Rate(offer, offer.Price is OfferPrice.Flat flat ? flat.Amount : default, discount(offer))},");
        }

        writer.Line("_ => default,");
        writer.Close(";");
        writer.Line();
    }

    private static string Rate(Offer offer, Rational price, Rational discount)
    {
        var quanta = (long)offer.RateOf(price * (Rational.One - discount)).Numerator;
        var increment = offer.Increment == 1 ? string.Empty : ", increment: " + Literal.Integer(offer.Increment);
        var steps = offer.Steps is { } included ? ", steps: " + Literal.Integer(included) : string.Empty;
        return $"new({Global.Meter}.{offer.Meter}, {Literal.Integer(quanta)}{increment}{steps})";
    }

    private static void EmitResolutions(SourceWriter writer, List<Offer> offers)
    {
        writer.Open($"private static string? ResolutionOf(ModelId model, in {Global.AnyUsage} usage) => model switch");
        foreach (var offer in offers)
        {
            if (offer.Price is OfferPrice.ByResolution { Table: var table })
            {
                writer.Open($"ModelId.{MemberName.Of(offer)} => usage.PixelsPerImage switch");
                foreach (var tier in table.Tiers)
                {
                    writer.Line($"{Pattern(tier)} => {Literal.String(table.RangeOf(tier))},");
                }

                CloseResolutions(writer, table, "null");
            }
        }

        writer.Line("_ => null,");
        writer.Close(";");
        writer.Line();
    }

    private static void CloseResolutions(SourceWriter writer, ResolutionTable table, string noPrice)
    {
        if (table.Tiers[table.Tiers.Count - 1].UpTo is { } end)
        {
            writer.Line($"_ => {noPrice}, // above {end}: no price");
        }

        writer.Close(",");
    }

    private static string Pattern(ResolutionTier tier) => tier.UpTo is { } upTo ? "<= " + Literal.Integer(upTo.Pixels) : "_";

    private static void EmitTokenRates(SourceWriter writer, CardSource source, string method, List<Offer> offers, Func<Offer, Rational> discount)
    {
        writer.Open($"private static {Global.MultimodalRates} {method}(ModelId model) => model switch");
        foreach (var offer in offers)
        {
            var rates = offer.Price is OfferPrice.ByToken byToken ? RatesEmitter.Row(byToken.Prices, offer.Per, discount(offer)) : "new(input: 0, output: 0)";
            writer.Line("// " + source.Prices.Of(offer));
            writer.Line($"ModelId.{MemberName.Of(offer)} => {rates},");
        }

        writer.Line("_ => default,");
        writer.Close(";");
        writer.Line();
    }

    // What a quote says beside the amounts: what a price buys, and what was taken off.
    private static void EmitTerms(SourceWriter writer, IReadOnlyList<Offer> offers)
    {
        writer.Open($"private static (long Per, string? Discount) OfferTermsOf(ModelId model, {Global.Level} level) => (model, level) switch");
        foreach (var offer in offers)
        {
            var per = Literal.Integer(offer.UnitsPerPrice);
            if (offer.Batch is { } batch)
            {
                writer.Line($"(ModelId.{MemberName.Of(offer)}, {Global.Level}.Batch) => ({per}, \"batch {(batch * 100).ToString()}%\"),");
            }

            writer.Line($"(ModelId.{MemberName.Of(offer)}, _) => ({per}, null),");
        }

        writer.Line("_ => default,");
        writer.Close(";");
        writer.Line();
    }
}
