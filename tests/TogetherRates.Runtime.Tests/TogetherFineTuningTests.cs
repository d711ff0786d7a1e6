using Together = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests;

public sealed class TogetherFineTuningTests
{
    private const FineTuningType Sft = FineTuningType.Sft;
    private const FineTuningType Dpo = FineTuningType.Dpo;
    private const FineTuningMethod LoRA = FineTuningMethod.LoRA;
    private const FineTuningMethod Full = FineTuningMethod.Full;

    private static readonly FineTuningJob Million = new(1_000_000);

    [Theory]
    [InlineData("16B", "0.48", "0.54", "1.2", "1.35")]
    [InlineData("16.000000001B", "1.5", "1.65", "3.75", "4.12")]
    [InlineData("16.5B", "1.5", "1.65", "3.75", "4.12")]
    [InlineData("69B", "1.5", "1.65", "3.75", "4.12")]
    [InlineData("69.5B", "2.9", "3.2", "7.25", "8")]
    [InlineData("100B", "2.9", "3.2", "7.25", "8")]
    public void A_million_tokens_cost_what_the_band_says(string size, string sftLoRA, string sftFull, string dpoLoRA, string dpoFull)
    {
        // "Model size (e.g., Up to 16B, 16.1-69B, etc.)" and "Price Range: $0.48 to $8.00 per 1M tokens"
        var model = ModelSize.Parse(size, null);
        Assert.Equal(sftLoRA, Together.FineTuning.Price(Sft, LoRA, model, Million).ToString());
        Assert.Equal(sftFull, Together.FineTuning.Price(Sft, Full, model, Million).ToString());
        Assert.Equal(dpoLoRA, Together.FineTuning.Price(Dpo, LoRA, model, Million).ToString());
        Assert.Equal(dpoFull, Together.FineTuning.Price(Dpo, Full, model, Million).ToString());
    }

    [Fact]
    public void LoRA_costs_less_than_full_fine_tuning_and_larger_models_cost_more()
    {
        // "LoRA (Low-Rank Adaptation): Lower cost", "Full Fine-tuning: Higher cost", "Larger models cost more"
        foreach (var type in Enum.GetValues<FineTuningType>())
        {
            Money[] lora = [.. new[] { 8, 40, 70 }.Select(billions => Together.FineTuning.Price(type, LoRA, ModelSize.Billions(billions), Million))];
            Money[] full = [.. new[] { 8, 40, 70 }.Select(billions => Together.FineTuning.Price(type, Full, ModelSize.Billions(billions), Million))];
            Assert.All(lora.Zip(full), pair => Assert.True(pair.First < pair.Second));
            Assert.Equal(lora.Order(), lora);
            Assert.Equal(full.Order(), full);
        }
    }

    [Fact]
    public void Llama_3_8B_cancelled_after_1000_steps_costs_its_75_536_000_tokens()
    {
        // "If you're fine-tuning Llama-3-8B with a batch size of 8 and cancel after 1000 training steps" (brief, cancellation)
        var job = FineTuningJob.Cancelled(8_192, 8, 1_000, 1_000_000, 10);
        Assert.Equal("36.25728", Together.FineTuning.Price(Sft, LoRA, ModelSize.Billions(8), job).ToString());
        Assert.Equal("40.78944", Together.FineTuning.Price(Sft, Full, ModelSize.Billions(8), job).ToString());
        Assert.Equal("90.6432", Together.FineTuning.Price(Dpo, LoRA, ModelSize.Billions(8), job).ToString());
        Assert.Equal("101.9736", Together.FineTuning.Price(Dpo, Full, ModelSize.Billions(8), job).ToString());
    }

    [Fact]
    public void There_is_no_minimum_price_for_a_model_that_is_priced_by_its_size()
    {
        // "No, there is no minimum price for fine-tuning jobs. You only pay for the tokens processed."
        Assert.Equal("0.00000048", Together.FineTuning.Price(Sft, LoRA, ModelSize.Billions(8), new FineTuningJob(1)).ToString());
    }

