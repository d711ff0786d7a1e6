using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;
using TogetherRates.Compiler.Interpretation;
using Answer = TogetherRates.Compiler.Interpretation.Interpretation;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Prices that change with the time of day, in generated code, against the interpreter over every minute of a week.</summary>
public class WindowPricingTests
{
    private const int MinutesOfWeek = 7 * 24 * 60;

    private const string Models =
        """
        "models": {
          "acme/nightly": { "windows": [
            { "from": "00:30", "until": "16:30", "input": 2, "output": 4 },
            { "from": "16:30", "until": "00:30", "input": 1, "output": 2 } ] },
          "acme/weekend": { "batch": "50%", "windows": [
            { "from": "00:00", "until": "24:00", "days": [ "mon", "tue", "wed", "thu", "fri" ], "price": 2 },
            { "from": "00:00", "until": "24:00", "days": [ "sat", "sun" ], "price": 1 } ] },
          "acme/patchwork": { "windows": [
            { "from": "22:17", "until": "06:05", "days": [ "fri" ], "price": 1 },
            { "from": "06:05", "until": "22:17", "days": [ "mon", "wed" ], "price": 5 },
            { "from": "06:05", "until": "22:17", "days": [ "tue", "thu", "fri", "sat", "sun" ], "price": 3 },
            { "from": "22:17", "until": "06:05", "days": [ "mon", "tue", "wed", "thu", "sat", "sun" ], "price": 2 } ] },
          "acme/steady": { "price": 7 }
        }
        """;

    private static readonly Card Card = CardCompiler.Read(SampleCards.WithServerless(Models)).Card!;
    private static readonly Func<DateTimeOffset, IRateCard> At = Load();

    [Theory]
    [InlineData("acme/nightly", false)]
    [InlineData("acme/weekend", false)]
    [InlineData("acme/weekend", true)]
    [InlineData("acme/patchwork", false)]
    [InlineData("acme/steady", false)]
    public void Every_minute_of_a_week_costs_what_the_interpreter_says(string model, bool batch)
    {
        var level = batch ? ServiceLevel.Batch : ServiceLevel.Standard;
        var usage = new TokenUsage(input: 1_000_003, output: 77);
        var start = new DateTimeOffset(2025, 12, 29, 0, 0, 0, TimeSpan.Zero);
        for (var minute = 0; minute < MinutesOfWeek; minute++)
        {
            // The last instant of the minute, on a clock of another country.
            var time = start.AddMinutes(minute + 1).AddTicks(-1).ToOffset(TimeSpan.FromHours(-7));
            var expected = Assert.IsType<Answer.Priced>(Interpreter.PriceModel(
                Card, model, new MeterQuantities { [Cards.Meter.Input] = usage.Input, [Cards.Meter.Output] = usage.Output }, batch, time.UtcDateTime));
            var card = At(time);

            Assert.True(card.TryPrice(model, usage, out var cost, level));
            Assert.Equal(expected.Cost.ToString(), cost.ToString());
            if (minute % 60 == 0)
            {
                Assert.True(card.TryExplain(model, usage, out var quote, level));
                Assert.Equal(expected.Lines.Select(line => line.Tier), quote.Lines.Select(line => line.Tier));
                Assert.Equal(cost, quote.Cost);
            }
        }
    }

    [Fact]
    public void Over_a_week_each_window_is_met()
    {
        var prices = Enumerable.Range(0, MinutesOfWeek).Select(minute =>
            At(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute)).Price("acme/patchwork", new TokenUsage(input: 1_000_000)).ToString());

        Assert.Equal(["1", "2", "3", "5"], prices.Distinct().Order(StringComparer.Ordinal));
    }

    private static Func<DateTimeOffset, IRateCard> Load()
    {
        Assert.Empty(CardReport.ErrorsOf(SampleCards.WithServerless(Models)));
        var options = new EmissionOptions("Acme.Prices", "Prices", IsPublic: true);
        var timeline = CSharpEmitter.EmitTimeline(Timeline.Of([Edition.Of(Card)]), "Prices", options).ToString();
        var at = EmittedCode.Load(CSharpEmitter.Emit(Card, options).ToString(), timeline).GetType("Acme.Prices.Prices")!.GetMethod("At", [typeof(DateTimeOffset)])!;
        return at.CreateDelegate<Func<DateTimeOffset, IRateCard>>();
    }
}
