using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Interpretation;

/// <content>Prices dedicated endpoints.</content>
public static partial class Interpreter
{
    /// <summary>Prices the time of a dedicated endpoint.</summary>
    /// <param name="card">A card that has passed the checks.</param>
    /// <param name="gpuId">The GPU's id or an alias.</param>
    /// <param name="duration">How long each replica runs.</param>
    /// <param name="replicas">How many run at once.</param>
    /// <returns>The price, or why there is none.</returns>
    public static Interpretation PriceGpu(Card card, string gpuId, TimeSpan duration, BigInteger replicas)
    {
        if (card.Dedicated?.Find(gpuId, card.IgnoresCase) is not { } gpu)
        {
            // An alias may be the nearest name, but a list of what there is names each GPU once.
            var ids = (card.Dedicated?.Gpus ?? default).Select(candidate => candidate.Id).ToList();
            var names = (card.Dedicated?.Gpus ?? default).SelectMany(candidate => candidate.Aliases.Prepend(candidate.Id)).ToList();
            var advice = NameAdvice.On(gpuId, NearestName.Find(gpuId, names) is null ? ids : names);
            return Refuse(Refusal.UnknownGpu, $"the card has no GPU '{gpuId}'", advice);
        }

        if (duration < TimeSpan.Zero || replicas.Sign < 0)
        {
            return Refuse(Refusal.ImpossibleUsage, $"{replicas} replicas for {duration:c} can't have run; neither can be negative");
        }

        // What has started is billed whole: the duration is rounded up to what the card bills by.
        var unit = card.Dedicated.BilledSeconds;
        var seconds = Rational.FromFraction(duration.Ticks, TimeSpan.TicksPerSecond);
        var started = -(-seconds / unit).Floor().Numerator;
        var gpuSeconds = started * unit * replicas * gpu.Count;

        var per = card.Dedicated.PerSeconds * gpu.PricedGpus;
        var line = new InterpretedLine("gpuSeconds", gpuSeconds, "GPU-second", gpu.Price, per, gpu.Price * gpuSeconds / per, null, null);
        return new Interpretation.Priced(gpu.Id, gpuSeconds.IsZero ? default : new(line));
    }
}
