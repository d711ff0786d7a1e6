using System.Globalization;
using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;
using Answer = TogetherRates.Compiler.Interpretation.Interpretation;

namespace TogetherRates.Compiler.Tests.Interpretation;

public class InterpreterTests
{
    private const string All = "\"input\": 10, \"cachedInput\": 1, \"cacheWrite\": 12, \"cacheWrite1h\": 20, \"output\": 30, \"reasoning\": 40";

    [Theory]
    [InlineData("Dense", "0.000001M", "0.10")]
    [InlineData("Dense", "150M", "0.10")]
    [InlineData("Dense", "4B", "0.10")]
    [InlineData("Dense", "4.000000001B", "0.20")]
    [InlineData("Dense", "4.05B", "0.20")]
    [InlineData("Dense", "4.1B", "0.20")]
    [InlineData("Dense", "8B", "0.20")]
    [InlineData("Dense", "8.1B", "0.30")]
    [InlineData("Dense", "21B", "0.30")]
    [InlineData("Dense", "21.1B", "0.80")]
    [InlineData("Dense", "41B", "0.80")]
    [InlineData("Dense", "41.1B", "0.90")]
    [InlineData("Dense", "80B", "0.90")]
    [InlineData("Dense", "80.1B", "1.80")]
    [InlineData("Dense", "110B", "1.80")]
    [InlineData("Moe", "1B", "0.60")]
    [InlineData("Moe", "56B", "0.60")]
    [InlineData("Moe", "56.1B", "1.20")]
    [InlineData("Moe", "176B", "1.20")]
    [InlineData("Moe", "176.1B", "2.40")]
    [InlineData("Moe", "480B", "2.40")]
    public void A_size_is_priced_by_the_row_that_it_falls_in(string table, string size, string price)
    {
        var priced = Assert.IsType<Answer.Priced>(PriceSize(table, size, Quantities.Of(input: 600_000, output: 400_000)));

        Assert.Equal(Number(price), priced.Cost);
    }

