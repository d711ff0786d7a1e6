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
