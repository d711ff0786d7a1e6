using System.Collections.Immutable;

namespace TogetherRates;

/// <summary>
/// What one unit of a meter costs, and how its units are counted: time by what has started, images by the steps above the default.
/// </summary>
/// <remarks>
/// The steps are those of Together's image models: cost = megapixels x price x max(steps, default) / default, where the megapixels are
/// width x height / 1,000,000, not rounded (https://docs.together.ai/docs/serverless-models).
/// </remarks>
public readonly record struct MeterRate
{
    private static readonly MeterSet OfImages = MeterSet.Of(Meter.Images, Meter.Pixels, Meter.Steps);
    private static readonly MeterSet OfVideos = MeterSet.Of(Meter.Videos, Meter.Seconds);

    /// <summary>The rate of a meter.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="quanta">Quanta of <see cref="Money"/> for one unit; where steps count, for one step of one unit.</param>
    /// <param name="increment">How many units are billed once the first of them has started: 60 for the seconds of started minutes.</param>
    /// <param name="steps">The steps that the price has in it, at least; 0 where steps don't count.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate or the steps are negative, or the increment isn't positive.</exception>
    public MeterRate(Meter meter, long quanta, int increment = 1, int steps = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quanta);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(increment);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        Meter = meter;
        Quanta = quanta;
        Increment = increment;
        Steps = steps;
    }

    /// <summary>Whether there is a price at all: the default value has none.</summary>
    public bool IsPriced => Increment > 0;

    /// <summary>The meter that is billed.</summary>
    public Meter Meter { get; }

    /// <summary>Quanta for one unit, 1/(189 x 10^15) of the currency unit each; where steps count, for one step of one unit.</summary>
    public long Quanta { get; }

    /// <summary>How many units are billed once the first of them has started.</summary>
    public int Increment { get; }

    /// <summary>The steps that the price has in it, at least; 0 where steps don't count.</summary>
    public int Steps { get; }

    /// <summary>What a usage costs, exactly.</summary>
    /// <param name="usage">The usage. What only describes the billed units may stand in it: the images that pixels belong to.</param>
    /// <param name="cost">The exact cost, zero if the result is false.</param>
    /// <returns>False if something was used that has no price, or if the billed quantity isn't known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The billed quantity, or the quantity times the steps, is more than 2^63 - 1.</exception>
    public bool TryPrice(in Usage usage, out Money cost)
    {
        if (!Covers(usage))
        {
            cost = default;
            return false;
        }

        cost = new Rate(Quanta) * Multiply(Billed(usage), StepsOf(usage), nameof(usage));
        return true;
    }

    /// <summary>The line that the cost is made of; none if nothing is billed.</summary>
    /// <param name="usage">The usage.</param>
    /// <param name="per">How many units the line's price is given for: 1,000,000 for a price per megapixel.</param>
    /// <param name="tier">The tier that gave the rate, if there is one.</param>
    /// <param name="discount">The discount that the rate already has in it, if there is one.</param>
    /// <exception cref="ArgumentException">Something was used that has no price, or the billed quantity isn't known.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="per"/> isn't positive, or the billed quantity, or the quantity times the steps, is more than 2^63 - 1.
    /// </exception>
    public ImmutableArray<LineItem> Explain(in Usage usage, long per, string? tier = null, string? discount = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(per);
        if (!TryPrice(usage, out var cost))
        {
            throw new ArgumentException($"Only {(IsPriced ? Meter.ToCamelCase() : "nothing")} has a price, but this was used: {usage}.", nameof(usage));
        }

        var billed = Billed(usage);
        if (billed == 0)
        {
            return [];
        }

        var steps = StepsOf(usage);
        return
        [
            new LineItem
            {
                Meter = Meter.ToCamelCase(),
                Quantity = billed,
                Unit = Meter.ToUnit(),
                Price = new Rate(Quanta) * Multiply(per, steps, nameof(per)),
                Per = per,
                Amount = cost,
                Tier = Steps > 0 && steps > Steps ? $"{steps} steps, {Steps} in the price" : tier,
                Discount = discount,
            },
        ];
    }

    private bool Covers(in Usage usage)
    {
        var describing = Meter switch
        {
            Meter.Images or Meter.Pixels => OfImages,
            Meter.Seconds or Meter.Videos => OfVideos,
            _ => default,
        };

        // Images without pixels, or videos without a length, can't be told from free ones: then there is no price.
        return IsPriced && usage.IsOnly(describing.With(Meter)) && (usage[Meter] > 0 || usage.Meters.IsEmpty);
    }

    private long Billed(in Usage usage)
    {
        var (started, rest) = Math.DivRem(usage[Meter], Increment);
        return Multiply(rest > 0 ? started + 1 : started, Increment, nameof(usage));
    }

    private long StepsOf(in Usage usage) => Steps == 0 ? 1 : Math.Max(usage[Meter.Steps], Steps);

    private static long Multiply(long quantity, long times, string parameter) =>
        quantity <= long.MaxValue / times
            ? quantity * times
            : throw new ArgumentOutOfRangeException(parameter, quantity, $"{quantity} times {times} is more than {long.MaxValue}.");
}
