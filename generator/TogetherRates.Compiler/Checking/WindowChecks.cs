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
        _ = Tile([.. windows.Select((window, index) => (window, window.ToString(), index))], WeekTime.Whole, string.Empty, path, problems);

    /// <summary>Checks windows with dates: between any two dates, the windows that hold tile the week, or as much of it as there is.</summary>
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
            .Where(date => date > effective.From && !(date >= effective.Until))
            .ToList();
        var starts = dates.Distinct().OrderBy(date => date).Prepend(effective.From).ToArray();
        for (var i = 0; i < starts.Length; i++)
        {
            var start = starts[i];
            var next = i + 1 < starts.Length ? starts[i + 1] : effective.Until;
            var open = windows
                .Select((window, index) => (Window: window, Index: index))
                .Where(entry => !(entry.Window.Since > start) && !(entry.Window.Before <= start))
                .Select(entry => (entry.Window.Hours, entry.Window.ToString(), entry.Index))
                .ToList();
            if (open.Count == 0)
            {
                problems.AddAtName(Rules.WindowsGap, path, CardDate.TextOf(start), next is { } until ? CardDate.TextOf(until) : "the end of this edition");
                return;
            }

            // What hours alone decide on repeats from week to week, however few of them the edition lasts.
            var time = dates.Count > 0 ? WeekTime.Between(start, next) : WeekTime.Whole;
            var since = start == effective.From ? string.Empty : " since " + CardDate.TextOf(start);
            if (!Tile(open, time, since, path, problems))
            {
                return;
            }
        }
    }

    private static void WarnOfIdle(EquatableArray<TermsWindow> windows, Period effective, CardPath path, ProblemList problems)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            var (window, place) = (windows[i], path.Item(i));
            if (window.Before is { } before && before <= effective.From)
            {
                problems.Add(Rules.WindowNeverHolds, place.Property("before"), $"ends on {CardDate.TextOf(before)}, but the edition starts on {CardDate.TextOf(effective.From)}");
            }
            else if (window.Since is { } since && since >= effective.Until)
            {
                problems.Add(Rules.WindowNeverHolds, place.Property("since"), $"opens on {CardDate.TextOf(since)}, but the edition ends on {CardDate.TextOf(effective.Until.Value)}");
            }
            else if (window is { Since: { } start, Before: { } end } && !WeekTime.Between(start, end).Meets(window.Hours))
            {
                problems.Add(Rules.WindowNeverHolds, place, $"is open {window.Hours}, of which nothing lies between {CardDate.TextOf(start)} and {CardDate.TextOf(end)}");
            }
        }
    }

    private static bool Tile(List<(PriceWindow Hours, string Text, int Index)> windows, WeekTime time, string since, CardPath path, ProblemList problems)
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
                    if (!time.Contains(minute))
                    {
                        continue;
                    }

                    if (owners[minute] != 0)
                    {
                        problems.Add(Rules.WindowsOverlap, path.Item(index), TextOf(minute) + since, windows[owners[minute] - 1].Text);
                        return false;
                    }

                    owners[minute] = i + 1;
                }
            }
        }

        var gap = 0;
        while (gap < time.Length && owners[time.MinuteAt(gap)] != 0)
        {
            gap++;
        }

        if (gap == time.Length)
        {
            return true;
        }

        var end = gap;
        while (end < time.Length && owners[time.MinuteAt(end)] == 0)
        {
            end++;
        }

        problems.AddAtName(Rules.WindowsGap, path, TextOf(time.MinuteAt(gap)), TextOf(time.MinuteAt(end)) + since);
        return false;
    }

    private static string TextOf(int minute)
    {
        var day = (Weekdays)(1 << (minute / PriceWindow.MinutesPerDay % 7));
        return day + " " + PriceWindow.TextOf(minute % PriceWindow.MinutesPerDay);
    }

    // The minutes of the week that there are between two instants: all of them, from Monday on, unless less than a week lies between.
    private sealed record WeekTime(int Start, int Length)
    {
        public static WeekTime Whole { get; } = new(0, PriceWindow.MinutesPerWeek);

        public static WeekTime Between(DateTime start, DateTime? end)
        {
            // A minute that begins or ends in between counts: part of it does.
            var first = start.Ticks / TimeSpan.TicksPerMinute;
            return end is { } until && ((until.Ticks - 1) / TimeSpan.TicksPerMinute) - first + 1 is < PriceWindow.MinutesPerWeek and var length
                ? new WeekTime(PriceWindow.MinuteOf(start), (int)length)
                : Whole;
        }

        public int MinuteAt(int index) => (Start + index) % PriceWindow.MinutesPerWeek;

        public bool Contains(int minute) => Since(minute, Start) < Length;

        // One of the two starts while the other lasts.
        public bool Meets(PriceWindow hours) => hours.Starts().Any(start => Contains(start) || Since(Start, start) < hours.Length);

        private static int Since(int minute, int start) => (minute - start + PriceWindow.MinutesPerWeek) % PriceWindow.MinutesPerWeek;
    }
}
