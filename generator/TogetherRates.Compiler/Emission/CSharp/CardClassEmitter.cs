using System.Globalization;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the facts of a card and its face as an <c>IRateCard</c>.</summary>
internal static class CardClassEmitter
{
    /// <summary>Writes what is known without a usage.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void EmitFacts(SourceWriter writer, CardSource source)
    {
        var card = source.Card;
        // Only a card whose prices change with time or region has to remember them.
        var cardAt = source.HasWindows ? "new CompiledCard(time)" : "Card";
        var cardIn = source.HasRegions
            ? $"""

            /// <summary>This card for requests that are processed in a region{(source.HasWindows ? " and, where a time is given, at that time" : string.Empty)}, for dependency injection.</summary>
            public static {Global.RateCard} CardIn({CardSource.RegionalCardParametersOf(source.Models)}) => {source.CardOfConditions};

            """
            : string.Empty;
        var until = card.Effective.Until is { } end ? Time(end) : "null";
        writer.Lines(
            $"""
            /// <summary>This card as an object, for dependency injection.</summary>
            public static {Global.RateCard} Card => CompiledCard.Instance;

            internal static {Global.RateCard} CardAt({Global.DateTimeOffset} time) => {cardAt};
            {cardIn}
            /// <summary>Who sells at these prices.</summary>
            public const string Provider = {Literal.String(card.Provider)};

            /// <summary>The ISO 4217 code of all prices.</summary>
            public const string Currency = {Literal.String(card.Currency)};

            /// <summary>The first instant at which the prices are in force.</summary>
            public static {Global.DateTimeOffset} EffectiveFrom => {Time(card.Effective.From)};

            /// <summary>The first instant at which they no longer are, or null when no end is known.</summary>
            public static {Global.DateTimeOffset}? EffectiveUntil => {until};

            """);
    }

    /// <summary>Writes the nested class behind <c>Card</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void EmitCard(SourceWriter writer, CardSource source)
    {
        var name = source.ClassName;
        writer.Open($"private sealed class CompiledCard : {Global.RateCard}");
        writer.Line("public static readonly CompiledCard Instance = new();");
        writer.Line();
        if (source.HasWindows || source.HasRegions)
        {
            EmitConditions(writer, source);
        }

        var argument = source.ConditionArguments;
        var ids = LookupEmitter.UsesTables(source) ? "SortedIds.All" : "Ids";
        if (!LookupEmitter.UsesTables(source))
        {
            EmitStrings(writer, "Ids", SortedIds(source));
        }

        EmitStrings(writer, "Tables", Tables(source));
        writer.Lines(
            $"""
            public string Provider => {name}.Provider;

            public string Currency => {name}.Currency;

            public {Global.DateTimeOffset} EffectiveFrom => {name}.EffectiveFrom;

            public {Global.DateTimeOffset}? EffectiveUntil => {name}.EffectiveUntil;

            public {Global.StringList} ModelIds => {ids};

            public {Global.StringList} SizeTables => Tables;

            public bool TryPrice({Global.Chars} modelId, in {Global.Usage} usage, out {Global.Money} cost, {Global.Level} level) =>
                {name}.TryPrice(modelId, usage, out cost, level{argument});

            public bool TryPrice({Global.Bytes} utf8ModelId, in {Global.Usage} usage, out {Global.Money} cost, {Global.Level} level) =>
                {name}.TryPrice(utf8ModelId, usage, out cost, level{argument});

            public bool TryExplain({Global.Chars} modelId, in {Global.Usage} usage, {Global.NotNullWhenTrue} out {Global.Quote}? quote, {Global.Level} level) =>
                {name}.TryExplain(modelId, usage, out quote, level{argument});

            public bool TryPrice({Global.Chars} id, in {Global.AnyUsage} usage, out {Global.Money} cost, {Global.Level} level) =>
                {name}.TryPrice(id, usage, out cost, level{argument});

            public bool TryPrice({Global.Bytes} utf8Id, in {Global.AnyUsage} usage, out {Global.Money} cost, {Global.Level} level) =>
                {name}.TryPrice(utf8Id, usage, out cost, level{argument});

            public bool TryExplain({Global.Chars} id, in {Global.AnyUsage} usage, {Global.NotNullWhenTrue} out {Global.Quote}? quote, {Global.Level} level) =>
                {name}.TryExplain(id, usage, out quote, level{argument});

            public bool TryExplain({Global.Chars} sizeTable, {Global.Size} size, in {Global.Usage} usage, {Global.NotNullWhenTrue} out {Global.Quote}? quote) =>
                {name}.TryExplain(sizeTable, size, usage, out quote);
            """);
        DedicatedEmitter.EmitCard(writer, source);
        FineTuningEmitter.EmitCard(writer, source);
        writer.Close();
    }

    private static string[] SortedIds(CardSource source)
    {
        var ids = new string[source.Ids.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = source.Ids[i].Id;
        }

        Array.Sort(ids, string.CompareOrdinal);
        return ids;
    }

    private static string[] Tables(CardSource source)
    {
        var tables = new string[source.Card.SizeTables.Count];
        for (var i = 0; i < tables.Length; i++)
        {
            tables[i] = source.Card.SizeTables[i].Name;
        }

        return tables;
    }

    private static void EmitConditions(SourceWriter writer, CardSource source)
    {
        var names = source.ConditionArguments.Split([", "], StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            writer.Line($"private readonly {(name == "time" ? Global.DateTimeOffset : "string")}? {name};");
        }

        writer.Line();
        writer.Open($"public CompiledCard({source.OptionalConditions.Substring(2)})");
        foreach (var name in names)
        {
            writer.Line($"this.{name} = {name};");
        }

        writer.Close();
        writer.Line();
        writer.Line("public bool PricesVary => true;");
        writer.Line();
    }

    /// <summary>Writes a field that holds strings.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="strings">The strings.</param>
    public static void EmitStrings(SourceWriter writer, string name, IEnumerable<string> strings)
    {
        writer.Open("private static readonly string[] " + name + " =");
        foreach (var text in strings)
        {
            writer.Line(Literal.String(text) + ",");
        }

        writer.Close(";");
        writer.Line();
    }

    private static string Time(DateTime time) => string.Format(
        CultureInfo.InvariantCulture,
        "new({0}, {1}, {2}, {3}, {4}, {5}, global::System.TimeSpan.Zero)",
        time.Year,
        time.Month,
        time.Day,
        time.Hour,
        time.Minute,
        time.Second);
}
