using System.Globalization;

namespace TogetherRates;

/// <summary>One tier of a volume discount: up to which spend, and what is taken off.</summary>
public sealed record VolumeTier
{
    /// <summary>The last tier, which has no end.</summary>
    /// <param name="percent">What is taken off, in percent: from 0 to below 100.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is out of range.</exception>
    public VolumeTier(decimal percent)
    {
        if (percent is < 0 or >= 100)
        {
            throw new ArgumentOutOfRangeException(
                nameof(percent), percent, "A discount takes off 0 percent or more and less than 100. Five percent is written 5, not 0.05.");
        }

        Percent = percent;
    }

    /// <summary>A tier that ends.</summary>
    /// <param name="upTo">The largest spend in the tier, above 0, in units of the currency.</param>
    /// <param name="percent">What is taken off, in percent: from 0 to below 100.</param>
    /// <exception cref="ArgumentException"><paramref name="upTo"/> has more than 15 decimal places.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="upTo"/> isn't above 0, or <paramref name="percent"/> is out of range.</exception>
    /// <exception cref="OverflowException"><paramref name="upTo"/> is more than <see cref="Money"/> can hold.</exception>
    public VolumeTier(decimal upTo, decimal percent)
        : this(percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(upTo);
        UpTo = Money.FromDecimal(upTo);
    }

    /// <summary>The largest spend in the tier; null for the tier without an end.</summary>
    public Money? UpTo { get; }

    /// <summary>What is taken off, in percent: from 0 to below 100.</summary>
    public decimal Percent { get; }

    /// <summary>The tier for people.</summary>
    /// <returns>For instance "5% up to 10000", or "10% above".</returns>
    public override string ToString() => UpTo is { } end ? $"{PercentText} up to {end}" : $"{PercentText} above";

    /// <summary>The discount without zeros at its end: "5%".</summary>
    internal string PercentText => Percent.ToString("0.############################", CultureInfo.InvariantCulture) + "%";
}
