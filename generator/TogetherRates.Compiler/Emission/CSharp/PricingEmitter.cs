
namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the methods that price a usage by a model's id. They are the same for every card.</summary>
internal static class PricingEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        PriceByIdEmitter.Emit(
            writer, source, Global.Usage, "modelId", "Prices a usage by model id", "the model, the service level or a meter of the usage", IsMostlyRows(source) ? EmitByRow : null);
        EmitTryPrice(writer, source);
        EmitPriceAndExplain(writer, source);
        EmitTryExplain(writer, source);
        EmitQuoteOf(writer, source);
        EmitNoPrice(writer, source);
    }

    private static bool IsMostlyRows(CardSource source) => source.Keys.LastRow > source.Keys.Windowed;

    private static void EmitByRow(SourceWriter writer, CardSource source) =>
        writer.Lines(
            $$"""
            // A row is read where it stands: to copy it would take longer than to price with it.
            if (level == {{Global.Level}}.Standard && {{Global.Rates}}.TryPrice(PriceRows.Standard, PriceRows.OfModel, (int)model, usage, out cost))
            {
                return true;
            }

            return TryPriceOtherwise(model, usage, out cost, level{{source.ConditionArguments}});
            """);

    // How a model is priced that has no rates of plain tokens.
    private static string OtherwiseOf(CardSource source) =>
        (source.HasTokenOffers ? " || MultimodalRatesOf(model, level).TryPrice(usage, out cost)" : string.Empty)
        + (source.HasUsageTerms ? $" || UsageRatesOf(model, usage, level{source.ConditionArguments}).TryPrice(usage, out cost)" : string.Empty);

    private static void EmitTryPrice(SourceWriter writer, CardSource source)
    {
        var isMostlyRows = IsMostlyRows(source);
        writer.Summary("Prices a usage of a model. False when the card has no price for the service level or a meter of the usage.");
        if (isMostlyRows)
        {
            writer.Line(Global.Inlined);
        }

        writer.Open($"public static bool TryPrice(ModelId model, in {Global.Usage} usage, out {Global.Money} cost, {Global.Level} level = {Global.Level}.Standard{source.OptionalConditions})");
        if (isMostlyRows)
        {
            EmitByRow(writer, source);
            writer.Close();
            writer.Line();
            writer.Line("// Apart, so that what most requests take stays short.");
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
            writer.Open($"private static bool TryPriceOtherwise(ModelId model, in {Global.Usage} usage, out {Global.Money} cost, {Global.Level} level{source.ConditionParameters})");
        }

        var keys = source.Keys;
        if (keys.LastOfText > keys.LastPlain)
        {
            writer.Lines(
                $$"""
                var price = PriceOf(model);
                if (price is > {{keys.LastPlain}} and <= {{keys.LastOfText}})
                {
                    return RatesOnTerms(price, level{{source.ConditionArguments}}, usage.Input).TryPrice(usage, out cost);
                }

                """);
        }

        writer.Line($"var rates = RatesOf(model, level{source.RatesArguments("usage.Input")});");
        writer.Line($"return rates.TryPrice(usage, out cost){OtherwiseOf(source)};");
        writer.Close();
        writer.Line();
    }

    private static void EmitPriceAndExplain(SourceWriter writer, CardSource source)
    {
        var parameter = source.OptionalConditions;
        var argument = source.ConditionArguments;
        var rates = source.RatesArguments("usage.Input");
        writer.Lines(
            $$"""
            /// <summary>Prices a usage by model id.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price; the message names the nearest ids, or what isn't priced.</exception>
            public static {{Global.Money}} Price({{Global.Chars}} modelId, in {{Global.Usage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}}) =>
                TryFind(modelId, out var model) ? Price(model, usage, level{{argument}}) : throw {{Global.PriceNotFound}}.ForModel(modelId, Card);

            /// <summary>Prices a usage of a model.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or a meter of the usage.</exception>
            public static {{Global.Money}} Price(ModelId model, in {{Global.Usage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}})
            {
                var rates = RatesOf(model, level{{rates}});
                return rates.TryPrice(usage, out var cost){{OtherwiseOf(source)}} ? cost : throw NoPrice(model, usage, level{{argument}}, rates);
            }

            /// <summary>Prices a usage by model id, line by line.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price; the message names the nearest ids, or what isn't priced.</exception>
            public static {{Global.Quote}} Explain({{Global.Chars}} modelId, in {{Global.Usage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}}) =>
                TryFind(modelId, out var model) ? Explain(model, usage, level{{argument}}) : throw {{Global.PriceNotFound}}.ForModel(modelId, Card);

            /// <summary>Prices a usage of a model, line by line.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or a meter of the usage.</exception>
            public static {{Global.Quote}} Explain(ModelId model, in {{Global.Usage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}}) =>
                TryExplain(model, usage, out var quote, level{{argument}}) ? quote : throw NoPrice(model, usage, level{{argument}}, RatesOf(model, level{{rates}}));

            /// <summary>Prices a usage by model id, line by line. False when the card has no price for it.</summary>
            public static bool TryExplain({{Global.Chars}} modelId, in {{Global.Usage}} usage, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}})
            {
                quote = null;
                return TryFind(modelId, out var model) && TryExplain(model, usage, out quote, level{{argument}});
            }

            """);
    }

    private static void EmitQuoteOf(SourceWriter writer, CardSource source)
    {
        var edition = source.Card.Effective.From;
        writer.Lines(
            $$"""
            private static {{Global.Quote}} QuoteOf(string subject, global::System.Collections.Immutable.ImmutableArray<global::TogetherRates.LineItem> lines) => new()
            {
                Card = Provider,
                Currency = Currency,
                Edition = new({{edition.Year}}, {{edition.Month}}, {{edition.Day}}),
                Subject = subject,
                Lines = lines,
            };

            """);
    }

    private static void EmitTryExplain(SourceWriter writer, CardSource source)
    {
        writer.Open($"private static bool TryExplain(ModelId model, in {Global.Usage} usage, {Global.NotNullWhenTrue} out {Global.Quote}? quote, {Global.Level} level{source.ConditionParameters})");
        if (source.HasTokenOffers)
        {
            writer.Open("if (MultimodalRatesOf(model, level).IsPriced)");
            writer.Line($"return TryExplain(model, ({Global.AnyUsage})usage, out quote, level{source.ConditionArguments});");
            writer.Close();
            writer.Line();
        }

        if (source.HasUsageTerms)
        {
            writer.Open($"if (UsageRatesOf(model, usage, level{source.ConditionArguments}).IsPriced)");
            writer.Line($"return TryExplain(model, ({Global.AnyUsage})usage, out quote, level{source.ConditionArguments});");
            writer.Close();
            writer.Line();
        }

        writer.Lines(
            $"""
            var rates = RatesOf(model, level{source.RatesArguments("usage.Input")});
            var terms = TermsOf(model, level{source.RatesArguments("usage.Input")});
            quote = rates.TryPrice(usage, out _) ? QuoteOf(IdOf(model), rates.Explain(usage, terms.Per, terms.Tier, terms.Discount)) : null;
            return quote is not null;
            """);
        writer.Close();
        writer.Line();
    }

    private static void EmitNoPrice(SourceWriter writer, CardSource source)
    {
        writer.Open($"private static {Global.PriceNotFound} NoPrice(ModelId model, in {Global.Usage} usage, {Global.Level} level{source.ConditionParameters}, in {Global.Rates} rates)");
        if (source.HasWindows)
        {
            writer.Open($"if (time is null && RatesOf(model, level{source.RatesArguments("usage.Input").Replace(", time", ", EffectiveFrom")}).Priced != rates.Priced)");
            writer.Line($"return {Global.PriceNotFound}.ForTimeOfDay(IdOf(model));");
            writer.Close();
            writer.Line();
        }

        writer.Lines(
            $$"""
            return rates.Priced == {{Global.Meters}}.None
                ? {{Global.PriceNotFound}}.ForUsage(IdOf(model), usage, level, {{source.CardOfConditions}})
                : {{Global.PriceNotFound}}.ForUnpricedMeter(IdOf(model), usage, rates.Priced);
            """);
        writer.Close();
        writer.Line();
    }
}
