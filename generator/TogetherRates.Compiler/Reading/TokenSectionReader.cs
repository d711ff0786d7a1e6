using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads the section of models that are priced by token.</summary>
internal static class TokenSectionReader
{
    /// <summary>Reads the section.</summary>
    /// <param name="card">The card.</param>
    /// <param name="kind">Which section.</param>
    /// <returns>The section as far as it can be read; empty when the card doesn't have it.</returns>
    public static TokenSection Read(ObjectReader card, TokenSectionKind kind)
    {
        var empty = TokenSection.Empty(kind);
        if (card.Object(empty.Name, card.Find(empty.Name)) is not { } node)
        {
            return empty;
        }

        var problems = card.Problems;
        var section = new ObjectReader(node, Shape.TokenSection, problems, $"the {empty.Name} section");
        var modelNodes = section.Object("models", section.Find("models"));
        var priceReader = new PriceReader(kind, owners: modelNodes?.Properties.Count ?? 0);
        var tables = new List<SizeTable>();
        if (section.Object("sizes", section.Find("sizes")) is { } sizes)
        {
            foreach (var property in sizes.Properties)
            {
                if (ObjectReader.CheckLabel(problems, "the name of a size table", property.Name, property.NameSpan))
                {
                    tables.Add(section.Object(property.Name, property) is { } table
                        ? SizeTableReader.Read(property.Name, table, priceReader, problems)
                        : new SizeTable(property.Name, Per.MillionTokens, null, AboveIsUnpriced: false, default));
                }
            }
        }

        if (modelNodes is null)
        {
            return new TokenSection(kind, new([.. tables]), default);
        }

        if (modelNodes.Properties.Count > Limits.Models)
        {
            problems.Add(
                Rules.TooLarge,
                modelNodes.Properties.ElementAt(Limits.Models).NameSpan,
                $"the card has {modelNodes.Properties.Count} models and at most {Limits.Models} are allowed; split it by provider");
            return new TokenSection(kind, new([.. tables]), default);
        }

        var models = new List<Model>(modelNodes.Properties.Count);
        foreach (var property in modelNodes.Properties)
        {
            if (ObjectReader.CheckLabel(problems, "a model id", property.Name, property.NameSpan))
            {
                models.Add(ModelReader.Read(property, priceReader, section));
            }
        }

        return new TokenSection(kind, new([.. tables]), new([.. models]));
    }
}
