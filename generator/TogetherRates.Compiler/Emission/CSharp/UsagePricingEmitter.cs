namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the methods that price a usage on any meters by id.</summary>
internal static class UsagePricingEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        writer.Lines(
            $$"""
            /// <summary>Prices what was used, on any meters, by id. False when the card has no price for the id, the service level or all that was used.</summary>
            public static bool TryPrice({{Global.Chars}} id, in {{Global.AnyUsage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = {{Global.Level}}.Standard)
            {
                if (TryFind(id, out var model))
                {
                    return TryPrice(model, usage, out cost, level);
                }

                cost = default;
                return false;
            }

            /// <summary>Prices what was used, on any meters, by the UTF-8 bytes of an id. False when the card has no price for it.</summary>
            public static bool TryPrice({{Global.Bytes}} utf8Id, in {{Global.AnyUsage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = {{Global.Level}}.Standard)
            {
                if (TryFind(utf8Id, out var model))
                {
                    return TryPrice(model, usage, out cost, level);
                }

                cost = default;
                return false;
            }

            /// <summary>Prices what was used, on any meters. False when the card has no price for the service level or all that was used.</summary>
            """);
        writer.Open($"public static bool TryPrice(ModelId model, in {Global.AnyUsage} usage, out {Global.Money} cost, {Global.Level} level = {Global.Level}.Standard)");
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

        writer.Lines(
            """
            if (usage.IsTokens)
            {
                var rates = RatesOf(model, level);
                return rates.TryPrice(usage.ToTokenUsage(), out cost);
            }

            cost = default;
            return false;
            """);
        writer.Close();
        writer.Line();
        writer.Lines(
            $$"""
            /// <summary>Prices what was used, on any meters, by id.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price; the message names the nearest ids, or what isn't priced.</exception>
            public static {{Global.Money}} Price({{Global.Chars}} id, in {{Global.AnyUsage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard) =>
                TryFind(id, out var model) ? Price(model, usage, level) : throw {{Global.PriceNotFound}}.ForModel(id, Card);

            /// <summary>Prices what was used, on any meters.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or all that was used.</exception>
            public static {{Global.Money}} Price(ModelId model, in {{Global.AnyUsage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard) =>
                TryPrice(model, usage, out var cost, level) ? cost : throw {{Global.PriceNotFound}}.ForUsage(IdOf(model), usage, level, Card);

            /// <summary>Prices what was used, on any meters, by id, line by line.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price; the message names the nearest ids, or what isn't priced.</exception>
            public static {{Global.Quote}} Explain({{Global.Chars}} id, in {{Global.AnyUsage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard) =>
                TryFind(id, out var model) ? Explain(model, usage, level) : throw {{Global.PriceNotFound}}.ForModel(id, Card);

            /// <summary>Prices what was used, on any meters, line by line.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or all that was used.</exception>
            public static {{Global.Quote}} Explain(ModelId model, in {{Global.AnyUsage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard) =>
                TryExplain(model, usage, out var quote, level) ? quote : throw {{Global.PriceNotFound}}.ForUsage(IdOf(model), usage, level, Card);

            /// <summary>Prices what was used, on any meters, by id, line by line. False when the card has no price for it.</summary>
            public static bool TryExplain({{Global.Chars}} id, in {{Global.AnyUsage}} usage, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote, {{Global.Level}} level = {{Global.Level}}.Standard)
            {
                quote = null;
                return TryFind(id, out var model) && TryExplain(model, usage, out quote, level);
            }

            """);
        writer.Open($"private static bool TryExplain(ModelId model, in {Global.AnyUsage} usage, {Global.NotNullWhenTrue} out {Global.Quote}? quote, {Global.Level} level)");
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

        writer.Lines(
            """
            quote = null;
            return usage.IsTokens && TryExplain(model, usage.ToTokenUsage(), out quote, level);
            """);
        writer.Close();
        writer.Line();
    }
}
