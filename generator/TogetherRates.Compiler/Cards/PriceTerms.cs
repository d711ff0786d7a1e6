using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>What a model costs where one list of token prices isn't enough: by time, service level, region and context length, on any meters.</summary>
/// <param name="Windows">The prices by time; one window without bounds where time doesn't matter.</param>
/// <param name="Levels">The service levels beside the standard one.</param>
/// <param name="Regions">Regions that cost more or less.</param>
public sealed record PriceTerms(EquatableArray<TermsWindow> Windows, EquatableArray<LevelPrices> Levels, EquatableArray<RegionFactor> Regions)
{
    /// <summary>Whether the card gives the prices in windows: they stand there even if one window is always open.</summary>
    public bool HasWindows { get; init; }

    /// <summary>Whether there is a price at all. Without one, code may still name the times and the regions.</summary>
    public bool IsPriced => Windows.Any(static window => window.Prices.Tokens.Meters.Count > 0 || window.Prices.Charges.Count > 0);

    /// <summary>Whether the price changes with time.</summary>
    public bool IsTimed => Windows.Any(window => !window.IsAlways);

    /// <summary>The window that an instant falls in.</summary>
    /// <param name="time">The instant, or null when none is given.</param>
    /// <returns>The window; null when the prices change with time and none is given.</returns>
    public TermsWindow? At(DateTime? time) => Windows.FirstOrDefault(window => window.IsAlways || (time is { } instant && window.Contains(instant)));

    /// <summary>The prices of a service level.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The prices; null for the standard level and for one that isn't offered.</returns>
    public LevelPrices? Of(ServiceLevel level)
    {
        foreach (var prices in Levels)
        {
            if (prices.Level == level)
            {
                return prices;
            }
        }

        return null;
    }

    /// <summary>Whether some window opens or closes for good, and not only with the hours of the week.</summary>
    public bool HasDates => Windows.Any(window => window.Since is not null || window.Before is not null);

    /// <summary>The instants at which a window opens or closes, in order: of the first that there is, nothing lies before it.</summary>
    /// <returns>The instants.</returns>
    public DateTime[] Dates() =>
        [.. Windows.SelectMany(window => new[] { window.Since, window.Before }).OfType<DateTime>().Where(date => date > DateTime.MinValue).Distinct().OrderBy(date => date)];

    /// <summary>The context tiers that change a price, the one of the longest requests first.</summary>
    /// <param name="window">When.</param>
    /// <param name="level">The service level, or null for the standard one.</param>
    /// <returns>One tier of each bound: a price may change at the bounds of either.</returns>
    public static IReadOnlyList<ContextTier> ContextsOf(TermsWindow window, LevelPrices? level)
    {
        // Tiers and not their bounds: a compiler that starts up compiles each list of numbers and all that is done with it first.
        List<ContextTier> contexts = [.. window.Prices.Contexts, .. level?.Prices?.Contexts ?? default];
        contexts.Sort((left, right) => right.Above.CompareTo(left.Above));
        for (var i = contexts.Count - 1; i > 0; i--)
        {
            if (contexts[i].Above == contexts[i - 1].Above)
            {
                contexts.RemoveAt(i);
            }
        }

        return contexts;
    }

    /// <summary>The charges whose bands decide on a price.</summary>
    /// <param name="window">When.</param>
    /// <param name="level">The service level, or null for the standard one.</param>
    /// <param name="input">All input tokens of the request.</param>
    /// <returns>The charges; one may stand in for another of the same meter.</returns>
    public static IReadOnlyList<Charge> BandedOf(TermsWindow window, LevelPrices? level, Rational input)
    {
        PriceList[] lists = level?.Prices is { } own ? [window.Prices, own] : [window.Prices];
        return Array.TrueForAll(lists, list => list.Charges.Count == 0 && list.Contexts.All(context => context.Charges.Count == 0))
            ? []
            : [.. lists.SelectMany(list => list.Charges.Concat(list.ContextOf(input)?.Charges ?? default)).Where(charge => charge.Price is null).Distinct()];
    }

