using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Checking;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Compiler.Tests.Checking;

/// <summary>All that a price depends on multiplies, so there is a limit to it before anything is written.</summary>
public class TermsSizeCheckTests
{
    private const string Contexts = """ "contexts": [ { "above": "100K", "price": 2 }, { "above": "200K", "price": 3 } ] """;

    private static readonly string[] Charges = ["characters", "pages", "requests", "searches", "queries", "sessions", "credits", "images"];

    [Fact]
    public void Eight_charges_of_ten_bands_are_refused_at_once()
    {
        var report = Assert.Single(CardReport.Of(SampleCards.WithModel(Banded(Charges, bands: 10))));

        Assert.Equal(
            "card.ratecard.json(8,17): error RATE1008: the service levels, regions, windows, contexts and bands of 'acme/one' combine to more than 1000 prices, "
            + "and no more are allowed; price fewer of its charges by bands, or split it",
            report);
    }

    [Fact]
    public void As_many_prices_as_the_limit_says_are_taken_and_one_thing_more_is_too_much()
    {
        var full = Banded(Charges[..3], bands: 10);

        Assert.Empty(CardReport.Of(SampleCards.WithModel(full)));
        Assert.All(
            new[] { """ "batch": "50%" """, """ "regions": { "eu": 1.1 } """, Contexts },
            more => Assert.Equal(["RATE1008 \"acme/one\""], CardReport.TargetsOf(SampleCards.WithModel(full + "," + more))));
    }

    [Fact]
    public void As_many_prices_as_the_limit_says_compile()
    {
        var card = Emission.EmittedCard.Compile(SampleCards.WithModel(Banded(Charges[..3], bands: 10))).Card;

        Assert.Equal("30", card.Price("acme/one", Usage.Of(Meter.Characters, 1).With(Meter.Pages, 2).With(Meter.Requests, 5)).ToString());
    }

    [Fact]
    public void What_a_variant_depends_on_counts_as_well() => Assert.Equal(
        ["RATE1008 \"Pro\""],
        CardReport.TargetsOf(SampleCards.WithModel($$""" "variants": { "Lite": 1, "Pro": { {{Banded(Charges[..5], bands: 10)}} } } """)));

    [Fact]
    public void Windows_that_follow_each_other_add_up() => Assert.Empty(CardReport.ErrorsOf(SampleCards.WithModel(Windows(1_000, "\"price\": 1"))));

    [Fact]
    public void Windows_multiply_with_the_bands_in_them() => Assert.Equal(
        ["RATE1008 \"acme/one\""], CardReport.TargetsOf(SampleCards.WithModel(Windows(2, Banded(Charges[..3], bands: 10)))));

    [Fact]
    public void The_models_of_a_card_have_a_limit_together()
    {
        Assert.Empty(CardReport.Of(WithModels(100)));
        Assert.Equal(
            ["error RATE1008: the service levels, regions, windows, contexts and bands of all models of the card combine to more than 100000 prices, and no more are allowed; split it by provider"],
            CardReport.Of(WithModels(101)).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]));

        static string WithModels(int count) => SampleCards.WithServerless(
            $$""" "models": { {{string.Join(", ", Enumerable.Range(1, count).Select(i => $$""" "m{{i}}": { {{Banded(Charges[..3], bands: 10)}} } """))}} } """);
    }

    [Fact]
    public void The_different_prices_of_a_card_have_a_limit_and_shared_ones_count_once()
    {
        Assert.Equal(
            ["error RATE1008: the models of the card have 65536 different prices at all lengths of context and at most 65535 are allowed; split it by provider"],
            CardReport.Of(WithPrices(32_768)).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        Assert.Empty(CardReport.ErrorsOf(WithPrices(32_767)));
        Assert.Empty(CardReport.ErrorsOf(WithPrices(40_000, different: 563)));
    }

    [Fact]
    public void As_many_different_prices_as_the_limit_says_are_told_apart()
    {
        var card = Emission.EmittedCard.Compile(WithPrices(32_767)).Card;

        Assert.All([1, 32_766, 32_767], model =>
        {
            Assert.Equal(0.01m * model, card.Price($"m{model}", new TokenUsage(100_000, 900_000)).ToDecimal());
            Assert.Equal(0.02m * model, card.Price($"m{model}", new TokenUsage(900_000, 100_000)).ToDecimal());
        });
    }

    [Fact]
    public void No_more_prices_are_written_than_are_counted()
    {
        var hours = SampleCards.WithModel(
            """
            "windows": [
              { "days": [ "sun" ], "from": "22:00", "until": "06:00", "price": 1 },
              { "days": [ "mon", "tue", "wed", "thu", "fri", "sat" ], "from": "22:00", "until": "06:00", "price": 2 },
              { "from": "06:00", "until": "22:00", "price": 3 }
            ],
            "regions": { "eu": 1.1 }
            """);
        foreach (var card in new[] { TermsCards.Everything, SampleCards.WithModel(Windows(50, "\"price\": 1")), hours })
        {
            Assert.Empty(CardReport.ErrorsOf(card));
            foreach (var priced in CardIds.PricedModels(CardCompiler.Read(card).Card!).Where(priced => priced.Model.Price is ModelPrice.OnTerms))
            {
                // No two are the same, so that none are written as one.
                var number = 0;
                var decision = TermsDecisions.OnPrices(priced, "none", _ => $"{++number}");

                Assert.InRange(Count(decision), 1, TermsSizeChecks.PricesOf(((ModelPrice.OnTerms)priced.Model.Price!).Terms));
            }
        }

        static int Count(Decision decision) => decision is Decision.Choice choice ? choice.Arms.Sum(arm => Count(arm.Then)) : decision is Decision.Value { Text: "none" } ? 0 : 1;
    }

    // A cent for the first, a cent more for each other one, and twice as much for longer requests.
    private static string WithPrices(int count, int different = int.MaxValue)
    {
        var models = Enumerable.Range(1, count).Select(i =>
        {
            var cents = (((i - 1) % different) + 1) * 0.01m;
            return string.Create(
                CultureInfo.InvariantCulture,
                $$"""  "m{{i}}": { "input": {{cents}}, "output": {{cents}}, "contexts": [ { "above": "100K", "input": {{2 * cents}}, "output": {{2 * cents}} } ] }  """);
        });
        return SampleCards.WithServerless($$""" "models": { {{string.Join(", ", models)}} } """);
    }

    private static string Banded(IEnumerable<string> charges, int bands)
    {
        var rows = Enumerable.Range(1, bands).Select(band => band < bands ? $$"""{ "upTo": {{band}}, "price": {{band}} }""" : $$"""{ "price": {{band}} }""");
        var all = string.Join(", ", rows);
        return $$""" "charges": { {{string.Join(", ", charges.Select(charge => $$""" "{{charge}}": { "bands": [ {{all}} ] } """))}} } """;
    }

    // One window a day, each with the same prices.
    private static string Windows(int count, string prices)
    {
        var start = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var windows = Enumerable.Range(0, count).Select(day => string.Concat(
            "{ ",
            day > 0 ? $"\"since\": \"{Day(day)}\", " : string.Empty,
            day < count - 1 ? $"\"before\": \"{Day(day + 1)}\", " : string.Empty,
            prices,
            " }"));
        return $$""" "windows": [ {{string.Join(", ", windows)}} ] """;

        string Day(int day) => start.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
