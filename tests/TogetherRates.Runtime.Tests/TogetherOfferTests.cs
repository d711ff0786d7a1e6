using Together = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests;

/// <summary>The offers of the Together card, as callers price them.</summary>
public sealed class TogetherOfferTests
{
    [Fact]
    public void Image_models_are_billed_by_image_size_and_processing_steps()
    {
        Assert.Equal("0.0056623104", Together.Images.Flux1Schnell.Price(width: 1024, height: 1024, steps: 4, images: 2).ToString());
        Assert.Equal("0.0113246208", Together.Images.Flux1Schnell.Price(width: 1024, height: 1024, steps: 8, images: 2).ToString());
        Assert.Equal("29/1120", Together.Images.Flux1Dev.Price(1_000, 1_000, steps: 29).ToString());
        Assert.Equal("0.04", Together.Images.Flux1_1Pro.Price(1_000, 1_000, steps: 500).ToString());
    }

    [Fact]
    public void Audio_models_are_billed_by_character_and_by_minute()
    {
        Assert.Equal("0.065", Together.Audio.CartesiaSonic.Price(characters: 1000).ToString());
        Assert.Equal("0.001525", Together.Audio.WhisperLargeV3.Price(TimeSpan.FromSeconds(60.5)).ToString());
        Assert.Equal("0.00075", Together.Audio.WhisperLargeV3.Price(TimeSpan.FromMinutes(1), ServiceLevel.Batch).ToString());
    }

    [Fact]
    public void An_offer_is_a_value_of_its_card_and_its_id()
    {
        Assert.Equal("openai/whisper-large-v3", Together.Audio.WhisperLargeV3.Id);
        Assert.Equal(Together.Card, Together.Audio.WhisperLargeV3.Card);
        Assert.Equal(Together.Audio.WhisperLargeV3, new DurationOffer(Together.Card, "openai/whisper-large-v3"));
        Assert.Contains("openai/whisper-large-v3", Together.Card.ModelIds);
    }

    [Fact]
    public void Any_id_and_any_usage_lead_to_the_same_price()
    {
        var images = Usage.OfImages(1024, 1024, images: 3);
        var expected = Together.Images.Flux1Schnell.Price(1024, 1024, images: 3);

        Assert.Equal(expected, Together.Price("flux.1-schnell", images));
        Assert.Equal(expected, Together.Price(Together.ModelId.Flux1Schnell, images));
        Assert.Equal(expected, Together.Card.Explain("black-forest-labs/FLUX.1-schnell", images).Cost);
        Assert.True(Together.TryPrice("black-forest-labs/FLUX.1-schnell"u8, images, out var cost));
        Assert.Equal(expected, cost);
        Assert.Equal(
            Together.Price("deepseek-v3", new TokenUsage(input: 12_000, output: 800)),
            Together.Price("deepseek-v3", Usage.Of(Meter.Input, 12_000).With(Meter.Output, 800)));
    }

    [Fact]
    public void A_quote_shows_what_the_price_page_shows()
    {
        var line = Assert.Single(Together.Images.Flux1Schnell.Explain(1024, 1024, steps: 8).Lines);

        Assert.Equal(("pixels", 1_048_576, "pixel", 1_000_000), (line.Meter, line.Quantity, line.Unit, line.Per));
        Assert.Equal("0.0054", line.Price.ToString());
        Assert.Equal("8 steps, 4 in the price", line.Tier);
        Assert.Equal("batch 50%", Assert.Single(Together.Audio.WhisperLargeV3.Explain(TimeSpan.FromMinutes(1), ServiceLevel.Batch).Lines).Discount);
    }

    [Fact]
    public void A_missing_price_says_why()
    {
        AssertMissing(
            "'black-forest-labs/FLUX.1-schnell' has no price for this usage: characters 5. It prices pixels.",
            () => Together.Price("black-forest-labs/FLUX.1-schnell", Usage.Of(Meter.Characters, 5)));
        AssertMissing(
            "'black-forest-labs/FLUX.1-schnell' has no price for this usage: input 5. It prices pixels.",
            () => Together.Price("black-forest-labs/FLUX.1-schnell", new TokenUsage(input: 5)));
        AssertMissing(
            "'deepseek-ai/DeepSeek-V3' has no price for this usage: images 1. It prices input, output.",
            () => Together.Card.Price("deepseek-ai/DeepSeek-V3", Usage.Of(Meter.Images, 1)));
        AssertMissing(
            "'cartesia/sonic' has no Batch price: it isn't offered at that level. Ask for another one, such as Standard.",
            () => Together.Audio.CartesiaSonic.Price(5, ServiceLevel.Batch));
        AssertMissing(
            "Together AI (edition 2025-01-01) has no model 'flux.1-shnell'. The nearest id is 'black-forest-labs/FLUX.1-schnell'.",
            () => Together.Price("flux.1-shnell", Usage.OfImages(1, 1)));

        static void AssertMissing(string message, Func<Money> price) =>
            Assert.Equal(message, Assert.Throws<PriceNotFoundException>(() => price()).Message);
    }

    [Fact]
    public void A_card_that_prices_only_tokens_prices_them_as_usage_too()
    {
        IRateCard card = new SmallCard();
        Usage usage = new TokenUsage(input: 12_000, output: 800);

        Assert.Equal("0.0136", card.Price("deepseek-ai/DeepSeek-V3", usage).ToString());
        Assert.Equal("0.0136", card.Explain("deepseek-ai/DeepSeek-V3", usage).Cost.ToString());
        Assert.True(card.TryPrice("deepseek-ai/DeepSeek-V3"u8, usage, out _));
        Assert.False(card.TryPrice("deepseek-ai/DeepSeek-V3", usage.With(Meter.Images, 1), out _));
    }

    [Fact]
    public void Pricing_offers_does_not_allocate()
    {
        for (var call = 0; call < 100; call++)
        {
            Price();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 100; call++)
        {
            Price();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Price()
        {
            _ = Together.Images.Flux1Schnell.Price(1024, 1024, steps: 4, images: 2);
            _ = Together.Audio.WhisperLargeV3.Price(TimeSpan.FromSeconds(61));
            _ = Together.TryPrice("cartesia/sonic"u8, Usage.Of(Meter.Characters, 5), out _);
            _ = Together.TryPrice("deepseek-v3", Usage.Of(Meter.Input, 5).With(Meter.CachedInput, 2) + Usage.Of(Meter.Output, 7), out _);
            _ = Together.TryPrice("deepseek-v3", Usage.Of(Meter.Images, 5), out _);
            _ = new MultimodalRates(input: 1, inputAudio: 2).TryPrice(Usage.Of(Meter.Input, 5).With(Meter.InputAudio, 3), out _);
            _ = MeterNames.TryParse("cached_input_tokens", out _);
        }
    }
}