    /// <summary>What each meter costs under one set of conditions.</summary>
    /// <param name="per">What the prices of tokens buy.</param>
    /// <param name="window">When.</param>
    /// <param name="level">The service level, or null for the standard one.</param>
    /// <param name="region">Where, or null for wherever the provider likes.</param>
    /// <param name="input">All input tokens of the request: they decide on the context tier.</param>
    /// <param name="priceOf">What a charge costs for the quantities of the request; null when they lie above its bands.</param>
    /// <returns>The prices in the order of the meters, or null when requests of this length have none.</returns>
    public static IReadOnlyList<UnitPrice>? Resolve(
        Per per, TermsWindow window, LevelPrices? level, RegionFactor? region, Rational input, Func<Charge, Rational?> priceOf)
    {
        var prices = new UnitPrice?[Meters.Count];
        PriceList[] lists = level?.Prices is { } own ? [window.Prices, own] : [window.Prices];
        foreach (var list in lists)
        {
            Add(list.Tokens, list.Charges);
            if (list.ContextOf(input) is { } context)
            {
                if (context.IsUnpriced)
                {
                    return null;
                }

                Add(context.Tokens, context.Charges);
            }
        }

        var factor = (level?.Factor ?? Rational.One) * (region?.Factor ?? Rational.One);
        var resolved = new List<UnitPrice>();
        foreach (var price in prices)
        {
            if (price is not null)
            {
                resolved.Add(price with { Price = price.Price * factor });
            }
        }

        return resolved;

        void Add(TokenPrices tokens, EquatableArray<Charge> charges)
        {
            foreach (var (meter, price) in tokens.Meters)
            {
                prices[(int)meter] = new UnitPrice(meter, price, per.Quantity);
            }

            foreach (var charge in charges)
            {
                prices[(int)charge.Meter] = priceOf(charge) is { } price ? new UnitPrice(charge.Meter, price, charge.UnitsPerPrice) : null;
            }
        }
    }
}

/// <summary>What one meter costs.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Price">The price.</param>
/// <param name="Per">How many units it buys.</param>
public sealed record UnitPrice(Meter Meter, Rational Price, long Per);

/// <summary>The prices of a stretch of time: of dates, of the day, of the week, or of all three.</summary>
/// <param name="Since">The first instant, or null when it starts with the edition.</param>
/// <param name="Before">The first instant after it, or null when it ends with the edition.</param>
/// <param name="Hours">The hours of the day and the days of the week.</param>
/// <param name="Prices">The prices.</param>
public sealed record TermsWindow(DateTime? Since, DateTime? Before, PriceWindow Hours, PriceList Prices)
{
    /// <summary>Whether it is always open.</summary>
    public bool IsAlways => Since is null && Before is null && Hours.IsAlways;

    /// <summary>Whether an instant lies in it.</summary>
    /// <param name="time">The instant, in UTC.</param>
    /// <returns>Whether it does.</returns>
    public bool Contains(DateTime time) =>
        !(time < Since) && !(time >= Before) && (Hours.IsAlways || Hours.Contains(PriceWindow.MinuteOf(time)));

    /// <summary>The window for people.</summary>
    /// <returns>For instance <c>from 2026-03-13, 00:30 - 16:30 UTC</c>; the hours of one that is always open.</returns>
    public override string ToString() => string.Join(", ", Parts());

    private IEnumerable<string> Parts()
    {
        if (Since is { } since)
        {
            yield return "from " + CardDate.TextOf(since);
        }

        if (Before is { } before)
        {
            yield return "before " + CardDate.TextOf(before);
        }

        if (!Hours.IsAlways || IsAlways)
        {
            yield return Hours.ToString();
        }
    }
}

/// <summary>What tokens and other meters cost, and how that changes with the length of the context.</summary>
/// <param name="Tokens">What tokens cost.</param>
/// <param name="Charges">What other meters cost.</param>
/// <param name="Contexts">What changes above a number of input tokens, in ascending order.</param>
public sealed record PriceList(TokenPrices Tokens, EquatableArray<Charge> Charges, EquatableArray<ContextTier> Contexts)
{
    /// <summary>Whether nothing is priced.</summary>
    public bool IsEmpty => Tokens.Meters.Count == 0 && Charges.Count == 0 && Contexts.Count == 0;

    /// <summary>The tier of a request.</summary>
    /// <param name="input">All its input tokens.</param>
    /// <returns>The last tier whose bound lies below them, or null.</returns>
    public ContextTier? ContextOf(Rational input)
    {
        ContextTier? last = null;
        foreach (var tier in Contexts)
        {
            last = tier.Above < input ? tier : last;
        }

        return last;
    }
}

