using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes what changes with the time of day: a switch over the minutes of the day, or of the week where days differ.</summary>
internal static class WindowEmitter
{
    /// <summary>Writes one arm of a switch, which is itself a switch.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="pattern">The pattern of the arm.</param>
    /// <param name="windows">The windows, which tile the week.</param>
    /// <param name="valueOf">What stands for a window.</param>
    /// <param name="minute">The expression of the minute of the week, which is negative when no time is given.</param>
    public static void Emit(
        SourceWriter writer, string pattern, EquatableArray<PriceWindow> windows, Func<PriceWindow, string> valueOf, string minute = "minute")
    {
        var isDaily = windows.All(window => window.Days == Weekdays.All);
        var length = isDaily ? PriceWindow.MinutesPerDay : PriceWindow.MinutesPerWeek;
        writer.Open($"{pattern} => {(isDaily ? $"({minute} % 1440)" : minute)} switch");
        writer.Line("< 0 => default,");
        for (var start = 0; start < length;)
        {
            var window = windows.First(candidate => candidate.Contains(start));
            var end = start + 1;
            while (end < length && window.Contains(end))
            {
                end++;
            }

            writer.Line($"{(end == length ? "_" : "< " + end)} => {valueOf(window)}, // {window}");
            start = end;
        }

        writer.Close(",");
    }
}
