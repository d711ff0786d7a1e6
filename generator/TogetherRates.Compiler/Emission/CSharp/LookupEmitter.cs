namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the enumeration of models and the way from an id to it.</summary>
internal static class LookupEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        writer.Summary("What this card prices by id: models and tools. The default value is none of them.");
        writer.Open("public enum ModelId");
        for (var i = 0; i < source.Ids.Count; i++)
        {
            writer.Summary(source.Describe(source.Ids[i]));
            ObsoleteEmitter.Emit(writer, source.Ids[i].Id, source.Ids[i].Retirement);
            writer.Line(source.Ids[i].EnumName + (i == 0 ? " = 1," : ","));
        }

        writer.Close();
        writer.Line();

        writer.Summary("Finds a model by its id or an alias, in their exact case.");
        writer.Open($"public static bool TryFind({Global.Chars} modelId, out ModelId model)");
        writer.Open("model = modelId switch");
        foreach (var (id, name) in Ids(source))
        {
            writer.Line($"{Literal.String(id)} => ModelId.{name},");
        }

        writer.Line("_ => default,");
        writer.Close(";");
        writer.Line($"return {PatternEmitter.Found(source, "modelId")};");
        writer.Close();
        writer.Line();

        writer.Summary("Finds a model by the UTF-8 bytes of its id or an alias, in their exact case.");
        writer.Open($"public static bool TryFind({Global.Bytes} utf8ModelId, out ModelId model)");
        EmitUtf8Switch(writer, source);
        writer.Line($"return {PatternEmitter.Found(source, "utf8ModelId")};");
        writer.Close();
        writer.Line();

        PatternEmitter.Emit(writer, source);

        writer.Summary("The id of a model as the provider's API writes it.");
        writer.Open("public static string IdOf(ModelId model) => model switch");
        foreach (var priced in source.Ids)
        {
            writer.Line($"ModelId.{priced.EnumName} => {Literal.String(priced.Id)},");
        }

        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(model), model, \"This is not a model of the card.\"),");
        writer.Close(";");
        writer.Line();
    }

    private static void EmitUtf8Switch(SourceWriter writer, CardSource source)
    {
        writer.Open("model = utf8ModelId.Length switch");
        var byLength = Ids(source)
            .GroupBy(entry => System.Text.Encoding.UTF8.GetByteCount(entry.Id))
            .OrderBy(group => group.Key);
        foreach (var group in byLength)
        {
            foreach (var (id, name) in group)
            {
                writer.Line($"{group.Key} when global::System.MemoryExtensions.SequenceEqual(utf8ModelId, {Literal.String(id)}u8) => ModelId.{name},");
            }
        }

        writer.Line("_ => default,");
        writer.Close(";");
    }

    private static IEnumerable<(string Id, string EnumName)> Ids(CardSource source) => source.Ids
        .SelectMany(priced => priced.Aliases.Prepend(priced.Id).Select(id => (Id: id, priced.EnumName)))
        .OrderBy(entry => entry.Id, StringComparer.Ordinal);
}
