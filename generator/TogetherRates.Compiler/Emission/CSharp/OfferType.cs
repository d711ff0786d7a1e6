using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>The runtime's types that price offers: each has a <c>Price</c> with the arguments that its way of counting needs.</summary>
internal static class OfferType
{
    /// <summary>The type that prices an offer.</summary>
    /// <param name="meter">The meter that is billed, or null for tokens.</param>
    /// <returns>The type's name from the root.</returns>
    public static string Of(Meter? meter) => "global::TogetherRates." + meter switch
    {
        Meter.Characters => "CharacterOffer",
        Meter.Pages => "PageOffer",
        Meter.Requests => "RequestOffer",
        Meter.Searches => "SearchOffer",
        Meter.Queries => "QueryOffer",
        Meter.Credits => "UsageCreditOffer",
        Meter.Sessions => "SessionOffer",
        Meter.Images or Meter.Pixels => "ImageOffer",
        Meter.Seconds => "DurationOffer",
        Meter.Videos => "VideoOffer",
        Meter.GpuSeconds => "GpuOffer",
        Meter.VcpuSeconds => "VcpuOffer",
        Meter.GibSeconds => "MemoryOffer",
        Meter.GibMonths => "StorageOffer",
        null => "TokenOffer",
        _ => throw new InvalidOperationException("No type prices offers by " + meter),
    };
}
