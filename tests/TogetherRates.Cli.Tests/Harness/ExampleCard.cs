namespace TogetherRates.Cli.Tests.Harness;

/// <summary>A card to price with and to spoil.</summary>
internal static class ExampleCard
{
    /// <summary>The card: small, without a mistake, and with most of the format in it.</summary>
    public const string Text =
        """
        {
          "ratecard": 1,
          "provider": "Example",
          "currency": "EUR",
          "effective": { "from": "2026-01-01", "until": "2026-07-01T12:00:00Z" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": {
            "sizes": {
              "Small": {
                "per": "1M tokens", "step": "0.1B", "above": "unpriced",
                "tiers": [
                  { "upTo": "4B", "price": 0.10 },
                  { "from": "4.1B", "upTo": "8B", "price": 0.20 }
                ]
              },
              "Split": {
                "per": "1K tokens",
                "tiers": [
                  { "upTo": "4B", "input": 0.01, "output": 0.02 },
                  { "input": 0.02, "output": 0.03 }
                ]
              }
            },
            "models": {
              "example/thinker": {
                "name": "Thinker", "aliases": ["thinker"],
                "input": 3.00, "cachedInput": 0.30, "cacheWrite": 3.75, "cacheWrite1h": 6.00, "output": 15.00, "reasoning": 12.00,
                "batch": "25%"
              },
              "example/embedder": { "input": 0.02 },
              "example/free": { "free": true },
              "example/eight": { "size": "8B", "table": "Small" }
            }
          }
        }
        """;
}
