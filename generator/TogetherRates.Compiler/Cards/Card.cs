using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>One edition of one provider's prices, as published.</summary>
/// <param name="Provider">Who sells, as people write it.</param>
/// <param name="ClassName">The name of the C# class, or null to make one from the provider's name.</param>
/// <param name="Currency">The ISO 4217 code of all prices.</param>
/// <param name="Effective">When the edition is in force.</param>
/// <param name="Source">Where the prices were published.</param>
/// <param name="Rounding">How an invoice is rounded.</param>
/// <param name="Serverless">Models that read and write tokens.</param>
/// <param name="Embeddings">Models that turn tokens into vectors.</param>
/// <param name="Rerank">Models that rank documents.</param>
/// <param name="OfferSections">What is priced on any meters: images, audio, video, tools.</param>
/// <param name="Volume">Discounts by the spend of a month, or null where none are published.</param>
/// <param name="Credits">Credits that the provider promises.</param>
/// <param name="Limits">How fast accounts may send requests, by tier.</param>
/// <param name="Dedicated">Endpoints on GPUs of one's own, or null when the card has none.</param>
/// <param name="FineTuning">Training models further, or null when the card doesn't price it.</param>
/// <param name="Published">Ranges that the provider states, and that the prices have to lie in.</param>
public sealed record Card(
    string Provider,
    string? ClassName,
    string Currency,
    Period Effective,
    string? Source,
    Rounding Rounding,
    TokenSection Serverless,
    TokenSection Embeddings,
    TokenSection Rerank,
    EquatableArray<OfferSection> OfferSections,
    Volume? Volume,
    EquatableArray<Credit> Credits,
    EquatableArray<AccountTier> Limits,
    Dedicated? Dedicated,
    FineTuning? FineTuning,
    EquatableArray<PublishedRange> Published)
{
    /// <summary>Whether ids are found whatever the case of their ASCII letters.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The sections that price tokens, in the order of the format.</summary>
    public EquatableArray<TokenSection> TokenSections => new(Serverless, Embeddings, Rerank);

    /// <summary>How many models these sections have, each with all its variants.</summary>
    public int ModelCount => Serverless.Models.Count + Embeddings.Models.Count + Rerank.Models.Count;

    /// <summary>Every size table of the card.</summary>
    public EquatableArray<SizeTable> SizeTables => Embeddings.Tables.Count + Rerank.Tables.Count == 0
        ? Serverless.Tables
        : new([.. Serverless.Tables, .. Embeddings.Tables, .. Rerank.Tables]);

    /// <summary>Whether something is found by what its ids have in common.</summary>
    public bool HasPatterns => TokenSections.Any(static section => section.Models.Any(HasPattern))
        || OfferSections.Any(static section => section.Offers.Any(static offer => offer.Matches.Count > 0));

    /// <summary>What a model's tokens are billed at, wherever the price comes from.</summary>
    /// <param name="model">A model of this card, which has passed the checks.</param>
    /// <param name="time">When, for a model whose prices change with time; its first window when none is given.</param>
    /// <returns>The prices, what they buy, and the tier or window that they are from.</returns>
    public (TokenPrices Prices, Per Per, string? Tier) PricesOf(Model model, DateTime? time = null)
    {
        switch (model.Price)
        {
            case ModelPrice.Own own:
                return (own.Prices, model.Per, null);
            case ModelPrice.BySize bySize:
                return PricesOf(bySize);
            case ModelPrice.Windowed windowed:
                var window = time is { } instant ? windowed.At(PriceWindow.MinuteOf(instant)) : windowed.Windows[0];
                return (window.Prices, model.Per, window.ToString());
            case ModelPrice.OnTerms { Terms: var terms }:
                var stretch = terms.At(time) ?? terms.Windows[0];
                return (stretch.Prices.Tokens, model.Per, stretch.IsAlways ? null : stretch.ToString());
            case ModelPrice.Free free:
                return (free.Prices, model.Per, null);
            default:
                throw new InvalidOperationException("No one price: " + model.Id);
        }
    }

    private static bool HasPattern(Model model) => model.Matches.Count > 0 || model.Variants.Any(static variant => variant.Model.Matches.Count > 0);

    private (TokenPrices Prices, Per Per, string? Tier) PricesOf(ModelPrice.BySize bySize)
    {
        var table = SizeTables.First(candidate => candidate.Name == bySize.Table);
        return (table.TierOf(bySize.Size.Parameters)!.Prices, table.Per, bySize.Table + " at " + bySize.Size);
    }
}

