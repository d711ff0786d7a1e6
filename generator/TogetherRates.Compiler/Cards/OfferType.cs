namespace TogetherRates.Compiler.Cards;

/// <summary>The C# types that price offers, by what is counted: each has a <c>Price</c> with the arguments that such an offer needs.</summary>
public static class OfferType
{
    /// <summary>The names of all types, whether a card needs them or not.</summary>
    public static IReadOnlyList<string> AllNames { get; } =
        [.. BilledUnit.All.Select(unit => NameOf(unit.Meter)).Distinct(StringComparer.Ordinal)];

    /// <summary>The name of the type that prices an offer.</summary>
    /// <param name="meter">The meter that is billed, or null for tokens.</param>
    /// <returns>A C# name.</returns>
    public static string NameOf(Meter? meter) => meter switch
    {
        Meter.Characters => "CharacterOffer",
        Meter.Pages => "PageOffer",
        Meter.Requests => "RequestOffer",
        Meter.Searches => "SearchOffer",
        Meter.Sessions => "SessionOffer",
        Meter.Images or Meter.Pixels => "ImageOffer",
        Meter.Seconds => "DurationOffer",
        Meter.Videos => "VideoOffer",
        Meter.GpuSeconds => "GpuOffer",
        Meter.VcpuSeconds => "VcpuOffer",
        Meter.GibSeconds => "MemoryOffer",
        Meter.GibMonths => "StorageOffer",
        _ => "TokenOffer",
    };
}
