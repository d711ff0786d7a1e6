using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the classes of the sections that price tokens.</summary>
internal static class TokenSectionEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        foreach (var section in source.Card.TokenSections)
        {
            // Serverless models have a class of their own, "Models": most callers want nothing else.
            var models = section.Kind == TokenSectionKind.Serverless || !source.HasMembers ? default : section.Models;
            if (section.Tables.Count + models.Count == 0)
            {
                continue;
            }

            writer.Summary(section.Kind switch
            {
                TokenSectionKind.Serverless => "Prices by a model's number of parameters.",
                TokenSectionKind.Embeddings => "Embeddings: only input is billed.",
                _ => "Reranking: only input is billed.",
            });
            writer.Open("public static class " + section.Kind);
            foreach (var table in section.Tables)
            {
                SizeTableEmitter.Emit(writer, source, table);
            }

            ModelsEmitter.EmitMembers(writer, source, models);
            writer.Close();
            writer.Line();
        }

        SizeTableEmitter.EmitExplain(writer, source);
        if (source.HasMembers)
        {
            ModelsEmitter.Emit(writer, source);
        }
    }
}
