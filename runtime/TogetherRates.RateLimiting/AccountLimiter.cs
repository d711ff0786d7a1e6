using System.Threading.RateLimiting;

namespace TogetherRates.RateLimiting;

/// <summary>Two limiters in a chain: a permit is a token, and each call takes a request as well.</summary>
internal sealed class AccountLimiter : RateLimiter
{
    // A slice comes free as a whole, so it takes one more than a minute has for its last permit to be a minute old by then: the
    // limits hold in any minute, not only in those of the clock.
    private const int Slices = 61;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    private readonly AccountTier tier;
    private readonly int queueLimit;
    private readonly RateLimiter? requests;
    private readonly RateLimiter? tokens;

    // Held while both limiters are asked, so that what one call finds in them isn't taken by another in between.
    private readonly object gate = new();
    private int waiting;

    public AccountLimiter(AccountTier tier, int queueLimit)
    {
        this.tier = tier;
        this.queueLimit = queueLimit;
        requests = LimiterOf(tier.RequestsPerMinute);
        tokens = LimiterOf(tier.TokensPerMinute);
    }

    public override TimeSpan? IdleDuration =>
        requests?.IdleDuration is { } idleRequests && tokens?.IdleDuration is { } idleTokens
            ? (idleRequests < idleTokens ? idleRequests : idleTokens)
            : requests is null ? tokens?.IdleDuration
            : tokens is null ? requests.IdleDuration
            : null;

    /// <summary>Counted in tokens; in requests where tokens aren't limited.</summary>
    public override RateLimiterStatistics? GetStatistics() => (tokens ?? requests)!.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        CheckSize(permitCount);

        lock (gate)
        {
            // Whichever has too little is asked first: a refusal must cost the other nothing, or polling would use it up.
            return HasEnough(tokens, permitCount)
                ? AttemptBoth(requests, RequestsOf(permitCount), tokens, permitCount)
                : AttemptBoth(tokens, permitCount, requests, RequestsOf(permitCount));
        }
    }

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        var lease = AttemptAcquireCore(permitCount);
        if (lease.IsAcquired)
        {
            return lease;
        }

        // The limiters' own queues count permits, of which a request has many: calls are counted here.
        if (Interlocked.Increment(ref waiting) > queueLimit)
        {
            Interlocked.Decrement(ref waiting);
            return lease;
        }

        try
        {
            var request = requests is null ? null : await requests.AcquireAsync(RequestsOf(permitCount), cancellationToken);
            return tokens is null || request is { IsAcquired: false } ? request! : await tokens.AcquireAsync(permitCount, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            requests?.Dispose();
            tokens?.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        foreach (var limiter in new[] { requests, tokens })
        {
            if (limiter is not null)
            {
                await limiter.DisposeAsync();
            }
        }

        await base.DisposeAsyncCore();
    }

    private void CheckSize(int permitCount)
    {
        if (permitCount > tier.TokensPerMinute)
        {
            throw new ArgumentOutOfRangeException(
                nameof(permitCount),
                permitCount,
                $"'{tier.Name}' allows {tier.TokensPerMinute} tokens a minute, so a larger request never passes: split it.");
        }
    }

    private static bool HasEnough(RateLimiter? limiter, int permitCount) =>
        limiter?.GetStatistics() is not { } now || (now.CurrentAvailablePermits >= permitCount && now.CurrentQueuedCount == 0);

    private static RateLimitLease AttemptBoth(RateLimiter? first, int permitsOfFirst, RateLimiter? second, int permitsOfSecond)
    {
        var lease = first?.AttemptAcquire(permitsOfFirst);
        return second is null || lease is { IsAcquired: false } ? lease! : second.AttemptAcquire(permitsOfSecond);
    }

    // No permits ask whether there are any left, and that is no request.
    private static int RequestsOf(int permitCount) => Math.Min(permitCount, 1);

    private static SlidingWindowRateLimiter? LimiterOf(int? perMinute) => perMinute is not { } limit ? null : new(new()
    {
        PermitLimit = limit,
        Window = Slices * Slice,
        SegmentsPerWindow = Slices,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        AutoReplenishment = true,
    });
}
