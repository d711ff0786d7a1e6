using System.Collections.Immutable;

namespace TogetherRates;

/// <summary>
/// What a dedicated endpoint costs on one configuration of GPUs, and how finely its time is billed. The default value isn't a rate:
/// to price with it is an <see cref="InvalidOperationException"/>.
/// </summary>
public readonly record struct GpuRate
{
    /// <summary>The rate of one configuration.</summary>
    /// <param name="quanta">Quanta of <see cref="Money"/> for a second of one replica, all its GPUs together.</param>
    /// <param name="per">The GPU-seconds that the published price is for: 3,600 for one GPU's hour.</param>
    /// <param name="gpus">How many GPUs a replica has.</param>
    /// <param name="billedSeconds">The seconds in what is billed once it has started: 60 for minutes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, or one of the others isn't positive.</exception>
    public GpuRate(long quanta, long per, int gpus, int billedSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quanta);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(per);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gpus);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(billedSeconds);
        Quanta = quanta;
        Per = per;
        Gpus = gpus;
        BilledSeconds = billedSeconds;
    }

    /// <summary>Quanta for a second of one replica, 1/(189 x 10^15) of the currency unit each. Never negative.</summary>
    public long Quanta { get; }

    /// <summary>The GPU-seconds that the published price is for.</summary>
    public long Per { get; }

    /// <summary>How many GPUs a replica has.</summary>
    public int Gpus { get; }

    /// <summary>The seconds in what is billed once it has started: 60 for minutes.</summary>
    public int BilledSeconds { get; }

    /// <summary>What the replicas cost, exactly: each is billed for every minute, or whatever the card bills by, that it has started.</summary>
    /// <param name="duration">How long each replica runs. Time in which none runs, such as provisioning, isn't part of it.</param>
    /// <param name="replicas">How many run at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An argument is negative, or the replicas run for more than 2^63 - 1 GPU-seconds together.
    /// </exception>
    public Money Price(TimeSpan duration, int replicas = 1) =>
        Product.Of(Quanta, CountGpuSeconds(duration, replicas) / Gpus);

    /// <summary>The line that the cost is made of, in GPU-seconds; none if nothing ran.</summary>
    /// <param name="duration">How long each replica runs.</param>
    /// <param name="replicas">How many run at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An argument is negative, or the replicas run for more than 2^63 - 1 GPU-seconds together.
    /// </exception>
    public ImmutableArray<LineItem> Explain(TimeSpan duration, int replicas = 1)
    {
        var gpuSeconds = CountGpuSeconds(duration, replicas);
        if (gpuSeconds == 0)
        {
            return [];
        }

        return
        [
            new LineItem
            {
                Meter = "gpuSeconds",
                Quantity = gpuSeconds,
                Unit = "GPU-second",
                Price = Money.FromQuanta((Int128)Product.NumberOf(Quanta, Per) / Gpus),
                Per = Per,
                Amount = Price(duration, replicas),
            },
        ];
    }

    private long CountGpuSeconds(TimeSpan duration, int replicas)
    {
        if (BilledSeconds == 0)
        {
            throw new InvalidOperationException("This is the default value of GpuRate, which isn't a rate: there is nothing to price with.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(replicas);
        var (started, rest) = Math.DivRem(duration.Ticks, BilledSeconds * TimeSpan.TicksPerSecond);
        var gpuSeconds = (UInt128)(ulong)(started + (rest > 0 ? 1 : 0)) * (uint)BilledSeconds * (uint)replicas * (uint)Gpus;
        return gpuSeconds <= long.MaxValue
            ? (long)gpuSeconds
            : throw new ArgumentOutOfRangeException(
                nameof(replicas), replicas, $"{replicas} replicas for {duration:c} run for more than {long.MaxValue} GPU-seconds.");
    }
}
