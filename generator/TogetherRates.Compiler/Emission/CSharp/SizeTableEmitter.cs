using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the tables of prices by size: a switch whose arms are the rows of the price page.</summary>
internal static class SizeTableEmitter
{
    /// <summary>Writes a table's class.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    /// <param name="table">The table.</param>
    public static void Emit(SourceWriter writer, CardSource source, SizeTable table)
    {
        EmitSummary(writer, source, table);
        writer.Open("public static class " + MemberName.Of(table));
        if (IsUniform(table))
        {
            EmitTokens(writer, table);
            EmitUsage(writer, "RatesAt(TryFindRate(size.Parameters, out var rate) ? rate : 0)");
            ColumnsEmitter.EmitSizes(writer, source, table);
            EmitUniformRates(writer, source, table);
        }
        else
        {
            EmitUsage(writer, "RatesOf(size.Parameters)");
            EmitRates(writer, source, table);
        }

        EmitTier(writer, table);
        EmitNoPrice(writer, table);
        writer.Close();
    }

    private static void EmitSummary(SourceWriter writer, CardSource source, SizeTable table)
    {
        writer.Line("/// <summary>");
        writer.Line($"/// Table <c>{Literal.Xml(table.Name)}</c>:");
        writer.Line("/// <list type=\"table\">");
        foreach (var tier in table.Tiers)
        {
            writer.Line($"/// <item><term>{Literal.Xml(table.RangeOf(tier))}</term><description>{Literal.Xml(source.Prices.Of(tier.Prices, table.Per))}</description></item>");
        }

        writer.Line("/// </list>");
        writer.Line("/// A size between two bounds belongs to the next row.");
        writer.Line("/// </summary>");
    }

    private static void EmitTokens(SourceWriter writer, SizeTable table)
    {
        writer.Lines(
            $$"""
            /// <summary>Prices {{TokensOf(table)}}. False when the table has no price for the size.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The tokens are negative.</exception>
            public static bool TryPrice({{Global.Size}} size, long tokens, out {{Global.Money}} cost)
            {
                if (TryFindRate(size.Parameters, out var rate))
                {
                    cost = {{Global.SizeRates}}.Price(rate, tokens, MostAtOnce);
                    return true;
                }

                cost = default;
                return false;
            }

            /// <summary>Prices {{TokensOf(table)}}.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The tokens are negative.</exception>
            /// <exception cref="{{Global.PriceNotFound}}">The table has no price for the size.</exception>
            public static {{Global.Money}} Price({{Global.Size}} size, long tokens) =>
                TryFindRate(size.Parameters, out var rate) ? {{Global.SizeRates}}.Price(rate, tokens, MostAtOnce) : throw NoPrice(size);

            """);
    }

    private static void EmitUsage(SourceWriter writer, string ratesOf)
    {
        writer.Lines(
            $$"""
            /// <summary>Prices a usage. False when the table has no price for the size or a meter of the usage.</summary>
            public static bool TryPrice({{Global.Size}} size, in {{Global.Usage}} usage, out {{Global.Money}} cost) => {{ratesOf}}.TryPrice(usage, out cost);

            /// <summary>Prices a usage.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The table has no price for the size or a meter of the usage.</exception>
            public static {{Global.Money}} Price({{Global.Size}} size, in {{Global.Usage}} usage) => TryPrice(size, usage, out var cost) ? cost : throw NoPrice(size, usage);

            """);
    }

    private static void EmitNoPrice(SourceWriter writer, SizeTable table)
    {
        var end = table.Tiers[table.Tiers.Count - 1].UpTo is { } upTo
            ? $"{Global.Size}.FromParameters({Literal.Integer((long)upTo.Parameters)})"
            : "default";
        writer.Lines(
            $$"""
            private static {{Global.PriceNotFound}} NoPrice({{Global.Size}} size) => {{Global.PriceNotFound}}.ForSize({{Literal.String(table.Name)}}, size, {{end}});

            private static {{Global.PriceNotFound}} NoPrice({{Global.Size}} size, in {{Global.Usage}} usage)
            {
                var priced = RatesOf(size.Parameters).Priced;
                return priced == {{Global.Meters}}.None ? NoPrice(size) : {{Global.PriceNotFound}}.ForUnpricedMeter(size.ToString(), usage, priced);
            }
            """);
    }

    /// <summary>Whether a table prices nothing apart, so that it can price tokens as such.</summary>
    /// <param name="table">The table.</param>
    public static bool IsUniform(SizeTable table) =>
        table.Tiers.All(tier => tier.Prices.IsUniform && tier.Prices.Meters.All(price => Meters.WholeOf(price.Meter) is null));

