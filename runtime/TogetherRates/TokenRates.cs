using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TogetherRates;

/// <summary>One row of a rate card: what a model's tokens cost, in quanta of <see cref="Money"/> a token.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct TokenRates : IEquatable<TokenRates>
{
    // How many numbers a row of constant data has: one for each field, and one before them.
    private const int PerRow = 8;

    // Beside the meters of a row of constant data: the row behind it prices longer requests.
    private const long Longer = 64;

    private const TokenMeters Roots = TokenMeters.Input | TokenMeters.Output;

    // What most requests need is together, so that it is seldom in two lines of a cache.
    private readonly long perInput;
    private readonly long perOutput;
    private readonly long priced;
    private readonly long perCachedInput;
    private readonly long perCacheWrite;
    private readonly long perCacheWrite1h;
    private readonly long perReasoning;

    /// <summary>A row with these rates. A part that isn't priced takes its parent's rate; a meter without any rate has no price.</summary>
    /// <param name="input">Quanta for an input token.</param>
    /// <param name="cachedInput">Quanta for an input token read from the cache.</param>
    /// <param name="cacheWrite">Quanta for an input token written to the cache.</param>
    /// <param name="cacheWrite1h">Quanta for a token written to the cache for an hour.</param>
    /// <param name="output">Quanta for an output token.</param>
    /// <param name="reasoning">Quanta for a reasoning token.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is below <see cref="Unpriced"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TokenRates(
        long input = Unpriced,
        long cachedInput = Unpriced,
        long cacheWrite = Unpriced,
        long cacheWrite1h = Unpriced,
        long output = Unpriced,
        long reasoning = Unpriced)
    {
        // Rates are constants in generated code: inlined, all of this folds away.
        priced = (long)((input >= 0 ? TokenMeters.Input : 0)
            | (cachedInput >= 0 ? TokenMeters.CachedInput : 0)
            | (cacheWrite >= 0 ? TokenMeters.CacheWrite : 0)
            | (cacheWrite1h >= 0 ? TokenMeters.CacheWrite1h : 0)
            | (output >= 0 ? TokenMeters.Output : 0)
            | (reasoning >= 0 ? TokenMeters.Reasoning : 0));
        perInput = Math.Max(input, 0);
        perCachedInput = cachedInput >= 0 ? cachedInput : perInput;
        perCacheWrite = cacheWrite >= 0 ? cacheWrite : perInput;
        perCacheWrite1h = cacheWrite1h >= 0 ? cacheWrite1h : perCacheWrite;
        perOutput = Math.Max(output, 0);
        perReasoning = reasoning >= 0 ? reasoning : perOutput;
        if (Math.Min(Math.Min(Math.Min(input, cachedInput), Math.Min(cacheWrite, cacheWrite1h)), Math.Min(output, reasoning)) < Unpriced)
        {
            ThrowNegative(input, cachedInput, cacheWrite, cacheWrite1h, output, reasoning);
        }
    }

    /// <summary>Stands for the rate of a meter that has no price of its own.</summary>
    public const long Unpriced = -1;

    /// <summary>The meters that the card prices by themselves.</summary>
    public TokenMeters Priced => (TokenMeters)(priced & ~Longer);

    /// <summary>A row of constant data as it stands there. For generated code only.</summary>
    /// <param name="rows">
    /// Eight numbers a row. First the most tokens, of input and of output, that cost less than 2^63 quanta together; or, less than that, the most input tokens of a
    /// request that the row prices, where the row behind it prices longer ones; negative where the row lacks a rate for one of both. Then quanta for an input
    /// token and an output token; <see cref="Priced"/>, and 64 where there is a row for longer requests; quanta for an input token read from the cache, one
    /// written to it, one written for an hour, and a reasoning token, each with its parent's rate where it has none.
    /// </param>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly TokenRates At(ReadOnlySpan<long> rows, int row)
    {
        // One comparison, with a constant where the table is one.
        var start = (uint)(row * PerRow);
        if (rows.Length < PerRow || start > (uint)(rows.Length - PerRow))
        {
            ThrowNoRow();
        }

        return ref Unsafe.As<long, TokenRates>(ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), (nint)start + 1));
    }

    /// <summary>The row of constant data that prices a request: the one given or, for longer requests, one behind it. For generated code only.</summary>
    /// <param name="rows">What <see cref="At(ReadOnlySpan{long}, int)"/> reads.</param>
    /// <param name="row">The row of the shortest requests.</param>
    /// <param name="input">The input tokens of the request.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ref readonly TokenRates At(ReadOnlySpan<long> rows, int row, long input) => ref At(rows, RowFor(rows, row, input));

    /// <summary>Prices a usage of a model by a row of constant data, as most requests are priced. For generated code only.</summary>
    /// <remarks>
    /// Two comparisons say that the row prices the request, and that 64 bits hold its cost: products of 128 made a request take a seventh longer. The races of
    /// requests show it: a request waits for its row longer than for all else, and what waits with it takes the room of the requests behind.
    /// </remarks>
    /// <param name="rows">What <see cref="At(ReadOnlySpan{long}, int)"/> reads.</param>
    /// <param name="rowOfModel">For each model, as a character, its row for the shortest requests; one that isn't there has no price.</param>
    /// <param name="model">The model; one that isn't there has no price.</param>
    /// <param name="usage">The tokens.</param>
    /// <param name="cost">The exact sum.</param>
    /// <returns>False if the row has no price for some of the tokens.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPrice(ConstantNumbers rows, string rowOfModel, int model, in TokenUsage usage, out Money cost)
    {
        var row = (uint)model < (uint)rowOfModel.Length ? rowOfModel[model] : 0;
        var start = (uint)(row * PerRow);
        if (rows.Count >= PerRow && start <= (uint)(rows.Count - PerRow))
        {
            ref var first = ref Unsafe.As<long, Row>(ref rows.At((nint)start));
            if (usage.Input <= first.Most && usage.Output <= first.Most)
            {
                if (!usage.HasNoParts)
                {
                    return first.Rates.TryPriceParts(usage, out cost);
                }

                cost = Product.SmallSum(first.Rates.perInput, usage.Input, first.Rates.perOutput, usage.Output);
                return true;
            }
        }

        return TryPriceOtherwise(rows, row, usage, out cost);
    }

    /// <summary>What the tokens cost, exactly: each part at its own rate, the rest of its parent at the parent's.</summary>
    /// <param name="usage">The tokens.</param>
    /// <param name="cost">The exact sum. It can't overflow: the parts of a direction are below 2^63 tokens together.</param>
    /// <returns>False if some of the tokens have no price, neither their own nor their parent's.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPrice(in TokenUsage usage, out Money cost)
    {
        if (!usage.HasNoParts || (Priced & Roots) != Roots)
        {
            return TryPriceParts(usage, out cost);
        }

        cost = Product.Sum(perInput, usage.Input, perOutput, usage.Output);
        return true;
    }

    /// <summary>What plain input and output tokens cost, exactly.</summary>
    /// <param name="input">Input tokens, none of them cached.</param>
    /// <param name="output">Output tokens.</param>
    /// <param name="cost">The exact sum.</param>
    /// <returns>False if there are tokens on a meter that has no price.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPrice(long input, long output, out Money cost)
    {
        if ((input | output) < 0 || (Priced & Roots) != Roots)
        {
            return TryPriceUnusual(input, output, out cost);
        }

        cost = Product.Sum(perInput, input, perOutput, output);
        return true;
    }

    /// <summary>
    /// The lines that the cost is made of: one for each meter with tokens. A part without a price of its own joins its parent's line.
    /// </summary>
    /// <param name="usage">The tokens.</param>
    /// <param name="per">The number of tokens that a line's price is given for, such as 1,000,000.</param>
    /// <param name="tier">The tier that gave the rates, if there is one.</param>
    /// <param name="discount">The discount that the rates already have in them, if there is one.</param>
    /// <exception cref="ArgumentException">Some of the tokens have no price.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="per"/> isn't positive.</exception>
    public ImmutableArray<LineItem> Explain(in TokenUsage usage, long per, string? tier = null, string? discount = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(per);
        if (!Covers(usage))
        {
            throw new ArgumentException(
                $"There are tokens on {(usage.Meters & ~Priced.WithParts()).Names()}, but only {Priced.Names()} has a price.",
                nameof(usage));
        }

        var cacheWrite1h = Has(TokenMeters.CacheWrite1h) ? usage.CacheWrite1h : 0;
        var cacheWrite = Has(TokenMeters.CacheWrite) ? usage.CacheWrite - cacheWrite1h : 0;
        var cachedInput = Has(TokenMeters.CachedInput) ? usage.CachedInput : 0;
        var reasoning = Has(TokenMeters.Reasoning) ? usage.Reasoning : 0;

        var lines = ImmutableArray.CreateBuilder<LineItem>();
        AddLine(TokenMeters.Input, usage.Input - cachedInput - cacheWrite - cacheWrite1h, perInput);
        AddLine(TokenMeters.CachedInput, cachedInput, perCachedInput);
        AddLine(TokenMeters.CacheWrite, cacheWrite, perCacheWrite);
        AddLine(TokenMeters.CacheWrite1h, cacheWrite1h, perCacheWrite1h);
        AddLine(TokenMeters.Output, usage.Output - reasoning, perOutput);
        AddLine(TokenMeters.Reasoning, reasoning, perReasoning);
        return lines.ToImmutable();

        void AddLine(TokenMeters meter, long quantity, long quanta)
        {
            if (quantity > 0)
            {
                var rate = new Rate(quanta);
                lines.Add(new LineItem
                {
                    Meter = meter.Name(),
                    Quantity = quantity,
                    Unit = "token",
                    Price = rate.PricePer(per),
                    Per = per,
                    Amount = rate.PricePer(quantity),
                    Tier = tier,
                    Discount = discount,
                });
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(TokenRates other) =>
        Priced == other.Priced
        && perInput == other.perInput
        && perCachedInput == other.perCachedInput
        && perCacheWrite == other.perCacheWrite
        && perCacheWrite1h == other.perCacheWrite1h
        && perOutput == other.perOutput
        && perReasoning == other.perReasoning;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TokenRates other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Priced, perInput, perCachedInput, perCacheWrite, perCacheWrite1h, perOutput, perReasoning);

    /// <summary>Whether the rows are equal.</summary>
    public static bool operator ==(in TokenRates left, in TokenRates right) => left.Equals(right);

    /// <summary>Whether the rows differ.</summary>
    public static bool operator !=(in TokenRates left, in TokenRates right) => !left.Equals(right);

    private bool Has(TokenMeters meter) => (Priced & meter) != 0;

    private bool Covers(in TokenUsage usage) => Priced != TokenMeters.None && (usage.Meters & ~Priced.WithParts()) == 0;

    // The two below are kept out of the ways above, which then need no stack and are inlined.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryPriceUnusual(long input, long output, out Money cost) => TryPrice(new TokenUsage(input, output), out cost);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryPriceParts(in TokenUsage usage, out Money cost)
    {
        if ((Priced & Roots) != Roots && !Covers(usage))
        {
            cost = default;
            return false;
        }

        cost =
            Product.Of(perInput, usage.Input - usage.CachedInput - usage.CacheWrite)
            + Product.Of(perCachedInput, usage.CachedInput)
            + Product.Of(perCacheWrite, usage.CacheWrite - usage.CacheWrite1h)
            + Product.Of(perCacheWrite1h, usage.CacheWrite1h)
            + Product.Of(perOutput, usage.Output - usage.Reasoning)
            + Product.Of(perReasoning, usage.Reasoning);
        return true;
    }

    private bool IsFollowed => (priced & Longer) != 0;

    // Longer requests than the row is for, costs of more than 64 bits, and rows without a rate for input or output.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryPriceOtherwise(ConstantNumbers rows, int row, in TokenUsage usage, out Money cost)
    {
        row = RowFor(rows, row, usage.Input);
        if (!IsThere(rows, row))
        {
            cost = default;
            return false;
        }

        return At(rows, row).TryPrice(usage, out cost);
    }

    // The row itself, one behind it for longer requests, or none.
    private static int RowFor(ReadOnlySpan<long> rows, int row, long input)
    {
        while (IsThere(rows, row) && At(rows, row).IsFollowed && input > rows[row * PerRow])
        {
            row++;
        }

        return row;
    }

    private static bool IsThere(ReadOnlySpan<long> rows, int row) => (uint)row < (uint)(rows.Length / PerRow);

    private static void ThrowNoRow() => throw new ArgumentOutOfRangeException(null, "The rates have no such row.");

    private static void ThrowNegative(long input, long cachedInput, long cacheWrite, long cacheWrite1h, long output, long reasoning)
    {
        var (name, rate) = input < Unpriced ? (nameof(input), input)
            : cachedInput < Unpriced ? (nameof(cachedInput), cachedInput)
            : cacheWrite < Unpriced ? (nameof(cacheWrite), cacheWrite)
            : cacheWrite1h < Unpriced ? (nameof(cacheWrite1h), cacheWrite1h)
            : output < Unpriced ? (nameof(output), output)
            : (nameof(reasoning), reasoning);
        throw new ArgumentOutOfRangeException(name, rate, $"A rate can't be negative; {Unpriced} stands for a meter without a price.");
    }

    // How a row stands among constant data.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Row
    {
        public readonly long Most;
        public readonly TokenRates Rates;
    }
}
