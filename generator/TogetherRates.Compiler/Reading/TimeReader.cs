using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads dates and times of day. All are in UTC.</summary>
internal static class TimeReader
{
    private static readonly string[] DayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Reads an instant.</summary>
    /// <param name="owner">The object that has it.</param>
    /// <param name="name">The property.</param>
    /// <param name="value">The property's value.</param>
    /// <returns>The instant, or null.</returns>
    public static DateTime? ReadInstant(ObjectReader owner, string name, JsonNode? value)
    {
        if (value is null || owner.Label(name, value) is not { } text)
        {
            return null;
        }

        if (CardDate.TryParse(text, out var time))
        {
            return time;
        }

        owner.Problems.Add(Rules.BadDate, value.Span, text);
        return null;
    }

    /// <summary>Reads a time of day such as <c>16:30</c>.</summary>
    /// <param name="owner">The object that has it.</param>
    /// <param name="name">The property.</param>
    /// <param name="isEnd">Whether something ends then: only an end can be <c>24:00</c>, the end of the day.</param>
    /// <returns>The minute of the day, or null.</returns>
    public static int? ReadTimeOfDay(ObjectReader owner, string name, bool isEnd)
    {
        if (owner.Require(name, "a time of day in UTC, such as \"16:30\"") is not { } value || owner.Label(name, value) is not { } text)
        {
            return null;
        }

        if (text.Length == 5 && text[2] == ':'
            && int.TryParse(text.Substring(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(text.Substring(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes < 60 && (hours * 60) + minutes <= (isEnd ? PriceWindow.MinutesPerDay : PriceWindow.MinutesPerDay - 1))
        {
            return (hours * 60) + minutes;
        }

        owner.Problems.Add(Rules.UnreadableUnit, value.Span, text, "a time of day", "\"16:30\", in UTC");
        return null;
    }

    /// <summary>Reads days of the week.</summary>
    /// <param name="owner">The object that has them.</param>
    /// <param name="name">The property.</param>
    /// <returns>The days; every day when nothing is said.</returns>
    public static Weekdays ReadDays(ObjectReader owner, string name)
    {
        if (owner.FilledList(name, "one day") is not { } list)
        {
            return Weekdays.All;
        }

        var days = Weekdays.None;
        foreach (var item in list.Items)
        {
            var index = owner.Word(name, item, DayNames);
            var day = index < 0 ? Weekdays.None : (Weekdays)(1 << index);
            if ((days & day) != Weekdays.None)
            {
                owner.Problems.Add(Rules.Contradiction, item.Span, DayNames[index], DayNames[index], "name each day once");
            }

            days |= day;
        }

        return days;
    }
}
