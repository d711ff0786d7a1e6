using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;
using Answer = TogetherRates.Compiler.Interpretation.Interpretation;

namespace TogetherRates.Compiler.Tests.Interpretation;

/// <summary>Prices that change with the time of day.</summary>
public class WindowTests
{
    private const string Text =
        """
        {
          "ratecard": 1, "provider": "Acme", "currency": "USD",
          "effective": { "from": "2025-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": {
            "models": {
              "acme/nightly": { "windows": [
                { "from": "00:30", "until": "16:30", "price": 2 },
                { "from": "16:30", "until": "00:30", "price": 1 } ] },
              "acme/weekend": { "windows": [
                { "from": "00:00", "until": "24:00", "days": [ "mon", "tue", "wed", "thu", "fri" ], "price": 2 },
                { "from": "00:00", "until": "24:00", "days": [ "sat", "sun" ], "price": 1 } ] }
            }
          }
        }
        """;

    private static readonly Card Card = CardCompiler.Read(Text).Card!;

    [Theory]
    [InlineData("acme/nightly", 5, 0, 29, 1)]
    [InlineData("acme/nightly", 5, 0, 30, 2)]
    [InlineData("acme/nightly", 5, 16, 29, 2)]
    [InlineData("acme/nightly", 5, 16, 30, 1)]
    [InlineData("acme/weekend", 7, 23, 59, 2)] // A Friday.
    [InlineData("acme/weekend", 8, 0, 0, 1)]
    [InlineData("acme/weekend", 9, 23, 59, 1)]
    [InlineData("acme/weekend", 10, 0, 0, 2)]
    public void A_window_has_its_first_minute_and_not_the_one_after_its_last(string model, int day, int hour, int minute, int price)
    {
        var time = new DateTime(2025, 3, day, hour, minute, 59, DateTimeKind.Utc);

        var priced = Assert.IsType<Answer.Priced>(
            Interpreter.PriceModel(Card, model, new MeterQuantities { [Cards.Meter.Input] = 1_000_000 }, time: time));

        Assert.Equal(price, priced.Cost);
    }

    [Fact]
    public void Without_a_time_there_is_no_price()
    {
        var refused = Assert.IsType<Answer.Refused>(
            Interpreter.PriceModel(Card, "acme/nightly", new MeterQuantities { [Cards.Meter.Input] = 1 }));

        Assert.Equal(Refusal.NoTime, refused.Reason);
    }
}
