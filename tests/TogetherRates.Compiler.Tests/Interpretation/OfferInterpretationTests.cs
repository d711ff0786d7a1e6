using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;

namespace TogetherRates.Compiler.Tests.Interpretation;

public class OfferInterpretationTests
{
    private static readonly Card Card = CardCompiler.Read(OfferCards.AllKinds).Card!;

    [Theory]
    [InlineData(1_024, 1_024, 0, 1, "0.0028311552")]
    [InlineData(1_000, 1_000, 0, 1, "0.0027")]
    [InlineData(1_000, 1_000, 1, 1, "0.0027")] // fewer steps never reduce the price
    [InlineData(1_000, 1_000, 4, 1, "0.0027")]
    [InlineData(1_000, 1_000, 5, 1, "0.003375")]
    [InlineData(1_000, 1_000, 8, 3, "0.0162")]
    [InlineData(1, 1, 0, 1, "0.0000000027")]
    public void Image_models_are_billed_by_image_size_and_processing_steps(int width, int height, int steps, int images, string expected) =>
        Assert.Equal(expected, CostOf("black-forest-labs/FLUX.1-schnell", Images(width, height, steps, images)));

    [Theory]
    [InlineData(28, "0.025")]
    [InlineData(29, "29/1120")] // 0.025 x 29 / 28
    [InlineData(56, "0.05")]
    public void Twenty_eight_default_steps_are_exact(int steps, string expected) =>
        Assert.Equal(expected, CostOf("black-forest-labs/FLUX.1-dev", Images(1_000, 1_000, steps, 1)));

    [Fact]
    public void Steps_never_matter_to_a_model_that_says_nothing_of_them() =>
        Assert.Equal("0.04", CostOf("black-forest-labs/FLUX.1.1-pro", Images(1_000, 1_000, 500, 1)));

    [Theory]
    [InlineData(1_000, 4_300, "0.268")]
    [InlineData(1_000, 4_301, "0.48")]
    [InlineData(4_096, 4_096, "0.48")]
    [InlineData(1_000, 17_200, "0.48")]
    [InlineData(1_000, 17_201, "ResolutionAboveTable")]
    public void The_resolution_of_one_image_decides_its_price(int width, int height, string expected) =>
        Assert.Equal(expected, CostOf("google/gemini-3-pro-image", Images(width, height, 0, 2)));

    [Fact]
    public void Images_of_unknown_pixels_have_no_price_by_resolution_nor_by_pixel()
    {
        var images = new MeterQuantities { [Cards.Meter.Images] = 1 };

        Assert.Equal("UnknownQuantity", CostOf("google/gemini-3-pro-image", images));
        Assert.Equal("UnknownQuantity", CostOf("black-forest-labs/FLUX.1.1-pro", images));
        Assert.Equal("0.05", CostOf("acme/by-image", images));
    }

    [Theory]
    [InlineData("openai/whisper-large-v3", 61, "0.001525")] // $0.0015 per minute, by the second
    [InlineData("acme/by-the-minute", 60, "0.0015")]
    [InlineData("acme/by-the-minute", 61, "0.003")]
    [InlineData("acme/by-the-hour", 1, "0.36")]
    [InlineData("x/z", 8, "0.4")]
    public void Time_is_billed_by_what_has_started(string id, int seconds, string expected) =>
        Assert.Equal(expected, CostOf(id, new MeterQuantities { [Cards.Meter.Seconds] = seconds }));

    [Theory]
    [InlineData("cartesia/sonic-3", Cards.Meter.Characters, 1_000, "0.065")] // $65.00 per 1M characters
    [InlineData("x/y", Cards.Meter.Videos, 2, "1.6")]
    [InlineData("code-interpreter", Cards.Meter.Sessions, 3, "0.09")] // $0.03 per session
    [InlineData("sandbox-vcpu", Cards.Meter.VcpuSeconds, 2 * 3_600, "0.0892")] // $0.0446 per vCPU-hour
    [InlineData("sandbox-memory", Cards.Meter.GibSeconds, 1, "149/36000000")] // $0.0149 per GiB-hour
    [InlineData("storage", Cards.Meter.GibMonths, 100, "16")] // $0.16 per GiB-month
    [InlineData("web-search", Cards.Meter.Searches, 7, "0.035")]
    [InlineData("ocr", Cards.Meter.Pages, 7, "0.007")]
    [InlineData("gateway", Cards.Meter.Requests, 7, "0.0007")]
    [InlineData("gpu-time", Cards.Meter.GpuSeconds, 30 * 24 * 3_600, "3592.8")] // $4.99 an hour for 30 days
    [InlineData("acme/free-image", Cards.Meter.Images, 7, "0")]
    public void A_count_is_billed_as_it_is(string id, Cards.Meter meter, int quantity, string expected) =>
        Assert.Equal(expected, CostOf(id, new MeterQuantities { [meter] = quantity }));

