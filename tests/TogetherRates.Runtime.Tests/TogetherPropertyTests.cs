using FsCheck;
using FsCheck.Fluent;
using Together = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests;

/// <summary>What holds of every price on the card, whatever its numbers are.</summary>
public sealed class TogetherPropertyTests
{
    private static Gen<long> Counts =>
        from digits in Gen.Choose(0, 9)
        from number in Gen.Choose(0, int.MaxValue)
        select number % (long)Math.Pow(10, digits);

    private static Gen<long> Sizes => Gen.Choose(1, 110_000).Select(millions => millions * 1_000_000L);

    [Fact]
    public void A_larger_model_and_more_tokens_never_cost_less_where_a_tables_prices_rise()
    {
        var pairs =
            from sizes in Sizes.Two()
            from tokens in Counts.Two()
            select (Sizes: sizes, Tokens: tokens);

        Prop.ForAll(pairs.ToArbitrary(), pair =>
        {
            var ((firstSize, secondSize), (firstTokens, secondTokens)) = pair;
            var small = Together.Serverless.Dense.Price(ModelSize.FromParameters(Math.Min(firstSize, secondSize)), Math.Min(firstTokens, secondTokens));
            var large = Together.Serverless.Dense.Price(ModelSize.FromParameters(Math.Max(firstSize, secondSize)), Math.Max(firstTokens, secondTokens));
            return small <= large;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_batch_never_costs_more_than_its_requests_one_by_one() => Prop.ForAll(Counts.Two().ToArbitrary(), counts =>
    {
        var usage = new TokenUsage(input: counts.Item1, output: counts.Item2);
        Assert.All(Together.Card.ModelIds, id =>
        {
            if (Together.Card.TryPrice(id, usage, out var batch, ServiceLevel.Batch))
            {
                Assert.True(Together.Card.TryPrice(id, usage, out var single));
                Assert.True(batch <= single, id);
            }
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_request_costs_what_its_parts_cost_in_any_order() => Prop.ForAll(Counts.Four().ToArbitrary(), counts =>
    {
        var (first, second) = (new TokenUsage(counts.Item1, counts.Item2), new TokenUsage(counts.Item3, counts.Item4));
        Assert.All(Together.Card.ModelIds, id =>
        {
            if (Together.Card.TryPrice(id, first, out var one) && Together.Card.TryPrice(id, second, out var two))
            {
                Assert.True(Together.Card.TryPrice(id, first + second, out var both));
                Assert.Equal(both, one + two);
                Assert.Equal(both, two + one);
            }
        });
    }).QuickCheckThrowOnFailure();
}
