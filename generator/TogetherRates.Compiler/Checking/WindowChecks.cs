using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 2, windows: the windows of a price tile the week, so that every minute has one price.</summary>
internal static class WindowChecks
{
    /// <summary>Checks the windows of one model.</summary>
    /// <param name="windows">The windows.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(EquatableArray<PriceWindow> windows, CardPath path, ProblemList problems)
    {
        var owners = new int[PriceWindow.MinutesPerWeek];
        for (var i = 0; i < windows.Count; i++)
        {
            foreach (var start in windows[i].Starts())
            {
                for (var offset = 0; offset < windows[i].Length; offset++)
                {
                    var minute = (start + offset) % PriceWindow.MinutesPerWeek;
                    if (owners[minute] != 0)
                    {
                        problems.Add(Rules.WindowsOverlap, path.Item(i), TextOf(minute), windows[owners[minute] - 1].ToString());
                        return;
                    }

                    owners[minute] = i + 1;
                }
            }
        }

        var gap = Array.IndexOf(owners, 0);
        if (gap >= 0)
        {
            var end = Array.FindIndex(owners, gap, owner => owner != 0);
            problems.AddAtName(Rules.WindowsGap, path, TextOf(gap), TextOf(end < 0 ? PriceWindow.MinutesPerWeek : end));
        }
    }

    private static string TextOf(int minute)
    {
        var day = (Weekdays)(1 << (minute / PriceWindow.MinutesPerDay % 7));
        return day + " " + PriceWindow.TextOf(minute % PriceWindow.MinutesPerDay);
    }
}
