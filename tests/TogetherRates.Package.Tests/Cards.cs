namespace TogetherRates.Package.Tests;

/// <summary>Cards to build with.</summary>
internal static class Cards
{
    public const string Contoso =
        """
        {
          "$schema": "https://example.com/ratecard.schema.json",
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
              "contoso/small-1": { "price": 1.25, "batch": "50%" }
            }
          }
        }
        """;

    /// <summary>Where the second tier of the card above starts.</summary>
    public const int FromLine = 14;
    public const int FromColumn = 21;

    public static readonly string Gapped = Contoso.Replace("\"4.1B\"", "\"4.3B\"", StringComparison.Ordinal);

    public static readonly string Overlapping = Contoso.Replace("\"4.1B\"", "\"3.9B\"", StringComparison.Ordinal);

    /// <summary>The comma between the two tiers is missing.</summary>
    public static readonly string Malformed = Contoso.Replace("\"price\": 0.10 },", "\"price\": 0.10 }", StringComparison.Ordinal);

    public static readonly string Fabrikam = Contoso
        .Replace("Contoso", "Fabrikam", StringComparison.Ordinal)
        .Replace("contoso", "fabrikam", StringComparison.Ordinal)
        .Replace("1.25", "2.50", StringComparison.Ordinal);
}
