namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>Hash and displace: a slot of its own for each of many hashes, by one number for each bucket of them.</summary>
/// <param name="Seed">What the hashes of the ids were computed with.</param>
/// <param name="Slots">For each slot which id is in it, by its index; -1 for none. A power of two.</param>
/// <param name="Displacements">For each bucket what its hashes' places are combined with.</param>
internal sealed record PerfectHash(ulong Seed, int[] Slots, byte[] Displacements)
{
    private const int AttemptsPerSize = 32;
    private const int MaxSlots = 1 << 22;

    /// <summary>Finds seed and displacements.</summary>
    /// <param name="ids">The ids; each two have different hashes for almost all seeds.</param>
    /// <param name="count">How many they are, from the first.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>The tables.</returns>
    public static PerfectHash Find(IdHash[] ids, int count, CancellationToken cancellation)
    {
        var state = 0UL;
        var hashes = new ulong[count];
        for (var size = SizeFor(count); size <= MaxSlots; size *= 2)
        {
            var (slots, displacements) = (new int[size], new byte[size / 4]);
            var buckets = new Buckets(hashes, displacements.Length, size);
            for (var attempt = 0; attempt < AttemptsPerSize; attempt++)
            {
                cancellation.ThrowIfCancellationRequested();
                var seed = NextSeed(ref state);
                for (var i = 0; i < hashes.Length; i++)
                {
                    hashes[i] = ids[i].Of(seed);
                }

                if (TryPlace(buckets, slots, displacements))
                {
                    return new PerfectHash(seed, slots, displacements);
                }
            }
        }

        throw new InvalidOperationException("No perfect hash: are two ids the same?");
    }

    /// <summary>The bucket of a hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="buckets">How many buckets there are.</param>
    /// <returns>Its index.</returns>
    public static int BucketOf(ulong hash, int buckets) => (int)(((ulong)(uint)hash * (ulong)buckets) >> 32);

    /// <summary>The slot of a hash before it is displaced.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="slots">How many slots there are.</param>
    /// <returns>Its index.</returns>
    public static int PlaceOf(ulong hash, int slots) => (int)((uint)(hash >> 32) & (uint)(slots - 1));

    // At least a fifth of the slots stays free, so that the last buckets still find room.
    private static int SizeFor(int count)
    {
        var size = 8;
        while (size * 4L < count * 5L)
        {
            size *= 2;
        }

        return size;
    }

    private static bool TryPlace(Buckets buckets, int[] slots, byte[] displacements)
    {
        buckets.Fill();
        Array.Clear(displacements, 0, displacements.Length);
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = -1;
        }

        // The fullest first, while there is most room.
        for (var count = buckets.Largest; count > 0; count--)
        {
            for (var bucket = 0; bucket < displacements.Length; bucket++)
            {
                if (buckets.CountOf(bucket) == count && (buckets.HasTwins(bucket) || !buckets.TryDisplace(bucket, slots, out displacements[bucket])))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // SplitMix64: the same seeds in the same order on every machine.
    private static ulong NextSeed(ref ulong state)
    {
        state = unchecked(state + 0x9E37_79B9_7F4A_7C15);
        var seed = unchecked((state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9);
        seed = unchecked((seed ^ (seed >> 27)) * 0x94D0_49BB_1331_11EB);
        return seed ^ (seed >> 31);
    }

    // Which ids meet in each bucket. Lists of numbers in arrays: thousands of buckets are made in each attempt.
    private sealed class Buckets
    {
        private readonly ulong[] hashes;
        private readonly int size;
        private readonly int[] counts;
        private readonly int[] lastOf;
        private readonly int[] before;

        public Buckets(ulong[] hashes, int buckets, int size)
        {
            this.hashes = hashes;
            this.size = size;
            counts = new int[buckets];
            lastOf = new int[buckets];
            before = new int[hashes.Length];
        }

        public int Largest { get; private set; }

        // Puts the hashes, which are others for each seed, into buckets.
        public void Fill()
        {
            Largest = 0;
            Array.Clear(counts, 0, counts.Length);
            for (var i = 0; i < hashes.Length; i++)
            {
                var bucket = BucketOf(hashes[i], counts.Length);
                before[i] = counts[bucket] == 0 ? -1 : lastOf[bucket];
                lastOf[bucket] = i;
                Largest = Math.Max(Largest, ++counts[bucket]);
            }
        }

        public int CountOf(int bucket) => counts[bucket];

        public bool HasTwins(int bucket)
        {
            for (var i = lastOf[bucket]; i >= 0; i = before[i])
            {
                for (var other = before[i]; other >= 0; other = before[other])
                {
                    if (PlaceOf(hashes[i], size) == PlaceOf(hashes[other], size))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        public bool TryDisplace(int bucket, int[] slots, out byte displacement)
        {
            // As far as a byte of UTF-8 is one character, as which displacements are written.
            var limit = Math.Min(size, sbyte.MaxValue + 1);
            for (var d = 0; d < limit; d++)
            {
                if (IsFree(bucket, slots, d))
                {
                    for (var i = lastOf[bucket]; i >= 0; i = before[i])
                    {
                        slots[PlaceOf(hashes[i], size) ^ d] = i;
                    }

                    displacement = (byte)d;
                    return true;
                }
            }

            displacement = 0;
            return false;
        }

        private bool IsFree(int bucket, int[] slots, int displacement)
        {
            for (var i = lastOf[bucket]; i >= 0; i = before[i])
            {
                if (slots[PlaceOf(hashes[i], size) ^ displacement] >= 0)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
