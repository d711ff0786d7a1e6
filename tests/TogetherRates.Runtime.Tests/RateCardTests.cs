namespace TogetherRates.Runtime.Tests;

public sealed class RateCardTests
{
    private readonly SmallCard card = new();

    [Fact]
    public void A_known_model_has_a_price_and_a_quote()
    {
        var usage = new TokenUsage(input: 12_000, output: 800);
        Assert.Equal("0.0136", card.Price("deepseek-ai/DeepSeek-V3", usage).ToString());
        Assert.Equal("0.0136", card.Price("deepseek-ai/DeepSeek-V3", usage, ServiceLevel.Batch).ToString());
        Assert.Equal("0.0136", card.Explain("deepseek-ai/DeepSeek-V3", usage).Cost.ToString());
        Assert.True(card.TryPrice("deepseek-ai/DeepSeek-V3"u8, usage, out var cost));
        Assert.Equal("0.0136", cost.ToString());
    }

    [Fact]
    public void An_unknown_model_names_the_nearest_ids()
    {
        var error = Assert.Throws<PriceNotFoundException>(() => card.Price("deepseek-ai/DeepSeek-V4", default));
        Assert.Equal("deepseek-ai/DeepSeek-V3", error.NearestIds[0]);
        Assert.StartsWith(
            "Together AI (edition 2025-01-01) has no model 'deepseek-ai/DeepSeek-V4'. The nearest ids are 'deepseek-ai/DeepSeek-V3'",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_like_no_other_says_so()
    {
        var error = Assert.Throws<PriceNotFoundException>(() => card.Explain("gpt-4o", default));
        Assert.Empty(error.NearestIds);
        Assert.Contains("None of its 8 ids is near that.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_very_long_id_is_shortened()
    {
        var error = Assert.Throws<PriceNotFoundException>(() => card.Price(new string('x', 1_000_000), default));
        Assert.True(error.Message.Length < 300);
    }

    [Fact]
    public void A_very_long_id_is_not_shortened_inside_of_a_character()
    {
        var error = Assert.Throws<PriceNotFoundException>(() => card.Price(new string('x', 99) + "\U0001F600 and more", default));
        Assert.Contains($"no model '{new string('x', 99)}...'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_token_prices_says_so()
    {
        var error = Assert.Throws<PriceNotFoundException>(() => card.Price("black-forest-labs/FLUX.1-schnell", default));
        Assert.Equal(
            "Together AI (edition 2025-01-01) has the model 'black-forest-labs/FLUX.1-schnell' but no token prices for it.", error.Message);
    }

    [Fact]
    public void Tokens_on_an_unpriced_meter_are_named()
    {
        var usage = new TokenUsage(input: 100, output: 5, reasoning: 2);
        var error = Assert.Throws<PriceNotFoundException>(() => card.Price("togethercomputer/m2-bert-80M-8k-retrieval", usage));
        Assert.Equal(
            "'togethercomputer/m2-bert-80M-8k-retrieval' has no price for output, reasoning, but the usage has tokens there: "
            + "input 100, output 5, reasoning 2. It prices input, cachedInput, cacheWrite, cacheWrite1h.",
            error.Message);
    }

    [Fact]
    public void A_level_that_is_not_offered_is_named()
    {
        var error = Assert.Throws<PriceNotFoundException>(
            () => card.Price("togethercomputer/m2-bert-80M-8k-retrieval", default, ServiceLevel.Batch));
        Assert.Contains("has no Batch price", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_above_the_table_is_named()
    {
        var error = PriceNotFoundException.ForSize("Dense", ModelSize.Billions(110.1m), ModelSize.Billions(110));
        Assert.Equal("Dense has no price above 110B; 110.1B was asked for.", error.Message);
    }

    [Fact]
    public void The_default_size_is_said_to_be_none() =>
        Assert.Equal(
            "Dense has no price for the default value of ModelSize, which is no size: a model has at least one parameter.",
            PriceNotFoundException.ForSize("Dense", default, ModelSize.Billions(110)).Message);

    [Fact]
    public void An_alias_of_what_has_no_token_prices_is_no_unknown_model()
    {
        const string alias = "sd-xl";
        Assert.DoesNotContain(alias, Cards.Together.Card.ModelIds);
        Assert.EndsWith(
            "has the model 'sd-xl' but no token prices for it.",
            Assert.Throws<PriceNotFoundException>(() => Cards.Together.Card.Price(alias, new TokenUsage(1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_exception_has_the_usual_constructors()
    {
        var cause = new InvalidOperationException();
        Assert.Equal("why", new PriceNotFoundException("why").Message);
        Assert.Same(cause, new PriceNotFoundException("why", cause).InnerException);
        Assert.NotEmpty(new PriceNotFoundException().Message);
        Assert.Empty(new PriceNotFoundException().NearestIds);
    }

    [Theory]
    [InlineData("DeepSeek-V3", "deepseek-ai/DeepSeek-V3")]
    [InlineData("DEEPSEEK-AI/DEEPSEEK-V3", "deepseek-ai/DeepSeek-V3")]
    [InlineData("other-host/deepseek-v3", "deepseek-ai/DeepSeek-V3")]
    [InlineData("deepseek-ai/DeepSeek-3V", "deepseek-ai/DeepSeek-V3")]
    [InlineData("deepseek-ai/DepSeek-V3", "deepseek-ai/DeepSeek-V3")]
    [InlineData("llama-3-70b", "meta-llama/Llama-3-70b-chat-hf")]
    [InlineData("meta/Llama-3-70b", "meta-llama/Llama-3-70b-chat-hf")]
    [InlineData("Mixtral-8x7B-Instruct", "mistralai/Mixtral-8x7B-Instruct-v0.1")]
    public void The_nearest_id_comes_first(string asked, string nearest) =>
        Assert.Equal(nearest, PriceNotFoundException.ForModel(asked, card).NearestIds[0]);

    [Theory]
    [InlineData("B/X", new[] { "b/x", "a/x" }, "b/x")]
    [InlineData("gpt", new[] { "acme/gpt-oss-20b" }, "acme/gpt-oss-20b")]
    [InlineData("gp", new[] { "acme/gpt-oss-20b" }, null)]
    [InlineData("chat", new[] { "a/chat-33", "a/chat-4" }, "a/chat-4")]
    [InlineData("qwen-7b", new[] { "qwen-x-7b" }, "qwen-x-7b")]
    [InlineData("qwen-7b", new[] { "qwen-xy-7b" }, null)]
    [InlineData("somewhere-else/deepseek-v4", new[] { "deepseek-ai/DeepSeek-V3" }, "deepseek-ai/DeepSeek-V3")]
    [InlineData("", new[] { "a" }, null)]
    public void The_nearest_of_few_ids_comes_first_if_it_is_near(string asked, string[] ids, string? nearest) =>
        Assert.Equal(nearest is null ? [] : [nearest], PriceNotFoundException.ForModel(asked, new SmallCard(ids)).NearestIds.Take(1));

    [Theory]
    [InlineData(256, 1)]
    [InlineData(257, 0)]
    public void Only_ids_of_a_sensible_length_are_looked_for(int length, int expected) =>
        Assert.Equal(expected, PriceNotFoundException.ForModel(new string('x', length), new SmallCard([new string('x', length) + "y"])).NearestIds.Count);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("claude-opus")]
    [InlineData("deepseek-ai/")]
    public void Far_ids_are_not_named(string asked) => Assert.Empty(PriceNotFoundException.ForModel(asked, card).NearestIds);

    [Fact]
    public void At_most_three_ids_are_named_in_an_order_that_does_not_depend_on_the_card()
    {
        string[] ids = ["a/chat-4", "a/chat-33", "a/chat-3", "a/chat-2", "b/chat", "a/Chat"];
        var nearest = PriceNotFoundException.ForModel("chat", new SmallCard(ids)).NearestIds;
        Assert.Equal(["a/Chat", "b/chat", "a/chat-2"], nearest);
        Assert.Equal(nearest, PriceNotFoundException.ForModel("chat", new SmallCard([.. ids.Reverse()])).NearestIds);
    }
}
