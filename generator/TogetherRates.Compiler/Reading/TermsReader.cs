using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads what a price depends on: time, service level, region, context length; and what isn't priced by token.</summary>
internal static class TermsReader
{
    private static readonly ServiceLevel[] Levels = [ServiceLevel.Batch, ServiceLevel.Priority, ServiceLevel.Flex];
    private static readonly string[] LevelNames = ["batch", "priority", "flex"];

    private static readonly string[] Properties = ["windows", "charges", "contexts", .. LevelNames, "regions"];

    /// <summary>Whether the price of a model depends on anything that its card names.</summary>
    /// <param name="model">The model or variant.</param>
    /// <returns>Whether it does; else it has one list of prices at most.</returns>
    public static bool HasTerms(ObjectReader model) => model.FirstOf(Properties) is not null;

    /// <summary>Reads the terms of a model.</summary>
    /// <param name="model">The model or variant.</param>
    /// <param name="priceReader">Reads the prices of the section that it stands in.</param>
    /// <returns>The terms; without a price where the model names none.</returns>
    public static PriceTerms Read(ObjectReader model, PriceReader priceReader)
    {
        var windows = ReadWindows(model, priceReader);
        var hasWindows = windows.Count > 0;
        if (!hasWindows)
        {
            windows = new(new TermsWindow(null, null, PriceWindow.Always, ReadList(model, priceReader)));
        }

        return new PriceTerms(windows, ReadLevels(model, priceReader), ReadRegions(model)) { HasWindows = hasWindows };
    }

    /// <summary>The terms of a price that depends on nothing.</summary>
    /// <param name="prices">The prices.</param>
    /// <returns>Terms of one window that is always open.</returns>
    public static PriceTerms Of(TokenPrices prices) =>
        new(new(new TermsWindow(null, null, PriceWindow.Always, new PriceList(prices, default, default))), default, default);

    /// <summary>Whether terms can be written as one list of text tokens, by the hours of the week at most.</summary>
    /// <param name="terms">The terms.</param>
    /// <returns>Whether nothing in them asks for more.</returns>
    public static bool AreSimple(PriceTerms terms) =>
        terms.Regions.Count == 0
        && terms.Levels.All(static level => level is { Level: ServiceLevel.Batch, TakesOff: true })
        && terms.Windows.All(static window => window.Since is null && window.Before is null && IsText(window.Prices));

    private static bool IsText(PriceList list) =>
        list.Charges.Count == 0 && list.Contexts.Count == 0 && list.Tokens.IsOfText;

    private static PriceList ReadList(ObjectReader owner, PriceReader priceReader) => new(
        priceReader.Read(owner, required: false), ReadCharges(owner), ReadContexts(owner, priceReader));

    private static EquatableArray<TermsWindow> ReadWindows(ObjectReader model, PriceReader priceReader)
    {
        if (!model.Has("windows"))
        {
            return default;
        }

        var windows = new List<TermsWindow>();
        foreach (var window in Rows(model.FilledList("windows", "one window"), "windows", Shape.Window, model))
        {
            var (since, before) = (Instant(window, "since"), Instant(window, "before"));
            var isDated = window.Has("since") || window.Has("before") || window.Has("days");
            var hours = isDated && !window.Has("from") && !window.Has("until")
                ? PriceWindow.Always
                : new PriceWindow(
                    TimeReader.ReadTimeOfDay(window, "from", isEnd: false) ?? 0, TimeReader.ReadTimeOfDay(window, "until", isEnd: true) ?? 0, Weekdays.All, TokenPrices.None);
            var prices = ReadList(window, priceReader);
            if (prices.Tokens.Meters.Count == 0 && prices.Charges.Count == 0 && !window.Has("price") && window.FirstOf([.. Meters.TokenNames]) is null)
            {
                _ = window.Require("price", "what tokens cost in this window");
            }

            windows.Add(new TermsWindow(since, before, hours with { Days = TimeReader.ReadDays(window, "days") }, prices));
        }

        return new([.. windows]);
    }

    private static EquatableArray<ContextTier> ReadContexts(ObjectReader owner, PriceReader priceReader)
    {
        if (!owner.Has("contexts"))
        {
            return default;
        }

        var tiers = new List<ContextTier>();
        foreach (var tier in Rows(owner.FilledList("contexts", "one tier"), "contexts", Shape.Context, owner))
        {
            var above = Count(tier, "above", tier.Require("above", "the input tokens above which the tier starts, such as \"200K\""));
            var tokens = priceReader.Read(tier, required: false);
            var charges = ReadCharges(tier);
            var isUnpriced = tier.Flag("unpriced");
            if (isUnpriced && (tokens.Meters.Count > 0 || charges.Count > 0))
            {
                tier.Contradiction(tokens.Meters.Count > 0 ? NameOf(tokens) : "charges", "unpriced", "what has no price isn't priced");
            }
            else if (!isUnpriced && tokens.Meters.Count == 0 && charges.Count == 0)
            {
                _ = tier.Require("price", "what tokens cost in this tier; or \"unpriced\": true");
            }

            tiers.Add(new ContextTier(above ?? 0, isUnpriced, tokens, charges));
        }

        return new([.. tiers]);
    }

    private static EquatableArray<Charge> ReadCharges(ObjectReader owner)
    {
        if (owner.FilledObject("charges", "one meter with its price") is not { } node)
        {
            return default;
        }

        var charges = new List<Charge>();
        var reader = new ObjectReader(node, Shape.Charges, owner.Problems);
        foreach (var meter in Meters.Charged)
        {
            var name = Meters.NameOf(meter);
            if (reader.Object(name, reader.Find(name)) is { } charge)
            {
                charges.Add(ReadCharge(meter, new ObjectReader(charge, Shape.Charge, owner.Problems, $"charge '{name}'")));
            }
        }

        return new([.. charges]);
    }

