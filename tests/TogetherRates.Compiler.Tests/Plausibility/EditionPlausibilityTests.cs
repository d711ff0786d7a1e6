using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Checking;

namespace TogetherRates.Compiler.Tests.Plausibility;

public class EditionPlausibilityTests
{
    [Theory]
    [InlineData("1.00", null)]
    [InlineData("5.00", null)]
    [InlineData("5.01", "5.01 per 1M tokens is 5 times the price in the edition of 2025-01-01, which was 1; check its decimal point")]
    [InlineData("88", "88 per 1M tokens is 88 times the price in the edition of 2025-01-01, which was 1; check its decimal point")]
    [InlineData("0.20", null)]
    [InlineData("0.199", "0.199 per 1M tokens is 1/5 of the price in the edition of 2025-01-01, which was 1; check its decimal point")]
    [InlineData("0.01", "0.01 per 1M tokens is 1/100 of the price in the edition of 2025-01-01, which was 1; check its decimal point")]
    public void A_price_changes_at_most_five_times(string price, string? expected)
    {
        var findings = Compare(SampleCards.WithModel("\"price\": 1"), SampleCards.WithModel($"\"price\": {price}"));

        Assert.Equal(expected is null ? [] : [expected], findings.Select(finding => finding.Message));
        Assert.All(findings, finding => Assert.Equal("RATE6008 /serverless/models/acme~1one/price", Show(finding)));
    }

    [Fact]
    public void Each_meter_is_compared_with_itself() => Assert.Equal(
        ["RATE6008 /serverless/models/acme~1one/output"],
        Compare(
            SampleCards.WithModel(""" "input": 0.2, "cachedInput": 0.02, "output": 0.6 """),
            SampleCards.WithModel(""" "input": 0.2, "cachedInput": 0.05, "output": 6 """)).Select(Show));

    [Theory]
    [InlineData("\"contexts\": [ { \"above\": \"200K\", \"input\": PRICE } ]", "contexts/0/input")]
    [InlineData("\"flex\": { \"output\": PRICE }", "flex/output")]
    [InlineData("\"flex\": { \"input\": 0.1, \"contexts\": [ { \"above\": \"200K\", \"input\": PRICE } ] }", "flex/contexts/0/input")]
    public void What_holds_on_a_condition_is_compared_with_what_held_on_it(string conditions, string expected)
    {
        Assert.Equal([$"RATE6008 /serverless/models/acme~1one/{expected}"], Compare(With("2"), With("200")).Select(Show));
        Assert.Empty(Compare(With("2"), With("4")));

        string With(string price) => SampleCards.WithModel($$""" "input": 1, "output": 2, {{conditions.Replace("PRICE", price, StringComparison.Ordinal)}} """);
    }

    [Fact]
    public void A_condition_that_is_new_has_nothing_to_be_compared_with() => Assert.Empty(Compare(
        SampleCards.WithModel(""" "input": 1, "output": 2, "contexts": [ { "above": "128K", "input": 2 } ] """),
        SampleCards.WithModel(""" "input": 1, "output": 2, "contexts": [ { "above": "200K", "input": 200 } ] """)));

    [Fact]
    public void A_meter_that_gets_a_price_of_its_own_has_not_changed() => Assert.Empty(Compare(
        SampleCards.WithModel(""" "input": 1, "output": 1 """), SampleCards.WithModel(""" "input": 1, "cachedInput": 0.1, "output": 1 """)));

    [Fact]
    public void Prices_of_other_quantities_are_compared_by_token() => Assert.Empty(Compare(
        SampleCards.WithModel(""" "price": 1 """), SampleCards.WithModel(""" "per": "1K tokens", "price": 0.001 """)));

    [Fact]
    public void What_was_free_or_is_new_has_no_price_to_compare_with()
    {
        Assert.Empty(Compare(SampleCards.WithModel("\"free\": true"), SampleCards.WithModel("\"price\": 100")));
        Assert.Empty(Compare(SampleCards.WithServerless(""), SampleCards.WithModel("\"price\": 100")));
    }

    [Fact]
    public void Prices_in_another_currency_are_not_compared() => Assert.Empty(Compare(
        SampleCards.WithModel("\"price\": 1"), SampleCards.WithModel("\"price\": 900").Replace("USD", "JPY", StringComparison.Ordinal)));

    [Fact]
    public void A_model_that_was_an_alias_or_priced_by_size_is_found() => Assert.Equal(
        ["RATE6008 /serverless/models/acme~1alias/price", "RATE6008 /serverless/models/acme~1sized/price"],
        Compare(
            SampleCards.WithServerless("""
                "sizes": { "Dense": { "tiers": [ { "price": 0.2 } ] } },
                "models": { "acme/one": { "aliases": [ "acme/alias" ], "price": 0.3 }, "acme/sized": { "table": "Dense", "size": "8B" } }
                """),
            SampleCards.WithServerless("""
                "models": { "acme/alias": { "price": 3 }, "acme/sized": { "price": 2 } }
                """)).Select(Show));

