using Microsoft.CodeAnalysis.Text;

namespace TogetherRates.Generator.Tests;

/// <summary>Cards to test with.</summary>
internal static class Cards
{
    public const string Contoso =
        """
        {
          "ratecard": 1,
          "provider": "Contoso",
          "currency": "USD",
          "effective": { "from": "2025-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": {
            "sizes": {
              "Dense": {
                "step": "0.1B", "above": "unpriced",
                "tiers": [
                  { "upTo": "4B", "price": 0.10 },
                  { "from": "4.1B", "upTo": "8B", "price": 0.20 }
                ]
              }
            },
            "models": {
              "contoso/small-1": { "aliases": ["small"], "price": 1.25, "batch": "50%" },
              "contoso/large": { "variants": { "Lite": 0.54, "Turbo": 0.88 } }
            }
          }
        }
        """;

    /// <summary>Nothing is said about sizes between 4B and 4.3B.</summary>
    public static readonly string Gapped = Contoso.Replace("\"4.1B\"", "\"4.3B\"", StringComparison.Ordinal);

    /// <summary>A card of another provider.</summary>
    public static string Of(string provider, string price = "1.25") => Contoso
        .Replace("Contoso", provider, StringComparison.Ordinal)
        .Replace("1.25", price, StringComparison.Ordinal);

    /// <summary>The same card with other line breaks.</summary>
    public static string WithLineBreaks(this string card, string lineBreak) =>
        card.ReplaceLineEndings("\n").Replace("\n", lineBreak, StringComparison.Ordinal);

    /// <summary>Where a piece of a card stands.</summary>
    public static LinePositionSpan PlaceOf(this string card, string piece)
    {
        var start = card.IndexOf(piece, StringComparison.Ordinal);
        return SourceText.From(card).Lines.GetLinePositionSpan(new TextSpan(start, piece.Length));
    }
}
