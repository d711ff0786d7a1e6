using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>A section of offers that are priced by id on any meters.</summary>
/// <param name="Kind">Which section it is.</param>
/// <param name="Offers">The offers, in the card's order.</param>
public sealed record OfferSection(OfferSectionKind Kind, EquatableArray<Offer> Offers)
{
    /// <summary>The section's name in a card.</summary>
    public string Name => Kind.ToString().ToLowerInvariant();
}

/// <summary>The sections whose offers are priced by id on any meters.</summary>
public enum OfferSectionKind
{
    /// <summary>Models that make or change images.</summary>
    Images,

    /// <summary>Models that speak and listen.</summary>
    Audio,

    /// <summary>Models that make videos.</summary>
    Video,

    /// <summary>What models and their users run things in: sessions, processors, memory, storage.</summary>
    Tools,
}

/// <summary>Something that is sold by id: what is counted, what it costs, and what changes the count.</summary>
/// <param name="Id">The id that the provider's API uses.</param>
/// <param name="Name">The name for people, or null where the id serves.</param>
/// <param name="MemberName">The name of the C# member, or null to make one from the id.</param>
/// <param name="Aliases">Other ids for the same offer.</param>
/// <param name="Per">What the prices buy.</param>
/// <param name="Price">The price, or null when it couldn't be read.</param>
/// <param name="Batch">The part of the price that is taken off in a batch, or null when batches aren't offered.</param>
/// <param name="Retirement">Whether it is on its way out.</param>
/// <param name="Increment">How many seconds are billed once the first of them has started; 1 for anything but time.</param>
/// <param name="Steps">The steps that the price of an image has in it, or null when steps don't count.</param>
public sealed record Offer(
    string Id,
    string? Name,
    string? MemberName,
    EquatableArray<string> Aliases,
    Per Per,
    OfferPrice? Price,
    Rational? Batch,
    Retirement? Retirement,
    int Increment,
    int? Steps)
{
    /// <summary>Patterns of more ids for the offer. The id and the aliases of anything else come first.</summary>
    public EquatableArray<IdPattern> Matches { get; init; }

    /// <summary>The unit that the prices are given per.</summary>
    public BilledUnit Unit => BilledUnit.Find(Per.Unit) ?? BilledUnit.Token;

    /// <summary>The meter that is billed; null when tokens are, each kind on its own.</summary>
    public Meter? Meter => Unit.Meter;

    /// <summary>How many units of the meter a price buys: 60 seconds for a price per minute.</summary>
    public long UnitsPerPrice => Per.Quantity * Unit.Size;

    /// <summary>What is counted beside the meter without being billed: it only describes what is.</summary>
    public IReadOnlyList<Meter> Describing => Meter switch
    {
        Cards.Meter.Images or Cards.Meter.Pixels => [Cards.Meter.Images, Cards.Meter.Pixels, Cards.Meter.Steps],
        Cards.Meter.Seconds or Cards.Meter.Videos => [Cards.Meter.Seconds, Cards.Meter.Videos],
        _ => [],
    };

    /// <summary>A price as quanta for one unit of the meter; where steps count, for one step of one unit.</summary>
    /// <param name="price">One of the offer's prices, with or without a discount.</param>
    /// <returns>The rate; it can be billed exactly when it is an integer.</returns>
    public Rational RateOf(Rational price) => Quanta.PerUnit(price, UnitsPerPrice) / (Steps ?? 1);
}

/// <summary>What an offer costs.</summary>
public abstract record OfferPrice
{
    private OfferPrice()
    {
    }

    /// <summary>The offer has one price.</summary>
    /// <param name="Amount">The price.</param>
    public sealed record Flat(Rational Amount) : OfferPrice;

    /// <summary>The offer is priced by token, each kind on its own.</summary>
    /// <param name="Prices">What the tokens cost.</param>
    public sealed record ByToken(TokenPrices Prices) : OfferPrice;

    /// <summary>An image's resolution decides what it costs.</summary>
    /// <param name="Table">The prices.</param>
    public sealed record ByResolution(ResolutionTable Table) : OfferPrice;

    /// <summary>The card says that the offer is free.</summary>
    public sealed record Free : OfferPrice;
}
