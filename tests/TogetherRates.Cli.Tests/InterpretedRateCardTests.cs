using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Cards;
using TogetherRates.Cli.RateCards;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class InterpretedRateCardTests
{
    private static readonly IRateCard Compiled = Together.Edition2025_01_01.Card;
    private static readonly IRateCard Interpreted = CardInUse.FromFile(Repository.TogetherCard).Rates;

    private static readonly Gen<TokenUsage> Usages =
        from cached in Quantities
        from write in Quantities
        from rest in Quantities
        from reasoning in Quantities
        from output in Quantities
        select new TokenUsage(cached + write + rest, reasoning + output, cached, write, write / 2, reasoning);

    // At most 2^61, so that three of them stay below 2^63.
    private static Gen<long> Quantities => Gen.OneOf(
        Gen.Constant(0L),
        Gen.Choose(0, 1_000).Select(count => (long)count),
        from high in Gen.Choose(0, (1 << 30) - 1)
        from low in Gen.Choose(0, int.MaxValue)
        select ((long)high << 31) | (long)low);

    [Fact]
    public void It_describes_itself_as_the_compiled_card_does()
    {
        Assert.Equal(Compiled.Provider, Interpreted.Provider);
        Assert.Equal(Compiled.Currency, Interpreted.Currency);
        Assert.Equal(Compiled.EffectiveFrom, Interpreted.EffectiveFrom);
        Assert.Equal(Compiled.EffectiveUntil, Interpreted.EffectiveUntil);
        Assert.Equal(Compiled.ModelIds, Interpreted.ModelIds);
        Assert.Equal(Compiled.SizeTables, Interpreted.SizeTables);
        Assert.Equal(Compiled.GpuIds, Interpreted.GpuIds);
        Assert.Equal(Compiled.FineTuningModelIds, Interpreted.FineTuningModelIds);
    }

    [Fact]
    public void It_prices_models_as_the_compiled_card_does() => Prop.ForAll(
        (from id in Gen.Elements([.. Compiled.ModelIds, "deepseek-v3", "llama-3-70b-lite", "unknown", ""])
         from usage in Usages
         from level in Gen.Elements(Enum.GetValues<ServiceLevel>())
         select (Id: id, Usage: usage, Level: level)).ToArbitrary(),
        call =>
        {
            var isPriced = Compiled.TryExplain(call.Id, call.Usage, out var expected, call.Level);
            Assert.Equal(isPriced, Interpreted.TryExplain(call.Id, call.Usage, out var quote, call.Level));
            Assert.Equal(expected, quote);
            Assert.Equal(expected?.ToJson(), quote?.ToJson());
            Assert.Equal(isPriced, Interpreted.TryPrice(call.Id, call.Usage, out var cost, call.Level));
            Assert.Equal(expected?.Cost ?? Money.Zero, cost);
            Assert.Equal(isPriced, Interpreted.TryPrice(Encoding.UTF8.GetBytes(call.Id), call.Usage, out var again, call.Level));
            Assert.Equal(cost, again);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_tokens_have_a_price_just_where_the_compiled_card_prices_tokens()
    {
        var calls = from id in Compiled.ModelIds from level in Enum.GetValues<ServiceLevel>() select (Id: id, Level: level);
        Assert.All(calls, call =>
        {
            var isPriced = Compiled.TryPrice(call.Id, default(TokenUsage), out _, call.Level);
            Assert.Equal(isPriced, Interpreted.TryPrice(call.Id, default(TokenUsage), out _, call.Level));
            Assert.Equal(isPriced, Interpreted.TryPrice(Encoding.UTF8.GetBytes(call.Id), default(TokenUsage), out _, call.Level));
            Assert.Equal(isPriced, Interpreted.TryExplain(call.Id, default(TokenUsage), out _, call.Level));
        });
        Assert.False(Interpreted.TryPrice("cartesia/sonic", default(TokenUsage), out _));
    }

    [Fact]
    public void It_prices_sizes_as_the_compiled_card_does() => Prop.ForAll(
        (from table in Gen.Elements("Dense", "Moe", "dense")
         from bound in Gen.Elements(1L, 4_000_000_000, 8_000_000_000, 21_000_000_000, 56_000_000_000, 110_000_000_000, 480_000_000_000, 1_500_000_000_000)
         from distance in Gen.Elements(0L, 1, 99_999_999, 100_000_000, 100_000_001)
         from usage in Usages
         select (Table: table, Size: ModelSize.FromParameters(bound + distance), Usage: usage)).ToArbitrary(),
        call =>
        {
            Assert.Equal(
                Compiled.TryExplain(call.Table, call.Size, call.Usage, out var expected),
                Interpreted.TryExplain(call.Table, call.Size, call.Usage, out var quote));
            Assert.Equal(expected, quote);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_prices_gpus_as_the_compiled_card_does() => Prop.ForAll(
        (from id in Gen.Elements([.. Compiled.GpuIds, "H100", "unknown", ""])
         from ticks in Gen.Choose(0, int.MaxValue)
         from replicas in Gen.Choose(0, 1_000)
         select (Id: id, Duration: TimeSpan.FromTicks(ticks * 10_000L), Replicas: replicas)).ToArbitrary(),
        call =>
        {
            Assert.Equal(
                Compiled.TryExplain(call.Id, call.Duration, call.Replicas, out var expected),
                Interpreted.TryExplain(call.Id, call.Duration, call.Replicas, out var quote));
            Assert.Equal(expected, quote);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_prices_fine_tuning_as_the_compiled_card_does() => Prop.ForAll(
        (from id in Gen.Elements([.. Compiled.FineTuningModelIds, "deepseek-r1", "unknown", ""])
         from millions in Gen.Choose(1, 120_000)
         from type in Gen.Elements(Enum.GetValues<FineTuningType>())
         from method in Gen.Elements(Enum.GetValues<FineTuningMethod>())
         from tokens in Gen.Choose(0, int.MaxValue)
         from times in Gen.Choose(0, 1_000)
         select (Id: id, Size: ModelSize.Millions(millions), Type: type, Method: method, Job: new FineTuningJob(tokens, times, tokens / 100, times))).ToArbitrary(),
        call =>
        {
            Assert.Equal(
                Compiled.TryExplain(call.Type, call.Method, call.Id, call.Job, out var expected),
                Interpreted.TryExplain(call.Type, call.Method, call.Id, call.Job, out var quote));
            Assert.Equal(expected, quote);
            Assert.Equal(
                Compiled.TryExplain(call.Type, call.Method, call.Size, call.Job, out expected),
                Interpreted.TryExplain(call.Type, call.Method, call.Size, call.Job, out quote));
            Assert.Equal(expected, quote);
        }).QuickCheckThrowOnFailure();
}