    [Theory]
    [InlineData("Dense", "110.000000001B")]
    [InlineData("Dense", "110.1B")]
    [InlineData("Dense", "1T")]
    [InlineData("Moe", "480.1B")]
    public void A_size_above_its_table_has_no_price(string table, string size)
    {
        var refused = Assert.IsType<Answer.Refused>(PriceSize(table, size, Quantities.Of(input: 1)));

        Assert.Equal(Refusal.SizeAboveTable, refused.Reason);
        Assert.Contains("it ends at " + (table == "Dense" ? "110B" : "480B"), refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("meta-llama/Meta-Llama-3-70B-Instruct-Lite", "0.54")]
    [InlineData("meta-llama/Meta-Llama-3-70B-Instruct-Turbo", "0.88")]
    [InlineData("meta-llama/Llama-3-70b-chat-hf", "0.90")]
    [InlineData("llama-3-70b-lite", "0.54")]
    [InlineData("meta-llama/Llama-3-70b-Turbo", "0.88")]
    [InlineData("llama-3-70b-reference", "0.90")]
    [InlineData("Qwen/Qwen2-72B-Instruct", "0.90")]
    [InlineData("deepseek-ai/DeepSeek-V3", "1.25")]
    [InlineData("deepseek-v3", "1.25")]
    public void A_model_of_the_Together_card_costs_what_Together_publishes(string id, string price) =>
        Assert.Equal(Number(price), Cost(SampleCards.Together, id, Quantities.Of(input: 250_000, output: 750_000)));

    [Fact]
    public void One_token_at_ten_cents_a_million_is_a_ten_millionth() =>
        Assert.Equal(Rational.FromFraction(1, 10_000_000), Assert.IsType<Answer.Priced>(PriceSize("Dense", "4B", Quantities.Of(input: 1))).Cost);

    [Fact]
    public void A_batch_costs_less_where_the_card_says_so()
    {
        var usage = Quantities.Of(input: 1_000_000);

        Assert.Equal(Number("0.625"), Cost(SampleCards.Together, "deepseek-v3", usage, batch: true));
        Assert.Equal(Refusal.NoBatch, Refuse(SampleCards.Together, "qwen-2-72b", usage, batch: true));
    }

    [Theory]
    [InlineData("deepseek-v4", "did you mean 'deepseek-v3'?")]
    [InlineData("DeepSeek-ai/DeepSeek-V3", "did you mean 'deepseek-ai/DeepSeek-V3'?")]
    public void An_unknown_model_comes_with_the_nearest_known_one(string id, string advice)
    {
        var refused = Assert.IsType<Answer.Refused>(Interpreter.PriceModel(Read(SampleCards.Together), id, Quantities.Of(input: 1)));

        Assert.Equal(Refusal.UnknownModel, refused.Reason);
        Assert.EndsWith(advice, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_table_comes_with_the_known_ones()
    {
        var refused = Assert.IsType<Answer.Refused>(PriceSize("Sparse", "8B", Quantities.Of(input: 1)));

        Assert.Equal(Refusal.UnknownTable, refused.Reason);
        Assert.Contains("Dense", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_priced_part_is_taken_out_of_its_whole()
    {
        var usage = Quantities.Of(input: 100, cachedInput: 30, cacheWrite: 20, cacheWrite1h: 5, output: 50, reasoning: 10);

        Assert.Equal(
            [
                ("input", 50, 10), ("cachedInput", 30, 1), ("cacheWrite", 15, 12), ("cacheWrite1h", 5, 20), ("output", 40, 30),
                ("reasoning", 10, 40),
            ],
            Lines("\"per\": \"token\", " + All, usage));
    }

    [Theory]
    [InlineData("\"input\": 10, \"output\": 30", "input 100 at 10, output 50 at 30")]
    [InlineData("\"price\": 10", "input 100 at 10, output 50 at 10")]
    [InlineData("\"input\": 10, \"cachedInput\": 1, \"output\": 30", "input 70 at 10, cachedInput 30 at 1, output 50 at 30")]
    [InlineData("\"input\": 10, \"cacheWrite\": 12, \"output\": 30", "input 80 at 10, cacheWrite 20 at 12, output 50 at 30")]
    [InlineData("\"input\": 10, \"cacheWrite1h\": 20, \"output\": 30", "input 95 at 10, cacheWrite1h 5 at 20, output 50 at 30")]
    [InlineData("\"input\": 10, \"output\": 30, \"reasoning\": 40", "input 100 at 10, output 40 at 30, reasoning 10 at 40")]
    [InlineData("\"price\": 10, \"reasoning\": 40", "input 100 at 10, output 40 at 10, reasoning 10 at 40")]
    public void A_part_without_a_price_costs_what_its_whole_costs(string prices, string expected)
    {
        var usage = Quantities.Of(input: 100, cachedInput: 30, cacheWrite: 20, cacheWrite1h: 5, output: 50, reasoning: 10);

        var lines = Lines("\"per\": \"token\", " + prices, usage);

        Assert.Equal(expected, string.Join(", ", lines.Select(line => $"{line.Meter} {line.Quantity} at {line.Price}")));
    }

    [Theory]
    [InlineData("\"input\": 10", 1, 1, 0, 0, 0, 0)]
    [InlineData("\"output\": 10", 1, 1, 0, 0, 0, 0)]
    [InlineData("\"cachedInput\": 10, \"output\": 10", 2, 0, 1, 0, 0, 0)]
    [InlineData("\"cacheWrite1h\": 10, \"output\": 10", 1, 0, 0, 1, 0, 0)]
    [InlineData("\"input\": 10, \"reasoning\": 10", 1, 2, 0, 0, 0, 1)]
    public void Tokens_that_nothing_prices_are_refused(string prices, int input, int output, int cachedInput, int cacheWrite, int cacheWrite1h, int reasoning) =>
        Assert.Equal(
            Refusal.UnpricedMeter,
            Refuse(SampleCards.WithModel(prices), "acme/one", Quantities.Of(input, output, cachedInput, cacheWrite, cacheWrite1h, reasoning)));

    [Theory]
    [InlineData("\"cachedInput\": 10", 1, 0, 1, 0, 0, 0)]
    [InlineData("\"cacheWrite\": 10", 1, 0, 0, 1, 1, 0)]
    [InlineData("\"reasoning\": 10", 0, 1, 0, 0, 0, 1)]
    [InlineData("\"input\": 10", 1, 0, 1, 0, 0, 0)]
    public void A_whole_that_is_all_parts_needs_no_price(string prices, int input, int output, int cachedInput, int cacheWrite, int cacheWrite1h, int reasoning) =>
        Assert.Equal(10, Cost(SampleCards.WithModel("\"per\": \"token\", " + prices), "acme/one", Quantities.Of(input, output, cachedInput, cacheWrite, cacheWrite1h, reasoning)));

    [Theory]
    [InlineData(10, 0, 11, 0, 0, 0, "cachedInput is 11 but input, of which it is a part, is only 10")]
    [InlineData(10, 0, 6, 5, 0, 0, "cachedInput + cacheWrite is 11 but input, of which they are parts, is only 10")]
    [InlineData(10, 0, 0, 5, 6, 0, "cacheWrite1h is 6 but cacheWrite, of which it is a part, is only 5")]
    [InlineData(10, 5, 0, 0, 0, 6, "reasoning is 6 but output, of which it is a part, is only 5")]
    [InlineData(-1, 0, 0, 0, 0, 0, "input is -1; a quantity can't be negative")]
    [InlineData(1, 0, -1, 0, 0, 0, "cachedInput is -1; a quantity can't be negative")]
    public void A_usage_that_contradicts_itself_is_refused(
        int input, int output, int cachedInput, int cacheWrite, int cacheWrite1h, int reasoning, string message)
    {
        var usage = Quantities.Of(input, output, cachedInput, cacheWrite, cacheWrite1h, reasoning);

        var refused = Assert.IsType<Answer.Refused>(Interpreter.PriceModel(Read(SampleCards.WithModel(All)), "acme/one", usage));

        Assert.Equal(Refusal.ImpossibleUsage, refused.Reason);
        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public void Messages_are_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // Swedish has a minus sign of its own.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
            A_usage_that_contradicts_itself_is_refused(-1, 0, 0, 0, 0, 0, "input is -1; a quantity can't be negative");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void No_tokens_cost_nothing() => Assert.Equal(Rational.Zero, Cost(SampleCards.Together, "deepseek-v3", Quantities.Of()));

    [Fact]
    public void More_tokens_than_a_machine_counts_have_an_exact_price() => Assert.Equal(
        (Rational)BigInteger.Pow(10, 40), Cost(SampleCards.WithModel("\"price\": 1"), "acme/one", Quantities.Of(input: BigInteger.Pow(10, 46))));

    [Fact]
    public void A_model_priced_by_its_size_costs_what_the_table_says()
    {
        var card = SampleCards.WithServerless(
            """
            "sizes": { "Dense": { "per": "1K tokens", "above": "unpriced", "tiers": [ { "upTo": "8B", "price": 2 }, { "upTo": "80B", "price": 9 } ] } },
            "models": { "small": { "size": "8B", "table": "Dense" }, "large": { "size": "8.1B", "table": "Dense", "batch": "25%" } }
            """);

        Assert.Equal(2, Cost(card, "small", Quantities.Of(input: 1_000)));
        Assert.Equal(9, Cost(card, "large", Quantities.Of(input: 1_000)));
        Assert.Equal(Number("6.75"), Cost(card, "large", Quantities.Of(input: 1_000), batch: true));
        Assert.Equal(Refusal.NoBatch, Refuse(card, "small", Quantities.Of(input: 1_000), batch: true));
    }

    [Fact]
    public void A_free_model_costs_nothing_and_has_a_line_for_each_meter()
    {
        var priced = Assert.IsType<Answer.Priced>(
            Interpreter.PriceModel(Read(SampleCards.WithModel("\"free\": true")), "acme/one", Quantities.Of(input: 10, cachedInput: 5, output: 20)));

        Assert.Equal(Rational.Zero, priced.Cost);
        Assert.Equal([("input", (BigInteger)10), ("output", (BigInteger)20)], priced.Lines.Select(line => (line.Meter, line.Quantity)));
    }

    [Fact]
    public void A_line_says_where_its_price_comes_from()
    {
        var bySize = Assert.IsType<Answer.Priced>(PriceSize("Dense", "4.05B", Quantities.Of(input: 3)));
        Assert.Equal(
            new InterpretedLine("input", 3, "token", Number("0.20"), 1_000_000, Rational.FromFraction(6, 10_000_000), "Dense 4.1B - 8B", null), Assert.Single(bySize.Lines));

        var inBatch = Assert.IsType<Answer.Priced>(Interpreter.PriceModel(Read(SampleCards.Together), "deepseek-v3", Quantities.Of(output: 2), batch: true));
        Assert.Equal(
            new InterpretedLine("output", 2, "token", Number("0.625"), 1_000_000, Rational.FromFraction(125, 100_000_000), null, "batch 50%"), Assert.Single(inBatch.Lines));
    }

    private static Card Read(string card)
    {
        Assert.Empty(CardReport.ErrorsOf(card));
        return CardCompiler.Read(card).Card!;
    }

    private static Rational Cost(string card, string id, MeterQuantities usage, bool batch = false) =>
        Assert.IsType<Answer.Priced>(Interpreter.PriceModel(Read(card), id, usage, batch)).Cost;

    private static Refusal Refuse(string card, string id, MeterQuantities usage, bool batch = false) =>
        Assert.IsType<Answer.Refused>(Interpreter.PriceModel(Read(card), id, usage, batch)).Reason;

    private static IEnumerable<(string Meter, int Quantity, int Price)> Lines(string model, MeterQuantities usage)
    {
        var priced = Assert.IsType<Answer.Priced>(Interpreter.PriceModel(Read(SampleCards.WithModel(model)), "acme/one", usage));
        Assert.All(priced.Lines, line => Assert.Equal(line.Price * line.Quantity / line.Per, line.Amount));
        return priced.Lines.Select(line => (line.Meter, (int)line.Quantity, (int)line.Price.Numerator));
    }

    private static Answer PriceSize(string table, string size, MeterQuantities usage)
    {
        Assert.True(Size.TryParse(size, out var parameters));
        return Interpreter.PriceSize(Read(SampleCards.Together), table, parameters, usage);
    }

    private static Rational Number(string text) => Rational.TryParseDecimal(text, out var value, out _) ? value : throw new FormatException(text);
}