    [Fact]
    public void Kinds_of_tokens_are_taken_out_of_their_wholes_once()
    {
        var usage = new MeterQuantities
        {
            [Cards.Meter.Input] = 1_000,
            [Cards.Meter.CachedInput] = 500,
            [Cards.Meter.InputImage] = 600,
            [Cards.Meter.CachedInputImage] = 300,
            [Cards.Meter.Output] = 100,
            [Cards.Meter.OutputImage] = 100,
        };

        // 200 plain at 5, 200 cached text at 1.25, 300 images at 8, 300 cached images at 2, 100 images out at 30, all per 1M
        Assert.Equal("0.00725", CostOf("openai/gpt-image-2", usage));
    }

    [Fact]
    public void A_part_without_a_price_is_billed_as_its_whole()
    {
        var usage = new MeterQuantities { [Cards.Meter.Input] = 100, [Cards.Meter.CachedInput] = 100, [Cards.Meter.InputAudio] = 60, [Cards.Meter.CachedInputAudio] = 60 };

        // 60 as sound at 3, although they were cached, and 40 as input at 1, both per 1M
        Assert.Equal("0.00022", CostOf("some/audio-llm", usage));
        Assert.Equal("0.000165", CostOf("some/audio-llm", usage, batch: true));
    }

    [Theory]
    [InlineData("openai/gpt-image-2", Cards.Meter.Output)]
    [InlineData("cartesia/sonic-3", Cards.Meter.Input)]
    [InlineData("code-interpreter", Cards.Meter.Requests)]
    [InlineData("acme/text", Cards.Meter.Images)]
    public void What_has_no_price_is_refused(string id, Cards.Meter meter) =>
        Assert.Equal("UnpricedMeter", CostOf(id, new MeterQuantities { [meter] = 1 }));

    [Fact]
    public void A_batch_is_refused_where_the_card_has_none()
    {
        var images = Images(1_000, 1_000, 0, 1);

        Assert.Equal("0.0125", CostOf("flux-dev", images, batch: true));
        Assert.Equal("NoBatch", CostOf("black-forest-labs/FLUX.1-schnell", images, batch: true));
    }

    [Fact]
    public void Parts_larger_than_their_wholes_are_impossible()
    {
        Assert.Equal("ImpossibleUsage", CostOf("some/audio-llm", new MeterQuantities { [Cards.Meter.InputAudio] = 1 }));
        Assert.Equal(
            "ImpossibleUsage",
            CostOf("some/audio-llm", new MeterQuantities { [Cards.Meter.Input] = 10, [Cards.Meter.CachedInput] = 6, [Cards.Meter.InputAudio] = 6, [Cards.Meter.CachedInputAudio] = 1 }));
    }

    [Fact]
    public void An_unknown_id_comes_with_the_nearest_of_all_sections()
    {
        var refused = Assert.IsType<Compiler.Interpretation.Interpretation.Refused>(Interpreter.PriceModel(Card, "code-interpeter", new MeterQuantities()));

        Assert.Equal("the card has no model 'code-interpeter'; did you mean 'code-interpreter'?", refused.Message);
    }

    private static MeterQuantities Images(long width, long height, long steps, long images) =>
        new() { [Cards.Meter.Images] = images, [Cards.Meter.Pixels] = width * height * images, [Cards.Meter.Steps] = steps };

    private static string CostOf(string id, MeterQuantities usage, bool batch = false) => Interpreter.PriceModel(Card, id, usage, batch) switch
    {
        Compiler.Interpretation.Interpretation.Priced priced => priced.Cost.ToString(),
        Compiler.Interpretation.Interpretation.Refused refused => refused.Reason.ToString(),
        _ => throw new InvalidOperationException(),
    };
}
