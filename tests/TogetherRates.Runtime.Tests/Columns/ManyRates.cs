namespace TogetherRates.Runtime.Tests.Columns;

/// <summary>A table of more models than have rates of their own, which share a few.</summary>
internal static class ManyRates
{
    public const int Models = 5_000;
    private const int Shared = 7;

    public static ModelColumns Columns { get; } = new(
        unit: 1,
        [0, .. Enumerable.Range(1, Models).Select(index => (ushort)RowOf(index))],
        [.. Enumerable.Range(0, Shared + 1).SelectMany(row => new[] { (ulong)InputRate(row), (ulong)OutputRate(row) })],
        isWide: false,
        bothPriced: Models,
        inputPriced: Models,
        static index => index is > 0 and <= Models ? $"model-{index}" : null);

    public static (ushort[] Models, uint[] Input, uint[] Output) Rows(int count)
    {
        var random = new Random(9);
        return (
            [.. Enumerable.Range(0, count).Select(_ => (ushort)random.Next(1, Models + 1))],
            [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(uint.MaxValue))],
            [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(uint.MaxValue))]);
    }

    public static long Cost(int index, uint input, uint output) => (InputRate(RowOf(index)) * input) + (OutputRate(RowOf(index)) * output);

    private static int RowOf(int index) => 1 + (index % Shared);

    private static long InputRate(int row) => row * 1_000_003L;

    private static long OutputRate(int row) => row * 5_000_011L;
}
