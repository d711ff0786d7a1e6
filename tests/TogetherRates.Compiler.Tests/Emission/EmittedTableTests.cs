namespace TogetherRates.Compiler.Tests.Emission;

public class EmittedTableTests
{
    [Fact]
    public void A_missing_price_is_explained_by_what_is_missing()
    {
        var card = EmittedCard.Compile(SampleCards.WithTable(
            """ "above": "unpriced", "tiers": [ { "upTo": "8B", "input": 0.10 } ] """));
        var price = card.Method<EmittedCard.PriceUsage>("Dense")!;

        var aboveTable = Assert.Throws<PriceNotFoundException>(() => price(ModelSize.Billions(9), new TokenUsage(input: 1)));
        Assert.Equal("Dense has no price above 8B; 9B was asked for.", aboveTable.Message);

        var unpriced = Assert.Throws<PriceNotFoundException>(() => price(ModelSize.Billions(8), new TokenUsage(input: 1, output: 2)));
        Assert.StartsWith("'8B' has no price for output", unpriced.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public void The_largest_bounds_that_there_may_be_compile(int plainModels)
    {
        // A bound of all that 63 bits hold would leave nothing to the arm behind it.
        var plain = string.Concat(Enumerable.Range(1, plainModels).Select(model => $$""" "plain/m{{model}}": { "input": {{model}} }, """));
        var card = SampleCards.WithServerless(
            $$"""
            "sizes": { "Dense": { "tiers": [ { "upTo": "9223372.036854775806T", "price": 1 }, { "price": 2 } ] } },
            "models": {
              {{plain}}
              "acme/long": { "input": 1, "contexts": [ { "above": 9223372036854775806, "input": 2 } ] },
              "acme/many": {
                "charges": { "queries": { "bands": [ { "upTo": 9223372036854775806, "price": 1 }, { "price": 2 } ] } },
                "contexts": [ { "above": 9223372036854775806, "unpriced": true } ]
              }
            }
            """,
            """
            "images": { "models": { "acme/image": { "per": "image", "resolutions": [ { "upTo": "9223372036854.775806MP", "price": 1 }, { "price": 2 } ] } } },
            "fineTuning": { "bands": [ { "upTo": "9223372.036854775806T", "sft": { "lora": 1 } }, { "sft": { "lora": 2 } } ] },
            """);
        var compiled = EmittedCard.Compile(card);

        Assert.Equal("0.000002", compiled.Method<EmittedCard.PriceUsage>("Dense")!(ModelSize.FromParameters(long.MaxValue), new TokenUsage(input: 1)).ToString());
        Assert.Equal("18446744073709551614", compiled.Card.Price("acme/many", Usage.Of(Meter.Queries, long.MaxValue)).ToString());
    }

    [Fact]
    public void Only_a_table_of_one_price_for_all_tokens_prices_tokens_of_no_direction()
    {
        var card = EmittedCard.Compile(SampleCards.WithServerless(
            """
            "sizes": {
              "Even": { "tiers": [ { "price": 1 } ] },
              "Uneven": { "tiers": [ { "input": 1, "output": 1 } ] },
              "Cached": { "tiers": [ { "price": 1, "cachedInput": 0.5 } ] }
            }
            """));

        Assert.NotNull(card.Method<EmittedCard.TryPriceTokens>("Even"));
        Assert.Null(card.Method<EmittedCard.TryPriceTokens>("Uneven"));
        Assert.Null(card.Method<EmittedCard.TryPriceTokens>("Cached"));
    }
}
