namespace TogetherRates;

/// <summary>How long something lasts: days, or months of the calendar. The default value lasts no time.</summary>
public readonly record struct Term
{
    private Term(int months, int days)
    {
        Months = months;
        Days = days;
    }

    /// <summary>The months, each as long as the calendar makes it.</summary>
    public int Months { get; }

    /// <summary>The days, of 24 hours each, after the months.</summary>
    public int Days { get; }

    /// <summary>A number of days.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> isn't positive.</exception>
    public static Term OfDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        return new(0, days);
    }

    /// <summary>A number of months; a year is twelve.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> isn't positive.</exception>
    public static Term OfMonths(int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        return new(months, 0);
    }

    /// <summary>The first instant after the term, by the calendar of UTC. A month from noon of 31 January ends at noon of the last day of February.</summary>
    /// <param name="start">When the term starts.</param>
    /// <exception cref="ArgumentOutOfRangeException">That is after the year 9999.</exception>
    public DateTimeOffset After(DateTimeOffset start) => start.ToUniversalTime().AddMonths(Months).AddDays(Days);

    /// <summary>The term for people: "90 days", "1 month".</summary>
    public override string ToString() => Months > 0 ? Count(Months, "month") : Count(Days, "day");

    private static string Count(int number, string unit) => FormattableString.Invariant($"{number} {unit}{(number == 1 ? "" : "s")}");
}
