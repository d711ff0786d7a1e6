namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>What a compiled card says of usages that it has no price for.</summary>
public class NoPriceTests
{
    private delegate Money PriceTokens(ReadOnlySpan<char> modelId, in TokenUsage usage, ServiceLevel level, DateTimeOffset? time, string? region);

    private delegate Money PriceUsage(ReadOnlySpan<char> id, in Usage usage, ServiceLevel level, DateTimeOffset? time, string? region);

    private static readonly EmittedCard Acme = EmittedCard.Compile(TermsCards.Everything);

    [Fact]
    public void What_is_used_beside_charges_is_named_with_the_meters_that_have_prices()
    {
        const string expected =
            "'acme/senses' has no price for this usage: pages 1. It prices input, output, requests, searches.";

        Assert.Equal(expected, MessageOf(() => Acme.Card.Price("acme/senses", Usage.Of(Meter.Pages, 1))));
        Assert.Equal(expected, MessageOf(() => Acme.Card.Explain("acme/senses", Usage.Of(Meter.Pages, 1))));
        Assert.Equal(expected, MessageOf(() => Acme.Static<PriceUsage>("Price")("acme/senses", Usage.Of(Meter.Pages, 1), default, null, null)));
    }

    [Theory]
    [InlineData(1_000_001)]
    [InlineData(long.MaxValue)]
    public void A_request_that_is_longer_than_any_context_with_a_price_is_told_the_bound(long input)
    {
        var expected = $"'acme/large' has no price for requests of more than 1000000 input tokens, and this one has {input}.";
        var usage = new TokenUsage(input, output: 7, cachedInput: 5);

        Assert.Equal(expected, MessageOf(() => Acme.Card.Price("acme/large", usage)));
        Assert.Equal(expected, MessageOf(() => Acme.Card.Price("acme/large", (Usage)usage)));
        Assert.Equal(expected, MessageOf(() => Acme.Static<PriceTokens>("Price")("acme/large", usage, default, null, null)));
        Assert.Equal(expected, MessageOf(() => Acme.Static<PriceTokens>("Price")("acme/large", usage, ServiceLevel.Batch, null, "eu")));
    }

    [Fact]
    public void More_results_than_any_band_prices_are_too_much_at_once()
    {
        var usage = Usage.Of(Meter.Queries, 9).With(Meter.Results, 101);

        Assert.Equal("'acme/clips' has no price for more than 100 results at once, and this usage has 101.", MessageOf(() => Acme.Card.Price("acme/clips", usage)));
        Assert.Equal(
            "'acme/clips' has no price for more than 100 results at once, and this usage has 9223372036854775807.",
            MessageOf(() => Acme.Card.Price("acme/clips", usage.With(Meter.Results, long.MaxValue))));
    }

    [Fact]
    public void What_is_too_much_is_found_beside_parts_of_other_meters()
    {
        var card = EmittedCard.Compile(SampleCards.WithModel(
            """ "price": 1, "cachedInput": 0.5, "charges": { "queries": { "by": "results", "above": "unpriced", "bands": [ { "upTo": 100, "price": 2 } ] } } """)).Card;
        var usage = Usage.Of(Meter.Input, 100).With(Meter.CachedInput, 50).With(Meter.Queries, 1).With(Meter.Results, 101);

        Assert.Equal("'acme/one' has no price for more than 100 results at once, and this usage has 101.", MessageOf(() => card.Price("acme/one", usage)));
    }

    [Theory]
    [InlineData("acme/dated")]
    [InlineData("acme/days")]
    public void A_card_without_a_time_says_that_prices_change_with_it(string id)
    {
        var expected = $"Acme (edition 2026-01-01) prices '{id}' by the time of day or by region: ask the card that At gives for a time, or the one that CardIn gives "
            + "for a region that the model has prices in, and for a time too where both matter.";

        Assert.Equal(expected, MessageOf(() => Acme.Card.Price(id, new TokenUsage(1))));
        Assert.Equal(expected, MessageOf(() => Acme.Card.Price(id, Usage.Of(Meter.Input, 1))));
    }

    [Fact]
    public void A_class_that_is_given_no_time_asks_for_it() =>
        Assert.Equal(
            "The price of 'acme/days' changes with the time of day: say when the tokens were used.",
            MessageOf(() => Acme.Static<PriceTokens>("Price")("acme/days", new TokenUsage(1), default, null, null)));

