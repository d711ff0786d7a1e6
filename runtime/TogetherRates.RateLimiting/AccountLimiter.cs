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
    private readonly RateLimiter? requests;
    private readonly RateLimiter? tokens;

    // Held while both limiters are asked, so that what one call finds in them isn't taken by another in between.
    private readonly object gate = new();

    // The limiters' own queues count permits, of which a request has many: calls are counted here. Only the first of them waits for permits, as calls
    // that waited in both limiters would keep each other out.
    private readonly ConcurrencyLimiter? queue;
    private long queued;

    public AccountLimiter(AccountTier tier, int queueLimit)
        : this(tier, queueLimit, LimiterOf(tier.RequestsPerMinute), LimiterOf(tier.TokensPerMinute))
    {
    }

    /// <summary>Chains limiters, at least one of them.</summary>
    internal AccountLimiter(AccountTier tier, int queueLimit, RateLimiter? requests, RateLimiter? tokens)
    {
        this.tier = tier;
        this.requests = requests;
        this.tokens = tokens;
        queue = queueLimit == 0 ? null : new(new()
        {
            PermitLimit = 1,
            QueueLimit = queueLimit - 1,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    public override TimeSpan? IdleDuration =>
        requests?.IdleDuration is { } idleRequests && tokens?.IdleDuration is { } idleTokens
            ? (idleRequests < idleTokens ? idleRequests : idleTokens)
            : requests is null ? tokens?.IdleDuration
            : tokens is null ? requests.IdleDuration
            : null;

    /// <summary>Counted in tokens; in requests where tokens aren't limited.</summary>
    public override RateLimiterStatistics? GetStatistics() => (tokens ?? requests)!.GetStatistics() is { } permits
        ? new()
        {
            CurrentAvailablePermits = permits.CurrentAvailablePermits,
            CurrentQueuedCount = Interlocked.Read(ref queued),
            TotalFailedLeases = permits.TotalFailedLeases,
            TotalSuccessfulLeases = permits.TotalSuccessfulLeases,
        }
        : null;

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
        if (lease.IsAcquired || queue is null)
        {
            return lease;
        }

        var permits = tokens is null ? RequestsOf(permitCount) : permitCount;
        Interlocked.Add(ref queued, permits);
        try
        {
            using var place = await queue.AcquireAsync(1, cancellationToken);
            return place.IsAcquired ? await WaitForBothAsync(permitCount, cancellationToken) : lease;
        }
        finally
        {
            Interlocked.Add(ref queued, -permits);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            queue?.Dispose();
            requests?.Dispose();
            tokens?.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        foreach (var limiter in new[] { queue, requests, tokens })
        {
            if (limiter is not null)
            {
                await limiter.DisposeAsync();
            }
        }

        await base.DisposeAsyncCore();
    }

    // A permit counts for a minute from when it is taken, so none is kept while the other is waited for: a call that is sent later would count too
    // early. Whichever limiter lacks permits is waited for, and then the other is asked at once; if it has too few by then, what the first gave is spent.
    private async ValueTask<RateLimitLease> WaitForBothAsync(int permitCount, CancellationToken cancellationToken)
    {
        var (lacking, permits) = (requests, RequestsOf(permitCount));
        var (other, permitsOfOther) = (tokens, permitCount);
        if (lacking is null || !HasEnough(tokens, permitCount))
        {
            (lacking, permits, other, permitsOfOther) = (other, permitsOfOther, lacking, permits);
        }

        while (true)
        {
            // Nothing may be taken while another call asks first whether there is enough.
            ValueTask<RateLimitLease> waiting;
            lock (gate)
            {
                waiting = lacking!.AcquireAsync(permits, cancellationToken);
            }

            var lease = await waiting;
            if (!lease.IsAcquired || other is null)
            {
                return lease;
            }

            lock (gate)
            {
                lease = other.AttemptAcquire(permitsOfOther);
            }

            if (lease.IsAcquired)
            {
                return lease;
            }

            (lacking, permits, other, permitsOfOther) = (other, permitsOfOther, lacking, permits);
        }
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
