using System.Threading.RateLimiting;

namespace TogetherRates.RateLimiting.Tests;

/// <summary>A limiter that has the permits that a test gives it, whatever the clock says. One call at a time can wait for them.</summary>
internal sealed class GivenPermits(int available, TimeSpan? idle = null) : RateLimiter
{
    private static readonly Lease Acquired = new(true);
    private static readonly Lease Refused = new(false);

    private readonly TaskCompletionSource waits = new();
    private TaskCompletionSource<RateLimitLease>? waiting;
    private int wanted;

    public int Available { get; private set; } = available;

    /// <summary>Ends when a call waits for permits.</summary>
    public Task AreWaitedFor => waits.Task;

    public override TimeSpan? IdleDuration => idle;

    public void Give(int permits)
    {
        Available += permits;
        if (waiting is { } call && Available >= wanted)
        {
            Available -= wanted;
            (waiting, wanted) = (null, 0);
            call.SetResult(Acquired);
        }
    }

    public override RateLimiterStatistics? GetStatistics() => new() { CurrentAvailablePermits = Available, CurrentQueuedCount = wanted };

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        var isAcquired = waiting is null && Available >= permitCount;
        Available -= isAcquired ? permitCount : 0;
        return isAcquired ? Acquired : Refused;
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        var lease = AttemptAcquireCore(permitCount);
        if (lease.IsAcquired)
        {
            return new(lease);
        }

        wanted = permitCount;
        waiting = new();
        _ = waits.TrySetResult();
        return new(waiting.Task);
    }

    private sealed class Lease(bool isAcquired) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
