using System.Globalization;
using TogetherRates.Compiler.Emission.Hashing;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes how many ids are found: constant tables, one for characters and UTF-8, which <c>TogetherRates.IdTable</c> searches.</summary>
internal sealed class IdTableEmitter
{
    private const int SlotsPerLine = 16;
    private const int DigitsPerSlot = 10;
    private const int BitsPerDigit = 6;
    private const int DisplacementsPerLine = 96;

    private readonly IdKeys keys;
    private readonly IdTableData table;
    private readonly bool ignoreCase;
    private readonly int rows;

    /// <summary>Builds the tables.</summary>
    /// <param name="ids">The id of each row.</param>
    /// <param name="aliases">Other ids for them.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are found in either case.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IdTableEmitter(string[] ids, IReadOnlyList<IdAlias> aliases, bool ignoreCase, CancellationToken cancellation)
    {
        this.ignoreCase = ignoreCase;
        rows = ids.Length;
        keys = IdKeys.Of(ids, aliases);
        table = IdTableData.Build(keys, ignoreCase, cancellation);
    }

    /// <summary>The expression that finds an id.</summary>
    /// <param name="id">The parameter that holds it.</param>
    /// <param name="isUtf8">Whether it does so in UTF-8.</param>
    /// <returns>The row; 0 when there is none.</returns>
    public string Find(string id, bool isUtf8)
    {
        var flags = (ignoreCase ? ", ignoreCase: true" : string.Empty) + (table.IsAscii || isUtf8 ? string.Empty : ", isAscii: false");
        return $"{Global.IdTable}.Find({id}, IdLookup.Keys, IdLookup.Slots, ref IdLookup.SlotNumbers, IdLookup.Displacements, mask: {table.Mask}, longest: {table.Longest}, seed: {Hex(table.Seed)}, blocks: {table.Blocks}{flags})";
    }

    /// <summary>Writes the tables.</summary>
    /// <param name="writer">Where to, inside the class.</param>
    public void EmitTables(SourceWriter writer)
    {
        writer.Open("private static class IdLookup");
        writer.Line("// Every id, then every alias, then room to read as much of the last as of a long one. The slots know at which byte each starts, so nothing may be moved here, nor the ends of lines changed.");
        EmitKeys(writer);
        writer.Line();
        writer.Line("// A perfect hash: each id has a slot of its own. Ten digits of six bits, from '0' on, are a slot: where the id starts among the keys, the number of its model and the id's length.");
        writer.Line("// Ids that the hash can't tell apart are at the end. Their slot says model 0, and which slot is the first of them.");
        EmitSlots(writer);
        writer.Line();
        writer.Line("// The slots as numbers, once there have been some lookups: the first price need not wait for all of them.");
        writer.Line("public static ulong[]? SlotNumbers;");
        writer.Line();
        writer.Line("// What the place of a hash among the slots is changed by: a character for each bucket of hashes.");
        ArrayEmitter.EmitText(writer, "Displacements", table.Displacements, DisplacementsPerLine);
        writer.Close();
        writer.Line();
        writer.Line("// The ids as strings, made when somebody asks for the first.");
        writer.Open("private static class IdStrings");
        writer.Line($"public static readonly string[] All = {Global.IdTable}.ToStrings(IdLookup.Keys, IdLookup.Slots, rows: {rows}, aliases: {keys.Aliases});");
        writer.Close();
        writer.Line();
        writer.Open("private static class SortedIds");
        writer.Line($"public static readonly string[] All = {Global.IdTable}.Sorted(IdStrings.All);");
        writer.Close();
        writer.Line();
    }

    // A verbatim string: the compiler takes five times as long to read a raw one, which could stand in line with the code.
    private void EmitKeys(SourceWriter writer)
    {
        writer.Line($"public static {Global.Bytes} Keys =>");
        if (keys.Before.Length > 0)
        {
            writer.Line($"    {Literal.String(keys.Before)}u8 +");
        }

        writer.Line("@\"", deeper: 1);
        foreach (var line in keys.Lines)
        {
            writer.AtEdge(line);
        }

        // To put two such texts together takes the compiler as long as to read them.
        if (keys.After == IdKeys.BehindAll)
        {
            writer.AtEdge(IdKeys.BehindAll + "\"u8;");
            return;
        }

        writer.AtEdge("\"u8 +");
        writer.Line($"    {Literal.String(keys.After)}u8;");
    }

    private void EmitSlots(SourceWriter writer)
    {
        writer.Line($"public static {Global.Bytes} Slots =>");
        writer.Line("@\"", deeper: 1);
        const string end = "\"u8;";
        var line = new char[(SlotsPerLine * DigitsPerSlot) + end.Length];
        for (var i = 0; i < table.Slots.Length; i += SlotsPerLine)
        {
            var length = 0;
            var next = Math.Min(i + SlotsPerLine, table.Slots.Length);
            for (var slot = i; slot < next; slot++)
            {
                for (var shift = (DigitsPerSlot - 1) * BitsPerDigit; shift >= 0; shift -= BitsPerDigit)
                {
                    line[length++] = (char)('0' + ((table.Slots[slot] >> shift) & ((1 << BitsPerDigit) - 1)));
                }
            }

            if (next == table.Slots.Length)
            {
                end.CopyTo(0, line, length, end.Length);
                length += end.Length;
            }

            writer.AtEdge(line, length);
        }
    }

    private static string Hex(ulong number) => "0x" + number.ToString("X", CultureInfo.InvariantCulture);
}
