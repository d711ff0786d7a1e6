using TogetherRates.Compiler.Emission.Hashing;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the enumeration of models and the way from an id to it: a switch over a few ids, tables for many.</summary>
internal static class LookupEmitter
{
    // Measured: docs/adr/0014 has the numbers.
    private const int MostInSwitch = 12;

    /// <summary>Whether a card has so many ids that they are found in tables.</summary>
    /// <param name="source">The card.</param>
    /// <returns>Whether it has.</returns>
    public static bool UsesTables(CardSource source) => source.NameCount > MostInSwitch;

    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Emit(SourceWriter writer, CardSource source, CancellationToken cancellation)
    {
        EmitEnum(writer, source);
        if (UsesTables(source))
        {
            EmitTables(writer, source, cancellation);
        }
        else
        {
            EmitSwitches(writer, source);
        }

        PatternEmitter.Emit(writer, source);
    }

    private static void EmitEnum(SourceWriter writer, CardSource source)
    {
        writer.Summary("What this card prices by id: models and tools. The default value is none of them.");
        if (!source.HasMembers)
        {
            writer.Line("/// <remarks>The values have no names, which would slow builds down: there are too many, or the project says so. Use <c>TryFind</c>.</remarks>");
        }

        writer.Open("public enum ModelId");
        for (var i = 0; source.HasMembers && i < source.Ids.Count; i++)
        {
            source.Describe(writer, source.Ids[i]);
            ObsoleteEmitter.Emit(writer, source.Ids[i].Id, source.Ids[i].Retirement);
            writer.Line($"{source.Ids[i].EnumName}{(i == 0 ? " = 1," : ",")}");
        }

        writer.Close();
        writer.Line();
    }

    private static void EmitSwitches(SourceWriter writer, CardSource source)
    {
        var ids = new List<IdArm>(source.NameCount);
        foreach (var priced in source.Ids)
        {
            var value = source.ValueOf(priced);
            ids.Add(new IdArm(priced.Id, value));
            foreach (var alias in priced.Aliases)
            {
                ids.Add(new IdArm(alias, value));
            }
        }

        ids.Sort(static (left, right) => string.CompareOrdinal(left.Id, right.Id));
        var ignoreCase = source.Card.IgnoresCase;

        EmitTryFindString(writer, source, ByCharacters);
        EmitTryFind(writer, source, "modelId", () => IdSwitchEmitter.Emit(writer, "model", "modelId", ids, ignoreCase));
        EmitTryFind(writer, source, "utf8ModelId", () => IdSwitchEmitter.EmitUtf8(writer, "model", "utf8ModelId", ids, ignoreCase));

        writer.Summary("The id of a model as the provider's API writes it.");
        writer.Open("public static string IdOf(ModelId model) => model switch");
        foreach (var priced in source.Ids)
        {
            writer.Line($"{source.ValueOf(priced)} => {Literal.String(priced.Id)},");
        }

        writer.Line($"_ => {NoModel},");
        writer.Close(";");
        writer.Line();
    }

    private static void EmitTables(SourceWriter writer, CardSource source, CancellationToken cancellation)
    {
        var ids = new string[source.Ids.Count];
        var aliases = new List<IdAlias>();
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = source.Ids[i].Id;
            foreach (var alias in source.Ids[i].Aliases)
            {
                aliases.Add(new IdAlias(alias, i + 1));
            }
        }

        var tables = new IdTableEmitter(ids, source.Card.IgnoresCase ? OtherThanByCase(ids, aliases) : aliases, source.Card.IgnoresCase, cancellation);

        EmitTryFindString(writer, source, source.Card.HasPatterns ? ByCharacters : $"(model = (ModelId){tables.Find("modelId", isUtf8: false)}) != default");
        EmitTryFind(writer, source, "modelId", () => writer.Line($"model = (ModelId){tables.Find("modelId", isUtf8: false)};"));
        EmitTryFind(writer, source, "utf8ModelId", () => writer.Line($"model = (ModelId){tables.Find("utf8ModelId", isUtf8: true)};"));

        writer.Summary("The id of a model as the provider's API writes it.");
        writer.Line("public static string IdOf(ModelId model) =>");
        writer.Line($"    model is > 0 and <= (ModelId){source.Ids.Count} ? IdStrings.All[(int)model - 1] : {NoModel};");
        writer.Line();
        tables.EmitTables(writer);
    }

    private static void EmitTryFindString(SourceWriter writer, CardSource source, string found)
    {
        writer.Summary($"Finds a model by its id or an alias, {source.CaseRule}.");
        writer.Line($"public static bool TryFind(string? modelId, out ModelId model) => {found};");
        writer.Line();
    }

    private static void EmitTryFind(SourceWriter writer, CardSource source, string parameter, Action emitBody)
    {
        var isUtf8 = parameter.StartsWith("utf8", StringComparison.Ordinal);
        writer.Summary($"Finds a model by its id or an alias, {(isUtf8 ? "given in UTF-8" : "given as characters")}, {source.CaseRule}.");
        writer.Open($"public static bool TryFind({(isUtf8 ? Global.Bytes : Global.Chars)} {parameter}, out ModelId model)");
        emitBody();
        writer.Line($"return {PatternEmitter.Found(source, parameter)};");
        writer.Close();
        writer.Line();
    }

    // Aliases that say no more than an id or another alias where case doesn't count.
    private static List<IdAlias> OtherThanByCase(string[] ids, List<IdAlias> aliases)
    {
        var taken = new HashSet<string>(ids.Select(Cards.AsciiCase.ToLower), StringComparer.Ordinal);
        return [.. aliases.Where(alias => taken.Add(Cards.AsciiCase.ToLower(alias.Text)))];
    }

    // Left to the language, the characters of a string would be found through a library that the first price has to wait for.
    private const string ByCharacters = $"TryFind({Global.IdTable}.CharactersOf(modelId), out model)";

    private const string NoModel = "throw new global::System.ArgumentOutOfRangeException(nameof(model), model, \"This is not a model of the card.\")";
}
