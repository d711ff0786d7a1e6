using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Import;

/// <summary>A stretch of time in which one block of prices holds.</summary>
/// <param name="Since">The first instant; null when it starts with the card.</param>
/// <param name="Before">The first instant after it; null when it ends with the card.</param>
/// <param name="Hours">The hours of the day.</param>
/// <param name="Block">The index of the block.</param>
internal sealed record GenaiWindow(DateTime? Since, DateTime? Before, PriceWindow Hours, int Block);

/// <summary>Turns conditions, of which the last that holds counts, into windows that lie side by side.</summary>
internal static class GenaiWindows
{
    /// <summary>The windows of a list of conditions.</summary>
    /// <param name="conditions">The condition of each block of prices.</param>
    /// <param name="from">When the card comes into force: what ended before is left out.</param>
    /// <returns>Windows that hold every instant from then on once, in the order of time.</returns>
    public static IReadOnlyList<GenaiWindow> Tile(IReadOnlyList<GenaiCondition> conditions, DateOnly from)
    {
        var days = conditions.Select(condition => condition.StartDate).Where(day => day > from).Distinct().Order().Prepend(from).ToList();
        var stretches = new List<(DateOnly? Since, List<(int From, int Until, int Block)> Hours)>();
        foreach (var day in days)
        {
            var hours = HoursOf(conditions, day);
            if (stretches.Count == 0 || !stretches[^1].Hours.SequenceEqual(hours))
            {
                stretches.Add((stretches.Count == 0 ? null : day, hours));
            }
        }

        var windows = new List<GenaiWindow>();
        for (var i = 0; i < stretches.Count; i++)
        {
            var before = i + 1 < stretches.Count ? Midnight(stretches[i + 1].Since) : null;
            windows.AddRange(stretches[i].Hours.Select(hours => new GenaiWindow(
                Midnight(stretches[i].Since), before, new PriceWindow(hours.From, hours.Until, Weekdays.All, TokenPrices.None), hours.Block)));
        }

        return windows;
    }

    private static List<(int From, int Until, int Block)> HoursOf(IReadOnlyList<GenaiCondition> conditions, DateOnly? day)
    {
        var starts = conditions.SelectMany(condition => new[] { condition.From, condition.Until })
            .Where(minute => minute is > 0 and < PriceWindow.MinutesPerDay).Append(0).Distinct().Order().ToList();
        var hours = new List<(int From, int Until, int Block)>();
        for (var i = 0; i < starts.Count; i++)
        {
            var until = i + 1 < starts.Count ? starts[i + 1] : PriceWindow.MinutesPerDay;
            var block = BlockAt(conditions, day, starts[i]);
            if (hours.Count > 0 && hours[^1].Block == block)
            {
                hours[^1] = hours[^1] with { Until = until };
            }
            else
            {
                hours.Add((starts[i], until, block));
            }
        }

        // The hours around midnight are one window.
        if (hours.Count > 2 && hours[0].Block == hours[^1].Block)
        {
            hours[^1] = hours[^1] with { Until = hours[0].Until };
            hours.RemoveAt(0);
        }

        return hours;
    }

    // Where none holds, the first block does.
    private static int BlockAt(IReadOnlyList<GenaiCondition> conditions, DateOnly? day, int minute) =>
        Math.Max(0, conditions.ToList().FindLastIndex(condition => condition.Holds(day, minute)));

    private static DateTime? Midnight(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