    [Theory]
    [InlineData("deepseek-ai/DeepSeek-R1", "10", "25", "20")]
    [InlineData("deepseek-ai/DeepSeek-R1-0528", "10", "25", "20")]
    [InlineData("deepseek-ai/DeepSeek-V3", "10", "25", "20")]
    [InlineData("deepseek-ai/DeepSeek-V3-0324", "10", "25", "20")]
    [InlineData("deepseek-ai/DeepSeek-V3.1", "10", "25", "20")]
    [InlineData("deepseek-ai/DeepSeek-V3.1-Base", "10", "25", "20")]
    [InlineData("zai-org/GLM-4.6", "9", "22.5", "27")]
    [InlineData("zai-org/GLM-4.7", "9", "22.5", "27")]
    [InlineData("openai/gpt-oss-120b", "5", "12.5", "6")]
    [InlineData("moonshotai/Kimi-K2-Thinking", "15", "37.5", "60")]
    [InlineData("moonshotai/Kimi-K2-Instruct-0905", "15", "37.5", "60")]
    [InlineData("moonshotai/Kimi-K2-Instruct", "15", "37.5", "60")]
    [InlineData("moonshotai/Kimi-K2-Base", "15", "37.5", "60")]
    [InlineData("meta-llama/Llama-4-Maverick-17B-128E", "8", "20", "16")]
    [InlineData("meta-llama/Llama-4-Maverick-17B-128E-Instruct", "8", "20", "16")]
    [InlineData("meta-llama/Llama-4-Scout-17B-16E", "3", "7.5", "6")]
    [InlineData("meta-llama/Llama-4-Scout-17B-16E-Instruct", "3", "7.5", "6")]
    [InlineData("Qwen/Qwen3-Coder-480B-A35B-Instruct", "9", "22.5", "18")]
    [InlineData("Qwen/Qwen3-235B-A22B", "6", "15", "0.000006")]
    [InlineData("Qwen/Qwen3-235B-A22B-Instruct-2507", "6", "15", "0.000006")]
    public void A_special_model_has_its_own_prices_and_its_minimum(string id, string sft, string dpo, string oneToken)
    {
        var hundred = new FineTuningJob(100_000_000);
        Assert.Equal(Money.Parse(sft, null) * 100, Together.FineTuning.Price(Sft, LoRA, id, hundred));
        Assert.Equal(Money.Parse(dpo, null) * 100, Together.FineTuning.Price(Dpo, LoRA, id, hundred));
        Assert.Equal(oneToken, Together.FineTuning.Price(Sft, LoRA, id, new FineTuningJob(1)).ToString());
        Assert.False(Together.FineTuning.TryPrice(Sft, Full, id, hundred, out _));
    }

    [Fact]
    public void Every_special_model_is_tested() => Assert.Equal(20, Together.Card.FineTuningModelIds.Count);

    [Fact]
    public void A_typed_model_costs_what_its_id_costs()
    {
        var job = new FineTuningJob(5_000_000, 2);
        Assert.Equal(
            Together.FineTuning.Price(Dpo, LoRA, "openai/gpt-oss-120b", job),
            Together.FineTuning.Price(Dpo, LoRA, Together.FineTuning.ModelId.GptOss120b, job));
        Assert.Equal(
            Together.FineTuning.Explain(Dpo, LoRA, "gpt-oss-120b", job),
            Together.FineTuning.Explain(Dpo, LoRA, Together.FineTuning.ModelId.GptOss120b, job));
    }

    [Fact]
    public void What_is_not_offered_is_refused_with_what_is()
    {
        Assert.Equal(
            "'deepseek-ai/DeepSeek-R1' has no fine-tuning price for SFT full; it has one for SFT with LoRA, DPO with LoRA.",
            Assert.Throws<PriceNotFoundException>(() => Together.FineTuning.Price(Sft, Full, "deepseek-r1", Million)).Message);
        Assert.Contains(
            "fineTuning has no price above 100B; 100.1B was asked for",
            Assert.Throws<PriceNotFoundException>(() => Together.FineTuning.Price(Sft, LoRA, ModelSize.Billions(100.1m), Million)).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "deepseek-ai/DeepSeek-R1",
            Assert.Throws<PriceNotFoundException>(() => Together.FineTuning.Explain(Sft, LoRA, "DeepSeek-R1", Million)).NearestIds[0]);
        Assert.False(Together.FineTuning.TryExplain(Sft, LoRA, default(ModelSize), Million, out _));
    }

    [Fact]
    public void The_card_explains_jobs_by_size_and_by_id()
    {
        Assert.True(Together.Card.TryExplain(Sft, LoRA, ModelSize.Billions(16.5m), new FineTuningJob(1_000_000, 3), out var quote));
        Assert.Equal(("16.5B", "4.5"), (quote.Subject, quote.Cost.ToString()));
        Assert.Equal("SFT with LoRA, 16.1B - 69B", Assert.Single(quote.Lines).Tier);

        Assert.True(Together.Card.TryExplain(Sft, LoRA, "deepseek-r1", Million, out quote));
        Assert.Equal(("deepseek-ai/DeepSeek-R1", "20"), (quote.Subject, quote.Cost.ToString()));
        Assert.Equal(("minimumCharge", "20", "10"), (quote.Lines[^1].Meter, quote.Lines[^1].Price.ToString(), quote.Lines[^1].Amount.ToString()));
        Assert.False(Together.Card.TryExplain(Sft, Full, "deepseek-r1", Million, out _));
        Assert.False(Together.Card.TryExplain(Sft, LoRA, "meta-llama/Llama-3-8b", Million, out _));
    }
}
