using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Checking;

/// <content>Prices by GPU and time.</content>
internal static partial class EditionChecks
{
    private static IEnumerable<Change> CompareDedicated(Card older, Card newer)
    {
        if (older.Dedicated is not { } before || newer.Dedicated is not { } now)
        {
            return [];
        }

        var gpus = before.Gpus.ToDictionary(gpu => gpu.Id, StringComparer.Ordinal);
        return now.Gpus.Where(gpu => gpus.ContainsKey(gpu.Id)).Select(gpu => new Change(
            PriceScale.PerGpuHour(before, gpus[gpu.Id]), PriceScale.PerGpuHour(now, gpu), "hour of a GPU", PriceRows.PathOf(gpu)));
    }
}
