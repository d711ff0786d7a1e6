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

        // That two ids get one number by accident only costs a good block. To keep what was read of each would be more memory than all of them.
        int Different(int set)
        {
            seen.Clear();
            foreach (var id in ids)
            {
                seen.Add(new IdHash(utf8, id, set, ignoreCase).GetHashCode());
            }

            return seen.Count;
        }
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
}
