using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using TogetherRates.Compiler.Emission.Hashing;

namespace TogetherRates.Compiler.Tests.Emission.Hashing;

/// <summary>The compiler's tables for some ids, searched by the runtime.</summary>
internal sealed class IdTables
{
    private readonly byte[] keys;
    private readonly int aliases;
    private readonly IdTableData table;
    private readonly byte[] slots;
    private readonly ulong[] numbers;
    private readonly string displacements;
    private readonly bool ignoreCase;
    private ulong[]? read;

    /// <summary>Builds the tables; the first id has row 1.</summary>
    public IdTables(IReadOnlyList<string> ids, bool ignoreCase = false)
    {
        this.ignoreCase = ignoreCase;
        var text = IdKeys.Of([.. ids], []);
        keys = text.Utf8[..text.Length];
        aliases = text.Aliases;
        table = IdTableData.Build(text, ignoreCase);
        numbers = table.Slots;
        slots = [.. numbers.Chunk(16).SelectMany(line => line.SelectMany(DigitsOf).Prepend((byte)'\n'))];
        Assert.Equal(numbers, IdTable.NumbersOf(slots));
        displacements = string.Concat(table.Displacements.Select(displacement => (char)displacement));
    }

    /// <summary>The blocks that are hashed; 0 when whole ids are.</summary>
    public int Blocks => table.Blocks;

    /// <summary>The displacements.</summary>
    public IReadOnlyList<byte> Displacements => table.Displacements;

    // A process' first lookups go without vectors and read slots as they are written, and later ones have both, so each is made in both ways.
    public int Find(ReadOnlySpan<char> id) => Same(
        IdTable.Find(id, keys, slots, ref read, displacements, table.Mask, table.Longest, table.Seed, table.Blocks, ignoreCase, table.IsAscii),
        IdTable.FindWithVectors(
            ref MemoryMarshal.GetReference(id),
            id.Length, keys, slots, numbers, displacements, table.Mask, table.Longest, table.Seed, table.Blocks, ignoreCase, table.IsAscii),
        IdTable.FindWithoutVectors(
            ref Unsafe.As<char, Utf16Unit>(ref MemoryMarshal.GetReference(id)),
            id.Length, keys, slots, numbers: null, displacements, table.Mask, table.Longest, table.Seed, table.Blocks, ignoreCase, table.IsAscii));

    public int FindUtf8(ReadOnlySpan<byte> id) => Same(
        IdTable.Find(id, keys, slots, ref read, displacements, table.Mask, table.Longest, table.Seed, table.Blocks, ignoreCase),
        IdTable.FindWithVectors(
            ref MemoryMarshal.GetReference(id),
            id.Length, keys, slots, numbers, displacements, table.Mask, table.Longest, table.Seed, table.Blocks, ignoreCase, isAscii: true),
        IdTable.FindWithoutVectors(
            ref Unsafe.As<byte, Utf8Unit>(ref MemoryMarshal.GetReference(id)),
            id.Length, keys, slots, numbers: null, displacements, table.Mask, table.Longest, table.Seed, table.Blocks, ignoreCase, isAscii: true));

    public int FindUtf8(string id) => FindUtf8(Encoding.UTF8.GetBytes(id));

    public string[] ToStrings(int rows) => IdTable.ToStrings(keys, slots, rows, aliases);

    private static IEnumerable<byte> DigitsOf(ulong slot) => Enumerable.Range(1, 10).Select(i => (byte)('0' + ((slot >> (60 - (6 * i))) & 63)));

    // Nothing is allocated as long as they are the same, for a test measures that.
    private static int Same(int row, int withVectors, int withoutVectors)
    {
        if (row != withVectors || row != withoutVectors)
        {
            Assert.Fail($"Found in row {row}, with vectors in {withVectors} and without in {withoutVectors}.");
        }

        return row;
    }
}
