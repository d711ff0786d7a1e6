using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Checking;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Tests.Plausibility;

public class SiblingPlausibilityTests
{
    [Theory]
    [InlineData("1.59", null)]
    [InlineData("1.60", "RATE6007 1.60")]
    [InlineData("2.00", "RATE6007 2.00")]
    [InlineData("200", "RATE6007 200")]
    public void Models_of_one_name_and_size_cost_about_the_same(string price, string? expected) => Assert.Equal(
        expected is null ? [] : [expected],
        CardReport.TargetsOf(Models(("acme/Zeta-8B-Turbo", "\"price\": 0.20"), ("other/zeta-8b-instruct", $"\"price\": {price}"))));

    [Theory]
    [InlineData("Zeta-8B", "Zeta-8B-Instruct", true)]
    [InlineData("vendor/Zeta-8B", "other/models/zeta-8b-chat", true)]
    [InlineData("Zeta-8x7B", "Zeta-8x7B-v0.1", true)]
    [InlineData("zeta-v3.1-0.5b", "zeta-v3.1-0.5b-it", true)]
    [InlineData("Zeta-235B-A22B", "Zeta-235B-A22B-Thinking", true)]
    [InlineData("zeta-350m", "zeta-350m-v2", true)]
    [InlineData("Zeta-8B", "Zeta-70B", false)]
    [InlineData("Zeta-8B", "Eta-8B", false)]
    [InlineData("Zeta-7B", "Zeta-8x7B", false)]
    [InlineData("Zeta-E4B", "Zeta-E4B-it", false)]
    [InlineData("Zeta-17B-16E", "Zeta-Next-17B-16E", false)]
    [InlineData("Zeta-mini", "Zeta-mini-high", false)]
    [InlineData("Zeta-4bit", "Zeta-4bit-x", false)]
    [InlineData("8B", "8B-instruct", true)]
    [InlineData("b", "m", false)]
    public void A_family_is_a_name_up_to_its_size(string one, string other, bool isFamily) => Assert.Equal(
        isFamily ? ["RATE6007 3"] : [],
        CardReport.TargetsOf(Models((one, "\"price\": 0.3"), (other, "\"price\": 3, \"member\": \"Other\""))));

    [Fact]
    public void The_odd_one_out_is_the_one_that_is_named() => Assert.Equal(
        ["RATE6007 0.02"],
        CardReport.TargetsOf(Models(("zeta-8b-a", "\"price\": 0.2"), ("zeta-8b-b", "\"price\": 0.02"), ("zeta-8b-c", "\"price\": 0.22"))));

    [Fact]
    public void With_the_same_input_price_the_outputs_are_compared_wherever_the_median_lies()
    {
        // Together AI's Qwen3-235B-A22B as LiteLLM lists it: the third's $6.00 should be $0.60.
        var problem = Assert.Single(CardCompiler.Read(Models(
            ("Qwen/Qwen3-235B-A22B-fp8-tput", "\"input\": 0.20, \"output\": 0.60"),
            ("Qwen/Qwen3-235B-A22B-Thinking-2507", "\"input\": 0.65, \"output\": 3.00"),
            ("Qwen/Qwen3-235B-A22B-Instruct-2507-tput", "\"input\": 0.20, \"output\": 6.00"))).Problems);

        Assert.Equal(Compiler.Rules.SiblingSlip, problem.Rule);
        Assert.Equal(
            "6 per 1M tokens is 10 times the price of 'Qwen/Qwen3-235B-A22B-fp8-tput', a model of the same name and size at 0.6; a decimal point may have slipped in one of them",
            problem.Message);
    }

    [Fact]
    public void Variants_are_a_family_whatever_their_names()
    {
        Assert.Equal(["RATE6007 8.8"], CardReport.TargetsOf(SampleCards.WithModel(""" "variants": { "Lite": 0.54, "Turbo": { "price": 8.8 }, "Reference": 0.9 } """)));
        Assert.Empty(CardReport.Of(SampleCards.WithModel(""" "variants": { "8B": { "member": "Small", "price": 0.1 }, "405B": { "member": "Large", "price": 3.5 } } """)));
    }

    [Fact]
    public void A_slip_is_told_once()
    {
        var card = Models(
            ("a", "\"price\": 1"),
            ("b", "\"price\": 1"),
            ("c", "\"price\": 1"),
            ("zeta-8b", "\"input\": 0.2, \"output\": 0.6"),
            ("zeta-8b-turbo", "\"input\": 0.2, \"output\": 6"));

        Assert.Equal(["RATE6007 6"], CardReport.TargetsOf(card));
    }

    [Fact]
    public void Each_window_of_the_day_is_compared() => Assert.Equal(
        ["RATE6007 0.02"],
        CardReport.TargetsOf(Models(
            ("zeta-8b", "\"price\": 0.2"),
            ("zeta-8b-turbo", """ "windows": [ { "from": "00:30", "until": "16:30", "price": 0.2 }, { "from": "16:30", "until": "00:30", "price": 0.02 } ] """))));

    [Fact]
    public void The_order_of_the_models_changes_nothing() => Prop.ForAll(PricesOfModels, prices =>
    {
        var card = CardOf(prices);
        var models = card.Serverless.Models.Reverse().ToArray();
        var reversed = card with { Serverless = card.Serverless with { Models = new(models) } };

        return PathsOf(card).SequenceEqual(PathsOf(reversed), StringComparer.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_the_proportions_of_a_card_without_a_known_range_matter() => Prop.ForAll(PricesOfModels, prices =>
        PathsOf(CardOf(prices)).SequenceEqual(PathsOf(CardOf(prices.Select(price => price * 1_000))), StringComparer.Ordinal))
        .QuickCheckThrowOnFailure();

    private static Arbitrary<int[]> PricesOfModels =>
        Gen.ArrayOf(Gen.Elements(1, 2, 3, 5, 7, 10, 20, 30, 50, 60, 70, 100, 600, 5_000, 70_000), 12).ToArbitrary();

    // Six models of two families, in a currency whose worth the checks don't know.
    private static Card CardOf(IEnumerable<int> prices)
    {
        var sample = CardCompiler.Read(SampleCards.WithModel("\"price\": 1")).Card!;
        var models = prices.Chunk(2).Select((pair, i) => sample.Serverless.Models[0] with
        {
            Id = $"zeta-{(i % 2 == 0 ? 8 : 70)}b-{i}",
            Price = new ModelPrice.Own(new TokenPrices(
                new(new MeterPrice(Cards.Meter.Input, Rational.FromFraction(pair[0], 100)), new MeterPrice(Cards.Meter.Output, Rational.FromFraction(pair[1], 100))), false)),
        });
        return sample with { Currency = "KRW", Serverless = sample.Serverless with { Models = new([.. models]) } };
    }

    private static IEnumerable<string> PathsOf(Card card) =>
        PlausibilityChecks.Find(card).Select(finding => $"{finding.Rule.Id} {finding.Path}").Order(StringComparer.Ordinal);

    private static string Models(params (string Id, string Prices)[] models) => SampleCards.WithServerless(
        $"\"models\": {{ {string.Join(", ", models.Select(model => $"\"{model.Id}\": {{ {model.Prices} }}"))} }}");
}
