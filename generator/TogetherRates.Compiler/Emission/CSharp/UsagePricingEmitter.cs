namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the methods that price a usage on any meters by id.</summary>
internal static class UsagePricingEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        PriceByIdEmitter.Emit(writer, source, Global.AnyUsage, "id", "Prices what was used, on any meters, by id", "the id, the service level or all that was used");
        EmitTryPrice(writer, source);
        EmitPriceAndExplain(writer, source);
        EmitTryExplain(writer, source);
        EmitNoPrice(writer, source);
    }

    private static string RatesArgumentsOf(CardSource source) => source.RatesArguments($"usage[{Global.Meter}.Input]");

    private static void EmitTryPrice(SourceWriter writer, CardSource source)
    {
        writer.Summary("Prices what was used, on any meters. False when the card has no price for the service level or all that was used.");
        writer.Open($"public static bool TryPrice(ModelId model, in {Global.AnyUsage} usage, out {Global.Money} cost, {Global.Level} level = {Global.Level}.Standard{source.OptionalConditions})");
        if (source.HasMeterOffers)
        {
            writer.Lines(
                """
                var rate = MeterRateOf(model, usage, level);
                if (rate.IsPriced)
                {
                    return rate.TryPrice(usage, out cost);
                }

                """);
        }

        if (source.HasTokenOffers)
        {
            writer.Lines(
                """
                var tokens = MultimodalRatesOf(model, level);
                if (tokens.IsPriced)
                {
                    return tokens.TryPrice(usage, out cost);
                }

                """);
        }

        if (source.HasUsageTerms)
        {
            writer.Lines(
                $$"""
                var usageRates = UsageRatesOf(model, usage, level{{source.ConditionArguments}});
                if (usageRates.IsPriced)
                {
                    return usageRates.TryPrice(usage, out cost);
                }

                """);
        }

        writer.Lines(
            $$"""
            var rates = RatesOf(model, level{{RatesArgumentsOf(source)}});
            if (rates.Priced != {{Global.Meters}}.None && usage.IsTokens)
            {
                return rates.TryPrice(usage.ToTokenUsage(), out cost);
            }

            cost = default;
            return false;
            """);
        writer.Close();
        writer.Line();
    }

    private static void EmitPriceAndExplain(SourceWriter writer, CardSource source)
    {
        var parameter = source.OptionalConditions;
        var argument = source.ConditionArguments;
        writer.Lines(
            $$"""
            /// <summary>Prices what was used, on any meters, by id.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price; the message names the nearest ids, or what isn't priced.</exception>
            public static {{Global.Money}} Price({{Global.Chars}} id, in {{Global.AnyUsage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}}) =>
                TryFind(id, out var model) ? Price(model, usage, level{{argument}}) : throw {{Global.PriceNotFound}}.ForModel(id, Card);

            /// <summary>Prices what was used, on any meters.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or all that was used.</exception>
            public static {{Global.Money}} Price(ModelId model, in {{Global.AnyUsage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}}) =>
                TryPrice(model, usage, out var cost, level{{argument}}) ? cost : throw NoPrice(model, usage, level{{argument}});

            /// <summary>Prices what was used, on any meters, by id, line by line.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price; the message names the nearest ids, or what isn't priced.</exception>
            public static {{Global.Quote}} Explain({{Global.Chars}} id, in {{Global.AnyUsage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}}) =>
                TryFind(id, out var model) ? Explain(model, usage, level{{argument}}) : throw {{Global.PriceNotFound}}.ForModel(id, Card);

            /// <summary>Prices what was used, on any meters, line by line.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or all that was used.</exception>
            public static {{Global.Quote}} Explain(ModelId model, in {{Global.AnyUsage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}}) =>
                TryExplain(model, usage, out var quote, level{{argument}}) ? quote : throw NoPrice(model, usage, level{{argument}});

            /// <summary>Prices what was used, on any meters, by id, line by line. False when the card has no price for it.</summary>
            public static bool TryExplain({{Global.Chars}} id, in {{Global.AnyUsage}} usage, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}})
            {
                quote = null;
                return TryFind(id, out var model) && TryExplain(model, usage, out quote, level{{argument}});
            }

            """);
    }

    private static void EmitTryExplain(SourceWriter writer, CardSource source)
    {
        var argument = source.ConditionArguments;
        var rates = RatesArgumentsOf(source);
        writer.Open($"private static bool TryExplain(ModelId model, in {Global.AnyUsage} usage, {Global.NotNullWhenTrue} out {Global.Quote}? quote, {Global.Level} level{source.ConditionParameters})");
        if (source.HasMeterOffers)
        {
            writer.Lines(
                """
                var rate = MeterRateOf(model, usage, level);
                if (rate.IsPriced)
                {
                    var terms = OfferTermsOf(model, level);
                    quote = rate.TryPrice(usage, out _) ? QuoteOf(IdOf(model), rate.Explain(usage, terms.Per, ResolutionOf(model, usage), terms.Discount)) : null;
                    return quote is not null;
                }

                """);
        }

        if (source.HasTokenOffers)
        {
            writer.Lines(
                """
                var tokens = MultimodalRatesOf(model, level);
                if (tokens.IsPriced)
                {
                    var terms = OfferTermsOf(model, level);
                    quote = tokens.TryPrice(usage, out _) ? QuoteOf(IdOf(model), tokens.Explain(usage, terms.Per, terms.Discount)) : null;
                    return quote is not null;
                }

                """);
        }

        if (source.HasUsageTerms)
        {
            writer.Lines(
                $$"""
                var usageRates = UsageRatesOf(model, usage, level{{argument}});
                if (usageRates.IsPriced)
                {
                    var terms = TermsOf(model, level{{rates}});
                    quote = usageRates.TryPrice(usage, out _) ? QuoteOf(IdOf(model), usageRates.Explain(usage, terms.Tier, terms.Discount)) : null;
                    return quote is not null;
                }

                """);
        }

        writer.Lines(
            $"""
            quote = null;
            return RatesOf(model, level{rates}).Priced != {Global.Meters}.None && usage.IsTokens && TryExplain(model, usage.ToTokenUsage(), out quote, level{argument});
            """);
        writer.Close();
        writer.Line();
    }

    private static void EmitNoPrice(SourceWriter writer, CardSource source)
    {
        writer.Open($"private static {Global.PriceNotFound} NoPrice(ModelId model, in {Global.AnyUsage} usage, {Global.Level} level{source.ConditionParameters})");
        if (source.HasWindows)
        {
            var rates = RatesArgumentsOf(source);
            writer.Open($"if (time is null && RatesOf(model, level{rates.Replace(", time", ", EffectiveFrom")}).Priced != RatesOf(model, level{rates}).Priced)");
            writer.Line($"return {Global.PriceNotFound}.ForTimeOfDay(IdOf(model));");
            writer.Close();
            writer.Line();
        }

        writer.Line($"return {Global.PriceNotFound}.ForUsage(IdOf(model), usage, level, {source.CardOfConditions});");
        writer.Close();
        writer.Line();
    }
}
