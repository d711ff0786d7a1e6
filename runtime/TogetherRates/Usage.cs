using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>
/// What was used, on any meters: tokens, characters, images, seconds. Immutable, and free of allocations.
/// </summary>
/// <remarks>
/// Quantities can be added up, and so can costs. Where a price depends on more than a quantity, on the resolution or the steps of an
/// image or on time that is billed once it has started, a usage is that of one request: price such requests apart and add the costs.
/// </remarks>
public readonly struct Usage : IEquatable<Usage>
{
    private static readonly MeterSet ImageMeters = MeterSet.Of(Meter.Images, Meter.Pixels, Meter.Steps);

    private readonly Quantities quantities;

    private Usage(in Quantities quantities, MeterSet meters)
    {
        this.quantities = quantities;
        Meters = meters;
    }

    /// <summary>How many units of a meter were used. Never negative.</summary>
    /// <param name="meter">The meter.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such meter.</exception>
    public long this[Meter meter] => quantities[MeterNames.IndexOf(meter)];

    /// <summary>
    /// The pixels of one image, rounded up if the images aren't all of one size; 0 without images, null where their pixels aren't known.
    /// </summary>
    public long? PixelsPerImage
    {
        get
        {
            var (images, pixels) = (this[Meter.Images], this[Meter.Pixels]);
            return images == 0 ? 0
                : pixels == 0 ? null
                : ((pixels - 1) / images) + 1;
        }
    }

    /// <summary>Whether nothing but tokens of requests was used, and perhaps nothing at all.</summary>
    public bool IsTokens => IsOnly(TokenParts.All);

    /// <summary>The meters on which something was used.</summary>
    internal MeterSet Meters { get; }

    /// <summary>A quantity on one meter.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="quantity">How many units, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative, or there is no such meter.</exception>
    public static Usage Of(Meter meter, long quantity) => default(Usage).With(meter, quantity);

    /// <summary>Units that ran for a time each: vCPU-seconds, GiB-seconds, GPU-seconds.</summary>
    /// <param name="meter">The meter that counts the units' seconds.</param>
    /// <param name="units">How many units ran.</param>
    /// <param name="duration">How long each of them ran; a second counts once it has started.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or both together are more than 2^63 - 1 seconds.</exception>
    public static Usage Of(Meter meter, long units, TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        return Of(meter, Multiply(StartedSeconds(duration), units, nameof(units)));
    }

    /// <summary>A time in seconds, of sound, of video or of work.</summary>
    /// <param name="duration">The time; a second counts once it has started.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static Usage OfDuration(TimeSpan duration) => Of(Meter.Seconds, StartedSeconds(duration));

    /// <summary>Images of one size.</summary>
    /// <param name="width">The width in pixels, at least 1.</param>
    /// <param name="height">The height in pixels, at least 1.</param>
    /// <param name="steps">The steps in which each image is made; 0 for the model's default.</param>
    /// <param name="images">How many images.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range, or there are more than 2^63 - 1 pixels.</exception>
    public static Usage OfImages(int width, int height, int steps = 0, long images = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        ArgumentOutOfRangeException.ThrowIfNegative(images);
        return Of(Meter.Images, images)
            .With(Meter.Pixels, Multiply((long)width * height, images, nameof(images)))
            .With(Meter.Steps, images == 0 ? 0 : steps);
    }

    /// <summary>The same usage with another quantity on one meter.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="quantity">How many units, 0 or more, in place of those that it has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative, or there is no such meter.</exception>
    public Usage With(Meter meter, long quantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quantity);
        var changed = quantities;
        changed[MeterNames.IndexOf(meter)] = quantity;
        return new(changed, quantity == 0 ? Meters.Without(meter) : Meters.With(meter));
    }

    /// <summary>
    /// The tokens as a text model counts them. Tokens of sound, of images and of video are in there as input and output tokens; what isn't
    /// a token of a request is left out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Parts are larger than what they are parts of.</exception>
    public TokenUsage ToTokenUsage()
    {
        _ = TokenParts.Split(this);
        return new(
            this[Meter.Input],
            this[Meter.Output],
            this[Meter.CachedInput],
            this[Meter.CacheWrite],
            this[Meter.CacheWrite1h],
            this[Meter.Reasoning]);
    }

    /// <summary>The tokens of a text model as a usage on any meters.</summary>
    /// <param name="tokens">The tokens.</param>
    public static implicit operator Usage(in TokenUsage tokens) => Of(Meter.Input, tokens.Input)
        .With(Meter.CachedInput, tokens.CachedInput)
        .With(Meter.CacheWrite, tokens.CacheWrite)
        .With(Meter.CacheWrite1h, tokens.CacheWrite1h)
        .With(Meter.Output, tokens.Output)
        .With(Meter.Reasoning, tokens.Reasoning);

    /// <summary>Both usages together. The steps of images aren't added: they have to be the same.</summary>
    /// <exception cref="InvalidOperationException">The usages have images made in different numbers of steps, which are priced apart.</exception>
    /// <exception cref="OverflowException">A quantity is more than 2^63 - 1.</exception>
    public static Usage operator +(in Usage left, in Usage right)
    {
        var (leftSteps, rightSteps) = (left[Meter.Steps], right[Meter.Steps]);
        if (leftSteps != rightSteps && left.HasImages && right.HasImages)
        {
            throw new InvalidOperationException(
                $"Images made in {leftSteps} steps and images made in {rightSteps} can't be added: price them apart and add the costs.");
        }

        var sum = left.quantities;
        for (var index = 0; index < MeterNames.Count; index++)
        {
            sum[index] = index == (int)Meter.Steps ? Math.Max(leftSteps, rightSteps) : QuantitySum.Of(sum[index], right.quantities[index], (Meter)index);
        }

        return new(sum, left.Meters | right.Meters);
    }

    /// <summary>Whether the quantities are the same on all meters.</summary>
    public static bool operator ==(in Usage left, in Usage right) => left.Equals(right);

    /// <summary>Whether a quantity differs.</summary>
    public static bool operator !=(in Usage left, in Usage right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Usage other) =>
        Meters == other.Meters && ((ReadOnlySpan<long>)quantities).SequenceEqual(other.quantities);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Usage other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var quantity in (ReadOnlySpan<long>)quantities)
        {
            hash.Add(quantity);
        }

        return hash.ToHashCode();
    }

    /// <summary>The meters and their quantities, the same in every culture: "input 1200, output 80"; "nothing" for none.</summary>
    public override string ToString()
    {
        var used = new List<string>();
        foreach (var meter in MeterNames.All)
        {
            if (Meters.Has(meter))
            {
                used.Add(string.Create(CultureInfo.InvariantCulture, $"{meter.ToCamelCase()} {this[meter]}"));
            }
        }

        return used.Count == 0 ? "nothing" : string.Join(", ", used);
    }

    /// <summary>Whether nothing was used on other meters.</summary>
    internal bool IsOnly(MeterSet meters) => Meters.Without(meters).IsEmpty;

    private bool HasImages => Meters.Without(ImageMeters) != Meters;

    private static long StartedSeconds(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var (seconds, rest) = Math.DivRem(duration.Ticks, TimeSpan.TicksPerSecond);
        return rest > 0 ? seconds + 1 : seconds;
    }

    private static long Multiply(long quantity, long times, string parameter)
    {
        var product = Math.BigMul(quantity, times, out var low);
        return product == 0 && low >= 0
            ? low
            : throw new ArgumentOutOfRangeException(parameter, times, $"{times} times {quantity} is more than {long.MaxValue}.");
    }

    [InlineArray(MeterNames.Count)]
    private struct Quantities
    {
        private long first;
    }
}
