using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the classes of the sections whose offers are priced on any meters: a member for each, documented with its price.</summary>
internal static class OfferSectionEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        if (!source.HasMembers)
        {
            return;
        }

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
                source.Describe(writer, offer);
                ObsoleteEmitter.Emit(writer, offer.Id, offer.Retirement);
                writer.Line($"public static {OfferType.Of(offer.Meter)} {MemberName.Of(offer)} => new(CompiledCard.Instance, {Literal.String(offer.Id)});");
            }

            writer.Close();
            writer.Line();
        }
    }
}
