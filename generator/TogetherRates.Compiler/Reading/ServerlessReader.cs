using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads the section of models that are priced by token.</summary>
internal static class ServerlessReader
{
    /// <summary>Reads the section.</summary>
    /// <param name="node">The section.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>The section as far as it can be read.</returns>
    public static Serverless Read(JsonObject node, ProblemList problems)
    {
        var section = new ObjectReader(node, Shape.Serverless, problems);
        var tables = new List<SizeTable>();
        var models = new List<Model>();

        if (section.Object("sizes", section.Find("sizes")) is { } sizes)
        {
            foreach (var property in sizes.Properties)
            {
                if (ObjectReader.CheckLabel(problems, "the name of a size table", property.Name, property.NameSpan)
                    && section.Object(property.Name, property.Value) is { } table)
                {
                    tables.Add(SizeTableReader.Read(property.Name, table, problems));
                }
            }
        }

        if (section.Object("models", section.Find("models")) is { } modelNodes)
        {
            if (modelNodes.Properties.Count > Limits.Models)
            {
                problems.Add(
                    Rules.TooLarge,
                    modelNodes.Properties[Limits.Models].NameSpan,
                    $"the card has {modelNodes.Properties.Count} models and at most {Limits.Models} are allowed; split it by provider");
                return new Serverless(new([.. tables]), default);
            }

            foreach (var property in modelNodes.Properties)
            {
                if (ObjectReader.CheckLabel(problems, "a model id", property.Name, property.NameSpan))
                {
                    models.Add(ModelReader.Read(property, section));
                }
            }
        }

        return new Serverless(new([.. tables]), new([.. models]));
    }
}