    [Fact]
    public void A_card_for_a_region_without_prices_says_so()
    {
        var inNowhere = Acme.Static<Func<string, DateTimeOffset?, IRateCard>>("CardIn")("nowhere", null);

        Assert.StartsWith("Acme (edition 2026-01-01) prices 'acme/large' by the time of day or by region", MessageOf(() => inNowhere.Price("acme/large", new TokenUsage(1))), StringComparison.Ordinal);
        Assert.True(inNowhere.TryPrice("acme/plain", new TokenUsage(1), out _));
    }

    [Theory]
    [InlineData("acme/days", ServiceLevel.Flex, "eu", "'acme/days' has no Flex price: it isn't offered at that level.")]
    [InlineData("acme/dated", ServiceLevel.Priority, null, "'acme/dated' has no Priority price: it isn't offered at that level.")]
    [InlineData("acme/large", ServiceLevel.Flex, "eu", "'acme/large' has no Flex price: it isn't offered at that level.")]
    [InlineData("acme/large", ServiceLevel.Standard, "nowhere", "Acme (edition 2026-01-01) prices 'acme/large' by the time of day or by region")]
    public void A_class_that_is_given_time_and_region_names_what_is_really_missing(string id, ServiceLevel level, string? region, string expected)
    {
        var time = new DateTimeOffset(2026, 4, 4, 12, 0, 0, TimeSpan.Zero);

        Assert.StartsWith(expected, MessageOf(() => Acme.Static<PriceTokens>("Price")(id, new TokenUsage(1), level, time, region)), StringComparison.Ordinal);
        Assert.StartsWith(expected, MessageOf(() => Acme.Static<PriceUsage>("Price")(id, Usage.Of(Meter.Input, 1), level, time, region)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_may_have_a_region_and_a_time()
    {
        var both = EmittedCard.Compile(SampleCards.WithModel(
            """
            "windows": [
              { "days": [ "sat", "sun" ], "price": 1, "contexts": [ { "above": "200K", "unpriced": true } ] },
              { "days": [ "mon", "tue", "wed", "thu", "fri" ], "price": 2 }
            ],
            "regions": { "eu": 1.1 }
            """));
        var saturday = new DateTimeOffset(2026, 4, 4, 12, 0, 0, TimeSpan.Zero);
        var inEurope = both.Static<Func<string, DateTimeOffset?, IRateCard>>("CardIn")("eu", saturday);
        var longer = new TokenUsage(200_001);
        const string TooLong = "'acme/one' has no price for requests of more than 200000 input tokens, and this one has 200001.";

        Assert.Equal("0.22", inEurope.Price("acme/one", new TokenUsage(200_000)).ToString());
        Assert.Equal(TooLong, MessageOf(() => inEurope.Price("acme/one", longer)));
        Assert.Equal(TooLong, MessageOf(() => both.Static<PriceTokens>("Price")("acme/one", longer, default, saturday, "eu")));
        Assert.Equal("The price of 'acme/one' changes with the time of day: say when the tokens were used.", MessageOf(() => both.Static<PriceTokens>("Price")("acme/one", longer, default, null, "eu")));
        Assert.StartsWith(
            "Acme (edition 2025-01-01) prices 'acme/one' by the time of day or by region",
            MessageOf(() => both.Static<Func<string, DateTimeOffset?, IRateCard>>("CardIn")("eu", null).Price("acme/one", longer)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_of_a_model_whose_price_changes_isnt_told_as_no_model_without_a_way_out()
    {
        var card = EmittedCard.Compile(SampleCards.WithModel("\"aliases\": [ \"one\" ], \"windows\": [ { \"days\": [ \"sat\", \"sun\" ], \"price\": 1 }, { \"days\": [ \"mon\", \"tue\", \"wed\", \"thu\", \"fri\" ], \"price\": 2 } ]")).Card;

        Assert.EndsWith(
            "If it is another id of a model that is priced by the time of day or by region, ask the card that At or CardIn gives.",
            MessageOf(() => card.Price("one", new TokenUsage(1))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_card_whose_prices_change_says_that_they_do()
    {
        Assert.True(Acme.Card.PricesVary);
        Assert.False(EmittedCard.Compile(SampleCards.WithServerless("\"models\": { \"acme/plain\": { \"price\": 1 } }")).Card.PricesVary);
    }

    private static string MessageOf(Func<object?> price) => Assert.Throws<PriceNotFoundException>(price).Message;
}
