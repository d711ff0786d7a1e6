using System.Text;

namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>An id beside the one of its row.</summary>
/// <param name="Text">The id.</param>
/// <param name="Row">The row, from 1.</param>
internal sealed record IdAlias(string Text, int Row);

/// <summary>The ids of a card as one text: which go where, so that most of it can be read line by line in generated code.</summary>
internal sealed class IdKeys
{
    /// <summary>What stands behind the last id, of which as much is read as of a long one.</summary>
    public static readonly string BehindAll = new(' ', IdHash.BlockLength);

    private readonly List<string> lines;
    private int count;
    private int length;

    private IdKeys(string[] ids, Func<int, int> rowOfId, string[] aliases, Func<int, int> rowOfAlias)
    {
        Places = new IdPlace[ids.Length + aliases.Length];
        lines = new List<string>(Places.Length);
        Utf8 = new byte[MostBytesOf(ids) + MostBytesOf(aliases) + 1 + BehindAll.Length];
        Before = AddEscaped(ids, rowOfId);
        // The first line starts below the quote that opens the text.
        Utf8[length++] = (byte)'\n';
        AddLines(ids, rowOfId);
        Aliases = length;
        AddLines(aliases, rowOfAlias);
        After = AddEscaped(aliases, rowOfAlias) + BehindAll;
        length += Encoding.UTF8.GetBytes(BehindAll, 0, BehindAll.Length, Utf8, length);
    }

    /// <summary>All of it in UTF-8, and <see cref="BehindAll"/>. What is behind <see cref="Length"/> is no part of it.</summary>
    public byte[] Utf8 { get; }

    /// <summary>How many bytes of UTF-8 it has.</summary>
    public int Length => length;

    /// <summary>Where each id stands, in the order of the text: those of the rows first, then the aliases.</summary>
    public IdPlace[] Places { get; }

    /// <summary>The byte at which the aliases start.</summary>
    public int Aliases { get; }

    /// <summary>The ids before the lines that need escapes.</summary>
    public string Before { get; }

    /// <summary>The ids that can be read, each a line.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>The ids after the lines that need escapes, and <see cref="BehindAll"/>.</summary>
    public string After { get; }

    /// <summary>Puts ids in order.</summary>
    /// <param name="ids">The id of each row, of which the first is 1.</param>
    /// <param name="aliases">Other ids for them.</param>
    /// <returns>The text.</returns>
    public static IdKeys Of(string[] ids, IReadOnlyList<IdAlias> aliases)
    {
        var texts = new string[aliases.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = aliases[i].Text;
        }

        return new IdKeys(ids, i => i + 1, texts, i => aliases[i].Row);
    }

    private static int MostBytesOf(string[] ids)
    {
        var bytes = 0;
        foreach (var id in ids)
        {
            bytes += Encoding.UTF8.GetByteCount(id) + 1;
        }

        return bytes;
    }

    private string AddEscaped(string[] ids, Func<int, int> rowOf)
    {
        var escaped = new List<string>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (!IsReadable(ids[i]))
            {
                Add(ids[i], rowOf(i));
                escaped.Add(ids[i]);
            }
        }

        return string.Concat(escaped);
    }

    private void AddLines(string[] ids, Func<int, int> rowOf)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            if (IsReadable(ids[i]))
            {
                Add(ids[i], rowOf(i));
                lines.Add(ids[i]);
                Utf8[length++] = (byte)'\n';
            }
        }
    }

    private void Add(string id, int row)
    {
        var bytes = Encoding.UTF8.GetBytes(id, 0, id.Length, Utf8, length);
        Places[count++] = new IdPlace(length, bytes, row, isAscii: bytes == id.Length && id.IndexOf('\0') < 0);
        length += bytes;
    }

    // What a verbatim string of C# holds as it is, and what shows what it is.
    private static bool IsReadable(string id)
    {
        foreach (var c in id)
        {
            if (c is < ' ' or > '~' or '"')
            {
                return false;
            }
        }

        return id.Length > 0 && id[0] != ' ' && id[id.Length - 1] != ' ';
    }
}
