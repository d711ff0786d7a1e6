using System.Text;

namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>An id and the row that it leads to.</summary>
/// <param name="Text">The id.</param>
/// <param name="Row">The row, from 1.</param>
internal sealed record IdEntry(string Text, int Row);

/// <summary>The constant tables in which <c>TogetherRates.IdTable</c> finds ids. Its documentation says what a slot holds.</summary>
/// <param name="Seed">What the words are multiplied with.</param>
/// <param name="Words">Where the words are that the hash is made of; none when it is made of the whole id.</param>
/// <param name="Slots">The slots that a hash leads to, and the members of groups of ids with equal words after them.</param>
/// <param name="Mask">The number of slots that a hash leads to, less one.</param>
/// <param name="Displacements">The displacements.</param>
/// <param name="Longest">The bytes of the longest id.</param>
/// <param name="IsAscii">Whether all ids are in ASCII.</param>
internal sealed record IdTableData(
    ulong Seed, IReadOnlyList<int> Words, ulong[] Slots, int Mask, ushort[] Displacements, int Longest, bool IsAscii)
{
    // A longer chain costs more than hashing all of an id.
    private const int LongestChain = 8;

    private const int LengthShift = 24;
    private const int RowShift = 36;
    private const ulong NotAscii = 1UL << 52;
    private const ulong IsGroup = 1UL << 53;
    private const int FingerprintShift = 54;

    /// <summary>The most bytes that all keys may have together.</summary>
    public const int MaxKeyBytes = 1 << 24;

    /// <summary>The most bytes of one id.</summary>
    public const int MaxIdBytes = 0xFFF;

    /// <summary>The most rows.</summary>
    public const int MaxRows = 0xFFFF;

    /// <summary>Builds the tables.</summary>
    /// <param name="ids">The ids, which differ from each other; where case doesn't count, by more than that.</param>
    /// <param name="starts">Where each id starts in the keys.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are found in either case.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The tables: the same for the same ids.</returns>
    public static IdTableData Build(IReadOnlyList<IdEntry> ids, IReadOnlyList<int> starts, bool ignoreCase, CancellationToken cancellation = default)
    {
        var keys = new Key[ids.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var utf8 = Encoding.UTF8.GetBytes(ids[i].Text);
            keys[i] = new Key(utf8, ids[i].Row, starts[i], IsAscii: utf8.Length == ids[i].Text.Length);
        }

        var longest = 0;
        foreach (var key in keys)
        {
            longest = Math.Max(longest, key.Utf8.Length);
        }

        Array.Sort(keys, static (left, right) => Compare(left.Utf8, right.Utf8));
        var inWords = keys.Where(key => IdHash.HasWords(key.Utf8)).Select(key => key.Utf8).ToArray();
        var words = inWords.Length == 0 ? [] : DiscriminatingWords.Choose(inWords, ignoreCase);
        var groups = Group(keys, words, ignoreCase);
        if (!groups.TrueForAll(group => group.Count <= LongestChain))
        {
            words = [];
            groups = Group(keys, words, ignoreCase);
        }

        var hashes = groups.Select(group => new IdHash(group[0].Utf8, words, ignoreCase)).ToArray();
        var perfect = PerfectHash.Find(hashes, cancellation);
        var slots = new List<ulong>(perfect.Slots.Length + keys.Length - groups.Count);
        slots.AddRange(new ulong[perfect.Slots.Length]);
        for (var i = 0; i < perfect.Slots.Length; i++)
        {
            if (perfect.Slots[i] is >= 0 and var group)
            {
                slots[i] = SlotOf(groups[group], slots) | (hashes[group].Of(perfect.Seed) << FingerprintShift);
            }
        }

        return new IdTableData(
            perfect.Seed,
            words,
            [.. slots],
            perfect.Slots.Length - 1,
            perfect.Displacements,
            longest,
            Array.TrueForAll(keys, key => key.IsAscii));
    }

    private static ulong SlotOf(List<Key> group, List<ulong> slots)
    {
        if (group.Count == 1)
        {
            return SlotOf(group[0]);
        }

        var start = (uint)slots.Count;
        slots.AddRange(group.Select(SlotOf));
        return start | ((ulong)group[0].Utf8.Length << LengthShift) | ((ulong)group.Count << RowShift) | IsGroup;
    }

    private static ulong SlotOf(Key key) =>
        (uint)key.Start | ((ulong)key.Utf8.Length << LengthShift) | ((ulong)key.Row << RowShift) | (key.IsAscii ? 0 : NotAscii);

    // Ids that their hashes can't tell apart, in the order of the ids.
    private static List<List<Key>> Group(Key[] keys, IReadOnlyList<int> words, bool ignoreCase)
    {
        var groups = new Dictionary<string, List<Key>>(keys.Length, StringComparer.Ordinal);
        var ordered = new List<List<Key>>(keys.Length);
        foreach (var key in keys)
        {
            var seen = new IdHash(key.Utf8, words, ignoreCase).Seen;
            if (!groups.TryGetValue(seen, out var group))
            {
                groups.Add(seen, group = []);
                ordered.Add(group);
            }

            group.Add(key);
        }

        return ordered;
    }

    private static int Compare(byte[] left, byte[] right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] != right[i])
            {
                return left[i] - right[i];
            }
        }

        return left.Length - right.Length;
    }

    private sealed record Key(byte[] Utf8, int Row, int Start, bool IsAscii);
}
