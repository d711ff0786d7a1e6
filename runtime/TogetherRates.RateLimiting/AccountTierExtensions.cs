using System.Threading.RateLimiting;

namespace TogetherRates.RateLimiting;

/// <summary>Limiters that keep an account inside the limits of its tier.</summary>
public static class AccountTierExtensions
{
    /// <summary>
    /// A limiter for the requests of one account: acquire as many permits as the request has tokens, and it counts as one request too.
    /// </summary>
    /// <param name="tier">The account's tier, such as <c>Together.Limits.Tier1</c>.</param>
    /// <param name="queueLimit">How many requests may wait their turn in <c>AcquireAsync</c>; 0 refuses at once what can't be sent now.</param>
    /// <returns>
    /// The limiter. In no minute does it let through more requests or more tokens than the tier allows. Asking for more tokens than a
    /// whole minute has throws, because waiting would not help. Dispose of it with the account.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="queueLimit"/> is negative.</exception>
    public static RateLimiter CreateLimiter(this AccountTier tier, int queueLimit = 0)
    {
        ArgumentNullException.ThrowIfNull(tier);
        ArgumentOutOfRangeException.ThrowIfNegative(queueLimit);
        return new AccountLimiter(tier, queueLimit);
    }
}
