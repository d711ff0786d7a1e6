using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Cards;

namespace TogetherRates.Runtime.Tests.Advice;

public sealed class CheapestTests
{
    private static readonly IRateCard Card = Together.Edition2025_01_01.Card;
    private static readonly Usage Chat = new TokenUsage(input: 3_000, output: 1_000);

    [Fact]
    public void The_smallest_of_the_models_that_fit_costs_least()
    {
        // "Choose Appropriate Model Size: Use the smallest model that meets your requirements"
        var quote = Cheapest.Of(Card, Chat, ["deepseek-v3", "llama-3-70b-lite", "llama-3-70b-turbo"]);

        Assert.Equal(("meta-llama/Meta-Llama-3-70B-Instruct-Lite", "0.00216"), (quote!.Subject, quote.Cost.ToString()));
    }

    [Fact]
    public void Models_are_ranked_by_cost_and_those_without_a_price_are_left_out()
    {
        var ranked = Cheapest.Rank(Card, Chat, ["deepseek-v3", "qwen-2-72b", "bge-large-en-v1.5", "unknown", "llama-3-70b-reference", "deepseek-v3"]);

        Assert.Equal(
            ["Qwen/Qwen2-72B-Instruct 0.0036", "meta-llama/Llama-3-70b-chat-hf 0.0036", "deepseek-ai/DeepSeek-V3 0.005"],
            ranked.Select(quote => $"{quote.Subject} {quote.Cost}"));
    }

    [Fact]
    public void A_model_is_ranked_once_by_whatever_ids_it_is_asked_for() => Assert.Equal(
        ["deepseek-ai/DeepSeek-V3"], Cheapest.Rank(Card, Chat, ["deepseek-v3", "deepseek-ai/DeepSeek-V3"]).Select(quote => quote.Subject));

    [Fact]
    public void A_batch_leaves_only_the_models_that_have_one() => Assert.Equal(
        ["meta-llama/Meta-Llama-3-70B-Instruct-Turbo", "meta-llama/Llama-3-70b-chat-hf", "deepseek-ai/DeepSeek-V3"],
        Cheapest.Rank(Card, Chat, level: ServiceLevel.Batch).Select(quote => quote.Subject));

    [Fact]
    public void Where_nothing_has_a_price_there_is_no_cheapest()
    {
        Assert.Null(Cheapest.Of(Card, Usage.Of(Meter.Sessions, 1)));
        Assert.Null(Cheapest.Of(Card, Chat, []));
    }

    [Fact]
    public void Several_cards_are_ranked_together_in_one_currency()
    {
        var ranked = Cheapest.Rank(Together.Editions, Usage.Of(Meter.Seconds, 60), ["openai/whisper-large-v3"]);

        Assert.Equal([new DateOnly(2025, 1, 1), new DateOnly(2026, 10, 1)], ranked.Select(quote => quote.Edition));
        var thrown = Assert.Throws<InvalidOperationException>(() => Cheapest.Rank([Card, new SmallCard { Currency = "EUR" }], Chat));
        Assert.StartsWith("the card of Together AI is in EUR and the card of Together AI in USD: amounts of two currencies can't meet", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_is_no_dearer_than_any_other_model() => Prop.ForAll(
        (from input in Gen.Choose(0, 1_000_000)
         from output in Gen.Choose(0, 1_000_000)
         from level in Gen.Elements(ServiceLevel.Standard, ServiceLevel.Batch)
         select (Usage: (Usage)new TokenUsage(input, output), Level: level)).ToArbitrary(),
        work =>
        {
            var ranked = Cheapest.Rank(Together.Card, work.Usage, level: work.Level);

            Assert.Equal(ranked.Select(quote => quote.Cost).Order(), ranked.Select(quote => quote.Cost));
            Assert.All(Together.Card.ModelIds, id => Assert.Equal(
                Together.Card.TryPrice(id, work.Usage, out var cost, work.Level),
                ranked.Any(quote => quote.Subject == id && quote.Cost == cost)));
        }).QuickCheckThrowOnFailure();
}
