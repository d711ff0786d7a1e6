using System.Globalization;
using System.Text;

namespace TogetherRates.Benchmarks.Races;

/// <summary>A card as large as a public feed of all providers, with as many different prices.</summary>
internal static class ManyModels
{
    public const int Count = 2_985;

    /// <summary>How many different prices there are; the models up to this index have one each.</summary>
    public const int DistinctPrices = 561;

    private static readonly Lazy<GeneratedCard> Compiled = new(() => GeneratedCard.Compile(Text()));

    public static GeneratedCard Card => Compiled.Value;

    /// <summary>The price of 1M input and output tokens of the model with an index, from 1 on.</summary>
    public static (decimal Input, decimal Output) PriceOf(int index)
    {
        var place = (index * 7) % DistinctPrices;
        return (0.01m * (place + 1), 0.04m * (place + 1));
    }

    private static string Text()
    {
        var models = new StringBuilder();
        for (var index = 1; index <= Count; index++)
        {
            var (input, output) = PriceOf(index);
            models.Append(CultureInfo.InvariantCulture, $"{(index > 1 ? "," : string.Empty)}\"model-{index:D4}\": {{ \"input\": {input}, \"output\": {output} }}");
        }

        return $$"""
            {
              "ratecard": 1, "provider": "Many", "currency": "USD", "effective": { "from": "2025-01-01" },
              "rounding": { "digits": 2, "mode": "half-even" }, "serverless": { "models": { {{models}} } }
            }
            """;
    }
}
