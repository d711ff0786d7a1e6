using System.Text;
using TogetherRates.Compiler.Emission.Hashing;

namespace TogetherRates.Compiler.Tests.Emission.Hashing;

/// <summary>The compiler's tables for some ids, searched by the runtime.</summary>
internal sealed class IdTables
{
    private const int NoWord = int.MinValue;

    private readonly byte[] keys;
    private readonly IdTableData table;
    private readonly bool ignoreCase;

    /// <summary>Builds the tables; the first id has row 1.</summary>
    public IdTables(IReadOnlyList<string> ids, bool ignoreCase = false)
    {
        this.ignoreCase = ignoreCase;
        keys = Encoding.UTF8.GetBytes(string.Concat(ids));
        var starts = new List<int>();
        var start = 0;
        foreach (var id in ids)
        {
            starts.Add(start);
            start += Encoding.UTF8.GetByteCount(id);
        }

        table = IdTableData.Build([.. ids.Select((id, i) => new IdEntry(id, i + 1))], starts, ignoreCase);
    }

    /// <summary>Where the words of the hash are; none when it is made of whole ids.</summary>
    public IReadOnlyList<int> Words => table.Words;

    public int Find(ReadOnlySpan<char> id) => Find<char>(id, table.IsAscii);

    public int FindUtf8(ReadOnlySpan<byte> id) => Find<byte>(id, isAscii: true);

    public int FindUtf8(string id) => FindUtf8(Encoding.UTF8.GetBytes(id));

    public string[] ToStrings(int rows) => IdTable.ToStrings(keys, table.Slots, rows, keys.Length);

    private int Find<T>(ReadOnlySpan<T> id, bool isAscii)
        where T : unmanaged => IdTable.Find(
            id, keys, table.Slots, table.Displacements, table.Mask, table.Longest, table.Seed, Word(0), Word(1), Word(2), ignoreCase, isAscii);

    private int Word(int index) => index < table.Words.Count ? table.Words[index] : NoWord;
}
