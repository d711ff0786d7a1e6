using System.Globalization;
using System.Text.Json;

namespace TogetherRates.Cli.Output;

/// <summary>Says which card a list is from.</summary>
internal static class CardHeading
{
    /// <summary>For people: <c>Together AI, edition 2025-01-01, USD</c>.</summary>
    public static string Of(IRateCard card) =>
        string.Create(CultureInfo.InvariantCulture, $"{OneLine.Of(card.Provider)}, edition {EditionOf(card):O}, {card.Currency}");

    /// <summary>For programs: the properties that a quote starts with too.</summary>
    public static void Write(Utf8JsonWriter json, IRateCard card)
    {
        json.WriteString("currency", card.Currency);
        json.WriteString("card", card.Provider);
        json.WriteString("edition", EditionOf(card).ToString("O", CultureInfo.InvariantCulture));
    }

    private static DateOnly EditionOf(IRateCard card) => DateOnly.FromDateTime(card.EffectiveFrom.UtcDateTime);
}
