using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the classes of the sections whose offers are priced on any meters, and the types that price them.</summary>
internal static class OfferSectionEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        foreach (var section in source.Card.OfferSections)
        {
            writer.Summary(section.Kind switch
            {
                OfferSectionKind.Images => "Models that make or change images.",
                OfferSectionKind.Audio => "Models that speak and listen.",
                OfferSectionKind.Video => "Models that make videos.",
                _ => "What models and their users run things in.",
            });
            writer.Open("public static class " + section.Kind);
            foreach (var offer in section.Offers)
            {
                var name = MemberName.Of(offer);
                writer.Summary(source.Describe(offer));
                ObsoleteEmitter.Emit(writer, offer.Id, offer.Retirement);
                writer.Line($"public static {OfferType.NameOf(offer.Meter)} {name} => new(ModelId.{name});");
            }

            writer.Close();
            writer.Line();
        }

        foreach (var type in OfferTypeEmitter.TypesOf(source.Card))
        {
            OfferTypeEmitter.Emit(writer, source.ClassName, type);
        }
    }
}
