using System.Globalization;
using System.Text.Json;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Import;

/// <summary>When prices of genai-prices' collection hold.</summary>
/// <param name="StartDate">The first day, in UTC; null when the day doesn't matter.</param>
/// <param name="From">The first minute of each day.</param>
/// <param name="Until">The first minute of each day at which they don't hold any more.</param>
internal sealed record GenaiCondition(DateOnly? StartDate, int From, int Until)
{
    private static readonly string[] TimeFormats = ["HH:mm:ssK", "HH:mm:ss.FFFFFFK", "HH:mmK"];

    private static GenaiCondition Always { get; } = new(null, 0, PriceWindow.MinutesPerDay);

    /// <summary>Reads the condition of a block of prices.</summary>
    /// <param name="block">The block.</param>
    /// <exception cref="EntryException">The condition can't be told in a card.</exception>
    public static GenaiCondition Read(JsonElement block)
    {
        if (block.ValueKind != JsonValueKind.Object || !block.TryGetProperty("prices", out _))
        {
            throw new EntryException("a block of its prices has no 'prices'");
        }

        UnknownProperty.ThrowIfAny(block, "a block of its prices", "prices", "constraint");
        if (!block.TryGetProperty("constraint", out var constraint) || constraint.ValueKind == JsonValueKind.Null)
        {
            return Always;
        }

        if (constraint.ValueKind != JsonValueKind.Object)
        {
            throw new EntryException("the constraint of its prices isn't an object");
        }

        var names = constraint.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal).ToList();
        return names switch
        {
            ["start_date"] => Always with { StartDate = DateOf(constraint.GetProperty("start_date")) },
            ["end_time", "start_time"] => HoursOf(constraint.GetProperty("start_time"), constraint.GetProperty("end_time")),
            _ => throw new EntryException($"its prices depend on {string.Join(", ", names)}, which isn't known"),
        };
    }

    /// <summary>Whether the prices hold.</summary>
    /// <param name="day">The day; null before all that the source names.</param>
    /// <param name="minute">The minute of the day.</param>
    public bool Holds(DateOnly? day, int minute) => (StartDate is null || StartDate <= day) && From <= minute && minute < Until;

    // The source compares times of one day, so no time lies in hours that go on past midnight, which are hardly meant so.
    private static GenaiCondition HoursOf(JsonElement start, JsonElement end)
    {
        var hours = Always with { From = MinuteOf(start), Until = MinuteOf(end) };
        return hours.From < hours.Until
            ? hours
            : throw new EntryException($"its prices from {start.GetRawText()} to {end.GetRawText()} never hold in the source, which takes both for times of one day");
    }

    private static DateOnly DateOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new EntryException($"start_date is {value.GetRawText()}, not a date");

    private static int MinuteOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || !DateTimeOffset.TryParseExact(
            value.GetString(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            throw new EntryException($"{value.GetRawText()} isn't a time of day");
        }

        return time.Offset != TimeSpan.Zero ? throw new EntryException($"{value.GetRawText()} isn't in UTC, as the windows of a card are")
            : time.Ticks % TimeSpan.TicksPerMinute != 0 ? throw new EntryException($"{value.GetRawText()} isn't a whole minute, as the windows of a card are")
            : (int)time.TimeOfDay.TotalMinutes;
    }
}
