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
            yield return IdRaces.Hits(20, 1);
            yield return IdRaces.Hits(300, 1 / 0.26);
            yield return IdRaces.Hits(3_000, 1 / 0.31);
            yield return IdRaces.Misses();
            yield return IdRaces.Popular();
            yield return IdRaces.Utf8(hits: true);
            yield return IdRaces.Utf8(hits: false);
            yield return IdRaces.IgnoringCase();
            yield return IdRaces.Latency();
            yield return FirstPriceRace.Create();
            yield return StartRace.Create();
            yield return RequestRaces.Of(PublicIds.Popular, $"{PublicIds.Popular.Count} popular models");
            yield return RequestRaces.Of(PublicIds.Sample(2_600), "2,600 models alike");
            foreach (var race in MoneyRaces.All())
            {
                yield return race;
            }

            foreach (var models in (int[])[ManyModels.DistinctPrices, ManyModels.Count])
            {
                yield return ColumnRaces.Models(ColumnRaces.ManyRows, models);
                yield return ColumnRaces.Models(ColumnRaces.CachedRows, models);
                yield return ColumnRaces.Sum(ColumnRaces.ManyRows, models);
                yield return ColumnRaces.Sum(ColumnRaces.CachedRows, models);
            }

            yield return ColumnRaces.Sizes(ColumnRaces.ManyRows);
            yield return ColumnRaces.Sizes(ColumnRaces.CachedRows);
            yield return BuildRaces.Edits();
            yield return BuildRaces.Cold();
            yield return BuildRaces.Compilation();
            yield return NpmRaces.Requests();
        }
    }
}
