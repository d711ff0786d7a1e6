using TogetherRates.Cards;

namespace TogetherRates.Runtime.Tests;

/// <summary>The editions of the Together card that are compiled into the package.</summary>
public sealed class TogetherEditionTests
{
    private static readonly DateTimeOffset Change = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_class_is_the_newest_edition_and_older_ones_are_nested_in_it()
    {
        Assert.Equal([Together.Edition2025_01_01.Card, Together.Card], Together.Editions);
        Assert.Equal(Change, Together.EffectiveFrom);
        Assert.Null(Together.EffectiveUntil);
        Assert.Equal(Change, Together.Edition2025_01_01.EffectiveUntil);
    }

    [Fact]
    public void A_new_edition_is_in_force_from_its_first_instant()
    {
        Assert.Same(Together.Edition2025_01_01.Card, Together.At(Change.AddTicks(-1)));
        Assert.Same(Together.Card, Together.At(Change));
        Assert.Same(Together.Card, Together.At(new DateOnly(2026, 10, 1)));
        Assert.Same(Together.Edition2025_01_01.Card, Together.At(new DateOnly(2025, 1, 1)));

        // The same instant on other clocks.
        Assert.Same(Together.Card, Together.At(Change.ToOffset(TimeSpan.FromHours(-8))));
        Assert.Same(Together.Edition2025_01_01.Card, Together.At(new DateTimeOffset(2026, 10, 1, 1, 59, 59, TimeSpan.FromHours(2))));
    }

    [Fact]
    public void Before_the_first_edition_nothing_has_a_price()
    {
        Assert.False(Together.TryAt(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1), out var card));
        Assert.Null(card);
        Assert.Equal(
            "No edition is in force at 2024-12-31 00:00 UTC. There are prices from 2025-01-01 until 2026-10-01, from 2026-10-01.",
            Assert.Throws<PriceNotFoundException>(() => Together.At(new DateOnly(2024, 12, 31))).Message);
    }

    [Fact]
    public void The_calls_of_the_price_list_compile_for_the_newest_edition()
    {
#pragma warning disable RATE7002 // What the newest list of models no longer has is still priced, and marked so.
        var usage = new TokenUsage(input: 12_000, output: 800);
        Assert.Equal("1.35", Together.Serverless.Dense.Price(ModelSize.Billions(70), tokens: 1_500_000).ToString());
        Assert.Equal("0.016", Together.Models.DeepSeekV3.Price(usage).ToString());
        Assert.Equal("0.005632", Together.Models.Llama370b.Turbo.Price(usage, batch: true).ToString());
        Assert.Equal("0.0056623104", Together.Images.Flux1Schnell.Price(width: 1024, height: 1024, steps: 4, images: 2).ToString());
        Assert.Equal("0.016", Together.Explain(Together.ModelId.DeepSeekV3, usage).Cost.ToString());
#pragma warning restore RATE7002
        Assert.Equal("0.48", Together.FineTuning.Price(FineTuningType.Sft, FineTuningMethod.LoRA, ModelSize.Billions(8), new FineTuningJob(1_000_000)).ToString());
        Assert.Equal("32.4", Together.Dedicated.Price(Together.Gpu.H100Sxm80GB, TimeSpan.FromHours(3), replicas: 2).ToString());
        Assert.True(Together.TryPrice("deepseek-ai/DeepSeek-V3", usage, out _));
        IRateCard card = Together.Card;
        Assert.Equal("Together AI", card.Provider);
    }

    [Fact]
    public void Cached_input_has_a_price_where_the_list_gives_one()
    {
        Assert.Equal("0.00192", Together.Models.KimiK3.Price(new TokenUsage(input: 1_000, cachedInput: 400)).ToString());
        Assert.Equal(
            ["input", "cachedInput", "output"],
            Together.Models.KimiK3.Explain(new TokenUsage(input: 1_000, cachedInput: 400, output: 10)).Lines.Select(line => line.Meter));
        Assert.Equal(["input"], Together.Models.GptOss120b.Explain(new TokenUsage(input: 1_000, cachedInput: 400)).Lines.Select(line => line.Meter));
    }

    [Fact]
    public void What_is_no_longer_sold_has_a_price_only_in_the_edition_that_sold_it()
    {
        // "There are currently no embedding models offered via serverless"
        Assert.True(Together.Edition2025_01_01.Card.TryPrice("BAAI/bge-large-en-v1.5", new TokenUsage(input: 1), out _));
        Assert.False(Together.Card.TryPrice("BAAI/bge-large-en-v1.5", new TokenUsage(input: 1), out _));
        Assert.DoesNotContain("A100-SXM-80GB", Together.Card.GpuIds);
    }

    [Fact]
    public void A_free_model_costs_nothing_because_the_list_says_so() =>
        Assert.Equal(Money.Zero, Together.Models.TernaryBonsai27B.Price(new TokenUsage(input: 1_000_000, output: 1_000_000)));
}
