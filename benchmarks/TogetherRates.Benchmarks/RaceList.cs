using TogetherRates.Benchmarks.Races;
using TogetherRates.Benchmarks.Racing;

namespace TogetherRates.Benchmarks;

/// <summary>Every race, in the order of the results.</summary>
public static class RaceList
{
    /// <summary>The races whose name contains a text.</summary>
    /// <param name="part">The text, in any case.</param>
    public static IEnumerable<Race> Named(string part) => All.Where(race => race.Name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>The races, each set up when it is reached: columns are large.</summary>
    public static IEnumerable<Race> All
    {
        get
        {
            yield return SizeTierRaces.Throughput(SizeOrder.Random);
            yield return SizeTierRaces.Throughput(SizeOrder.Repeated);
            yield return SizeTierRaces.Latency();
            yield return ColumnRaces.Models(ColumnRaces.ManyRows);
            yield return ColumnRaces.Models(ColumnRaces.CachedRows);
            yield return ColumnRaces.Sum(ColumnRaces.ManyRows);
            yield return ColumnRaces.Sizes(ColumnRaces.ManyRows);
            yield return ColumnRaces.Sizes(ColumnRaces.CachedRows);
        }
    }
}
