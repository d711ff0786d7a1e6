namespace TogetherRates.Benchmarks.Races;

/// <summary>Random rows of a size and tokens, and room for what they cost.</summary>
internal sealed class SizeColumnData
{
    public SizeColumnData(int rows)
    {
        var random = new Random(4);
        var bounds = TierTable.Bounds.Prepend(0).ToArray();
        Sizes = new long[rows];
        Tokens = new uint[rows];
        Costs = new long[rows];
        for (var row = 0; row < rows; row++)
        {
            var tier = random.Next(TierTable.Bounds.Length);
            Sizes[row] = random.NextInt64(bounds[tier] + 1, bounds[tier + 1] + 1);
            Tokens[row] = (uint)random.Next(200_000);
        }

        // A row is read as 12 bytes and written as 8.
        Source = new byte[rows * 10L];
        Copy = new byte[rows * 10L];
        Random.Shared.NextBytes(Source);
    }

    public long[] Sizes { get; }

    public uint[] Tokens { get; }

    public long[] Costs { get; }

    public byte[] Source { get; }

    public byte[] Copy { get; }
}
