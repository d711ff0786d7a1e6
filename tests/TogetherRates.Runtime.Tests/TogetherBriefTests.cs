using System.Globalization;
using TogetherRates.Cards;
using Brief = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests;

/// <summary>Every number of the two documents that the product starts from, each with the sentence that it stands in.</summary>
public sealed class TogetherBriefTests
{
    private const long Million = 1_000_000;

    [Theory]
    [InlineData("Up to 4B | $0.10", "0.001B", "4B", "0.1")]
    [InlineData("4.1B - 8B | $0.20", "4.1B", "8B", "0.2")]
    [InlineData("8.1B - 21B | $0.30", "8.1B", "21B", "0.3")]
    [InlineData("21.1B - 41B | $0.80", "21.1B", "41B", "0.8")]
    [InlineData("41.1B - 80B | $0.90", "41.1B", "80B", "0.9")]
    [InlineData("80.1B - 110B | $1.80", "80.1B", "110B", "1.8")]
    public void A_dense_model_costs_what_its_size_says(string sentence, string from, string upTo, string price)
    {
        Assert.EndsWith("$" + decimal.Parse(price, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture), sentence, StringComparison.Ordinal);
        foreach (var size in new[] { Size(from), Size(upTo) })
        {
            Assert.Equal(price, Brief.Serverless.Dense.Price(size, tokens: Million).ToString());
            Assert.Equal(price, Together.Serverless.Dense.Price(size, tokens: Million).ToString());
        }
    }

    [Theory]
    [InlineData("Up to 56B | $0.60", "0.001B", "56B", "0.6")]
    [InlineData("56.1B - 176B | $1.20", "56.1B", "176B", "1.2")]
    [InlineData("176.1B - 480B | $2.40", "176.1B", "480B", "2.4")]
    public void A_mixture_of_experts_costs_what_its_total_parameters_say(string sentence, string from, string upTo, string price)
    {
        Assert.EndsWith("$" + decimal.Parse(price, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture), sentence, StringComparison.Ordinal);
        foreach (var size in new[] { Size(from), Size(upTo) })
        {
            Assert.Equal(price, Brief.Serverless.Moe.Price(size, tokens: Million).ToString());
            Assert.Equal(price, Together.Serverless.Moe.Price(size, tokens: Million).ToString());
        }
    }

    [Fact]
    public void Above_the_tables_nothing_has_a_price()
    {
        _ = Assert.Throws<PriceNotFoundException>(() => Brief.Serverless.Dense.Price(Size("110.1B"), tokens: 1));
        _ = Assert.Throws<PriceNotFoundException>(() => Brief.Serverless.Moe.Price(Size("480.1B"), tokens: 1));
    }

    [Theory]
    [InlineData("Lite: $0.54 per 1M tokens", "llama-3-70b-lite", "0.54")]
    [InlineData("Turbo: $0.88 per 1M tokens", "llama-3-70b-turbo", "0.88")]
    [InlineData("Reference: $0.90 per 1M tokens", "llama-3-70b-reference", "0.9")]
    [InlineData("Qwen 2 72B: $0.90 per 1M tokens", "Qwen/Qwen2-72B-Instruct", "0.9")]
    [InlineData("DeepSeek-V3: $1.25 per 1M tokens", "deepseek-ai/DeepSeek-V3", "1.25")]
    public void A_model_with_a_price_of_its_own_costs_it_in_every_edition(string sentence, string id, string price)
    {
        Assert.Contains(price, sentence, StringComparison.Ordinal);
        foreach (var card in Together.Editions)
        {
            Assert.Equal(price, card.Price(id, new TokenUsage(input: Million)).ToString());
            Assert.Equal(price, card.Price(id, new TokenUsage(output: Million)).ToString());
        }
    }

    [Fact]
    public void Embedding_models_cost_0_008_to_0_02_and_only_input_is_charged()
    {
        // "Price Range: $0.008 to $0.02 per 1M tokens"
        Assert.Equal("0.008", Brief.Embeddings.EmbeddingSizes.Price(Size("150M"), tokens: Million).ToString());
        Assert.Equal("0.02", Brief.Card.Price("BAAI/bge-large-en-v1.5", new TokenUsage(input: Million)).ToString());

        // "Billing: Only input tokens are charged (no output token costs)"
        Assert.False(Brief.Card.TryPrice("BAAI/bge-large-en-v1.5", new TokenUsage(input: Million, output: 1), out _));
        Assert.False(Brief.Card.TryExplain("EmbeddingSizes", Size("150M"), new TokenUsage(output: 1), out _));
    }

    [Fact]
    public void Rerank_models_up_to_8B_cost_ten_cents()
    {
        // "Up to 8B parameters: $0.10 per 1M tokens"
        Assert.Equal("0.1", Brief.Rerank.RerankSizes.Price(Size("8B"), tokens: Million).ToString());
        _ = Assert.Throws<PriceNotFoundException>(() => Brief.Rerank.RerankSizes.Price(Size("8.1B"), tokens: 1));
    }

    [Fact]
    public void A_batch_takes_half_off_input_and_output_of_supported_models()
    {
        // "Batch Inference: 50% discount on input and output tokens for supported models"
        var usage = new TokenUsage(input: 3_000, output: 1_000);
        foreach (var id in new[] { "deepseek-ai/DeepSeek-V3", "llama-3-70b-turbo", "llama-3-70b-reference" })
        {
            Assert.Equal(Brief.Card.Price(id, usage), Brief.Card.Price(id, usage, ServiceLevel.Batch) * 2);
        }

        _ = Assert.Throws<PriceNotFoundException>(() => Brief.Card.Price("Qwen/Qwen2-72B-Instruct", usage, ServiceLevel.Batch));
    }

    [Fact]
    public void A_new_account_starts_with_a_dollar()
    {
        // "New Account Credit: $1 to get started", "Receive $1 in free credits"
        Assert.Equal("1", Brief.Credits.NewAccount.Amount.ToString());
        Assert.Equal(800, Runway.Requests(Brief.Credits.NewAccount.Amount, Brief.Models.DeepSeekV3.Price(new TokenUsage(input: 600, output: 400))));
    }

    [Fact]
    public void There_are_no_minimum_fees()
    {
        // "Pay-Per-Use: Only pay for tokens processed", "No Minimum Fees: Transparent token-based pricing"
        Assert.Equal("0.0000001", Brief.Serverless.Dense.Price(Size("4B"), tokens: 1).ToString());
        Assert.Equal(Money.Zero, Brief.Models.DeepSeekV3.Price(default(TokenUsage)));
    }

    private static ModelSize Size(string text) => ModelSize.Parse(text, CultureInfo.InvariantCulture);
}
