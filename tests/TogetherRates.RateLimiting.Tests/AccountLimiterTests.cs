using System.Threading.RateLimiting;

namespace TogetherRates.RateLimiting.Tests;

public sealed class AccountLimiterTests
{
    [Fact]
    public void As_many_requests_pass_as_the_tier_allows_in_a_minute()
    {
        using var limiter = Tier(requests: 3, tokens: null).CreateLimiter();

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => Passes(limiter, 1_000_000)));
    }

    [Fact]
    public void As_many_tokens_pass_as_the_tier_allows_in_a_minute()
    {
        using var limiter = Tier(requests: null, tokens: 1_000).CreateLimiter();

        Assert.True(Passes(limiter, 600));
        Assert.False(Passes(limiter, 401));
        Assert.True(Passes(limiter, 400));
        Assert.False(Passes(limiter, 1));
    }

    [Fact]
    public void Requests_and_tokens_are_limited_together()
    {
        using var limiter = Tier(requests: 2, tokens: 1_000).CreateLimiter();

        Assert.True(Passes(limiter, 10));
        Assert.True(Passes(limiter, 10));
        Assert.False(Passes(limiter, 10), "two requests are all");
        Assert.Equal(980, limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public void A_refusal_for_want_of_tokens_costs_no_request()
    {
        using var limiter = Tier(requests: 2, tokens: 1_000).CreateLimiter();

        Assert.True(Passes(limiter, 900));
        Assert.All(Enumerable.Range(0, 10), _ => Assert.False(Passes(limiter, 200)));
        Assert.True(Passes(limiter, 100));
    }

    [Fact]
    public void A_refusal_for_want_of_requests_costs_no_tokens()
    {
        using GivenPermits requests = new(0), tokens = new(5);
        using var limiter = new AccountLimiter(Tier(requests: 1, tokens: 10), queueLimit: 0, requests, tokens);

        Assert.False(Passes(limiter, 5));
        Assert.False(Passes(limiter, 1));
        Assert.Equal(5, tokens.Available);
    }

    [Fact]
    public async Task Nothing_waits_without_a_queue()
    {
        await using var limiter = Tier(requests: 1, tokens: 10).CreateLimiter();

        using var first = await limiter.AcquireAsync(10);
        using var second = await limiter.AcquireAsync(1);

        Assert.True(first.IsAcquired);
        Assert.False(second.IsAcquired);
    }

    [Fact]
    public async Task A_refusal_without_a_queue_costs_no_request()
    {
        await using var limiter = Tier(requests: 2, tokens: 10).CreateLimiter();

        using var first = await limiter.AcquireAsync(8);
        foreach (var tooMuch in Enumerable.Repeat(5, 10))
        {
            using var refused = await limiter.AcquireAsync(tooMuch);
            Assert.False(refused.IsAcquired);
        }

        using var last = await limiter.AcquireAsync(2);
        Assert.True(last.IsAcquired);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(600)]
    public async Task As_many_requests_wait_for_tokens_as_the_queue_holds(int? requests)
    {
        await using var limiter = Tier(requests, tokens: 10).CreateLimiter(queueLimit: 2);
        using var cancellation = new CancellationTokenSource();

        using var first = await limiter.AcquireAsync(10, CancellationToken.None);
        var calls = Enumerable.Range(0, 20).Select(_ => limiter.AcquireAsync(5, cancellation.Token).AsTask()).ToArray();

        var waiting = calls.Where(call => !call.IsCompleted).ToArray();

        Assert.True(first.IsAcquired);
        Assert.Equal(2, waiting.Length);
        Assert.All(await Task.WhenAll(calls.Except(waiting)), lease => Assert.False(lease.IsAcquired));
        await cancellation.CancelAsync();
        foreach (var call in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        var next = limiter.AcquireAsync(5, CancellationToken.None).AsTask();
        Assert.False(next.IsCompleted, "what gave up made room in the queue");
    }

    [Fact]
    public async Task As_many_requests_wait_as_the_queue_holds_until_they_are_cancelled()
    {
        await using var limiter = Tier(requests: 1, tokens: 10).CreateLimiter(queueLimit: 1);
        using var cancellation = new CancellationTokenSource();

        using var first = await limiter.AcquireAsync(1, CancellationToken.None);
        var waiting = limiter.AcquireAsync(1, cancellation.Token).AsTask();
        using var refused = await limiter.AcquireAsync(1, CancellationToken.None);

        Assert.True(first.IsAcquired);
        Assert.False(waiting.IsCompleted);
        Assert.False(refused.IsAcquired);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task What_waits_for_tokens_takes_its_request_when_they_are_there()
    {
        using GivenPermits requests = new(1), tokens = new(0);
        await using var limiter = new AccountLimiter(Tier(requests: 1, tokens: 10), queueLimit: 1, requests, tokens);

        var call = limiter.AcquireAsync(5).AsTask();
        await tokens.AreWaitedFor;
        Assert.Equal(1, requests.Available);
        tokens.Give(5);

        using var lease = await call;
        Assert.True(lease.IsAcquired);
        Assert.Equal((0, 0), (requests.Available, tokens.Available));
    }

    [Fact]
    public async Task What_waits_for_a_request_takes_its_tokens_when_it_is_there()
    {
        using GivenPermits requests = new(0), tokens = new(10);
        await using var limiter = new AccountLimiter(Tier(requests: 1, tokens: 10), queueLimit: 1, requests, tokens);

        var call = limiter.AcquireAsync(5).AsTask();
        await requests.AreWaitedFor;
        Assert.Equal(10, tokens.Available);
        requests.Give(1);

        using var lease = await call;
        Assert.True(lease.IsAcquired);
        Assert.Equal((0, 5), (requests.Available, tokens.Available));
    }

    [Fact]
    public async Task Tokens_from_before_a_wait_for_a_request_are_spent()
    {
        using GivenPermits requests = new(1), tokens = new(0);
        await using var limiter = new AccountLimiter(Tier(requests: 1, tokens: 10), queueLimit: 1, requests, tokens);

        var call = limiter.AcquireAsync(5).AsTask();
        await tokens.AreWaitedFor;
        using var taken = requests.AttemptAcquire();
        tokens.Give(5);
        await requests.AreWaitedFor;
        tokens.Give(7);
        requests.Give(1);

        using var lease = await call;
        Assert.True(lease.IsAcquired);
        Assert.Equal((0, 2), (requests.Available, tokens.Available));
    }

    [Fact]
    public async Task Calls_wait_in_turn()
    {
        using GivenPermits requests = new(2), tokens = new(0);
        await using var limiter = new AccountLimiter(Tier(requests: 2, tokens: 10), queueLimit: 2, requests, tokens);

        var first = limiter.AcquireAsync(5).AsTask();
        var second = limiter.AcquireAsync(1).AsTask();
        await tokens.AreWaitedFor;
        tokens.Give(1);
        Assert.False(Passes(limiter, 1), "nothing overtakes what waits");
        tokens.Give(5);

        Assert.All(await Task.WhenAll(first, second), lease => Assert.True(lease.IsAcquired));
        Assert.Equal((0, 0), (requests.Available, tokens.Available));
    }

    [Fact]
    public async Task What_waits_is_refused_when_the_limiter_is_disposed_of()
    {
        var limiter = Tier(requests: 1, tokens: 10).CreateLimiter(queueLimit: 2);
        using var first = await limiter.AcquireAsync(10);
        var waiting = new[] { limiter.AcquireAsync(5).AsTask(), limiter.AcquireAsync(5).AsTask() };

        await limiter.DisposeAsync();

        Assert.All(await Task.WhenAll(waiting), lease => Assert.False(lease.IsAcquired));
    }

    [Fact]
    public async Task A_request_that_no_minute_has_tokens_for_is_an_error()
    {
        await using var limiter = Tier(requests: 5, tokens: 1_000).CreateLimiter(queueLimit: 5);

        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => limiter.AttemptAcquire(1_001));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => limiter.AcquireAsync(1_001).AsTask());

        Assert.Contains("'Tier1' allows 1000 tokens a minute", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_for_nothing_takes_nothing()
    {
        using var limiter = Tier(requests: 1, tokens: 10).CreateLimiter();

        Assert.True(Passes(limiter, 0));
        Assert.True(Passes(limiter, 10));
        Assert.False(Passes(limiter, 0));
    }

    [Fact]
    public void Limiters_of_one_tier_are_apart()
    {
        var tier = Tier(requests: 1, tokens: null);
        using var one = tier.CreateLimiter();
        using var other = tier.CreateLimiter();

        Assert.True(Passes(one, 1));
        Assert.True(Passes(other, 1));
    }

    [Fact]
    public async Task The_tokens_of_all_calls_that_wait_are_counted()
    {
        using GivenPermits requests = new(10), tokens = new(0);
        await using var limiter = new AccountLimiter(Tier(requests: 10, tokens: 100), queueLimit: 2, requests, tokens);
        Task<RateLimitLease>[] calls = [limiter.AcquireAsync(30).AsTask(), limiter.AcquireAsync(40).AsTask()];
        await tokens.AreWaitedFor;

        Assert.Equal(70, limiter.GetStatistics()!.CurrentQueuedCount);
        tokens.Give(70);
        Assert.All(await Task.WhenAll(calls), lease => Assert.True(lease.IsAcquired));
        Assert.Equal(0, limiter.GetStatistics()!.CurrentQueuedCount);
    }

    [Fact]
    public void An_unused_limiter_is_idle()
    {
        using var limiter = Tier(requests: 1, tokens: 10).CreateLimiter();

        Assert.NotNull(limiter.IdleDuration);
        Assert.True(Passes(limiter, 1));
        Assert.Null(limiter.IdleDuration);
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(1, null, null)]
    [InlineData(null, 1, null)]
    public void A_limiter_is_idle_for_as_long_as_both_are(int? requests, int? tokens, int? expected)
    {
        using GivenPermits first = new(0, Seconds(requests)), second = new(0, Seconds(tokens));
        using var both = new AccountLimiter(Tier(1, 1), queueLimit: 0, first, second);
        using var requestsAlone = new AccountLimiter(Tier(1, null), queueLimit: 0, first, null);
        using var tokensAlone = new AccountLimiter(Tier(null, 1), queueLimit: 0, null, second);

        Assert.Equal(Seconds(expected), both.IdleDuration);
        Assert.Equal(Seconds(requests), requestsAlone.IdleDuration);
        Assert.Equal(Seconds(tokens), tokensAlone.IdleDuration);

        static TimeSpan? Seconds(int? count) => count is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    [Fact]
    public void A_disposed_limiter_lets_nothing_through()
    {
        var limiter = Tier(requests: 1, tokens: 10).CreateLimiter();
        limiter.Dispose();

        Assert.Throws<ObjectDisposedException>(() => limiter.AttemptAcquire(1));
    }

    [Fact]
    public void A_queue_of_less_than_nothing_is_refused() =>
        Assert.Equal(
            "queueLimit",
            Assert.Throws<ArgumentOutOfRangeException>(() => Tier(requests: 1, tokens: null).CreateLimiter(queueLimit: -1)).ParamName);

    private static AccountTier Tier(int? requests, int? tokens) => new("Tier1", Money.FromDecimal(5m), requests, tokens);

    private static bool Passes(RateLimiter limiter, int tokens)
    {
        using var lease = limiter.AttemptAcquire(tokens);
        return lease.IsAcquired;
    }
}
