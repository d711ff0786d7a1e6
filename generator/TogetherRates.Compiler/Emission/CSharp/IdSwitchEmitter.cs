using System.Text;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>One id of a switch.</summary>
/// <param name="Id">The id.</param>
/// <param name="Value">The C# of what it stands for.</param>
internal sealed record IdArm(string Id, string Value);

/// <summary>Writes how a few ids are found: a switch that reads as a list of them.</summary>
internal static class IdSwitchEmitter
{
    /// <summary>Writes the statement that finds an id in characters.</summary>
    /// <param name="writer">Where to, inside the method.</param>
    /// <param name="target">What the result is assigned to.</param>
    /// <param name="id">The parameter that holds the id.</param>
    /// <param name="ids">The ids with what stands for each.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are found in either case.</param>
    public static void Emit(SourceWriter writer, string target, string id, IEnumerable<IdArm> ids, bool ignoreCase)
    {
        var entries = Distinct(ids, ignoreCase);
        writer.Open($"{target} = {Subject(id, "char", Longest(entries, id => id.Length), ignoreCase)} switch");
        foreach (var (text, value) in entries)
        {
            writer.Line($"{Literal.String(text)} => {value},");
        }

        writer.Line("_ => default,");
        writer.Close(";");
    }

    /// <summary>Writes the statement that finds an id in UTF-8.</summary>
    /// <inheritdoc cref="Emit"/>
    public static void EmitUtf8(SourceWriter writer, string target, string id, IEnumerable<IdArm> ids, bool ignoreCase)
    {
        var entries = Distinct(ids, ignoreCase);
        var subject = id;
        if (ignoreCase)
        {
            subject = "lower";
            writer.Line($"var lower = {Subject(id, "byte", Longest(entries, Utf8Length), ignoreCase)};");
        }

        writer.Open($"{target} = {subject}.Length switch");
        entries.Sort(ByLength);
        foreach (var (text, value) in entries)
        {
            writer.Line($"{Utf8Length(text)} when global::System.MemoryExtensions.SequenceEqual({subject}, {Literal.String(text)}u8) => {value},");
        }

        writer.Line("_ => default,");
        writer.Close(";");
    }

    private static string Subject(string id, string type, int longest, bool ignoreCase) =>
        ignoreCase ? $"{Global.AsciiCase}.ToLower({id}, stackalloc {type}[{longest}])" : id;

    private static int Longest(List<IdArm> entries, Func<string, int> lengthOf)
    {
        var longest = 1;
        foreach (var entry in entries)
        {
            longest = Math.Max(longest, lengthOf(entry.Id));
        }

        return longest;
    }

    private static List<IdArm> Distinct(IEnumerable<IdArm> ids, bool ignoreCase) => ignoreCase ? DistinctByCase(ids) : new(ids);

    private static List<IdArm> DistinctByCase(IEnumerable<IdArm> ids) =>
        [.. ids.Select(entry => entry with { Id = AsciiCase.ToLower(entry.Id) }).Distinct().OrderBy(entry => entry.Id, StringComparer.Ordinal)];

    private static int ByLength(IdArm left, IdArm right)
    {
        var order = Utf8Length(left.Id).CompareTo(Utf8Length(right.Id));
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }

    private static int Utf8Length(string id) => Encoding.UTF8.GetByteCount(id);
}
