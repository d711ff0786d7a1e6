namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>Chooses the places at which ids differ: the few words of four bytes that tell most of them apart.</summary>
internal static class DiscriminatingWords
{
    private const int MaxWords = 3;
    private const int Reach = 48;

    // Neighbours in the order of their ids are the ones that are hard to tell apart, so ids are sampled in runs.
    private const int SampledRuns = 64;
    private const int RunLength = 8;

    /// <summary>Chooses the words, the best one first.</summary>
    /// <param name="ids">The ids in UTF-8, each at least a word long, in ordinal order.</param>
    /// <param name="fold">Bits to set in each unit.</param>
    /// <param name="isSampled">Whether to look at some of the ids only, which is far quicker and mostly as good.</param>
    /// <returns>One to three places; fewer where more would not help.</returns>
    public static IReadOnlyList<int> Choose(byte[][] ids, ulong fold, bool isSampled)
    {
        var words = new List<int>();
        var candidates = Candidates(ids);
        var mixed = new ulong[ids.Length];
        var ambiguous = new int[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            (mixed[i], ambiguous[i]) = ((ulong)ids[i].Length, i);
        }

        while (words.Count < MaxWords && (ambiguous.Length > ids.Length * 3 / 100 || words.Count == 0))
        {
            var best = Best(ids, isSampled ? Sample(ambiguous) : ambiguous, mixed, candidates, fold);
            foreach (var i in ambiguous)
            {
                mixed[i] = Mix(mixed[i], IdHash.WordAt(ids[i], best, fold));
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

    private static int[] Candidates(byte[][] ids)
    {
        var longest = 0;
        foreach (var id in ids)
        {
            longest = Math.Max(longest, id.Length);
        }

        var reach = Math.Max(Math.Min(longest - IdHash.WordLength + 1, Reach), 1);
        var candidates = new int[2 * reach];
        for (var i = 0; i < reach; i++)
        {
            candidates[2 * i] = -IdHash.WordLength - i;
            candidates[(2 * i) + 1] = i;
        }

        return candidates;
    }

    private static int Best(byte[][] ids, int[] sample, ulong[] mixed, int[] candidates, ulong fold)
    {
        var (best, most) = (candidates[0], 0);
        var seen = new SeenNumbers(sample.Length);
        foreach (var candidate in candidates)
        {
            seen.Clear();
            foreach (var i in sample)
            {
                _ = seen.Add(Mix(mixed[i], IdHash.WordAt(ids[i], candidate, fold)));
            }

            if (seen.Count > most)
            {
                (best, most) = (candidate, seen.Count);
            }
        }

        return best;
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

    private static ulong Mix(ulong hash, ulong word)
    {
        hash = unchecked((hash ^ word) * 0x9E37_79B9_7F4A_7C15);
        return hash ^ (hash >> 29);
    }
}