/// <summary>The prices of requests with more input tokens than a bound; what it doesn't name costs as below the first bound.</summary>
/// <param name="Above">The bound: the tier starts strictly above it, and prices the whole request.</param>
/// <param name="IsUnpriced">Whether the card says that such requests have no price.</param>
/// <param name="Tokens">What tokens cost.</param>
/// <param name="Charges">What other meters cost.</param>
public sealed record ContextTier(long Above, bool IsUnpriced, TokenPrices Tokens, EquatableArray<Charge> Charges)
{
    /// <summary>The input tokens of the shortest request in it.</summary>
    public Rational Shortest => (Rational)Above + 1;

    /// <summary>The tier for people.</summary>
    /// <returns>For instance <c>above 200K input tokens</c>.</returns>
    public override string ToString() => $"above {TokenCount.TextOf(Above)} input tokens";
}

/// <summary>What a meter costs that doesn't count tokens.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Per">What the price buys.</param>
/// <param name="Price">The price; null when it goes by bands.</param>
/// <param name="By">The meter whose quantity decides on the band: the charge's own unless the card says otherwise.</param>
/// <param name="AboveIsUnpriced">Whether the card says that quantities above the last band have no price.</param>
/// <param name="Bands">The prices by quantity, in ascending order.</param>
public sealed record Charge(Meter Meter, Per Per, Rational? Price, Meter By, bool AboveIsUnpriced, EquatableArray<ChargeBand> Bands)
{
    /// <summary>How many units of the meter the price buys.</summary>
    public long UnitsPerPrice => Per.Quantity * (BilledUnit.Find(Per.Unit)?.Size ?? 1);

    /// <summary>The price for a quantity.</summary>
    /// <param name="quantity">The units of <see cref="By"/>.</param>
    /// <returns>The price, or null above the last band.</returns>
    public Rational? PriceOf(Rational quantity) =>
        Price ?? Bands.Where(band => band.UpTo is not { } upTo || quantity <= upTo).Select(band => (Rational?)band.Price).FirstOrDefault();
}

/// <summary>The price of quantities up to a bound.</summary>
/// <param name="UpTo">The bound, inclusive, or null for the last band of a charge without an end.</param>
/// <param name="Price">The price of the whole quantity.</param>
public sealed record ChargeBand(long? UpTo, Rational Price);

/// <summary>How urgently a request is served.</summary>
public enum ServiceLevel
{
    /// <summary>At once, at the card's own prices.</summary>
    Standard,

    /// <summary>Within hours, collected in a batch.</summary>
    Batch,

    /// <summary>Ahead of standard requests.</summary>
    Priority,

    /// <summary>When there is capacity to spare.</summary>
    Flex,
}

/// <summary>What a service level costs.</summary>
/// <param name="Level">The level.</param>
/// <param name="Factor">What the standard prices are multiplied by, or null when the level has prices of its own.</param>
/// <param name="Prices">The level's own prices; what they don't name costs as in the standard level.</param>
public sealed record LevelPrices(ServiceLevel Level, Rational? Factor, PriceList? Prices)
{
    /// <summary>Whether the card gives the factor as what is taken off, such as <c>50%</c>.</summary>
    public bool IsDiscount { get; init; }

    /// <summary>Whether the level costs a part of the standard prices.</summary>
    public bool TakesOff => Factor is { Sign: > 0 } factor && factor < Rational.One;

    /// <summary>The level's name in a card.</summary>
    public string Name => Level.ToString().ToLowerInvariant();

    /// <summary>The level for people.</summary>
    /// <returns>For instance <c>batch 50%</c>, <c>priority x1.75</c> or <c>flex</c>.</returns>
    public override string ToString() =>
        Factor is not { } factor ? Name
        : factor < Rational.One ? $"{Name} {(Rational.One - factor) * 100}%"
        : $"{Name} x{factor}";
}

/// <summary>A region that costs more or less.</summary>
/// <param name="Name">The region's name.</param>
/// <param name="Factor">What all prices are multiplied by.</param>
public sealed record RegionFactor(string Name, Rational Factor)
{
    /// <summary>The region for people.</summary>
    /// <returns>For instance <c>region eu x1.1</c>.</returns>
    public override string ToString() => $"region {Name} x{Factor}";
}
