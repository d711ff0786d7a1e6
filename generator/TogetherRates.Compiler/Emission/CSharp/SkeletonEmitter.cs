using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the members of a card that has mistakes, by name only.</summary>
internal static class SkeletonEmitter
{
    private const string NoPrice = "throw new global::System.InvalidOperationException(\"The rate card has mistakes.\")";

    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="card">The card as far as it could be read, or null.</param>
    public static void Emit(SourceWriter writer, Card? card)
    {
        IReadOnlyList<PricedModel> models = card is null ? [] : CardIds.PricedModels(card);
        var parameter = CardSource.OptionalConditionsOf(models);
        if (CardSource.HasRegionsIn(models))
        {
            writer.Line($"public static {Global.RateCard} CardIn({CardSource.RegionalCardParametersOf(models)}) => {NoPrice};");
        }

        writer.Lines(
            $$"""
            public static {{Global.RateCard}} Card => {{NoPrice}};
            internal static {{Global.RateCard}} CardAt({{Global.DateTimeOffset}} time) => {{NoPrice}};
            public const string Provider = "";
            public const string Currency = "";
            public static {{Global.DateTimeOffset}} EffectiveFrom => {{NoPrice}};
            public static {{Global.DateTimeOffset}}? EffectiveUntil => {{NoPrice}};
            public static bool TryFind(string? modelId, out ModelId model) => {{NoPrice}};
            public static bool TryFind({{Global.Chars}} modelId, out ModelId model) => {{NoPrice}};
            public static bool TryFind({{Global.Bytes}} utf8ModelId, out ModelId model) => {{NoPrice}};
            public static string IdOf(ModelId model) => {{NoPrice}};
            public static bool TryPrice(string? modelId, in {{Global.Usage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static bool TryPrice({{Global.Chars}} modelId, in {{Global.Usage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static bool TryPrice({{Global.Bytes}} utf8ModelId, in {{Global.Usage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static bool TryPrice(ModelId model, in {{Global.Usage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static {{Global.Money}} Price({{Global.Chars}} modelId, in {{Global.Usage}} usage, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static {{Global.Money}} Price(ModelId model, in {{Global.Usage}} usage, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static {{Global.Quote}} Explain({{Global.Chars}} modelId, in {{Global.Usage}} usage, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static {{Global.Quote}} Explain(ModelId model, in {{Global.Usage}} usage, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static bool TryExplain({{Global.Chars}} modelId, in {{Global.Usage}} usage, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static bool TryPrice(string? id, in {{Global.AnyUsage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static bool TryPrice({{Global.Chars}} id, in {{Global.AnyUsage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static bool TryPrice({{Global.Bytes}} utf8Id, in {{Global.AnyUsage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static bool TryPrice(ModelId model, in {{Global.AnyUsage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static {{Global.Money}} Price({{Global.Chars}} id, in {{Global.AnyUsage}} usage, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static {{Global.Money}} Price(ModelId model, in {{Global.AnyUsage}} usage, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static {{Global.Quote}} Explain({{Global.Chars}} id, in {{Global.AnyUsage}} usage, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static {{Global.Quote}} Explain(ModelId model, in {{Global.AnyUsage}} usage, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static bool TryExplain({{Global.Chars}} id, in {{Global.AnyUsage}} usage, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            public static {{Global.Money}} ColumnUnit => {{NoPrice}};
            public static void PriceAll({{ColumnsEmitter.ModelParameters}}, {{Global.Costs}} costs, {{ColumnsEmitter.How}}) => {{NoPrice}};
            public static {{Global.Money}} Sum({{ColumnsEmitter.ModelParameters}}, {{ColumnsEmitter.How}}) => {{NoPrice}};
            public static bool TryExplain({{Global.Chars}} sizeTable, {{Global.Size}} size, in {{Global.Usage}} usage, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote) => {{NoPrice}};

            public readonly struct Model
            {
                public ModelId ModelId => {{NoPrice}};
                public string Id => {{NoPrice}};
                public bool TryPrice(in {{Global.Usage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
                public {{Global.Money}} Price(in {{Global.Usage}} usage, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
                public {{Global.Money}} Price(in {{Global.Usage}} usage, bool batch{{parameter}}) => {{NoPrice}};
                public {{Global.Quote}} Explain(in {{Global.Usage}} usage, {{Global.Level}} level = default{{parameter}}) => {{NoPrice}};
            }

            """);

        writer.Open("public enum ModelId");
        if (card is not null)
        {
            foreach (var name in Usable(CardIds.All(card).Select(priced => priced.EnumName)))
            {
                writer.Line(name + ",");
            }
        }

        writer.Close();
        writer.Line();
        EmitClass(writer, "Models", default, card?.Serverless.Models ?? default);
        foreach (var section in card?.TokenSections ?? default)
        {
            var members = section.Kind == TokenSectionKind.Serverless ? default : section.Models;
            if (section.Tables.Count + members.Count > 0)
            {
                writer.Line();
                EmitClass(writer, section.Kind.ToString(), section.Tables, members);
            }
        }

        EmitOffers(writer, card);
        DedicatedEmitter.EmitSkeleton(writer, card?.Dedicated, NoPrice);
        FineTuningEmitter.EmitSkeleton(writer, card?.FineTuning, NoPrice);
        EmitBill(writer, card);
    }

