namespace TogetherRates.Compiler.Cards;

/// <summary>A stretch of each day, in UTC, with prices of its own.</summary>
/// <param name="From">The first minute in it, counted from midnight.</param>
/// <param name="Until">
/// The first minute after it; not above <paramref name="From"/> when the window goes on past midnight, into the next day.
/// </param>
/// <param name="Days">The days on which it starts.</param>
/// <param name="Prices">What the tokens cost in it.</param>
public sealed record PriceWindow(int From, int Until, Weekdays Days, TokenPrices Prices)
{
    /// <summary>The minutes of a day.</summary>
    public const int MinutesPerDay = 24 * 60;

    /// <summary>The minutes of a week, which starts on Monday at midnight.</summary>
    public const int MinutesPerWeek = 7 * MinutesPerDay;

    /// <summary>All hours of all days, without prices.</summary>
    public static PriceWindow Always { get; } = new(0, MinutesPerDay, Weekdays.All, TokenPrices.None);

    /// <summary>Whether it is open all week.</summary>
    public bool IsAlways => Days == Weekdays.All && Length == MinutesPerDay;

    /// <summary>How many minutes the window lasts.</summary>
    public int Length => Until > From ? Until - From : Until - From + MinutesPerDay;

    /// <summary>The minutes of the week at which the window starts.</summary>
    /// <returns>One for each of its days.</returns>
    public IEnumerable<int> Starts()
    {
        for (var day = 0; day < 7; day++)
        {
            if ((Days & (Weekdays)(1 << day)) != 0)
            {
                yield return (day * MinutesPerDay) + From;
            }
        }
    }

    /// <summary>Whether a minute of the week lies in the window.</summary>
    /// <param name="minute">The minute, from Monday midnight.</param>
    /// <returns>Whether it does.</returns>
    public bool Contains(int minute) => Starts().Any(start => (minute - start + MinutesPerWeek) % MinutesPerWeek < Length);

    /// <summary>The minute of the week that an instant falls in.</summary>
    /// <param name="time">The instant, in UTC.</param>
    /// <returns>From 0, Monday midnight.</returns>
    public static int MinuteOf(DateTime time) => (((int)time.DayOfWeek + 6) % 7 * MinutesPerDay) + (time.Hour * 60) + time.Minute;

    /// <summary>The window as a card writes it.</summary>
    /// <returns>For instance <c>00:30 - 16:30 UTC</c>.</returns>
    public override string ToString() => TextOf(From) + " - " + TextOf(Until) + " UTC" + (Days == Weekdays.All ? string.Empty : " on " + Days.ToString().ToLowerInvariant());

    /// <summary>A time of day as a card writes it.</summary>
    /// <param name="minute">The minute of the day.</param>
    /// <returns>For instance <c>16:30</c>.</returns>
    public static string TextOf(int minute) => $"{minute / 60:00}:{minute % 60:00}";
}

/// <summary>Days of the week.</summary>
[Flags]
public enum Weekdays
{
    /// <summary>No day.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Mon = 1,

    /// <summary>Tuesday.</summary>
    Tue = 2,

    /// <summary>Wednesday.</summary>
    Wed = 4,

    /// <summary>Thursday.</summary>
    Thu = 8,

    /// <summary>Friday.</summary>
    Fri = 16,

    /// <summary>Saturday.</summary>
    Sat = 32,

    /// <summary>Sunday.</summary>
    Sun = 64,

    /// <summary>Every day.</summary>
    All = Mon | Tue | Wed | Thu | Fri | Sat | Sun,
}
