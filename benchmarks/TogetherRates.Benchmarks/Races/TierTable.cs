namespace TogetherRates.Benchmarks.Races;

/// <summary>The dense table of the Together card, as a user would write it down.</summary>
internal static class TierTable
{
    public static readonly (long UpTo, decimal PerMillion)[] Rows =
    [
        (4_000_000_000, 0.10m),
        (8_000_000_000, 0.20m),
        (21_000_000_000, 0.30m),
        (41_000_000_000, 0.80m),
        (80_000_000_000, 0.90m),
        (110_000_000_000, 1.80m),
    ];

    public static readonly List<Tier> List = [.. Rows.Select(row => new Tier(row.UpTo, row.PerMillion))];

    public static readonly long[] Bounds = [.. Rows.Select(row => row.UpTo)];

    public static readonly Rate[] Rates = [.. Rows.Select(row => new Rate((long)Money.FromDecimal(row.PerMillion / 1_000_000).Quanta))];

    public static double PerMillion(long size) => size switch
    {
        <= 4_000_000_000 => 0.10,
        <= 8_000_000_000 => 0.20,
        <= 21_000_000_000 => 0.30,
        <= 41_000_000_000 => 0.80,
        <= 80_000_000_000 => 0.90,
        <= 110_000_000_000 => 1.80,
        _ => throw new ArgumentOutOfRangeException(nameof(size)),
    };

    /// <summary>A row of the table.</summary>
    internal sealed record Tier(long UpTo, decimal PerMillion);
}