/// <summary>A stretch of time in UTC.</summary>
/// <param name="From">The first instant in it.</param>
/// <param name="Until">The first instant after it, or null when no end is known.</param>
public sealed record Period(DateTime From, DateTime? Until)
{
    /// <summary>Stands in where a card doesn't say when it is in force, or can't be read there.</summary>
    public static Period Unknown { get; } = new(default, null) { IsKnown = false };

    /// <summary>Whether the card says so. No first instant can say that it doesn't: a card may be in force from the first that there is.</summary>
    public bool IsKnown { get; private init; } = true;
}

/// <summary>How an invoice's total is rounded.</summary>
/// <param name="Digits">How many digits after the decimal point are kept.</param>
/// <param name="Mode">What happens to a half.</param>
public sealed record Rounding(int Digits, RoundingMode Mode)
{
    /// <summary>The direction as a card writes it.</summary>
    public string ModeName => Mode switch
    {
        RoundingMode.HalfEven => "half-even",
        RoundingMode.HalfUp => "half-up",
        RoundingMode.Up => "up",
        _ => "down",
    };
}

/// <summary>What happens to half a unit in the last digit.</summary>
public enum RoundingMode
{
    /// <summary>To the even neighbour.</summary>
    HalfEven,

    /// <summary>Away from zero.</summary>
    HalfUp,

    /// <summary>Always away from zero.</summary>
    Up,

    /// <summary>Always towards zero.</summary>
    Down,
}

/// <summary>A section of models that are priced by token.</summary>
/// <param name="Kind">Which section it is.</param>
/// <param name="Tables">Tables of prices by model size.</param>
/// <param name="Models">The models, in the card's order.</param>
public sealed record TokenSection(TokenSectionKind Kind, EquatableArray<SizeTable> Tables, EquatableArray<Model> Models)
{
    private static readonly string[] Names = [.. Enum.GetNames(typeof(TokenSectionKind)).Select(name => name.ToLowerInvariant())];

    /// <summary>The section's name in a card.</summary>
    public string Name => Names[(int)Kind];

    /// <summary>A section that a card doesn't have.</summary>
    /// <param name="kind">Which section.</param>
    /// <returns>The section, empty.</returns>
    public static TokenSection Empty(TokenSectionKind kind) => new(kind, default, default);
}

/// <summary>The sections whose models are priced by token.</summary>
public enum TokenSectionKind
{
    /// <summary>Models that read and write tokens: chat, language, code, vision, moderation.</summary>
    Serverless,

    /// <summary>Models that only read: what comes out is a vector, and isn't billed.</summary>
    Embeddings,

    /// <summary>Models that only read: what comes out is a ranking, and isn't billed.</summary>
    Rerank,
}

/// <summary>Prices by a model's number of parameters.</summary>
/// <param name="Name">The table's name, which is also its C# name.</param>
/// <param name="Per">What a price buys.</param>
/// <param name="Step">The distance between an upper bound and the next tier's printed lower bound.</param>
/// <param name="AboveIsUnpriced">Whether the card says that sizes above the last bound have no price.</param>
/// <param name="Tiers">The tiers, in the card's order.</param>
public sealed record SizeTable(string Name, Per Per, Size? Step, bool AboveIsUnpriced, EquatableArray<Tier> Tiers)
{
    /// <summary>The tier that a size falls in: the first whose upper bound isn't below it.</summary>
    /// <param name="parameters">The number of parameters.</param>
    /// <returns>The tier, or null above the table.</returns>
    public Tier? TierOf(Rational parameters) => SizeRange.Find(Tiers, parameters);

