namespace TogetherRates.Compiler.Tests;

/// <summary>Cards that tests are made of.</summary>
internal static class SampleCards
{
    /// <summary>The card that the issue of this product began with.</summary>
    public static string Together => Repository.Read("ratecards/together.2025-01.ratecard.json");

    /// <summary>The edition that follows it.</summary>
    public static string NewestTogether => Repository.Read("ratecards/together.2026-10.ratecard.json");

    /// <summary>A card with a serverless section.</summary>
    /// <param name="serverless">The section's properties, without its braces.</param>
    /// <param name="header">More properties of the card, each with a comma after it.</param>
    public static string WithServerless(string serverless, string header = "") =>
        $$"""
        {
          "ratecard": 1,
          "provider": "Acme",
          "currency": "USD",
          "effective": { "from": "2025-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },{{header}}
          "serverless": {
            {{serverless}}
          }
        }

        """;

    /// <summary>A card without models.</summary>
    /// <param name="sections">Its sections, with commas between them.</param>
    public static string WithSections(string sections) =>
        $$"""
        {
          "ratecard": 1,
          "provider": "Acme",
          "currency": "USD",
          "effective": { "from": "2025-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          {{sections}}
        }

        """;

    /// <summary>A card with one model.</summary>
    /// <param name="model">The model's properties, without its braces.</param>
    public static string WithModel(string model) => WithServerless($$"""  "models": { "acme/one": { {{model}} } }  """.Trim());

    /// <summary>A card with one size table.</summary>
    /// <param name="table">The table's properties, without its braces.</param>
    public static string WithTable(string table) => WithServerless($$"""  "sizes": { "Dense": { {{table}} } }  """.Trim());
}