    private static void EmitOffers(SourceWriter writer, Card? card)
    {
        foreach (var section in card?.OfferSections ?? default)
        {
            writer.Line();
            writer.Open("public static class " + section.Kind);
            var taken = new HashSet<string>(StringComparer.Ordinal) { section.Kind.ToString() };
            foreach (var offer in section.Offers.Where(offer => MemberName.IsUsableAmongModels(MemberName.Of(offer)) && taken.Add(MemberName.Of(offer))))
            {
                // Whatever is asked of an offer in an unknown unit, that the unit can't be read is said already.
                var type = offer.Per == Per.Unknown ? "dynamic" : OfferType.Of(offer.Meter);
                writer.Line($"public static {type} {MemberName.Of(offer)} => {NoPrice};");
            }

            writer.Close();
        }
    }

    private static void EmitBill(SourceWriter writer, Card? card)
    {
        writer.Line();
        writer.Line($"public static {Global.InvoiceRounding} Rounding => {NoPrice};");
        if (card?.Volume is not null)
        {
            writer.Line($"public static {Global.VolumeDiscount} Volume => {NoPrice};");
        }

        if (card?.Credits.Count > 0)
        {
            writer.Open("public static class Credits");
            foreach (var name in Usable(card.Credits.Select(MemberName.Of)).Where(name => name != "Credits"))
            {
                writer.Line($"public static {Global.CreditOffer} {name} => {NoPrice};");
            }

            writer.Close();
        }

        if (card?.Limits.Count > 0)
        {
            writer.Open("public static class Limits");
            foreach (var name in Usable(card.Limits.Select(MemberName.Of)).Where(name => name is not ("Limits" or "At")))
            {
                writer.Line($"public static {Global.AccountTier} {name} => {NoPrice};");
            }

            writer.Line($"public static {Global.AccountTier}? At({Global.Money} spend) => {NoPrice};");
            writer.Close();
        }
    }

    private static void EmitClass(SourceWriter writer, string className, EquatableArray<SizeTable> tables, EquatableArray<Model> models)
    {
        writer.Open("public static class " + className);
        var taken = new HashSet<string>(StringComparer.Ordinal) { className };
        foreach (var name in tables.Select(MemberName.Of).Where(name => MemberName.IsUsable(name) && taken.Add(name)))
        {
            writer.Lines(
                $$"""
                public static class {{name}}
                {
                    public static bool TryPrice({{Global.Size}} size, long tokens, out {{Global.Money}} cost) => {{NoPrice}};
                    public static bool TryPrice({{Global.Size}} size, in {{Global.Usage}} usage, out {{Global.Money}} cost) => {{NoPrice}};
                    public static {{Global.Money}} Price({{Global.Size}} size, long tokens) => {{NoPrice}};
                    public static {{Global.Money}} Price({{Global.Size}} size, in {{Global.Usage}} usage) => {{NoPrice}};
                    public static void PriceAll({{ColumnsEmitter.SizeParameters}}, {{Global.Costs}} costs, {{ColumnsEmitter.How}}) => {{NoPrice}};
                    public static {{Global.Money}} Sum({{ColumnsEmitter.SizeParameters}}, {{ColumnsEmitter.How}}) => {{NoPrice}};
                }
                """);
        }

        foreach (var model in models)
        {
            var name = MemberName.Of(model);
            var hasVariants = model.Variants.Count > 0;
            if (!(hasVariants ? MemberName.IsUsable(name) : MemberName.IsUsableAmongModels(name)) || !taken.Add(name))
            {
                continue;
            }

            if (!hasVariants)
            {
                writer.Line($"public static Model {name} => {NoPrice};");
                continue;
            }

            writer.Open("public static class " + name);
            foreach (var variant in Usable(model.Variants.Select(MemberName.Of)).Where(variant => variant != name))
            {
                writer.Line($"public static Model {variant} => {NoPrice};");
            }

            writer.Close();
        }

        writer.Close();
    }

    private static IEnumerable<string> Usable(IEnumerable<string> names) => names.Where(MemberName.IsUsableAmongModels).Distinct(StringComparer.Ordinal);
}