    /// <summary>The sizes that a tier prices, as the price page prints them.</summary>
    /// <param name="tier">One of the table's tiers.</param>
    /// <returns>For instance <c>4.1B - 8B</c>.</returns>
    public string RangeOf(Tier tier) => SizeRange.TextOf(Tiers, Step, tier);
}

/// <summary>One row of a table: a range of sizes and what a token costs in it.</summary>
/// <param name="From">The lower bound that the provider prints.</param>
/// <param name="UpTo">The upper bound, inclusive, or null for the last tier of a table without an end.</param>
/// <param name="Prices">What the tokens cost.</param>
public sealed record Tier(Size? From, Size? UpTo, TokenPrices Prices) : ISizeRange;

/// <summary>What one meter costs.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Price">The price of the quantity that the table or model names, in currency units.</param>
/// <remarks>Compared by hand: a compiler that starts up would compile a comparer for each kind of value in it.</remarks>
public readonly record struct MeterPrice(Meter Meter, Rational Price)
{
    /// <inheritdoc/>
    public bool Equals(MeterPrice other) => Meter == other.Meter && Price == other.Price;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(((int)Meter * 397) ^ Price.GetHashCode());
}

/// <summary>What the tokens of a tier or a model cost.</summary>
/// <param name="Meters">The price of each meter, wholes before their parts.</param>
/// <param name="IsUniform">Whether the card gives one <c>price</c> for input and output alike.</param>
/// <remarks>Compared by hand, as <see cref="MeterPrice"/> is.</remarks>
public sealed record TokenPrices(EquatableArray<MeterPrice> Meters, bool IsUniform)
{
    /// <summary>No prices.</summary>
    public static TokenPrices None { get; } = new(default, IsUniform: false);

    /// <summary>Whether these are prices of the tokens of texts and nothing else.</summary>
    public bool IsOfText => Meters.All(static price => price.Meter <= Cards.Meters.LastOfText);

