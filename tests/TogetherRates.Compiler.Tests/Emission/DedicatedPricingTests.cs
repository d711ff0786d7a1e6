using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Interpretation;
using Answer = TogetherRates.Compiler.Interpretation.Interpretation;

namespace TogetherRates.Compiler.Tests.Emission;

public class DedicatedPricingTests
{
    private static readonly CompiledCard Together = CompiledCard.Load(SampleCards.Together);

    private static readonly CompiledCard Configurations = CompiledCard.Load(SampleCards.WithSections(
        """
        "dedicated": {
            "per": "minute", "billed": "second",
            "gpus": {
              "1x": { "price": 0.0831, "aliases": [ "one" ] },
              "2x": { "count": 2, "price": 0.1662, "member": "Two" },
              "4x": { "count": 4, "pricePerGpu": 0.0831, "member": "Four" },
              "8x": { "count": 8, "pricePerGpu": 0.07, "name": "Eight <in> \"one\" box" }
            }
          }
        """));

    private static readonly CompiledCard ByTheHour = CompiledCard.Load(SampleCards.WithSections(
        """ "dedicated": { "per": "second", "billed": "hour", "gpus": { "a-1": { "price": "0.001" }, "a.1": { "price": 48.7, "count": 3, "member": "Three" } } } """.Trim()));

    public static TheoryData<string> Durations => new(
        "0.00:00:00", "00:00:00.0000001", "00:00:01", "00:00:59.9999999", "00:01:00", "00:01:00.0000001", "00:59:59", "01:00:00", "03:30:00", "30.00:00:00", "365.00:00:00");

    [Theory]
    [MemberData(nameof(Durations))]
    public void Compiled_code_agrees_with_the_interpreter(string duration)
    {
        foreach (var replicas in new[] { 0, 1, 2, 17 })
        {
            AssertSame(TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture), replicas);
        }
    }

    [Fact]
    public void Compiled_code_agrees_with_the_interpreter_for_any_duration() =>
        Prop.ForAll(
            (from days in Gen.Choose(0, 100_000)
             from ticks in Gen.Choose(0, int.MaxValue)
             select TimeSpan.FromDays(days) + TimeSpan.FromTicks(ticks * 400L)).ToArbitrary(),
            Gen.Choose(0, 10_000).ToArbitrary(),
            AssertSame).QuickCheckThrowOnFailure();

    [Fact]
    public void A_configuration_costs_the_same_whether_its_price_is_given_whole_or_for_each_gpu()
    {
        Assert.True(Configurations.Compiled.TryExplain("2x", TimeSpan.FromHours(1), 2, out var two));
        Assert.True(Configurations.Compiled.TryExplain("4x", TimeSpan.FromHours(1), 1, out var four));
        Assert.True(Configurations.Compiled.TryExplain("one", TimeSpan.FromHours(1), 4, out var one));
        Assert.Equal(two.Cost, four.Cost);
        Assert.Equal(two.Cost, one.Cost);
        Assert.Equal([(120L, "0.1662"), (60L, "0.0831")], new[] { two, four }.Select(quote => (quote.Lines[0].Per, quote.Lines[0].Price.ToString())));
    }

    [Fact]
    public void The_interpreter_bills_30_days_at_499_cents_an_hour_exactly() =>
        Assert.Equal("3592.8", Cost(Interpreter.PriceGpu(Together.Card, "H200-SXM-141GB", TimeSpan.FromDays(30), 1)));

    [Fact]
    public void The_interpreter_says_why_there_is_no_price()
    {
        AssertRefused(
            Refusal.UnknownGpu,
            "the card has no GPU 'H100-SXM-80G'; did you mean 'H100-SXM-80GB'",
            Interpreter.PriceGpu(Together.Card, "H100-SXM-80G", TimeSpan.Zero, 1));
        AssertRefused(Refusal.ImpossibleUsage, "negative", Interpreter.PriceGpu(Together.Card, "L40S-48GB", TimeSpan.FromTicks(-1), 1));
        AssertRefused(Refusal.ImpossibleUsage, "negative", Interpreter.PriceGpu(Together.Card, "L40S-48GB", TimeSpan.Zero, -1));
    }

    private static void AssertSame(TimeSpan duration, int replicas)
    {
        foreach (var (card, compiled) in new[] { Together, Configurations, ByTheHour })
        {
            foreach (var id in compiled.GpuIds.Concat(card.Dedicated!.Gpus.SelectMany(gpu => gpu.Aliases)).Append("unknown"))
            {
                _ = compiled.TryExplain(id, duration, replicas, out var quote);
                QuoteComparison.AssertSame(Interpreter.PriceGpu(card, id, duration, replicas), quote);
            }
        }
    }

    private static void AssertRefused(Refusal reason, string message, Answer answer)
    {
        var refused = Assert.IsType<Answer.Refused>(answer);
        Assert.Equal(reason, refused.Reason);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static string Cost(Answer answer) => Assert.IsType<Answer.Priced>(answer).Cost.ToString();
}
