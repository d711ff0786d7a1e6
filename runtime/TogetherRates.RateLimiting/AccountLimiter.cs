using System.Threading.RateLimiting;

namespace TogetherRates.RateLimiting;

/// <summary>Two limiters in a chain: a permit is a token, and each call takes a request as well.</summary>
internal sealed class AccountLimiter : RateLimiter
{
    // A slice comes free as a whole, so it takes one more than a minute has for its last permit to be a minute old by then: the
    // limits hold in any minute, not only in those of the clock.
    private const int Slices = 61;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    private readonly AccountTier _tier;
    private readonly RateLimiter? _requests;
    private readonly RateLimiter? _tokens;

    public AccountLimiter(AccountTier tier, int queueLimit)
    {
        _tier = tier;

        // What waits for tokens holds its request already, so the queue of requests is the one that is limited.
        _requests = LimiterOf(tier.RequestsPerMinute, queueLimit);
        _tokens = LimiterOf(tier.TokensPerMinute, queueLimit == 0 ? 0 : int.MaxValue);
    }

    public override TimeSpan? IdleDuration =>
        _requests?.IdleDuration is { } requests && _tokens?.IdleDuration is { } tokens
            ? (requests < tokens ? requests : tokens)
            : _requests is null ? _tokens?.IdleDuration
            : _tokens is null ? _requests.IdleDuration
            : null;

    /// <summary>Counted in tokens; in requests where tokens aren't limited.</summary>
    public override RateLimiterStatistics? GetStatistics() => (_tokens ?? _requests)!.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        CheckSize(permitCount);

        // A refusal for want of tokens must not cost a request, or polling would use them up.
        if (_tokens?.GetStatistics()?.CurrentAvailablePermits < permitCount)
        {
            return _tokens.AttemptAcquire(permitCount);
        }

        var request = _requests?.AttemptAcquire(RequestsOf(permitCount));
        return _tokens is null || request is { IsAcquired: false } ? request! : _tokens.AttemptAcquire(permitCount);
    }

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        CheckSize(permitCount);
        var request = _requests is null ? null : await _requests.AcquireAsync(RequestsOf(permitCount), cancellationToken);
        return _tokens is null || request is { IsAcquired: false } ? request! : await _tokens.AcquireAsync(permitCount, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _requests?.Dispose();
            _tokens?.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        foreach (var limiter in new[] { _requests, _tokens })
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
        if (permitCount > _tier.TokensPerMinute)
        {
            throw new ArgumentOutOfRangeException(
                nameof(permitCount),
                permitCount,
                $"'{_tier.Name}' allows {_tier.TokensPerMinute} tokens a minute, so a larger request never passes: split it.");
        }
    }

    // No permits ask whether there are any left, and that is no request.
    private static int RequestsOf(int permitCount) => Math.Min(permitCount, 1);

    private static SlidingWindowRateLimiter? LimiterOf(int? perMinute, int queueLimit) => perMinute is not { } limit ? null : new(new()
    {
        PermitLimit = limit,
        Window = Slices * Slice,
        SegmentsPerWindow = Slices,
        QueueLimit = queueLimit,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        AutoReplenishment = true,
    });
}
