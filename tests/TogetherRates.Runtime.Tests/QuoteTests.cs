using System.Globalization;
using System.Text.Json;

namespace TogetherRates.Runtime.Tests;

public sealed class QuoteTests
{
    private static readonly LineItem Input = new()
    {
        Meter = "Input",
        Quantity = 12_000,
        Unit = "token",
        Price = Money.FromDecimal(1.25m),
        Per = 1_000_000,
        Amount = Money.FromDecimal(0.015m),
    };

    private static readonly LineItem Output = new()
    {
        Meter = "Output",
        Quantity = 800,
        Unit = "token",
        Price = Money.FromDecimal(1.25m),
        Per = 1_000_000,
        Amount = Money.FromDecimal(0.001m),
    };

    private static readonly LineItem Steps = new()
    {
        Meter = "Steps",
        Quantity = 1,
        Unit = "step",
        Price = Money.FromFraction(1, 3),
        Per = 1,
        Amount = Money.FromFraction(1, 3),
        Tier = "up to 56B",
        Discount = "batch 50%",
    };

    [Fact]
    public void The_default_value_of_lines_is_none()
    {
        var quote = QuoteOf(Input) with { Lines = default };

        Assert.Equal(Money.Zero, quote.Cost);
        Assert.Equal(quote with { Lines = [] }, quote);
        Assert.Equal((quote with { Lines = [] }).GetHashCode(), quote.GetHashCode());
    }

    [Fact]
    public void Json_is_as_documented() =>
        Assert.Equal(
            """
            {"cost":"0.015","currency":"USD","card":"Together AI","edition":"2025-01-01",
            "lines":[{"meter":"Input","quantity":"12000","unit":"token","price":"1.25","per":"1000000","amount":"0.015"}],
            "subject":"deepseek-ai/DeepSeek-V3"}
            """.ReplaceLineEndings(""),
            QuoteOf(Input).ToJson());

    [Fact]
    public void Json_names_tier_and_discount_and_repeating_fractions()
    {
        using var json = JsonDocument.Parse((QuoteOf(Steps) with { Card = "Prix & \"coûts\" <été>" }).ToJson());
        var line = json.RootElement.GetProperty("lines")[0];
        Assert.Equal("up to 56B", line.GetProperty("tier").GetString());
        Assert.Equal("batch 50%", line.GetProperty("discount").GetString());
        Assert.Equal("1/3", json.RootElement.GetProperty("cost").GetString());
        Assert.Equal("Prix & \"coûts\" <été>", json.RootElement.GetProperty("card").GetString());
    }

    [Fact]
    public void Text_is_an_aligned_table_with_the_total() =>
        Assert.Equal(
            """
            deepseek-ai/DeepSeek-V3, Together AI, edition 2025-01-01
            meter   quantity  price                  amount
            Input     12,000  1.25 per 1M tokens  0.015 USD
            Output       800  1.25 per 1M tokens  0.001 USD
            total                                 0.016 USD

            """.ReplaceLineEndings("\n"),
            QuoteOf(Input, Output).ToString());

    [Fact]
    public void Amounts_stand_with_their_points_under_each_other()
    {
        var quote = QuoteOf(
            Input with { Amount = Money.FromDecimal(1.5m) },
            Input with { Amount = Money.FromDecimal(20) },
            Output with { Amount = Money.FromDecimal(0.0001m) });
        Assert.Equal(
            """
            deepseek-ai/DeepSeek-V3, Together AI, edition 2025-01-01
            meter   quantity  price                    amount
            Input     12,000  1.25 per 1M tokens   1.5    USD
            Input     12,000  1.25 per 1M tokens  20      USD
            Output       800  1.25 per 1M tokens   0.0001 USD
            total                                 21.5001 USD

            """.ReplaceLineEndings("\n"),
            quote.ToString());
    }

    [Fact]
    public void Text_has_the_columns_that_are_needed() =>
        Assert.Equal(
            """
            deepseek-ai/DeepSeek-V3, Together AI, edition 2025-01-01
            meter  quantity  price         tier       discount    amount
            Steps         1  1/3 per step  up to 56B  batch 50%  1/3 USD
            total                                                1/3 USD

            """.ReplaceLineEndings("\n"),
            QuoteOf(Steps).ToString());

    [Theory]
    [InlineData("query", "5 per 1K queries")]
    [InlineData("search", "5 per 1K searches")]
    [InlineData("page", "5 per 1K pages")]
    public void Many_units_are_named_as_people_do(string unit, string expected) =>
        Assert.Contains(expected, QuoteOf(Input with { Unit = unit, Per = 1_000, Price = Money.FromDecimal(5) }).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_quote_without_lines_costs_nothing()
    {
        Assert.Equal(Money.Zero, QuoteOf().Cost);
        Assert.Contains("total", QuoteOf().ToString(), StringComparison.Ordinal);
        Assert.StartsWith("""{"cost":"0",""", QuoteOf().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_add_up_line_by_line()
    {
        var sum = QuoteOf(Input) + QuoteOf(Output);
        Assert.Equal(QuoteOf(Input, Output), sum);
        Assert.Equal(QuoteOf(Input, Output).GetHashCode(), sum.GetHashCode());
        Assert.NotEqual(QuoteOf(Output, Input), sum);
        Assert.Equal("0.016", sum.Cost.ToString());
    }

    [Fact]
    public void Quotes_that_differ_in_one_thing_are_not_equal()
    {
        var quote = QuoteOf(Input);

        Assert.Equal(quote, quote with { Lines = [Input] });
        Assert.NotEqual(quote, quote with { Card = "Other" });
        Assert.NotEqual(quote, quote with { Currency = "EUR" });
        Assert.NotEqual(quote, quote with { Edition = new DateOnly(2026, 2, 3) });
        Assert.NotEqual(quote, quote with { Subject = "m" });
        Assert.NotEqual(quote, quote with { Lines = [Output] });
    }

    [Fact]
    public void A_sum_names_every_card_and_model_once_and_the_later_edition()
    {
        var other = QuoteOf(Output) with { Card = "Other", Subject = "m", Edition = new DateOnly(2026, 2, 3) };
        var sum = QuoteOf(Input) + other + QuoteOf(Output);
        Assert.Equal("Together AI + Other", sum.Card);
        Assert.Equal("deepseek-ai/DeepSeek-V3 + m", sum.Subject);
        Assert.Equal(new DateOnly(2026, 2, 3), sum.Edition);
        Assert.Equal(3, sum.Lines.Length);
    }

    [Fact]
    public void Quotes_in_different_currencies_do_not_add_up()
    {
        var error = Assert.Throws<InvalidOperationException>(() => QuoteOf(Input) + (QuoteOf(Input) with { Currency = "EUR" }));
        Assert.Contains("USD", error.Message, StringComparison.Ordinal);
        Assert.Contains("EUR", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Text_and_json_are_the_same_in_every_culture(string culture)
    {
        var quote = QuoteOf(Input, Output, Steps);
        var (text, json) = (quote.ToString(), quote.ToJson());
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(text, quote.ToString());
            Assert.Equal(json, quote.ToJson());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Quote QuoteOf(params LineItem[] lines) => new()
    {
        Card = "Together AI",
        Currency = "USD",
        Edition = new DateOnly(2025, 1, 1),
        Subject = "deepseek-ai/DeepSeek-V3",
        Lines = [.. lines],
    };
}
