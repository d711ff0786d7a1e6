namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>Chooses the blocks in which ids differ most, so that a hash need not look at all of an id.</summary>
internal static class DiscriminatingBlocks
{
    private const int Sets = 1 << IdHash.Blocks;

    // A block more costs each lookup a few instructions, an id that shares a slot costs its own a hundred.
    private const int MostShare = 32;

    /// <summary>Chooses blocks.</summary>
    /// <param name="utf8">All ids in UTF-8.</param>
    /// <param name="ids">Where those stand that are short enough to be hashed by blocks.</param>
    /// <param name="ignoreCase">Whether letters count in one case only.</param>
    /// <returns>The fewest that tell almost all ids apart, a bit for each.</returns>
    public static int Choose(byte[] utf8, IdPlace[] ids, bool ignoreCase)
    {
        var (lowers, uppers) = HalvesOf(utf8, ids, ignoreCase);
        var seen = new SeenNumbers(ids.Length);
        var (best, most) = (0, 0);
        for (var count = 1; count <= IdHash.Blocks; count++)
        {
            for (var set = 1; set < Sets; set++)
            {
                if (CountOf(set) == count && Different(set) is var different && different > most)
                {
                    (best, most) = (set, different);
                }
            }

            if (ids.Length - most <= ids.Length / MostShare)
            {
                break;
            }
        }

        return best;

        int Different(int set)
        {
            seen.Clear();
            for (var i = 0; i < ids.Length; i++)
            {
                var (lower, upper) = (0UL, 0UL);
                for (var block = IdHash.Blocks - 1; block >= 0; block--)
                {
                    if ((set & (1 << block)) != 0)
                    {
                        lower = IdHash.Add(lower, lowers[(i * IdHash.Blocks) + block]);
                        upper = IdHash.Add(upper, uppers[(i * IdHash.Blocks) + block]);
                    }
                }

                seen.Add(Mix(Mix((ulong)ids[i].Length, lower), upper));
            }

            return seen.Count;
        }
    }

    private static (ulong[] Lowers, ulong[] Uppers) HalvesOf(byte[] utf8, IdPlace[] ids, bool ignoreCase)
    {
        var (lowers, uppers) = (new ulong[ids.Length * IdHash.Blocks], new ulong[ids.Length * IdHash.Blocks]);
        for (var i = 0; i < lowers.Length; i++)
        {
            lowers[i] = IdHash.BlockOf(utf8, ids[i / IdHash.Blocks], i % IdHash.Blocks, ignoreCase, out uppers[i]);
        }

        return (lowers, uppers);
    }

    private static int CountOf(int set)
    {
        var count = 0;
        for (; set != 0; set &= set - 1)
        {
            count++;
        }

        return count;
    }

    // That two ids get one number by accident only costs a good block.
    private static ulong Mix(ulong hash, ulong half)
    {
        hash = unchecked((hash ^ half) * 0x9E37_79B9_7F4A_7C15);
        return hash ^ (hash >> 29);
    }
}
