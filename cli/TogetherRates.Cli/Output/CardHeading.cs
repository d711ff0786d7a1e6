using System.Globalization;
using System.Text.Json;

namespace TogetherRates.Cli.Output;

/// <summary>Says which card a list or a quote is from.</summary>
internal static class CardHeading
{
    /// <summary>For people: <c>Together AI, edition 2025-01-01, USD</c>.</summary>
    public static string Of(IRateCard card) =>
        $"{Of(card.Provider, EditionOf(card))}, {card.Currency}";

    /// <summary>For people, where the currency stands with the amounts: <c>Together AI, edition 2025-01-01</c>.</summary>
    public static string Of(Quote quote) => Of(quote.Card, quote.Edition);

    /// <summary>For programs: the properties that a quote starts with too.</summary>
    public static void Write(Utf8JsonWriter json, IRateCard card)
    {
        json.WriteString("currency", card.Currency);
        json.WriteString("card", card.Provider);
        json.WriteString("edition", EditionOf(card).ToString("O", CultureInfo.InvariantCulture));
    }

    private static string Of(string provider, DateOnly edition) => OneLine.Of(provider) + ", edition " + edition.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly EditionOf(IRateCard card) => DateOnly.FromDateTime(card.EffectiveFrom.UtcDateTime);
}
