using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class GpuRateTests
{
    private static readonly GpuRate PerMinute = new((long)Money.FromFraction(499, 360_000).Quanta, per: 3_600, gpus: 1, billedSeconds: 60);
    private static readonly GpuRate PerSecond = new((long)Money.FromFraction(499, 360_000).Quanta, per: 3_600, gpus: 1, billedSeconds: 1);

    private static Arbitrary<TimeSpan> Durations { get; } =
        Gen.Choose(0, int.MaxValue).SelectMany(high => Gen.Choose(0, 10_000_000).Select(low => new TimeSpan((high * 10_000L) + low))).ToArbitrary();

    private static Arbitrary<(long A, long B, int Replicas)> Minutes { get; } =
        (from a in Gen.Choose(0, 10_000_000)
         from b in Gen.Choose(0, 10_000_000)
         from replicas in Gen.Choose(0, 1_000)
         select ((long)a, (long)b, replicas)).ToArbitrary();

    [Fact]
    public void Thirty_days_at_499_cents_an_hour_are_3592_dollars_and_80_cents() =>
        Assert.Equal("3592.8", PerMinute.Price(TimeSpan.FromDays(30)).ToString());

    [Fact]
    public void One_second_of_a_gpu_that_is_billed_by_the_minute_bills_a_minute()
    {
        Assert.Equal(PerMinute.Price(TimeSpan.FromMinutes(1)), PerMinute.Price(TimeSpan.FromSeconds(1)));
        Assert.Equal(PerMinute.Price(TimeSpan.FromMinutes(1)), PerMinute.Price(TimeSpan.FromTicks(1)));
        Assert.Equal(Money.FromFraction(499, 6_000), PerMinute.Price(TimeSpan.FromSeconds(60)));
        Assert.Equal(Money.FromFraction(499, 3_000), PerMinute.Price(TimeSpan.FromSeconds(61)));
    }

    [Fact]
    public void One_second_of_a_gpu_that_is_billed_by_the_second_bills_a_second()
    {
        Assert.Equal(Money.FromFraction(499, 360_000), PerSecond.Price(TimeSpan.FromSeconds(1)));
        Assert.Equal(Money.FromFraction(499, 180_000), PerSecond.Price(TimeSpan.FromSeconds(1.001)));
    }

    [Fact]
    public void What_has_not_run_costs_nothing()
    {
        Assert.Equal(Money.Zero, PerMinute.Price(TimeSpan.Zero));
        Assert.Equal(Money.Zero, PerMinute.Price(TimeSpan.FromHours(1), replicas: 0));
        Assert.Empty(PerMinute.Explain(TimeSpan.Zero));
    }

    [Fact]
    public void The_default_value_is_no_rate()
    {
        Assert.Throws<InvalidOperationException>(() => default(GpuRate).Price(TimeSpan.FromMinutes(1)));
        Assert.Throws<InvalidOperationException>(() => default(GpuRate).Explain(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Whole_minutes_cost_the_same_in_parts_and_in_any_order() =>
        Prop.ForAll(Minutes, run =>
        {
            var (a, b) = (TimeSpan.FromMinutes(run.A), TimeSpan.FromMinutes(run.B));
            var (first, second) = (PerMinute.Price(a, run.Replicas), PerMinute.Price(b, run.Replicas));
            return first + second == PerMinute.Price(a + b, run.Replicas) && first + second == second + first;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Replicas_cost_what_each_of_them_costs() =>
        Prop.ForAll(Durations, Gen.Choose(0, 1_000).ToArbitrary(), (duration, replicas) =>
            PerMinute.Price(duration, replicas) == PerMinute.Price(duration) * replicas).QuickCheckThrowOnFailure();

    [Fact]
    public void Stopping_in_between_never_saves_money() =>
        Prop.ForAll(Durations, Durations, (a, b) =>
            PerMinute.Price(a) + PerMinute.Price(b) >= PerMinute.Price(a + b) && PerMinute.Price(a + b) >= PerMinute.Price(a))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Billing_by_the_second_never_costs_more_than_by_the_minute() =>
        Prop.ForAll(Durations, duration => PerSecond.Price(duration) <= PerMinute.Price(duration)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_line_of_a_quote_is_counted_in_gpu_seconds_and_comes_to_the_price()
    {
        // 8 GPUs that cost $26.88 an hour together, each $3.36.
        var together = new GpuRate((long)Money.FromFraction(2_688, 360_000).Quanta, per: 8 * 3_600, gpus: 8, billedSeconds: 60);
        var each = new GpuRate(together.Quanta, per: 3_600, gpus: 8, billedSeconds: 60);
        var duration = TimeSpan.FromMinutes(89.5);

        var line = Assert.Single(together.Explain(duration, replicas: 2));
        Assert.Equal(("gpuSeconds", 86_400L, "GPU-second", 28_800L), (line.Meter, line.Quantity, line.Unit, line.Per));
        Assert.Equal("26.88", line.Price.ToString());
        Assert.Equal("80.64", line.Amount.ToString());
        Assert.Equal(together.Price(duration, 2), line.Amount);

        var perGpu = Assert.Single(each.Explain(duration, replicas: 2));
        Assert.Equal((86_400L, 3_600L, "3.36", "80.64"), (perGpu.Quantity, perGpu.Per, perGpu.Price.ToString(), perGpu.Amount.ToString()));
    }

    [Fact]
    public void The_largest_bill_is_exact_and_one_replica_more_is_refused()
    {
        var rate = new GpuRate(long.MaxValue, per: 1, gpus: 1, billedSeconds: 1);
        var seconds = TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond;
        var replicas = (int)(long.MaxValue / seconds);

        Assert.Equal((BigInteger)long.MaxValue * seconds * replicas, rate.Price(TimeSpan.FromSeconds(seconds), replicas).BigQuanta());
        Assert.Equal("replicas", Assert.Throws<ArgumentOutOfRangeException>(() => rate.Price(TimeSpan.FromSeconds(seconds), replicas + 1)).ParamName);
    }

    [Fact]
    public void As_many_seconds_as_can_be_counted_have_a_price()
    {
        // Together 2^63 - 1.
        const long seconds = 60_247_241_209;
        const int replicas = 153_092_023;

        Assert.Equal(long.MaxValue, new GpuRate(quanta: 1, per: 1, gpus: 1, billedSeconds: 1).Price(TimeSpan.FromSeconds(seconds), replicas).Quanta);
    }

    [Fact]
    public void The_longest_duration_is_rounded_up() =>
        Assert.Equal(
            PerMinute.Price(TimeSpan.FromMinutes(1)) * ((TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMinute) + 1), PerMinute.Price(TimeSpan.MaxValue));

    [Fact]
    public void Impossible_arguments_are_named()
    {
        Assert.Equal("duration", Assert.Throws<ArgumentOutOfRangeException>(() => PerMinute.Price(TimeSpan.FromTicks(-1))).ParamName);
        Assert.Equal("replicas", Assert.Throws<ArgumentOutOfRangeException>(() => PerMinute.Price(TimeSpan.Zero, -1)).ParamName);
        Assert.Equal("quanta", Assert.Throws<ArgumentOutOfRangeException>(() => new GpuRate(-1, 1, 1, 1)).ParamName);
        Assert.Equal("per", Assert.Throws<ArgumentOutOfRangeException>(() => new GpuRate(1, 0, 1, 1)).ParamName);
        Assert.Equal("gpus", Assert.Throws<ArgumentOutOfRangeException>(() => new GpuRate(1, 1, 0, 1)).ParamName);
        Assert.Equal("billedSeconds", Assert.Throws<ArgumentOutOfRangeException>(() => new GpuRate(1, 1, 1, 0)).ParamName);
    }
}
