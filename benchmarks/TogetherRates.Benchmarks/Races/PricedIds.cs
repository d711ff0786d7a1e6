using System.Globalization;
using System.Text;

namespace TogetherRates.Benchmarks.Races;

/// <summary>A card of some public ids with made-up prices, and the same prices as a user would keep them.</summary>
internal sealed class PricedIds
{
    /// <summary>The input tokens above which some models cost more.</summary>
    public const int LongContext = 200_000;

    // As many as LiteLLM's list has, and as many models with a second price.
    private const int DistinctPrices = 561;
    private const int LongContextEvery = 100;

    /// <summary>Makes the card.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="ignoreCase">Whether they are found in any case.</param>
    /// <param name="hasContexts">Whether some models cost twice as much above <see cref="LongContext"/> input tokens.</param>
    public PricedIds(IReadOnlyList<string> ids, bool ignoreCase = false, bool hasContexts = false)
    {
        Ids = ids;
        Text = TextOf(ids, ignoreCase, hasContexts);
        Card = GeneratedCard.Compile(Text, IdLoops.Source);
    }

    /// <summary>The ids.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The card's text.</summary>
    public string Text { get; }

    /// <summary>The card, compiled together with <see cref="IdLoops"/>.</summary>
    public GeneratedCard Card { get; }

    /// <summary>Whether a model costs twice as much above <see cref="LongContext"/> input tokens.</summary>
    /// <param name="index">The model, from 0.</param>
    public static bool HasLongContext(int index) => index % LongContextEvery == 0;

    /// <summary>What 1M input and output tokens of a model cost.</summary>
    /// <param name="index">The model, from 0.</param>
    public static (decimal Input, decimal Output) PriceOf(int index)
    {
        var place = (index * 7) % DistinctPrices;
        return (0.01m * (place + 1), 0.04m * (place + 1));
    }

    /// <summary>The text of a card.</summary>
    public static string TextOf(IReadOnlyList<string> ids, bool ignoreCase, bool hasContexts)
    {
        var models = new StringBuilder();
        for (var i = 0; i < ids.Count; i++)
        {
            var (input, output) = PriceOf(i);
            var contexts = hasContexts && HasLongContext(i)
                ? string.Create(CultureInfo.InvariantCulture, $", \"contexts\": [ {{ \"above\": {LongContext}, \"input\": {2 * input}, \"output\": {2 * output} }} ]")
                : string.Empty;
            models.Append(
                CultureInfo.InvariantCulture,
                $"{(i > 0 ? "," : string.Empty)}\n\"{ids[i]}\": {{ \"member\": \"M{i}\", \"input\": {input}, \"output\": {output}{contexts} }}");
        }

        return $$"""
            {
              "ratecard": 1, "provider": "Many", "currency": "USD", "effective": { "from": "2025-01-01" },
              "rounding": { "digits": 2, "mode": "half-even" }, {{(ignoreCase ? "\"ids\": \"ignore-case\"," : string.Empty)}}
              "serverless": { "models": { {{models}} } }
            }
            """;
    }
}