    /// <summary>The tokens that such a table prices, for people.</summary>
    /// <param name="table">A table of one price for all tokens.</param>
    public static string TokensOf(SizeTable table) =>
        table.Tiers[0].Prices.Of(Meter.Output) is null ? "input tokens" : "tokens, whichever way they go";

    /// <summary>Writes the method that finds a table by its name and explains a price from it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void EmitExplain(SourceWriter writer, CardSource source)
    {
        writer.Summary("Prices a usage by a model's size, line by line. False when the card has no such table, or the table no price for it.");
        writer.Open($"public static bool TryExplain({Global.Chars} sizeTable, {Global.Size} size, in {Global.Usage} usage, {Global.NotNullWhenTrue} out {Global.Quote}? quote)");
        writer.Open($"(string? Tier, {Global.Rates} Rates, long Per) price = sizeTable switch");
        foreach (var section in source.Card.TokenSections)
        {
            foreach (var table in section.Tables)
            {
                var type = section.Kind + "." + MemberName.Of(table);
                writer.Line($"{Literal.String(table.Name)} => ({type}.TierOf(size.Parameters), {type}.RatesOf(size.Parameters), {Literal.Integer(table.Per.Quantity)}),");
            }
        }

        writer.Line("_ => default,");
        writer.Close(";");
        writer.Line("quote = price.Rates.TryPrice(usage, out _) ? QuoteOf(size.ToString(), price.Rates.Explain(usage, price.Per, price.Tier, null)) : null;");
        writer.Line("return quote is not null;");
        writer.Close();
        writer.Line();
    }

    private static void EmitUniformRates(SourceWriter writer, CardSource source, SizeTable table)
    {
        var highest = table.Tiers.Max(tier => Quanta.Rate(tier.Prices.Of(Meter.Input)!.Value, table.Per.Quantity));
        writer.Line("// The most tokens that 63 bits hold the price of, in any tier.");
        writer.Line($"private const long MostAtOnce = {Literal.Integer(long.MaxValue / highest)};");
        writer.Line();

        // A valid card has no rate of zero, so zero can say that there is no price.
        writer.Line("// Quanta per token; 0 where the table has no price.");
        writer.Open("internal static long RateOf(long parameters) => parameters switch");
        writer.Line("<= 0 => 0,");
        foreach (var tier in table.Tiers)
        {
            var rate = Literal.Integer(Quanta.Rate(tier.Prices.Of(Meter.Input)!.Value, table.Per.Quantity));
            writer.Line($"{Pattern(tier)} => {rate}, // {table.RangeOf(tier)}: {source.Prices.Of(tier.Prices, table.Per)}");
        }

        EndSwitch(writer, table, "0");
        writer.Line();
        var meters = table.Tiers[0].Prices.Meters.Select(price => Meters.NameOf(price.Meter) + ": rate");
        writer.Line($"internal static {Global.Rates} RatesOf(long parameters) => RatesAt(RateOf(parameters));");
        writer.Line();
        writer.Line($"private static {Global.Rates} RatesAt(long rate) => rate == 0 ? default : new({string.Join(", ", meters)});");
        writer.Line();
        if (SizeCellsEmitter.Has(table))
        {
            SizeCellsEmitter.Emit(writer, table);
        }
        else
        {
            writer.Line("private static bool TryFindRate(long parameters, out long rate) => (rate = RateOf(parameters)) > 0;");
            writer.Line();
        }
    }

    private static void EmitRates(SourceWriter writer, CardSource source, SizeTable table)
    {
        writer.Line("// Quanta per token; the default where the table has no price.");
        writer.Open($"internal static {Global.Rates} RatesOf(long parameters) => parameters switch");
        writer.Line("<= 0 => default,");
        foreach (var tier in table.Tiers)
        {
            writer.Line($"// {table.RangeOf(tier)}: {source.Prices.Of(tier.Prices, table.Per)}");
            writer.Line($"{Pattern(tier)} => {RatesEmitter.Row(tier.Prices, table.Per, default)},");
        }

        EndSwitch(writer, table, "default");
        writer.Line();
    }

    private static void EmitTier(SourceWriter writer, SizeTable table)
    {
        writer.Open("internal static string TierOf(long parameters) => parameters switch");
        foreach (var tier in table.Tiers)
        {
            writer.Line($"{Pattern(tier)} => {Literal.String(table.Name + " " + table.RangeOf(tier))},");
        }

        EndSwitch(writer, table, "string.Empty");
        writer.Line();
    }

    private static void EndSwitch(SourceWriter writer, SizeTable table, string noPrice)
    {
        if (table.Tiers[table.Tiers.Count - 1].UpTo is { } end)
        {
            writer.Line($"_ => {noPrice}, // above {end}: no price");
        }

        writer.Close(";");
    }

    private static string Pattern(Tier tier) =>
        tier.UpTo is { } upTo ? "<= " + Literal.Integer((long)upTo.Parameters) : "_";
}
