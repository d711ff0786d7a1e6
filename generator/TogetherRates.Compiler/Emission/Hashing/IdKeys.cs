namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>The ids of a card as one text: which go where, so that most of it can be read line by line in generated code.</summary>
/// <param name="Entries">The ids in the order of the text: those of the rows first, then the aliases.</param>
/// <param name="Starts">The byte at which each starts.</param>
/// <param name="Aliases">The byte at which the aliases start.</param>
/// <param name="Before">The ids before the lines that need escapes.</param>
/// <param name="Lines">The ids that can be read, each a line.</param>
/// <param name="After">The ids after the lines that need escapes, and <see cref="BehindAll"/>.</param>
internal sealed record IdKeys(
    IReadOnlyList<IdEntry> Entries, IReadOnlyList<int> Starts, int Aliases, string Before, IReadOnlyList<string> Lines, string After)
{
    /// <summary>What stands behind the last id, of which as much is read as of a long one.</summary>
    public static readonly string BehindAll = new(' ', IdHash.BlockLength);

    /// <summary>Puts ids in order.</summary>
    /// <param name="ids">The id of each row.</param>
    /// <param name="aliases">Other ids for them.</param>
    /// <returns>The text.</returns>
    public static IdKeys Of(IReadOnlyList<IdEntry> ids, IReadOnlyList<IdEntry> aliases)
    {
        var entries = new List<IdEntry>(ids.Count + aliases.Count);
        var starts = new List<int>(entries.Capacity);
        var length = 0;
        var before = AddEscaped(ids);
        var lines = new List<string>(entries.Capacity);
        AddLines(ids);
        var aliasStart = length;
        AddLines(aliases);
        // The last line has no end of its own.
        length -= lines.Count > 0 ? 1 : 0;
        var after = AddEscaped(aliases) + BehindAll;
        return new IdKeys(entries, starts, Math.Min(aliasStart, length), before, lines, after);

        string AddEscaped(IReadOnlyList<IdEntry> group)
        {
            var escaped = group.Where(entry => !IsReadable(entry.Text)).ToList();
            escaped.ForEach(entry => Add(entry, 0));
            return string.Concat(escaped.Select(entry => entry.Text));
        }

        void AddLines(IReadOnlyList<IdEntry> group)
        {
            foreach (var entry in group.Where(entry => IsReadable(entry.Text)))
            {
                Add(entry, 1);
                lines.Add(entry.Text);
            }
        }

        void Add(IdEntry entry, int lineEnd)
        {
            entries.Add(entry);
            starts.Add(length);
            length += System.Text.Encoding.UTF8.GetByteCount(entry.Text) + lineEnd;
        }
    }

    // What a raw string of C# holds as it is, and what shows what it is.
    private static bool IsReadable(string id)
    {
        foreach (var c in id)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return id.Length > 0 && id[0] != ' ' && id[id.Length - 1] != ' ' && id.IndexOf("\"\"\"", StringComparison.Ordinal) < 0;
    }
}