    /// <summary>What a meter costs.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>Its own price, or null when it has none.</returns>
    public Rational? Of(Meter meter)
    {
        foreach (var price in Meters)
        {
            if (price.Meter == meter)
            {
                return price.Price;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(TokenPrices? other) => other is not null && IsUniform == other.IsUniform && Meters == other.Meters;

    /// <inheritdoc/>
    public override int GetHashCode() => Meters.GetHashCode();

    /// <summary>The meter at whose price another one is billed: itself, or a whole that it is a part of.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>The priced meter, or null when nothing prices the meter.</returns>
    public Meter? BilledAs(Meter meter)
    {
        foreach (var candidate in Cards.Meters.BilledAs(meter))
        {
            if (Of(candidate) is not null)
            {
                return candidate;
            }
        }

        return null;
    }
}

/// <summary>What a price buys: a number of units, as in <c>1M tokens</c>.</summary>
/// <param name="Quantity">How many.</param>
/// <param name="Unit">Of what, in the singular.</param>
public sealed record Per(long Quantity, string Unit)
{
    /// <summary>What token prices are given for unless a card says otherwise.</summary>
    public static Per MillionTokens { get; } = new(1_000_000, "token");

    /// <summary>What the prices of an offer buy whose unit can't be read.</summary>
    public static Per Unknown { get; } = new(1, string.Empty);

    /// <summary>The quantity with its unit, as a price page prints it.</summary>
    /// <returns>For instance <c>1M tokens</c>.</returns>
    public override string ToString()
    {
        var plural = BilledUnit.Find(Unit)?.Plural ?? Unit + "s";
        return Quantity switch
        {
            1 => Unit,
            1_000_000 => "1M " + plural,
            1_000 => "1K " + plural,
            1_000_000_000 => "1B " + plural,
            _ => Quantity.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + plural,
        };
    }
}

/// <summary>A model that is priced by token.</summary>
/// <param name="Id">The id that the provider's API uses.</param>
/// <param name="Name">The name for people, or null where the id serves.</param>
/// <param name="MemberName">The name of the C# member, or null to make one from the id.</param>
/// <param name="Aliases">Other ids for the same model.</param>
/// <param name="Per">What the prices buy.</param>
/// <param name="Price">Where its price comes from, or null when its variants have one each.</param>
/// <param name="Retirement">Whether it is on its way out.</param>
/// <param name="Variants">Versions of the model that are priced apart.</param>
public sealed record Model(
    string Id,
    string? Name,
    string? MemberName,
    EquatableArray<string> Aliases,
    Per Per,
    ModelPrice? Price,
    Retirement? Retirement,
    EquatableArray<Variant> Variants)
{
    /// <inheritdoc cref="ModelPrice.Batch"/>
    public Rational? Batch => Price?.Batch;

    /// <summary>What the model does, or null when the card doesn't say.</summary>
    public ModelKind? Kind { get; init; }

    /// <summary>Patterns of more ids for the model. The id and the aliases of anything else come first.</summary>
    public EquatableArray<IdPattern> Matches { get; init; }
}

/// <summary>That a model is on its way out.</summary>
/// <param name="Deprecated">From when it should no longer be used, or null when only its removal is announced.</param>
/// <param name="Removed">From when it can no longer be used, or null when that isn't known.</param>
/// <param name="Replacement">The id of the model to use instead, or null.</param>
public sealed record Retirement(DateTime? Deprecated, DateTime? Removed, string? Replacement);

/// <summary>A version of a model with a price of its own.</summary>
/// <param name="Label">What the provider calls the variant, which is also its C# name.</param>
/// <param name="Model">The variant as a model.</param>
public sealed record Variant(string Label, Model Model);

/// <summary>Where a model's price comes from.</summary>
/// <remarks>Compared by hand, as <see cref="MeterPrice"/> is.</remarks>
public abstract record ModelPrice
{
    private ModelPrice()
    {
    }

    /// <summary>The part of the price that is taken off in a batch, or null when batches aren't offered.</summary>
    public Rational? Batch { get; init; }

    /// <inheritdoc/>
    public virtual bool Equals(ModelPrice? other) => other is not null && EqualityContract == other.EqualityContract && Batch == other.Batch;

    /// <inheritdoc/>
    public override int GetHashCode() => Batch?.GetHashCode() ?? 0;

    /// <summary>The model has prices of its own.</summary>
    /// <param name="Prices">What the tokens cost.</param>
    public sealed record Own(TokenPrices Prices) : ModelPrice;

    /// <summary>The model is priced by a table at its declared size.</summary>
    /// <param name="Table">The table's name.</param>
    /// <param name="Size">The declared size.</param>
    public sealed record BySize(string Table, Size Size) : ModelPrice;

    /// <summary>The model's prices change with the time of day.</summary>
    /// <param name="Windows">The windows, which tile the week.</param>
    public sealed record Windowed(EquatableArray<PriceWindow> Windows) : ModelPrice
    {
        /// <summary>The window that a minute of the week falls in.</summary>
        /// <param name="minute">The minute.</param>
        /// <returns>The window.</returns>
        public PriceWindow At(int minute) => Windows.First(window => window.Contains(minute));
    }

    /// <summary>The model's price depends on more than its tokens.</summary>
    /// <param name="Terms">The prices with what they depend on.</param>
    public sealed record OnTerms(PriceTerms Terms) : ModelPrice;

    /// <summary>The card says that the model is free.</summary>
    /// <param name="Prices">A price of zero for everything that the model's section bills.</param>
    public sealed record Free(TokenPrices Prices) : ModelPrice;
}
