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
    public static IReadOnlyList<int> Choose(IReadOnlyList<byte[]> ids, ulong fold, bool isSampled)
    {
        var words = new List<int>();
        var candidates = Candidates(ids.Count == 0 ? 0 : ids.Max(id => id.Length));
        var mixed = ids.Select(id => (ulong)id.Length).ToArray();
        var ambiguous = Enumerable.Range(0, ids.Count).ToArray();
        while (words.Count < MaxWords && (ambiguous.Length > ids.Count * 3 / 100 || words.Count == 0))
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

    private static int[] Candidates(int longest)
    {
        var reach = Math.Max(Math.Min(longest - IdHash.WordLength + 1, Reach), 1);
        return [.. Enumerable.Range(0, reach).SelectMany(i => new[] { -IdHash.WordLength - i, i })];
    }

    private static int Best(IReadOnlyList<byte[]> ids, int[] sample, ulong[] mixed, int[] candidates, ulong fold)
    {
        var (best, most) = (candidates[0], 0);
        var seen = new SeenNumbers(sample.Length);
        foreach (var candidate in candidates)
        {
            seen.Clear();
            foreach (var i in sample)
            {
                seen.Add(Mix(mixed[i], IdHash.WordAt(ids[i], candidate, fold)));
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
        return [.. Enumerable.Range(0, SampledRuns * RunLength).Select(i => ambiguous[(i / RunLength * stride) + (i % RunLength)])];
    }

    private static int[] Ambiguous(int[] indices, ulong[] mixed)
    {
        var counts = new Dictionary<ulong, int>(indices.Length);
        foreach (var i in indices)
        {
            counts.TryGetValue(mixed[i], out var count);
            counts[mixed[i]] = count + 1;
        }

        return [.. indices.Where(i => counts[mixed[i]] > 1)];
    }

    private static ulong Mix(ulong hash, ulong word)
    {
        hash = unchecked((hash ^ word) * 0x9E37_79B9_7F4A_7C15);
        return hash ^ (hash >> 29);
    }
}