    private static Charge ReadCharge(Meter meter, ObjectReader reader)
    {
        var bands = new List<ChargeBand>();
        foreach (var band in Rows(reader.List("bands", reader.Find("bands")), "bands", Shape.Band, reader))
        {
            var upTo = Count(band, "upTo", band.Find("upTo"));
            if (band.Require("price", "what the quantities of this band cost") is { } value && band.AsNumber("price", value) is { } price)
            {
                bands.Add(new ChargeBand(upTo, price));
            }
        }

        if (reader.Has("bands"))
        {
            reader.Contradiction("bands", "price", "the bands have the prices");
        }
        else
        {
            reader.Contradiction("price", "by", "only bands go by a quantity");
            reader.Contradiction("price", "above", "only bands end somewhere");
            _ = reader.Require("price", $"what one {Meters.UnitOf(meter)} costs; or \"bands\"");
        }

        return new Charge(
            meter,
            PerReader.ReadOf(reader, meter),
            reader.Number("price"),
            ReadBy(reader, meter),
            reader.Word("above", reader.Find("above"), "unpriced") == 0,
            new([.. bands]));
    }

    private static Meter ReadBy(ObjectReader reader, Meter meter)
    {
        if (reader.Label("by", reader.Find("by")) is not { } name)
        {
            return meter;
        }

        if (Meters.All.FirstOrDefault(candidate => Meters.NameOf(candidate) == name) is var by && Meters.NameOf(by) == name)
        {
            return by;
        }

        reader.Problems.Add(
            Rules.UnknownWord, reader.Find("by")!.Span, name, "by", NameAdvice.On(name, [.. Meters.All.Select(Meters.NameOf)]).ToString());
        return meter;
    }

    private static EquatableArray<LevelPrices> ReadLevels(ObjectReader model, PriceReader priceReader)
    {
        if (model.FirstOf(LevelNames) is null)
        {
            return default;
        }

        var levels = new List<LevelPrices>();
        foreach (var level in Levels)
        {
            var name = LevelNames[(int)level - 1];
            if (model.Find(name) is JsonObject node)
            {
                levels.Add(ReadLevel(level, new ObjectReader(node, Shape.Level, model.Problems, $"service level '{name}'"), priceReader));
            }
            else if (DiscountReader.Read(model, name, model.Find(name)) is { } discount)
            {
                levels.Add(new LevelPrices(level, Rational.One - discount, null) { IsDiscount = true });
            }
        }

        return new([.. levels]);
    }

    private static LevelPrices ReadLevel(ServiceLevel level, ObjectReader reader, PriceReader priceReader)
    {
        var prices = ReadList(reader, priceReader);
        if (reader.Number("factor") is { } factor)
        {
            if (!prices.IsEmpty)
            {
                var first = prices.Tokens.Meters.Count > 0 ? NameOf(prices.Tokens) : prices.Charges.Count > 0 ? "charges" : "contexts";
                reader.Contradiction(first, "factor", "a level is a multiple of the standard prices or has prices of its own, not both");
            }

            return new LevelPrices(level, factor, null);
        }

        if (prices.IsEmpty && !reader.Has("factor"))
        {
            _ = reader.Require("factor", "what the standard prices are multiplied by; or prices, such as 'input' and 'output'");
        }

        return new LevelPrices(level, null, prices);
    }

    private static EquatableArray<RegionFactor> ReadRegions(ObjectReader model)
    {
        if (model.FilledObject("regions", "one region with its factor") is not { } node)
        {
            return default;
        }

        var regions = new List<RegionFactor>();
        foreach (var property in node.Properties)
        {
            if (ObjectReader.CheckLabel(model.Problems, "the name of a region", property.Name, property.NameSpan))
            {
                // Code may name the region whether or not its factor can be read.
                regions.Add(new RegionFactor(property.Name, model.AsNumber(property.Name, property) ?? Rational.One));
            }
        }

        return new([.. regions]);
    }

    private static IEnumerable<ObjectReader> Rows(JsonArray? rows, string name, Shape shape, ObjectReader owner)
    {
        foreach (var item in rows?.Items ?? [])
        {
            if (owner.Object(name, item) is { } node)
            {
                yield return new ObjectReader(node, shape, owner.Problems);
            }
        }
    }

    private static DateTime? Instant(ObjectReader owner, string name) => TimeReader.ReadInstant(owner, name, owner.Find(name));

    // A number, or a text such as 200K.
    private static long? Count(ObjectReader owner, string name, JsonNode? value)
    {
        if (value is null)
        {
            return null;
        }

        // Those who write JSON by program may write 2e5 or 200000.0.
        var text = value is JsonNumber written ? written.Text : (value as JsonString)?.Value;
        if (value is JsonNumber && Rational.TryParseDecimal(text!, out var number, out _) && number.IsInteger && number.Sign > 0 && number < long.MaxValue)
        {
            return (long)number;
        }

        if (text is not null && TokenCount.TryParse(text, out var count))
        {
            return count;
        }

        owner.Problems.Add(Rules.UnreadableUnit, value.Span, text ?? value.Description, $"a whole number from 1 to {long.MaxValue - 1} for '{name}'", "\"200K\" or 200000");
        return null;
    }

    private static string NameOf(TokenPrices prices) => prices.IsUniform ? "price" : Meters.NameOf(prices.Meters[0].Meter);
}
