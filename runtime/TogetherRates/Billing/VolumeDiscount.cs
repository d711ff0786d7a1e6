using System.Collections.Immutable;

namespace TogetherRates;

/// <summary>What is taken off a month's spend: the published table of a rate card, or one that a customer has negotiated.</summary>
/// <example>
/// <code>
/// var negotiated = VolumeDiscount.Graduated("USD", new(upTo: 1_000, percent: 0), new(upTo: 10_000, percent: 5), new(percent: 10));
/// </code>
/// </example>
public sealed class VolumeDiscount
{
    private VolumeDiscount(string currency, VolumeMode mode, VolumeTier[] tiers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        CheckTiers(tiers);
        Currency = currency;
        Mode = mode;
        Tiers = [.. tiers];
    }

    /// <summary>The currency of the bounds, ISO 4217.</summary>
    public string Currency { get; }

    /// <summary>Which part of the spend a tier holds for.</summary>
    public VolumeMode Mode { get; }

    /// <summary>The tiers, in ascending order; the last one has no end.</summary>
    public ImmutableArray<VolumeTier> Tiers { get; }

    /// <summary>A table in which each tier holds for the part of the spend that lies in it.</summary>
    /// <param name="currency">The currency of the bounds, ISO 4217.</param>
    /// <param name="tiers">The tiers, in ascending order; the last one without an end.</param>
    /// <exception cref="ArgumentException">
    /// The currency is empty or white space, or there is no tier, or the tiers don't ascend, or the last one ends, or another one doesn't.
    /// </exception>
    public static VolumeDiscount Graduated(string currency, params VolumeTier[] tiers) => new(currency, VolumeMode.Graduated, tiers);

    /// <summary>A table in which the tier that the spend falls in holds for all of it. A spend at a bound is in the tier that ends there.</summary>
    /// <inheritdoc cref="Graduated"/>
    public static VolumeDiscount Whole(string currency, params VolumeTier[] tiers) => new(currency, VolumeMode.Whole, tiers);

    /// <summary>The table for people.</summary>
    /// <returns>For instance "graduated, USD: 0% up to 1000, 5% up to 10000, 10% above".</returns>
    public override string ToString() =>
        $"{(Mode == VolumeMode.Whole ? "whole" : "graduated")}, {Currency}: {string.Join(", ", Tiers)}";

    /// <summary>The parts of a spend that something is taken off from, with the tier that says how much.</summary>
    internal IEnumerable<(VolumeTier Tier, Fraction Part)> PartsOf(Fraction spend)
    {
        var below = default(Fraction);
        foreach (var tier in Tiers)
        {
            var isLast = tier.UpTo is not { } upTo || spend.CompareTo(Fraction.Of(upTo)) <= 0;
            var end = isLast ? spend : Fraction.Of(tier.UpTo!.Value);
            if (tier.Percent > 0 && (isLast || Mode == VolumeMode.Graduated) && end.CompareTo(below) > 0)
            {
                yield return (tier, end - below);
            }

            if (isLast)
            {
                yield break;
            }

            below = Mode == VolumeMode.Graduated ? end : below;
        }
    }

    private static void CheckTiers(VolumeTier[] tiers)
    {
        if (tiers.Length == 0)
        {
            throw new ArgumentException("A volume discount needs a tier; the last one is written without an end.", nameof(tiers));
        }

        for (var i = 0; i < tiers.Length; i++)
        {
            var isLast = i == tiers.Length - 1;
            if (isLast != (tiers[i].UpTo is null))
            {
                throw new ArgumentException(
                    isLast
                        ? $"Nothing is said about spend above {tiers[i].UpTo}: end with a tier that has no bound."
                        : $"Tier {i + 1} of {tiers.Length} ({tiers[i]}) has no end, so no spend reaches the tiers after it: give it a bound.",
                    nameof(tiers));
            }

            if (!isLast && i > 0 && tiers[i].UpTo <= tiers[i - 1].UpTo)
            {
                throw new ArgumentException(
                    $"Tier {i + 1} ends at {tiers[i].UpTo}, not above the one before it, which ends at {tiers[i - 1].UpTo}: "
                    + "put the tiers in ascending order.",
                    nameof(tiers));
            }
        }
    }
}