    [Fact]
    public void A_variant_is_compared_by_its_id() => Assert.Equal(
        ["RATE6008 /serverless/models/acme~1one/variants/Turbo/price"],
        Compare(
            SampleCards.WithModel(""" "variants": { "Lite": 0.5, "Turbo": 0.9 } """),
            SampleCards.WithModel(""" "variants": { "Lite": 0.6, "Turbo": 9 } """)).Select(Show));

    [Fact]
    public void A_window_is_compared_with_the_one_that_was_in_force_at_its_start() => Assert.Equal(
        ["RATE6008 /serverless/models/acme~1one/windows/1/price"],
        Compare(
            SampleCards.WithModel(""" "windows": [ { "from": "00:00", "until": "12:00", "price": 1 }, { "from": "12:00", "until": "00:00", "price": 10 } ] """),
            SampleCards.WithModel(""" "windows": [ { "from": "06:00", "until": "18:00", "price": 2 }, { "from": "18:00", "until": "06:00", "price": 1 } ] """))
            .Select(Show));

    [Fact]
    public void A_tier_is_compared_with_the_one_that_its_largest_models_were_in() => Assert.Equal(
        ["RATE6008 /serverless/sizes/Dense/tiers/0/price", "RATE6008 /serverless/sizes/Dense/tiers/2/price"],
        Compare(
            SampleCards.WithTable(""" "tiers": [ { "upTo": "4B", "price": 0.1 }, { "upTo": "8B", "price": 0.2 }, { "price": 0.3 } ] """),
            SampleCards.WithTable(""" "tiers": [ { "upTo": "3B", "price": 0.6 }, { "upTo": "8B", "price": 0.9 }, { "price": 1.8 } ] """)).Select(Show));

    [Fact]
    public void A_tier_above_the_old_table_is_new() => Assert.Empty(Compare(
        SampleCards.WithTable(""" "tiers": [ { "upTo": "4B", "price": 0.1 } ], "above": "unpriced" """),
        SampleCards.WithTable(""" "tiers": [ { "upTo": "4B", "price": 0.1 }, { "price": 9 } ] """)));

    [Fact]
    public void Gpus_are_compared_by_the_hour_of_one() => Assert.Equal(
        ["0.06 per hour of a GPU is 1/60 of the price in the edition of 2025-01-01, which was 3.6; check its decimal point"],
        Compare(
            With(""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "h100": { "price": 3.6 }, "h200": { "count": 2, "price": 4.8 } } } """),
            With(""" "dedicated": { "per": "minute", "billed": "minute", "gpus": { "h100": { "price": 0.001 }, "h200": { "pricePerGpu": 0.04 }, "b200": { "price": 9 } } } """))
            .Select(finding => finding.Message));

    [Fact]
    public void Fine_tuning_is_compared_by_type_and_method() => Assert.Equal(
        ["RATE6008 /fineTuning/bands/1/sft/lora", "RATE6008 /fineTuning/models/acme~1one/dpo/lora"],
        Compare(
            With("""
                "fineTuning": {
                  "per": "1M tokens", "above": "unpriced",
                  "bands": [ { "upTo": "16B", "sft": { "lora": 0.48, "full": 0.54 } }, { "upTo": "69B", "sft": { "lora": 1.50, "full": 1.65 } } ],
                  "models": { "acme/one": { "sft": { "lora": 10 }, "dpo": { "lora": 25 } } }
                }
                """),
            With("""
                "fineTuning": {
                  "per": "1M tokens", "above": "unpriced",
                  "bands": [ { "upTo": "17B", "sft": { "lora": 1.50, "full": 1.65 } }, { "upTo": "69B", "sft": { "lora": 15.0, "full": 1.65 } } ],
                  "models": { "acme/one": { "sft": { "lora": 10 }, "dpo": { "lora": 2.5 } }, "acme/two": { "sft": { "lora": 10 } } }
                }
                """)).Select(Show));

    [Fact]
    public void An_edition_of_a_card_has_not_changed_against_itself() =>
        Assert.All(Repository.ShippedCards, card => Assert.Empty(Compare(Repository.Read(card), Repository.Read(card))));

    private static string With(string section) => SampleCards.WithServerless("", section + ",");

    private static IReadOnlyList<Finding> Compare(string older, string newer) => EditionChecks.Compare(Read(older), Read(newer));

    private static Card Read(string card)
    {
        var reading = CardCompiler.Read(card);
        Assert.True(reading.IsValid, reading.FirstError?.Message);
        return reading.Card!;
    }

    private static string Show(Finding finding) => $"{finding.Rule.Id} {finding.Path}";
}
