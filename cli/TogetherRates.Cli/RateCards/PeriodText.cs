using System.Globalization;

namespace TogetherRates.Cli.RateCards;

/// <summary>Writes times in UTC as cards write them.</summary>
internal static class PeriodText
{
    /// <summary>When a card is in force: "from 2025-01-01 until 2026-10-01".</summary>
    public static string Of(IRateCard card) => Of(card.EffectiveFrom, card.EffectiveUntil);

    /// <summary>A period, which may have no end.</summary>
    public static string Of(DateTimeOffset from, DateTimeOffset? end) =>
        end is { } until ? $"from {Of(from)} until {Of(until)}" : $"from {Of(from)}";

    /// <summary>A time; midnight is just a date.</summary>
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString(time.UtcDateTime.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
