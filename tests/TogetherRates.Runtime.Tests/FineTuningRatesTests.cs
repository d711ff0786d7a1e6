using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class FineTuningRatesTests
{
    private const FineTuningType Sft = FineTuningType.Sft;
    private const FineTuningType Dpo = FineTuningType.Dpo;
    private const FineTuningMethod LoRA = FineTuningMethod.LoRA;
    private const FineTuningMethod Full = FineTuningMethod.Full;
    private const long PerMillion = Money.QuantaPerUnit / 1_000_000;

    private static readonly FineTuningRates DeepSeek = new(
        sftLoRA: 10 * PerMillion, dpoLoRA: 25 * PerMillion, minimum: Money.FromDecimal(20));

    [Fact]
    public void Each_combination_of_type_and_method_has_its_own_price()
    {
        // "Each combination of fine-tuning type and implementation method has its own pricing."
        var rates = new FineTuningRates(1, 2, 3, 4);
        Assert.Equal(10, Price(rates, Sft, LoRA, 10).Quanta);
        Assert.Equal(20, Price(rates, Sft, Full, 10).Quanta);
        Assert.Equal(30, Price(rates, Dpo, LoRA, 10).Quanta);
        Assert.Equal(40, Price(rates, Dpo, Full, 10).Quanta);
    }

    [Fact]
    public void Where_nothing_is_offered_the_message_says_so() =>
        Assert.Equal(
            "'70B' has no fine-tuning price for SFT with LoRA; it has none at all.",
            PriceNotFoundException.ForFineTuning("70B", Sft, LoRA, default).Message);

    [Fact]
    public void What_is_not_offered_has_no_price()
    {
        Assert.False(DeepSeek.TryPrice(Sft, Full, new FineTuningJob(1), out var cost));
        Assert.Equal(Money.Zero, cost);
        Assert.False(DeepSeek.Has(Dpo, Full));
        Assert.False(default(FineTuningRates).TryPrice(Sft, LoRA, default, out _));
        Assert.False(DeepSeek.TryPrice((FineTuningType)2, LoRA, new FineTuningJob(1), out _));
        _ = Assert.Throws<ArgumentException>(() => DeepSeek.Explain(Sft, Full, new FineTuningJob(1), 1_000_000));
    }

    [Fact]
    public void A_small_job_costs_the_minimum_and_its_quote_says_so()
    {
        var job = new FineTuningJob(1_000_000, epochs: 1, validationTokens: 100_000, evaluations: 2);
        Assert.True(DeepSeek.TryPrice(Sft, LoRA, job, out var cost));
        Assert.Equal("20", cost.ToString());

        var lines = DeepSeek.Explain(Sft, LoRA, job, 1_000_000);
        Assert.Equal(
            [
                ("trainingTokens", 1_000_000L, "10", "10", "SFT with LoRA"),
                ("validationTokens", 200_000L, "10", "2", "SFT with LoRA"),
                ("minimumCharge", 1L, "20", "8", null),
            ],
            lines.Select(line => (line.Meter, line.Quantity, line.Price.ToString(), line.Amount.ToString(), line.Tier)));
    }

    [Fact]
    public void A_job_above_the_minimum_costs_its_tokens()
    {
        Assert.Equal("20", Price(DeepSeek, Sft, LoRA, 2_000_000).ToString());
        Assert.Equal("20.00001", Price(DeepSeek, Sft, LoRA, 2_000_001).ToString());

        var minimum = DeepSeek.Explain(Sft, LoRA, new FineTuningJob(3_000_000), 1_000_000)[^1];
        Assert.Equal(("minimumCharge", "20", "0", "30"), (minimum.Meter, minimum.Price.ToString(), minimum.Amount.ToString(), minimum.Reached.ToString()));
    }

    [Fact]
    public void A_job_that_processed_nothing_costs_nothing()
    {
        Assert.Equal(Money.Zero, Price(DeepSeek, Sft, LoRA, 0));
        Assert.Empty(DeepSeek.Explain(Sft, LoRA, default, 1_000_000));
    }

    [Fact]
    public void A_minimum_may_be_larger_than_any_rate() =>
        Assert.Equal("60", Price(new FineTuningRates(sftLoRA: 1, minimum: Money.FromDecimal(60)), Sft, LoRA, 1).ToString());

    [Fact]
    public void The_price_is_the_exact_product_and_no_less_than_the_minimum() =>
        Prop.ForAll(Amounts.AnyCount, Amounts.AnyCount, Amounts.AnyCount, (rate, tokens, minimum) =>
        {
            var rates = new FineTuningRates(dpoFull: rate, minimum: Money.FromQuanta(minimum));
            var exact = BigInteger.Max((BigInteger)rate * tokens, tokens > 0 ? minimum : 0);
            return rates.TryPrice(Dpo, Full, new FineTuningJob(tokens), out var cost) ? cost.BigQuanta() == exact : rate == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_a_minimum_parts_cost_what_the_whole_costs_in_any_order() =>
        Prop.ForAll(Amounts.AnyCount, Amounts.AnyCount, Amounts.AnyCount, (rate, a, b) =>
        {
            var rates = new FineTuningRates(sftFull: rate | 1);
            var (first, second) = (Price(rates, Sft, Full, a / 2), Price(rates, Sft, Full, b / 2));
            return first + second == Price(rates, Sft, Full, (a / 2) + (b / 2)) && first + second == second + first;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_lines_of_a_quote_add_up_to_the_price() =>
        Prop.ForAll(Amounts.AnyCount, Amounts.AnyCount, Amounts.AnyCount, (rate, tokens, minimum) =>
        {
            var rates = new FineTuningRates(sftLoRA: rate | 1, minimum: Money.FromQuanta(minimum));
            var job = new FineTuningJob(tokens / 4, 2, tokens / 8, 3);
            _ = rates.TryPrice(Sft, LoRA, job, out var cost);
            return rates.Explain(Sft, LoRA, job, 1_000).Aggregate(Money.Zero, (sum, line) => sum + line.Amount) == cost;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Negative_rates_are_refused_by_name()
    {
        Assert.Equal("sftLoRA", Assert.Throws<ArgumentOutOfRangeException>(() => new FineTuningRates(sftLoRA: -1)).ParamName);
        Assert.Equal("sftFull", Assert.Throws<ArgumentOutOfRangeException>(() => new FineTuningRates(sftFull: -1)).ParamName);
        Assert.Equal("dpoLoRA", Assert.Throws<ArgumentOutOfRangeException>(() => new FineTuningRates(dpoLoRA: -1)).ParamName);
        Assert.Equal("dpoFull", Assert.Throws<ArgumentOutOfRangeException>(() => new FineTuningRates(dpoFull: -1)).ParamName);
        Assert.Equal(
            "minimum", Assert.Throws<ArgumentOutOfRangeException>(() => new FineTuningRates(minimum: Money.FromQuanta(-1))).ParamName);
    }

    private static Money Price(in FineTuningRates rates, FineTuningType type, FineTuningMethod method, long tokens)
    {
        Assert.True(rates.TryPrice(type, method, new FineTuningJob(tokens), out var cost));
        return cost;
    }
}
