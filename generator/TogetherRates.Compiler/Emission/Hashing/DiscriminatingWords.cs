namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>Chooses the places at which ids differ most, so that a hash need not look at all of an id.</summary>
internal static class DiscriminatingWords
{
    private const int MaxWords = 3;

    // A word more costs each lookup a few instructions, an id that shares a slot costs its own a hundred.
    private const int MostShare = 16;

    // Neighbours in the order of their ids are the ones that are hard to tell apart, so ids are sampled in runs. What does best on them is
    // tried on all.
    private const int SampledRuns = 64;
    private const int RunLength = 8;
    private const int Finalists = 6;

    /// <summary>Chooses words.</summary>
    /// <param name="ids">The ids in UTF-8, in their order, none of them too long for words.</param>
    /// <param name="ignoreCase">Whether letters count in one case only.</param>
    /// <returns>Where the words are, in the order in which they help; one at least.</returns>
    public static IReadOnlyList<int> Choose(byte[][] ids, bool ignoreCase)
    {
        var words = new List<int>();
        var candidates = Candidates(ids);
        var mixed = new ulong[ids.Length];
        var ambiguous = new int[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            (mixed[i], ambiguous[i]) = ((ulong)ids[i].Length, i);
        }

        while (words.Count < MaxWords && (ambiguous.Length > ids.Length / MostShare || words.Count == 0))
        {
            var best = Best(ids, ambiguous, mixed, candidates, ignoreCase);
            foreach (var i in ambiguous)
            {
                mixed[i] = MixedWith(ids[i], best, mixed[i], ignoreCase);
            }

            var left = Ambiguous(ambiguous, mixed);
            if (left.Length == ambiguous.Length && words.Count > 0)
            {
                break;
            }

            words.Add(best);
            ambiguous = left;
        }

        return words;
    }

    // Every place of the shorter ids, from either end.
    private static int[] Candidates(byte[][] ids)
    {
        var longest = IdHash.WordLength;
        foreach (var id in ids)
        {
            longest = Math.Max(longest, id.Length);
        }

        var reach = longest - IdHash.WordLength + 1;
        var candidates = new int[2 * reach];
        for (var i = 0; i < reach; i++)
        {
            candidates[2 * i] = -IdHash.WordLength - i;
            candidates[(2 * i) + 1] = i;
        }

        return candidates;
    }

    private static int Best(byte[][] ids, int[] ambiguous, ulong[] mixed, int[] candidates, bool ignoreCase)
    {
        var sample = Sample(ambiguous);
        var counts = new int[candidates.Length];
        var seen = new SeenNumbers(ambiguous.Length);
        for (var i = 0; i < candidates.Length; i++)
        {
            counts[i] = CountWith(candidates[i], sample);
        }

        if (sample == ambiguous)
        {
            return candidates[IndexOfMost(counts)];
        }

        var (best, most) = (candidates[0], -1);
        for (var i = 0; i < Finalists; i++)
        {
            var finalist = IndexOfMost(counts);
            counts[finalist] = -1;
            var count = CountWith(candidates[finalist], ambiguous);
            (best, most) = count > most ? (candidates[finalist], count) : (best, most);
        }

        return best;

        int CountWith(int candidate, int[] indices)
        {
            seen.Clear();
            foreach (var i in indices)
            {
                _ = seen.Add(MixedWith(ids[i], candidate, mixed[i], ignoreCase));
            }

            return seen.Count;
        }
    }

    private static int IndexOfMost(int[] counts)
    {
        var most = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            most = counts[i] > counts[most] ? i : most;
        }

        return most;
    }

    private static int[] Sample(int[] ambiguous)
    {
        if (ambiguous.Length <= SampledRuns * RunLength)
        {
            return ambiguous;
        }

        var stride = ambiguous.Length / SampledRuns;
        var sample = new int[SampledRuns * RunLength];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = ambiguous[(i / RunLength * stride) + (i % RunLength)];
        }

        return sample;
    }

    private static int[] Ambiguous(int[] indices, ulong[] mixed)
    {
        var seen = new SeenNumbers(indices.Length);
        var twice = new SeenNumbers(indices.Length);
        foreach (var i in indices)
        {
            if (!seen.Add(mixed[i]))
            {
                _ = twice.Add(mixed[i]);
            }
        }

        var left = new List<int>();
        foreach (var i in indices)
        {
            if (twice.Contains(mixed[i]))
            {
                left.Add(i);
            }
        }

        return [.. left];
    }

    // A number for all words of an id that have been chosen. That two ids get one by accident only costs a good word.
    private static ulong MixedWith(byte[] id, int word, ulong mixed, bool ignoreCase)
    {
        var lower = IdHash.WordAt(id, word, ignoreCase, out var upper);
        return Mix(Mix(mixed, lower), upper);
    }

    private static ulong Mix(ulong hash, ulong half)
    {
        hash = unchecked((hash ^ half) * 0x9E37_79B9_7F4A_7C15);
        return hash ^ (hash >> 29);
    }
}
