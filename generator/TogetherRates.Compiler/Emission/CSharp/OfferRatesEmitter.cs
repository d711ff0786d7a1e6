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
        if (source.Offers.Count > 0)
        {
            EmitAll(writer, source);
        }
    }

    private static void EmitAll(SourceWriter writer, CardSource source)
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
            EmitResolutions(writer, source, metered);
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

        EmitTerms(writer, source);
    }

    private static List<Offer> Discounted(List<Offer> offers) => [.. offers.Where(offer => offer.Batch is not null)];

    private static void EmitMeterRates(SourceWriter writer, CardSource source, string method, List<Offer> offers, Func<Offer, Rational> discount)
    {
        var arms = offers.Select(offer => (Action)(() => EmitArm(offer)));
        SwitchEmitter.Emit(writer, Global.MeterRate, method, $"ModelId model, in {Global.AnyUsage} usage", "model", [.. arms], "default");

        void EmitArm(Offer offer)
        {
            var arm = source.ValueOf(offer) + " => ";
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
                return;
            }

            writer.Line("// " + source.Prices.Of(offer));
            writer.Line($"{arm}{Rate(offer, offer.Price is OfferPrice.Flat flat ? flat.Amount : default, discount(offer))},");
        }
    }

    private static string Rate(Offer offer, Rational price, Rational discount)
    {
        var quanta = (long)offer.RateOf(price * (Rational.One - discount));
        var increment = offer.Increment == 1 ? string.Empty : ", increment: " + Literal.Integer(offer.Increment);
        var steps = offer.Steps is { } included ? ", steps: " + Literal.Integer(included) : string.Empty;
        return $"new({Global.Meter}.{offer.Meter}, {Literal.Integer(quanta)}{increment}{steps})";
    }

    private static void EmitResolutions(SourceWriter writer, CardSource source, List<Offer> offers)
    {
        var arms = offers.Where(offer => offer.Price is OfferPrice.ByResolution).Select(offer => (Action)(() => EmitArm(offer, ((OfferPrice.ByResolution)offer.Price!).Table)));
        SwitchEmitter.Emit(writer, "string?", "ResolutionOf", $"ModelId model, in {Global.AnyUsage} usage", "model", [.. arms], "null");

        void EmitArm(Offer offer, ResolutionTable table)
        {
            writer.Open(source.ValueOf(offer) + " => usage.PixelsPerImage switch");
            foreach (var tier in table.Tiers)
            {
                writer.Line($"{Pattern(tier)} => {Literal.String(table.RangeOf(tier))},");
            }

            CloseResolutions(writer, table, "null");
        }
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
        var arms = offers.Select(offer => (Action)(() => EmitArm(offer)));
        SwitchEmitter.Emit(writer, Global.MultimodalRates, method, "ModelId model", "model", [.. arms], "default");

        void EmitArm(Offer offer)
        {
            var rates = offer.Price is OfferPrice.ByToken byToken ? RatesEmitter.Row(byToken.Prices, offer.Per, discount(offer)) : "new(input: 0, output: 0)";
            writer.Line("// " + source.Prices.Of(offer));
            writer.Line($"{source.ValueOf(offer)} => {rates},");
        }
    }

    // What a quote says beside the amounts: what a price buys, and what was taken off.
    private static void EmitTerms(SourceWriter writer, CardSource source)
    {
        var arms = source.Offers.Select(offer => (Action)(() => EmitArm(offer)));
        SwitchEmitter.Emit(writer, "(long Per, string? Discount)", "OfferTermsOf", $"ModelId model, {Global.Level} level", "(model, level)", [.. arms], "default");

        void EmitArm(Offer offer)
        {
            var per = Literal.Integer(offer.UnitsPerPrice);
            if (offer.Batch is { } batch)
            {
                writer.Line($"({source.ValueOf(offer)}, {Global.Level}.Batch) => ({per}, \"batch {(batch * 100).ToString()}%\"),");
            }

            writer.Line($"({source.ValueOf(offer)}, _) => ({per}, null),");
        }
    }
}
