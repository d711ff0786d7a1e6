using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;
using CardMeter = TogetherRates.Compiler.Cards.Meter;

namespace TogetherRates.Cli.Import;

/// <summary>A list of prices that is being put together.</summary>
internal sealed class PriceDraft
{
    private readonly SortedDictionary<CardMeter, Rational> tokens = [];
    private readonly SortedDictionary<CardMeter, Charge> charges = [];
    private readonly SortedDictionary<long, PriceDraft> contexts = [];
    private readonly SortedSet<long> unpriced = [];

    /// <summary>Whether nothing is priced.</summary>
    public bool IsEmpty => tokens.Count == 0 && charges.Count == 0 && contexts.Values.All(context => context.IsEmpty);

    /// <summary>What has a price, whatever the length of the context.</summary>
    public IReadOnlyList<CardMeter> Meters => [.. tokens.Keys, .. charges.Keys];

    /// <summary>The bounds above which prices change.</summary>
    public IReadOnlyList<long> Bounds => [.. contexts.Keys];

    /// <summary>What costs something else above a bound.</summary>
    /// <param name="bound">The bound, in input tokens.</param>
    public IReadOnlyList<CardMeter> MetersAbove(long bound) => contexts.TryGetValue(bound, out var context) ? context.Meters : [];

    /// <summary>What a context tier prices that starts at a bound or below it.</summary>
    /// <param name="bound">The bound, in input tokens.</param>
    public IEnumerable<CardMeter> MetersIn(long bound) => contexts.Where(context => context.Key <= bound).SelectMany(context => context.Value.Meters);

    /// <summary>Prices a meter.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="price">What one unit of it costs.</param>
    public void Set(CardMeter meter, Rational price)
    {
        if (Compiler.Cards.Meters.Tokens.Contains(meter))
        {
            tokens[meter] = price * Per.MillionTokens.Quantity;
        }
        else
        {
            charges[meter] = new Charge(meter, UnitOf(meter), price, meter, AboveIsUnpriced: false, default);
        }
    }

    /// <summary>Prices a meter unless it has another price already.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="price">What one unit of it costs.</param>
    /// <returns>Whether this is the price now.</returns>
    public bool TryAdd(CardMeter meter, Rational price)
    {
        var isNew = !Meters.Contains(meter);
        var before = ToList();
        Set(meter, price);
        return isNew || ToList() == before;
    }

    /// <summary>Prices a meter by quantity.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="by">The meter whose quantity decides.</param>
    /// <param name="bands">The prices of one unit, by quantity.</param>
    public void Set(CardMeter meter, CardMeter by, IReadOnlyList<ChargeBand> bands) =>
        charges[meter] = new Charge(meter, UnitOf(meter), null, by, bands[^1].UpTo is not null, new([.. bands]));

    /// <summary>Takes a price back.</summary>
    /// <param name="meter">A meter that isn't counted in tokens.</param>
    /// <returns>What one unit of it cost, or null.</returns>
    public Rational? Remove(CardMeter meter) => charges.Remove(meter, out var charge) ? charge.Price : null;

    /// <summary>The prices of requests with more input tokens than a bound; what they leave out costs as below it.</summary>
    /// <param name="bound">The bound, in input tokens.</param>
    public PriceDraft Above(long bound)
    {
        if (!contexts.TryGetValue(bound, out var context))
        {
            contexts.Add(bound, context = new PriceDraft());
        }

        return context;
    }

    /// <summary>Says that requests with more input tokens have no price.</summary>
    /// <param name="bound">The bound, in input tokens.</param>
    public void LeaveUnpriced(long bound)
    {
        _ = contexts.Remove(bound);
        _ = unpriced.Add(bound);
    }

    /// <summary>Has each price hold above higher bounds too, up to the next one of its own meter.</summary>
    public void CarryUp()
    {
        var lower = new PriceDraft();
        foreach (var context in contexts.Values)
        {
            foreach (var (meter, price) in lower.tokens)
            {
                _ = context.tokens.TryAdd(meter, price);
            }

            foreach (var (meter, charge) in lower.charges)
            {
                _ = context.charges.TryAdd(meter, charge);
            }

            lower = context;
        }
    }

    /// <summary>The list.</summary>
    public PriceList ToList() => new(
        ToTokens(),
        ToCharges(),
        new([.. contexts
            .Select(context => new ContextTier(context.Key, IsUnpriced: false, context.Value.ToTokens(), context.Value.ToCharges()))
            .Concat(unpriced.Select(bound => new ContextTier(bound, IsUnpriced: true, TokenPrices.None, default)))
            .OrderBy(context => context.Above)]));

    private static Per UnitOf(CardMeter meter) => new(1, Compiler.Cards.Meters.UnitOf(meter));

    private TokenPrices ToTokens() => new(new([.. tokens.Select(price => new MeterPrice(price.Key, price.Value))]), IsUniform: false);

    private EquatableArray<Charge> ToCharges() => new([.. charges.Values]);
}
