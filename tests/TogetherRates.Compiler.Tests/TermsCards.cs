namespace TogetherRates.Compiler.Tests;

/// <summary>Cards whose prices depend on more than tokens.</summary>
internal static class TermsCards
{
    /// <summary>Everything that a price can depend on, alone and together.</summary>
    public const string Everything =
        """
        {
          "ratecard": 1,
          "provider": "Acme",
          "currency": "USD",
          "effective": { "from": "2026-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": {
            "models": {
              "acme/plain": { "input": 1.00, "output": 2.00, "batch": "50%" },
              "acme/large": {
                "input": 1.25, "cachedInput": 0.125, "output": 10.00,
                "contexts": [ { "above": "200K", "input": 2.50, "output": 15.00 }, { "above": "1M", "unpriced": true } ],
                "batch": "50%",
                "priority": { "factor": 1.75 },
                "regions": { "eu": 1.1 }
              },
              "acme/levels": {
                "input": 1.25, "output": 10.00,
                "contexts": [ { "above": "200K", "input": 2.50 } ],
                "priority": { "input": 2.20, "contexts": [ { "above": "200K", "input": 4.40 } ] },
                "flex": { "output": 5.00 }
              },
              "acme/senses": {
                "input": 0.50, "cachedInput": 0.05, "output": 2.00, "inputAudio": 1.00, "cachedInputAudio": 0.10, "cacheWriteAudio": 1.20, "outputImage": 30.00,
                "outputCitation": 1.00,
                "charges": {
                  "searches": { "price": 10.00, "per": "1K searches" },
                  "searchesHigh": { "price": 14.00, "per": "1K searches" },
                  "requests": { "price": 0.005 }
                },
                "contexts": [ { "above": "200K", "inputAudio": 2.00, "charges": { "requests": { "price": 0.01 } } } ],
                "regions": { "eu": 1.1, "us": 1.2 }
              },
              "acme/clips": {
                "charges": {
                  "inputVideoSeconds": { "bands": [ { "upTo": 8, "price": 0.01 }, { "upTo": 15, "price": 0.02 }, { "price": 0.03 } ] },
                  "queries": { "per": "1K queries", "by": "results", "above": "unpriced", "bands": [ { "upTo": 25, "price": 5 }, { "upTo": 100, "price": 25 } ] },
                  "seconds": { "price": 0.60, "per": "minute" }
                }
              },
              "acme/dated": {
                "windows": [
                  { "before": "2026-03-13", "input": 5.00, "output": 25.00, "contexts": [ { "above": "200K", "input": 10.00, "output": 37.50 } ] },
                  { "since": "2026-03-13", "from": "00:30", "until": "16:30", "input": 2.50, "output": 12.50 },
                  { "since": "2026-03-13", "from": "16:30", "until": "00:30", "input": 5.00, "output": 25.00, "charges": { "searches": { "price": 0.01 } } }
                ],
                "batch": { "factor": 0.5 }
              },
              "acme/days": {
                "windows": [
                  { "days": [ "sat", "sun" ], "price": 1.00 },
                  { "days": [ "mon", "tue", "wed", "thu", "fri" ], "price": 2.00 }
                ]
              }
            }
          }
        }
        """;
}
