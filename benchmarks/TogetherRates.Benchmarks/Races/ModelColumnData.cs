namespace TogetherRates.Benchmarks.Races;

/// <summary>Random rows of a model, input tokens and output tokens, and room for what they cost.</summary>
internal sealed class ModelColumnData
{
    /// <summary>Makes rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="models">The models with the indices from 1 to this one are in them.</param>
    public ModelColumnData(int rows, int models)
    {
        var random = new Random(3);
        Models = new ushort[rows];
        Input = new uint[rows];
        Output = new uint[rows];
        Costs = new long[rows];
        for (var row = 0; row < rows; row++)
        {
            Models[row] = (ushort)random.Next(1, models + 1);
            Input[row] = (uint)random.Next(200_000);
            Output[row] = (uint)random.Next(8_000);
        }

        // A row is read as 10 bytes and written as 8; a copy moves each byte twice.
        Source = new byte[rows * 9L];
        Copy = new byte[rows * 9L];
        Random.Shared.NextBytes(Source);
    }

    public ushort[] Models { get; }

    public uint[] Input { get; }

    public uint[] Output { get; }

    public long[] Costs { get; }

    public byte[] Source { get; }

    public byte[] Copy { get; }
}
