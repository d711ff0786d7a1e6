namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>The constant tables in which <c>TogetherRates.IdTable</c> finds ids. Its documentation says what a slot holds.</summary>
/// <param name="Seed">What is added to the blocks before they are multiplied.</param>
/// <param name="Blocks">The blocks that the hash is made of, a bit for each; 0 when it is made of the whole id.</param>
/// <param name="Slots">The slots that a hash leads to, and the members of groups of ids with equal hashes after them.</param>
/// <param name="Mask">The number of slots that a hash leads to, less one.</param>
/// <param name="Displacements">The displacements.</param>
/// <param name="Longest">The bytes of the longest id.</param>
/// <param name="IsAscii">Whether all ids are in ASCII.</param>
internal sealed record IdTableData(
    ulong Seed, int Blocks, ulong[] Slots, int Mask, byte[] Displacements, int Longest, bool IsAscii)
{
    // A longer chain costs more than hashing all of an id.
    private const int LongestChain = 8;

    private const ulong NotAscii = 1 << 15;
    private const int RowShift = 16;
    private const int KeyShift = 32;
    private const ulong EndOfGroup = 0;

    /// <summary>Builds the tables.</summary>
    /// <param name="keys">The ids, which differ from each other; where case doesn't count, by more than that.</param>
    /// <param name="ignoreCase">Whether letters of ASCII are found in either case.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The tables: the same for the same text.</returns>
    public static IdTableData Build(IdKeys keys, bool ignoreCase, CancellationToken cancellation = default)
    {
        var ids = keys.Places;
        var longest = 0;
        var isAscii = true;
        foreach (var id in ids)
        {
            longest = Math.Max(longest, id.Length);
            isAscii &= id.IsAscii;
        }

        var inBlocks = longest == 0 || IdHash.HasBlocks(new IdPlace(0, longest, 0, isAscii)) ? ids : Array.FindAll(ids, IdHash.HasBlocks);
        var blocks = inBlocks.Length == 0 ? 0 : DiscriminatingBlocks.Choose(keys.Utf8, inBlocks, ignoreCase);
        var groups = new Groups(keys.Utf8, ids, blocks, ignoreCase);
        if (groups.HasLongChain || groups.MixLengths)
        {
            blocks = 0;
            groups = new Groups(keys.Utf8, ids, blocks, ignoreCase);
        }

        var hashes = groups.Hashes;
        var perfect = PerfectHash.Find(hashes, groups.Count, cancellation);
        var slots = new ulong[perfect.Slots.Length + groups.SlotsBehind];
        var behind = perfect.Slots.Length;
        for (var i = 0; i < perfect.Slots.Length; i++)
        {
            if (perfect.Slots[i] is >= 0 and var group)
            {
                slots[i] = SlotOf(group);
            }
        }

        return new IdTableData(
            perfect.Seed,
            blocks,
            slots,
            perfect.Slots.Length - 1,
            perfect.Displacements,
            longest,
            isAscii);

        ulong SlotOf(int group)
        {
            if (groups.NextOf(groups.FirstOf(group)) < 0)
            {
                return IdTableData.SlotOf(ids[groups.FirstOf(group)]);
            }

            var start = behind;
            for (var id = groups.FirstOf(group); id >= 0; id = groups.NextOf(id))
            {
                slots[behind++] = IdTableData.SlotOf(ids[id]);
            }

            slots[behind++] = EndOfGroup;
            return (uint)ids[groups.FirstOf(group)].Length | ((ulong)start << KeyShift);
        }
    }

    private static ulong SlotOf(IdPlace id) =>
        (uint)id.Length | (id.IsAscii ? 0 : NotAscii) | ((ulong)id.Row << RowShift) | ((ulong)id.Start << KeyShift);

    // Ids that their hashes can't tell apart, in the order of the text. Chains of numbers in arrays: nearly all groups are of one.
    private sealed class Groups
    {
        private readonly int[] firsts;
        private readonly int[] nexts;
        private readonly IdHash[] hashes;

        public Groups(byte[] utf8, IdPlace[] ids, int blocks, bool ignoreCase)
        {
            (firsts, nexts, hashes) = (new int[ids.Length], new int[ids.Length], new IdHash[ids.Length]);
            var size = 16;
            while (size < 2 * ids.Length)
            {
                size *= 2;
            }

            // Groups by their hashes, each from 1, where there is room. From the last id, so that each goes before the others of its group.
            var table = new int[size];
            for (var i = ids.Length - 1; i >= 0; i--)
            {
                var hash = new IdHash(utf8, ids[i], blocks, ignoreCase);
                var place = hash.GetHashCode() & (table.Length - 1);
                while (table[place] is > 0 and var other && !hashes[other - 1].Equals(hash))
                {
                    place = (place + 1) & (table.Length - 1);
                }

                var group = table[place] - 1;
                if (group < 0)
                {
                    group = Count;
                    table[place] = ++Count;
                    (firsts[group], hashes[group], nexts[i]) = (i, hash, -1);
                }
                else
                {
                    MixLengths |= ids[firsts[group]].Length != ids[i].Length;
                    SlotsBehind += nexts[firsts[group]] < 0 ? 3 : 1;
                    (firsts[group], nexts[i]) = (i, firsts[group]);
                }

                HasLongChain = HasLongChain || LengthOf(group) > LongestChain;
            }
        }

        public int Count { get; }

        // What the ids of each have in common. Behind the last are none.
        public IdHash[] Hashes => hashes;

        // Whether so many ids share one that hashing all of them costs less. Nobody walks along such a chain again.
        public bool HasLongChain { get; }

        // Whether ids of different length share one, which a slot has no room for.
        public bool MixLengths { get; }

        // The slots of those that share one, and one at the end of each.
        public int SlotsBehind { get; }

        public int FirstOf(int group) => firsts[group];

        public int NextOf(int id) => nexts[id];

        private int LengthOf(int group)
        {
            var length = 0;
            for (var id = firsts[group]; id >= 0; id = nexts[id])
            {
                length++;
            }

            return length;
        }
    }
}
