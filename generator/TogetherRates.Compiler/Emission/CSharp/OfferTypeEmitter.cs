using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the types that price offers: one for each way of counting that the card uses, with the arguments that it needs.</summary>
internal static class OfferTypeEmitter
{
    /// <summary>The ways of counting that a card needs types for.</summary>
    /// <param name="card">The card.</param>
    /// <returns>One meter for each type, in the order of the vocabulary; null for tokens.</returns>
    public static IReadOnlyList<Meter?> TypesOf(Card card) =>
    [
        .. card.OfferSections.SelectMany(section => section.Offers).Select(offer => offer.Meter)
            .GroupBy(OfferType.NameOf, StringComparer.Ordinal)
            .Select(group => group.First())
            .OrderBy(meter => meter is { } counted ? (int)counted : -1),
    ];

    /// <summary>Writes a type.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="className">The card's class.</param>
    /// <param name="meter">What the type counts.</param>
    public static void Emit(SourceWriter writer, string className, Meter? meter)
    {
        var type = OfferType.NameOf(meter);
        writer.Lines(
            $$"""
            /// <summary>{{Summary(meter)}}, ready to be priced.</summary>
            public readonly struct {{type}}
            {
                internal {{type}}(ModelId modelId) => ModelId = modelId;

                /// <summary>The offer's place in the card.</summary>
                public ModelId ModelId { get; }

                /// <summary>The id that the provider's API uses.</summary>
                public string Id => IdOf(ModelId);

                /// <summary>Prices a usage. False when the card has no price for the service level or for all that was used.</summary>
                public bool TryPrice(in {{Global.AnyUsage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = {{Global.Level}}.Standard) =>
                    {{className}}.TryPrice(ModelId, usage, out cost, level);

                /// <summary>Prices a usage.</summary>
                /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or for all that was used.</exception>
                public {{Global.Money}} Price(in {{Global.AnyUsage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard) => {{className}}.Price(ModelId, usage, level);

                /// <summary>Prices a usage, line by line.</summary>
                /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or for all that was used.</exception>
                public {{Global.Quote}} Explain(in {{Global.AnyUsage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard) => {{className}}.Explain(ModelId, usage, level);
            """);
        if (Arguments(meter) is var (what, parameters, usage))
        {
            writer.Lines(
                $$"""

                    /// <summary>Prices {{what}}.</summary>
                    /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or for these arguments.</exception>
                    public {{Global.Money}} Price({{parameters}}, {{Global.Level}} level = {{Global.Level}}.Standard) => Price({{usage}}, level);

                    /// <summary>Prices {{what}}, line by line.</summary>
                    /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or for these arguments.</exception>
                    public {{Global.Quote}} Explain({{parameters}}, {{Global.Level}} level = {{Global.Level}}.Standard) => Explain({{usage}}, level);
                """);
        }

        writer.Line("}");
        writer.Line();
    }

    /// <summary>Writes a type that prices nothing, for a card that has mistakes.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="meter">What the type counts.</param>
    /// <param name="noPrice">The expression that says so.</param>
    public static void EmitSkeleton(SourceWriter writer, Meter? meter, string noPrice)
    {
        writer.Open("public readonly struct " + OfferType.NameOf(meter));
        writer.Lines(
            $$"""
            public ModelId ModelId => {{noPrice}};
            public string Id => {{noPrice}};
            public bool TryPrice(in {{Global.AnyUsage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = default) => {{noPrice}};
            public {{Global.Money}} Price(in {{Global.AnyUsage}} usage, {{Global.Level}} level = default) => {{noPrice}};
            public {{Global.Quote}} Explain(in {{Global.AnyUsage}} usage, {{Global.Level}} level = default) => {{noPrice}};
            """);
        if (Arguments(meter) is var (_, parameters, _))
        {
            writer.Line($"public {Global.Money} Price({parameters}, {Global.Level} level = default) => {noPrice};");
            writer.Line($"public {Global.Quote} Explain({parameters}, {Global.Level} level = default) => {noPrice};");
        }

        writer.Close();
    }

    private static string Summary(Meter? meter) => meter switch
    {
        Meter.Characters => "An offer that is priced by character",
        Meter.Pages => "An offer that is priced by page",
        Meter.Requests => "An offer that is priced by request",
        Meter.Searches => "An offer that is priced by search",
        Meter.Sessions => "An offer that is priced by session",
        Meter.Images or Meter.Pixels => "An offer that is priced by image or by pixel",
        Meter.Seconds => "An offer that is priced by time",
        Meter.Videos => "An offer that is priced by video",
        Meter.GpuSeconds => "GPUs that are priced by time",
        Meter.VcpuSeconds => "Virtual processors that are priced by time",
        Meter.GibSeconds => "Memory that is priced by time",
        Meter.GibMonths => "Storage that is priced by month",
        _ => "An offer that is priced by token, each kind on its own",
    };

    // What is priced, with which parameters, and the usage that they make.
    private static (string What, string Parameters, string Usage)? Arguments(Meter? meter) => meter switch
    {
        null => null,
        Meter.Images or Meter.Pixels => (
            "images of one size; 0 steps stand for the model's default",
            "int width, int height, int steps = 0, long images = 1",
            $"{Global.AnyUsage}.OfImages(width, height, steps, images)"),
        Meter.Seconds => ("a time, of which seconds count once they have started", $"{Global.TimeSpan} duration", $"{Global.AnyUsage}.OfDuration(duration)"),
        Meter.GpuSeconds => Timed("GPUs", "gpus", meter.Value),
        Meter.VcpuSeconds => Timed("virtual processors", "vcpus", meter.Value),
        Meter.GibSeconds => Timed("GiB of memory", "gib", meter.Value),
        Meter.GibMonths => Counted("GiB-months", meter.Value),
        _ => Counted(Meters.NameOf(meter.Value), meter.Value),
    };

    private static (string What, string Parameters, string Usage) Counted(string what, Meter meter) =>
        (what, "long " + Meters.NameOf(meter), $"{Global.AnyUsage}.Of({Global.Meter}.{meter}, {Meters.NameOf(meter)})");

    private static (string What, string Parameters, string Usage) Timed(string what, string units, Meter meter) => (
        what + " that run for a time each, of which seconds count once they have started",
        $"long {units}, {Global.TimeSpan} duration",
        $"{Global.AnyUsage}.Of({Global.Meter}.{meter}, {units}, duration)");
}
