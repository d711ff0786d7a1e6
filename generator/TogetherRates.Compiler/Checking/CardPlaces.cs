using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Checking;

/// <summary>Where models, tables and offers stand in a card.</summary>
internal static class CardPlaces
{
    /// <summary>Where the models of a section stand.</summary>
    /// <param name="section">The section.</param>
    /// <returns>The path; each model is a property of what is there.</returns>
    public static CardPath ModelsOf(TokenSection section) => CardPath.Root.Property(section.Name).Property("models");

    /// <summary>Where the size tables of a section stand.</summary>
    /// <param name="section">The section.</param>
    /// <returns>The path; each table is a property of what is there.</returns>
    public static CardPath SizesOf(TokenSection section) => CardPath.Root.Property(section.Name).Property("sizes");

    /// <summary>Where the offers of a section stand.</summary>
    /// <param name="section">The section.</param>
    /// <returns>The path; each offer is a property of what is there.</returns>
    public static CardPath OffersOf(OfferSection section)
    {
        var path = CardPath.Root.Property(section.Name);
        return section.Kind == OfferSectionKind.Tools ? path : path.Property("models");
    }

    /// <summary>Where the variants of a model stand.</summary>
    /// <param name="model">Where the model stands.</param>
    /// <returns>The path; each variant is a property of what is there.</returns>
    public static CardPath VariantsOf(CardPath model) => model.Property("variants");
}
