using TogetherRates.Columns;

namespace TogetherRates;

/// <summary>
/// The tiers of a size table in the unit of its card's columns. Generated code makes it from constants. The default value has no tiers: to price
/// with it is an <see cref="InvalidOperationException"/>.
/// </summary>
public readonly ref struct SizeColumns
{
    private readonly long unit;
    private readonly ReadOnlySpan<long> bounds;
    private readonly ReadOnlySpan<long> steps;
    private readonly bool isWide;
    private readonly long end;
    private readonly string table;

    /// <summary>The tiers of a table.</summary>
    /// <param name="unit">Quanta in one unit of the costs.</param>
    /// <param name="bounds">The last size of each tier but the last, ascending.</param>
    /// <param name="steps">
    /// The units for a token in the first tier, then for each tier what its rate is above that of the tier before. No rate is above 2^31,
    /// unless <paramref name="isWide"/>.
    /// </param>
    /// <param name="isWide">Whether some rate needs more than 31 bits.</param>
    /// <param name="end">The last size that has a price.</param>
    /// <param name="table">The table's name.</param>
    /// <exception cref="ArgumentException">There isn't one bound between each two tiers.</exception>
    public SizeColumns(long unit, ReadOnlySpan<long> bounds, ReadOnlySpan<long> steps, bool isWide, long end, string table)
    {
        if (steps.Length != bounds.Length + 1)
        {
            throw new ArgumentException("There is a bound between each two tiers.", nameof(bounds));
        }

        this.unit = unit;
        this.bounds = bounds;
        this.steps = steps;
        this.isWide = isWide;
        this.end = end;
        this.table = table;
    }

    /// <summary>Prices rows, each of one size.</summary>
    /// <param name="sizes">The models' numbers of parameters.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="costs">Where the costs go.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <inheritdoc cref="ModelColumns.PriceAll" path="/exception"/>
    public unsafe void PriceAll(
        ReadOnlySpan<long> sizes, ReadOnlySpan<uint> tokens, Span<long> costs, ColumnOptions options, CancellationToken cancellation)
    {
        ColumnErrors.ThrowIfUneven(sizes.Length, tokens.Length, nameof(sizes), nameof(tokens));
        ColumnErrors.ThrowIfUneven(sizes.Length, costs.Length, nameof(sizes), nameof(costs));
        ColumnErrors.ThrowIfOverlapping(sizes, costs, nameof(sizes));
        ColumnErrors.ThrowIfOverlapping(tokens, costs, nameof(tokens));
        fixed (long* tableBounds = bounds, tableSteps = steps, parameters = sizes, destination = costs)
        fixed (uint* counts = tokens)
        {
            ColumnRun.Price(Work(tableBounds, tableSteps, parameters, counts, destination, sizes.Length), options, cancellation);
        }
    }

    /// <summary>Adds up what rows cost, exactly.</summary>
    /// <inheritdoc cref="PriceAll"/>
    public unsafe Money Sum(ReadOnlySpan<long> sizes, ReadOnlySpan<uint> tokens, ColumnOptions options, CancellationToken cancellation)
    {
        ColumnErrors.ThrowIfUneven(sizes.Length, tokens.Length, nameof(sizes), nameof(tokens));
        fixed (long* tableBounds = bounds, tableSteps = steps, parameters = sizes)
        fixed (uint* counts = tokens)
        {
            var sum = ColumnRun.Sum(Work(tableBounds, tableSteps, parameters, counts, null, sizes.Length), options, cancellation);
            return Money.FromQuanta((Int128)(sum * (ulong)unit));
        }
    }

    private unsafe ColumnWork<SizeRows> Work(long* tableBounds, long* tableSteps, long* parameters, uint* counts, long* costs, int count)
    {
        if (steps.IsEmpty)
        {
            throw new InvalidOperationException("This is the default value of SizeColumns, which has no tiers: there is nothing to price with.");
        }

        return new(
            new SizeRows
            {
                Bounds = tableBounds,
                Steps = tableSteps,
                Tiers = steps.Length,
                End = end,
                Sizes = parameters,
                Tokens = counts,
                Table = table,
                Count = count,
                IsWide = isWide,
            },
            costs);
    }
}
