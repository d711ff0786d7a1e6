using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace TogetherRates;

/// <summary>What each meter of a model costs, for one request: generated code hands over the row that holds for it.</summary>
/// <remarks>Each unit is billed once, as the smallest part that counts it and has a price. <see cref="TokenRates"/> is the quicker way for text.</remarks>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Rates are asked for prices, not compared.")]
public readonly ref struct UsageRates
{
    private const int Columns = 3;

    private static readonly ImmutableArray<MeterSet> Descriptions =
    [
        MeterSet.Of(Meter.Images, Meter.Pixels, Meter.Steps),
        MeterSet.Of(Meter.InputImages, Meter.InputPixels),
        MeterSet.Of(Meter.Seconds, Meter.Videos),
        MeterSet.Of(Meter.OutputVideoSeconds, Meter.Videos, Meter.Pixels),
        MeterSet.Of(Meter.Queries, Meter.Results),
    ];

    private static readonly MeterSet PartsOfSearches = MeterSet.Of(Meter.SearchesLow, Meter.SearchesMedium, Meter.SearchesHigh);

    private static ReadOnlySpan<byte> BilledAsSearches =>
    [
        (byte)Meter.SearchesLow, (byte)Meter.Searches,
        (byte)Meter.SearchesMedium, (byte)Meter.Searches,
        (byte)Meter.SearchesHigh, (byte)Meter.Searches,
    ];

    private readonly ReadOnlySpan<long> rows;

    /// <summary>The prices of some meters.</summary>
    /// <param name="rows">
    /// Three numbers for each priced meter, in the order of the meters: the meter, its quanta of <see cref="Money"/> per unit, and the units that
    /// its published price buys.
    /// </param>
    /// <exception cref="ArgumentException">The numbers don't come in threes.</exception>
    public UsageRates(ReadOnlySpan<long> rows)
    {
        if (rows.Length % Columns != 0)
        {
            throw new ArgumentException("Each meter has three numbers.", nameof(rows));
        }

        this.rows = rows;
    }

    /// <summary>The meters whose price a part can have, as numbers, the nearest first and the whole last; none where a meter has no parts and is none.</summary>
    /// <param name="part">The part.</param>
    internal static ReadOnlySpan<byte> BilledAs(Meter part) =>
        PartsOfSearches.Has(part) ? BilledAsSearches.Slice(2 * (part - Meter.SearchesLow), 2) : TokenParts.BilledAs(part);

    /// <summary>Whether there is a price at all: the default value has none.</summary>
    public bool IsPriced => !rows.IsEmpty;

    /// <summary>What a usage costs, exactly.</summary>
    /// <param name="usage">The usage. What only describes the billed units may stand in it: the pixels of images, the results of queries.</param>
    /// <param name="cost">The exact sum, zero if the result is false.</param>
    /// <returns>False if some of it has no price.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Parts are larger than what they are parts of.</exception>
    /// <exception cref="OverflowException">The sum is more than <see cref="Money"/> can hold.</exception>
    public bool TryPrice(in Usage usage, out Money cost)
    {
        cost = default;
        if (!TryBill(usage, out var billed))
        {
            return false;
        }

        var sum = default(Money);
        for (var row = 0; row < rows.Length; row += Columns)
        {
            sum += new Rate(rows[row + 1]) * billed[(int)rows[row]];
        }

        cost = sum;
        return true;
    }

    /// <summary>The lines that the cost is made of: one for each priced meter that was used.</summary>
    /// <param name="usage">The usage.</param>
    /// <param name="tier">What decided on the rates: the time, the length of the context.</param>
    /// <param name="discount">What the rates already have in them: the service level, the region.</param>
    /// <exception cref="ArgumentException">Some of the usage has no price.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Parts are larger than what they are parts of.</exception>
    public ImmutableArray<LineItem> Explain(in Usage usage, string? tier = null, string? discount = null)
    {
        if (!TryBill(usage, out var billed))
        {
            throw new ArgumentException($"Not all of this has a price: {usage}.", nameof(usage));
        }

        var lines = ImmutableArray.CreateBuilder<LineItem>();
        for (var row = 0; row < rows.Length; row += Columns)
        {
            var meter = (Meter)rows[row];
            var (rate, per, quantity) = (new Rate(rows[row + 1]), rows[row + 2], billed[(int)meter]);
            if (quantity > 0)
            {
                lines.Add(new LineItem
                {
                    Meter = meter.ToCamelCase(),
                    Quantity = quantity,
                    Unit = meter.ToUnit(),
                    Price = rate * per,
                    Per = per,
                    Amount = rate * quantity,
                    Tier = tier,
                    Discount = discount,
                });
            }
        }

        return lines.ToImmutable();
    }

    // Moves each part to the meter that has its price.
    private bool TryBill(in Usage usage, out MeterCounts billed)
    {
        billed = default;
        var priced = default(MeterSet);
        for (var row = 0; row < rows.Length; row += Columns)
        {
            priced = priced.With((Meter)rows[row]);
        }

        if (priced.IsEmpty)
        {
            return false;
        }

        if (!usage.IsOnly(TokenParts.All))
        {
            BillOthers(usage, priced, ref billed);
            if (!AreDescribed(usage, priced))
            {
                return false;
            }
        }

        var counts = TokenParts.Split(usage);
        for (var index = 0; index < TokenParts.Count; index++)
        {
            if (counts[index] == 0)
            {
                continue;
            }

            if (!priced.TryFindFirst(TokenParts.BilledAs((Meter)index), out var meter))
            {
                return false;
            }

            billed[meter] += counts[index];
        }

        return true;
    }

    // What has no price is in there as well, but isn't asked for.
    private static void BillOthers(in Usage usage, MeterSet priced, ref MeterCounts billed)
    {
        foreach (var meter in usage.Meters.Without(TokenParts.All))
        {
            billed[(int)meter] = usage[meter];
        }

        // Searches by context size are parts of the searches, and cost what those cost unless they have a price of their own.
        Int128 parts = 0;
        foreach (var part in PartsOfSearches)
        {
            parts += usage[part];
            billed[(int)Meter.Searches] -= priced.Has(part) ? usage[part] : 0;
        }

        if (parts > usage[Meter.Searches])
        {
            throw new ArgumentOutOfRangeException(
                nameof(usage), $"The searches by context size ({parts}) are parts of searches, but larger than searches ({usage[Meter.Searches]}).");
        }
    }

    // A unit has a price, or its whole has, or it only describes something that is billed.
    private static bool AreDescribed(in Usage usage, MeterSet priced)
    {
        var unpriced = usage.Meters.Without(TokenParts.All).Without(priced);
        foreach (var meter in unpriced)
        {
            if (PartsOfSearches.Has(meter) && priced.Has(Meter.Searches))
            {
                continue;
            }

            if (meter == Meter.Searches && SearchesWithoutParts(usage) == 0)
            {
                continue;
            }

            var isDescribed = false;
            foreach (var group in Descriptions)
            {
                isDescribed |= group.Has(meter) && group.HasAny(priced, usage.Meters);
            }

            if (!isDescribed)
            {
                return false;
            }
        }

        return true;
    }

    private static Int128 SearchesWithoutParts(in Usage usage)
    {
        Int128 rest = usage[Meter.Searches];
        foreach (var part in PartsOfSearches)
        {
            rest -= usage[part];
        }

        return rest;
    }
}

/// <summary>A number for each meter.</summary>
[System.Runtime.CompilerServices.InlineArray(MeterNames.Count)]
internal struct MeterCounts
{
    private long first;
}
