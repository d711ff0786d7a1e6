namespace TogetherRates;

/// <summary>How long a balance of credits lasts.</summary>
public static class Runway
{
    /// <summary>How many whole requests a balance pays.</summary>
    /// <param name="balance">The balance, 0 or more.</param>
    /// <param name="request">What one request costs, 0 or more.</param>
    /// <returns>The number; null if a request costs nothing, so that the balance never ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    /// <exception cref="OverflowException">The number is 2^63 or more.</exception>
    public static long? Requests(Money balance, Money request)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(balance, Money.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(request, Money.Zero);
        return checked((long?)Times(balance, request));
    }

    /// <summary>How many whole requests the credits of an account pay at one time.</summary>
    /// <param name="credits">The credits.</param>
    /// <param name="request">What one request costs.</param>
    /// <param name="time">When the requests are sent.</param>
    /// <inheritdoc cref="Requests(Money, Money)"/>
    /// <exception cref="InvalidOperationException">The quote is in another currency than the credits.</exception>
    public static long? Requests(CreditLedger credits, Quote request, DateTimeOffset time) =>
        Requests(credits.BalanceAt(time), CostOf(request, credits));

    /// <summary>How many whole days the credits of an account pay, counting what expires meanwhile.</summary>
    /// <param name="credits">The credits; one that is granted after <paramref name="from"/> doesn't count.</param>
    /// <param name="day">What one day costs, 0 or more.</param>
    /// <param name="from">When the first day is paid; each following one is paid 24 hours later.</param>
    /// <returns>The number; null if a day costs nothing, so that the credits never end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is negative.</exception>
    /// <exception cref="OverflowException">The number is 2^63 or more.</exception>
    public static long? Days(CreditLedger credits, Money day, DateTimeOffset from)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, Money.Zero);
        var usable = credits.Credits.Where(credit => credit.IsUsableAt(from)).ToList();

        // Whatever is paid from a day on has to come out of the credits that are still usable on that day. So no day can be paid
        // beyond those that these last for; only the first day on which a credit is gone can lower that.
        var days = Times(credits.BalanceAt(from), day);
        foreach (var expiry in usable.Select(credit => credit.ExpiresAt).OfType<DateTimeOffset>())
        {
            var before = (expiry - from).Ticks;
            var firstAfter = (before / TimeSpan.TicksPerDay) + (before % TimeSpan.TicksPerDay > 0 ? 1 : 0);
            var rest = usable.Where(credit => credit.ExpiresAt is not { } end || end > expiry).Aggregate(Money.Zero, (sum, credit) => sum + credit.Amount);
            if (Times(rest, day) is { } restDays)
            {
                days = Int128.Min(days!.Value, firstAfter + restDays);
            }
        }

        return checked((long?)days);
    }

    /// <param name="credits">The credits; one that is granted after <paramref name="from"/> doesn't count.</param>
    /// <param name="day">What one day costs.</param>
    /// <param name="from">When the first day is paid; each following one is paid 24 hours later.</param>
    /// <inheritdoc cref="Days(CreditLedger, Money, DateTimeOffset)"/>
    /// <exception cref="InvalidOperationException">The quote is in another currency than the credits.</exception>
    public static long? Days(CreditLedger credits, Quote day, DateTimeOffset from) => Days(credits, CostOf(day, credits), from);

    // More than 63 bits hold, too: an expiry may still lower it.
    private static Int128? Times(Money balance, Money cost) => cost == Money.Zero ? null : balance.Quanta / cost.Quanta;

    private static Money CostOf(Quote quote, CreditLedger credits)
    {
        Currencies.Match(credits.Currency, "the ledger", quote.Currency, $"the quote for '{quote.Subject}'");
        return quote.Cost;
    }
}
