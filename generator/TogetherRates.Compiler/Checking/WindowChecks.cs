using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 2, windows: the windows of a price tile the time, so that every minute has one price.</summary>
internal static class WindowChecks
{
    /// <summary>Checks windows of the week.</summary>
    /// <param name="windows">The windows.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(EquatableArray<PriceWindow> windows, CardPath path, ProblemList problems) =>
        _ = Tile([.. windows.Select((window, index) => (window, window.ToString(), index))], string.Empty, path, problems);

    /// <summary>Checks windows with dates: between any two dates, the windows that hold tile the week.</summary>
    /// <param name="windows">The windows.</param>
    /// <param name="effective">When the card is in force; other times don't matter.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(EquatableArray<TermsWindow> windows, Period effective, CardPath path, ProblemList problems)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            if (windows[i] is { Since: { } since, Before: { } before } && before <= since)
            {
                problems.Add(Rules.EmptyPeriod, path.Item(i).Property("before"), CardDate.TextOf(before), CardDate.TextOf(since), "before");
                return;
            }
        }

        WarnOfIdle(windows, effective, path, problems);

        // Nothing changes between two dates, so one look at each stretch is enough.
        var dates = windows
            .SelectMany(window => new[] { window.Since, window.Before })
            .OfType<DateTime>()
            .Where(date => date > effective.From && !(date >= effective.Until));
        var starts = dates.Distinct().OrderBy(date => date).Prepend(effective.From).ToArray();
        for (var i = 0; i < starts.Length; i++)
        {
            var start = starts[i];
            var open = windows
                .Select((window, index) => (Window: window, Index: index))
                .Where(entry => !(entry.Window.Since > start) && !(entry.Window.Before <= start))
                .Select(entry => (entry.Window.Hours, entry.Window.ToString(), entry.Index))
                .ToList();
            if (open.Count == 0)
            {
                var end = i + 1 < starts.Length ? starts[i + 1] : effective.Until;
                problems.AddAtName(Rules.WindowsGap, path, CardDate.TextOf(start), end is { } until ? CardDate.TextOf(until) : "the end of this edition");
                return;
            }

            var since = start == effective.From ? string.Empty : " since " + CardDate.TextOf(start);
            if (!Tile(open, since, path, problems))
            {
                return;
            }
        }
    }

    private static void WarnOfIdle(EquatableArray<TermsWindow> windows, Period effective, CardPath path, ProblemList problems)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            if (windows[i].Before is { } before && before <= effective.From)
            {
                problems.Add(Rules.WindowNeverHolds, path.Item(i).Property("before"), "ends", CardDate.TextOf(before), "starts", CardDate.TextOf(effective.From));
            }
            else if (windows[i].Since is { } since && since >= effective.Until)
            {
                problems.Add(Rules.WindowNeverHolds, path.Item(i).Property("since"), "opens", CardDate.TextOf(since), "ends", CardDate.TextOf(effective.Until.Value));
            }
        }
    }

    private static bool Tile(List<(PriceWindow Hours, string Text, int Index)> windows, string since, CardPath path, ProblemList problems)
    {
        var owners = new int[PriceWindow.MinutesPerWeek];
        for (var i = 0; i < windows.Count; i++)
        {
            var (hours, _, index) = windows[i];
            foreach (var start in hours.Starts())
            {
                for (var offset = 0; offset < hours.Length; offset++)
                {
                    var minute = (start + offset) % PriceWindow.MinutesPerWeek;
                    if (owners[minute] != 0)
                    {
                        problems.Add(Rules.WindowsOverlap, path.Item(index), TextOf(minute) + since, windows[owners[minute] - 1].Text);
                        return false;
                    }

                    owners[minute] = i + 1;
                }
            }
        }

        var gap = Array.IndexOf(owners, 0);
        if (gap >= 0)
        {
            var end = Array.FindIndex(owners, gap, owner => owner != 0);
            problems.AddAtName(Rules.WindowsGap, path, TextOf(gap), TextOf(end < 0 ? PriceWindow.MinutesPerWeek : end) + since);
        }

        return gap < 0;
    }

    private static string TextOf(int minute)
    {
        var day = (Weekdays)(1 << (minute / PriceWindow.MinutesPerDay % 7));
        return day + " " + PriceWindow.TextOf(minute % PriceWindow.MinutesPerDay);
    }
}
