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
    public void More_results_than_any_band_prices_are_too_much_at_once() =>
        Assert.Equal(
            "'acme/clips' has no price for as much at once as this: queries 1, results 101. Less of it has one.",
            MessageOf(() => Acme.Card.Price("acme/clips", Usage.Of(Meter.Queries, 1).With(Meter.Results, 101))));

    [Theory]
    [InlineData("acme/dated")]
    [InlineData("acme/days")]
    public void A_card_without_a_time_says_that_prices_change_with_it(string id)
    {
        var expected = $"Acme (edition 2026-01-01) prices '{id}' by the time of day or by region: ask the card that At gives for a time, or the one that CardIn gives "
            + "for a region that the model has prices in.";

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
        var inNowhere = Acme.Static<Func<string, IRateCard>>("CardIn")("nowhere");

        Assert.StartsWith("Acme (edition 2026-01-01) prices 'acme/large' by the time of day or by region", MessageOf(() => inNowhere.Price("acme/large", new TokenUsage(1))), StringComparison.Ordinal);
        Assert.True(inNowhere.TryPrice("acme/plain", new TokenUsage(1), out _));
    }

    [Fact]
    public void Only_a_card_whose_prices_change_says_that_they_do()
    {
        Assert.True(Acme.Card.PricesVary);
        Assert.False(EmittedCard.Compile(SampleCards.WithServerless("\"models\": { \"acme/plain\": { \"price\": 1 } }")).Card.PricesVary);
    }

    private static string MessageOf(Func<object?> price) => Assert.Throws<PriceNotFoundException>(price).Message;
}
