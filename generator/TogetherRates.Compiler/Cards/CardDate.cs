using System.Globalization;

namespace TogetherRates.Compiler.Cards;

/// <summary>Writes dates as cards do.</summary>
public static class CardDate
{
    /// <summary>An instant as a card writes it.</summary>
    /// <param name="time">The instant, in UTC.</param>
    /// <returns>A date, with the time of day where it isn't midnight.</returns>
    public static string TextOf(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
