using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads the sections whose offers are priced on any meters.</summary>
internal static class OfferSectionReader
{
    private static readonly OfferSectionKind[] Kinds =
        [OfferSectionKind.Images, OfferSectionKind.Audio, OfferSectionKind.Video, OfferSectionKind.Tools];

    /// <summary>Reads all of them.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The sections that the card has, in the order of the format.</returns>
    public static EquatableArray<OfferSection> Read(ObjectReader card)
    {
        var sections = new List<OfferSection>();
        foreach (var kind in Kinds)
        {
            var name = new OfferSection(kind, default).Name;
            if (card.Object(name, card.Find(name)) is { } node)
            {
                sections.Add(new OfferSection(kind, Read(kind, name, node, card)));
            }
        }

        return new([.. sections]);
    }

    private static EquatableArray<Offer> Read(OfferSectionKind kind, string name, JsonObject node, ObjectReader card)
    {
        // Tools stand in their section by id; what a model does is told from how it is called by "models".
        if (kind != OfferSectionKind.Tools)
        {
            var section = new ObjectReader(node, Shape.OfferSection, card.Problems, $"the {name} section");
            return section.Object("models", section.Find("models")) is { } models ? ReadOffers(models, "a model id", section) : default;
        }

        return ReadOffers(node, "the id of a tool", card);
    }

    private static EquatableArray<Offer> ReadOffers(JsonObject nodes, string what, ObjectReader owner)
    {
        if (nodes.Properties.Count > Limits.Models)
        {
            owner.Problems.Add(
                Rules.TooLarge,
                nodes.Properties.ElementAt(Limits.Models).NameSpan,
                $"the section has {nodes.Properties.Count} offers and at most {Limits.Models} are allowed; split the card");
            return default;
        }

        var offers = new List<Offer>();
        foreach (var property in nodes.Properties)
        {
            if (ObjectReader.CheckLabel(owner.Problems, what, property.Name, property.NameSpan))
            {
                offers.Add(OfferReader.Read(property, owner));
            }
        }

        return new([.. offers]);
    }
}
