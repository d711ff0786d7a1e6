using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Patterns;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the patterns that are tried on an id when no model has it as its own.</summary>
internal static class PatternEmitter
{
    private const int NumbersPerLine = 32;

    /// <summary>Whether an id was found, as the expression that the lookup returns: by itself or, where there are any, by the patterns.</summary>
    /// <param name="source">The card.</param>
    /// <param name="id">The parameter that holds the id.</param>
    /// <returns>The expression.</returns>
    public static string Found(CardSource source, string id) =>
        source.Card.HasPatterns ? $"model != default || (model = IdPatterns.Find({id})) != default" : "model != default";

    /// <summary>Writes the class with the patterns, if the card has any.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        if (!source.Card.HasPatterns)
        {
            return;
        }

        var ignoreCase = source.Card.IgnoresCase;
        var patterns = source.Ids.SelectMany(priced => priced.Matches.Select(pattern => (Pattern: pattern, Value: source.ValueOf(priced)))).ToList();
        var tables = patterns.Select(entry => entry.Pattern).Where(pattern => pattern.Kind == IdPatternKind.Regex).Distinct().ToList();

        writer.Line("// More ids by what they have in common. No id matches the patterns of two models, so that their order doesn't count.");
        writer.Open("private static class IdPatterns");
        EmitFind(writer, patterns, tables, isUtf8: false, ignoreCase);
        writer.Line();
        EmitFind(writer, patterns, tables, isUtf8: true, ignoreCase);
        for (var i = 0; i < tables.Count; i++)
        {
            writer.Line();
            EmitTable(writer, tables[i], i, ignoreCase);
        }

        writer.Close();
        writer.Line();
    }

    private static void EmitFind(SourceWriter writer, List<(IdPattern Pattern, string Value)> patterns, List<IdPattern> tables, bool isUtf8, bool ignoreCase)
    {
        writer.Open($"public static ModelId Find({(isUtf8 ? Global.Bytes : Global.Chars)} id) => id switch");
        foreach (var (pattern, value) in patterns)
        {
            writer.Line($"_ when {Test(pattern, tables.IndexOf(pattern), isUtf8, ignoreCase)} => {value},");
        }

        writer.Line("_ => default,");
        writer.Close(";");
    }

    private static string Test(IdPattern pattern, int table, bool isUtf8, bool ignoreCase)
    {
        var text = Literal.String(ignoreCase ? AsciiCase.ToLower(pattern.Text) : pattern.Text) + (isUtf8 ? "u8" : string.Empty);
        return (pattern.Kind, ignoreCase) switch
        {
            (IdPatternKind.Regex, _) => $"{NameOf(table)}.Matches(id)",
            (IdPatternKind.Prefix, false) => $"global::System.MemoryExtensions.StartsWith(id, {text})",
            (IdPatternKind.Suffix, false) => $"global::System.MemoryExtensions.EndsWith(id, {text})",
            (IdPatternKind.Contains, false) => $"global::System.MemoryExtensions.IndexOf(id, {text}) >= 0",
            (IdPatternKind.Prefix, true) => $"{Global.IdMatch}.StartsWithIgnoringCase(id, {text})",
            (IdPatternKind.Suffix, true) => $"{Global.IdMatch}.EndsWithIgnoringCase(id, {text})",
            _ => $"{Global.IdMatch}.ContainsIgnoringCase(id, {text})",
        };
    }

    private static void EmitTable(SourceWriter writer, IdPattern pattern, int index, bool ignoreCase)
    {
        // The checks have built the same table with the effort of the whole card.
        var automaton = Automaton.Build(pattern, ignoreCase, new Effort(long.MaxValue))
            ?? throw new InvalidOperationException($"{pattern} is too large for a card that has passed the checks.");
        var classes = automaton.Classes;
        var beyond = classes.Ranges.Where(range => range.Start > 127).Prepend((Start: 128, Class: classes.Of(128))).Distinct();

        writer.Line("// " + Literal.Comment(pattern.Text));
        writer.Open($"private static class {NameOf(index)}");
        writer.Line("// The class of each character of ASCII; then where others start, each with the class of those from there in its last byte.");
        ArrayEmitter.Emit(writer, "byte", "Ascii", [.. Enumerable.Range(0, 128).Select(classes.Of).Select(Text)], NumbersPerLine);
        ArrayEmitter.Emit(writer, "int", "Beyond", [.. beyond.Select(range => "0x" + ((range.Start << 8) | range.Class).ToString("X", CultureInfo.InvariantCulture))], NumbersPerLine / 4);
        writer.Line();
        writer.Line($"// A line for each state and a number for each class: the next state. In state 0 nothing can match any more, 1 is the start, {MatchText(automaton)}.");
        ArrayEmitter.Emit(
            writer,
            "ushort",
            "States",
            [.. Enumerable.Range(0, automaton.Count).SelectMany(state => Enumerable.Range(0, classes.Count).Select(c => Text(automaton.Next(state, c))))],
            classes.Count);
        writer.Line();
        foreach (var type in new[] { Global.Chars, Global.Bytes })
        {
            writer.Line($"public static bool Matches({type} id) => {Global.IdMatch}.Matches(id, Ascii, Beyond, States, classes: {Text(classes.Count)}, firstMatch: {Text(automaton.FirstMatch)});");
        }

        writer.Close();
    }

    private static string MatchText(Automaton automaton) =>
        automaton.FirstMatch == automaton.Count - 1 ? $"in {Text(automaton.FirstMatch)} an id matches" : $"from {Text(automaton.FirstMatch)} on an id matches";

    private static string NameOf(int table) => "Regex" + Text(table + 1);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
