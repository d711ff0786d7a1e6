using System.Numerics;
using System.Text.Json;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Checking;
using TogetherRates.Compiler.Interpretation;

namespace TogetherRates.Compiler.Tests.Fixtures;

/// <summary>Mistakes that public price tables really shipped, each as a small card and with what catches it.</summary>
public class ShippedErrorTests
{
    // What the list of known mistakes says about each, and the test that holds it.
    private static readonly Dictionary<string, string> Held = new(StringComparer.Ordinal)
    {
        ["one-digit slip"] = nameof(A_slip_by_one_digit_is_seen_beside_the_siblings),
        ["hole between 41.1b-80b and 81.1b-110b"] = nameof(A_hole_between_tiers_and_a_table_without_an_end_are_refused),
        ["'8x7b' is read as 7b"] = nameof(A_size_is_never_taken_from_a_name),
        ["size bucket shadows the model's own price"] = nameof(A_size_table_does_not_shadow_a_models_own_price),
        ["unknown key cached_input"] = nameof(An_unknown_key_is_refused_and_the_right_one_named),
        ["two spellings of vendor case"] = nameof(Two_spellings_of_one_id_are_refused),
        ["cents printed as dollars"] = nameof(Cents_taken_for_dollars_are_seen),
        ["stale price"] = nameof(A_stale_price_ends_where_the_next_edition_starts),
    };

    [Fact]
    public void A_slip_by_one_digit_is_seen_beside_the_siblings() => Assert.Equal(
        [
            "card.ratecard.json(12,94): warning RATE6007: 6 per 1M tokens is 10 times the price of 'Qwen/Qwen3-235B-A22B-fp8-tput', "
            + "a model of the same name and size at 0.6; a decimal point may have slipped in one of them",
        ],
        CardReport.Of(Read("one-digit-slip")));

    [Fact]
    public void A_slip_by_one_digit_is_seen_in_the_ratio_without_siblings() => Assert.Equal(
        [
            "card.ratecard.json(15,94): warning RATE6004: output costs 6 per 1M tokens, 30 times the price of input at 0.2, "
            + "but the median of the card's models is 3 times; check the decimal points",
        ],
        CardReport.Of(Read("one-digit-slip-without-siblings")));

    [Fact]
    public void A_hole_between_tiers_and_a_table_without_an_end_are_refused() => Assert.Equal(
        ["RATE2002 \"81.1B\"", "RATE2008 \"110B\""], CardReport.TargetsOf(Read("hole-above-80b")));

    [Fact]
    public void A_size_is_never_taken_from_a_name()
    {
        // The card declares no size for the first, so it has no price, although its name says one.
        Assert.Equal(["RATE4004 \"mistralai/Mixtral-8x7B-Instruct-v0.1\""], CardReport.TargetsOf(Read("size-from-the-name")));

        // A caller who wants the size that a name says gets all the experts.
        Assert.True(ModelSize.TryParseFromName("mistralai/Mixtral-8x7B-Instruct-v0.1", out var size, out var architecture));
        Assert.Equal(ModelSize.Billions(56), size);
        Assert.Equal(ModelArchitecture.MixtureOfExperts, architecture);

        var declared = Read("size-from-the-name").Replace("{ \"name\": \"Mixtral 8x7B\" }", "{ \"size\": \"56B\", \"table\": \"Moe\" }", StringComparison.Ordinal);
        Assert.Equal("0.6", CostOfAMillion(declared, "mistralai/Mixtral-8x7B-Instruct-v0.1"));
    }

    [Fact]
    public void A_size_table_does_not_shadow_a_models_own_price()
    {
        const string Model = "meta-llama/Llama-3.3-70B-Instruct-Turbo";
        var both = Read("bucket-shadows-the-price");
        var own = both.Replace("\"size\": \"70B\", \"table\": \"Dense\", ", string.Empty, StringComparison.Ordinal);

        Assert.Equal(["RATE1011 0.88"], CardReport.TargetsOf(both));
        Assert.Equal("0.88", CostOfAMillion(own, Model));

        // Nor are cached tokens free where the card has no price for them: they are billed as input.
        Assert.Equal("0.88", CostOfAMillion(own, Model, cached: 1_000_000));
    }

    [Fact]
    public void An_unknown_key_is_refused_and_the_right_one_named() => Assert.Equal(
        ["card.ratecard.json(11,50): error RATE1002: a model has no property 'cached_input'; did you mean 'cachedInput'?"],
        CardReport.Of(Read("unknown-key")));

    [Fact]
    public void Two_spellings_of_one_id_are_refused() => Assert.Equal(
        ["RATE4001 \"openai/gpt-oss-20b\""], CardReport.TargetsOf(Read("two-spellings")));

    [Fact]
    public void Cents_taken_for_dollars_are_seen()
    {
        var card = Read("cents-as-dollars");

        Assert.Equal(
            ["card.ratecard.json(12,57): warning RATE6009: 162.6 per GPU and hour is above 100, which no provider asks; check whether the price is in cents, and whether it is for an hour or a minute"],
            CardReport.Of(card));

        // The range that the provider states refuses it as well.
        var stated = card.Insert(card.LastIndexOf('}'), """, "published": [ { "of": "dedicated", "from": 0.025, "upTo": 0.083, "per": "minute" } ] """);
        Assert.Contains("RATE3007 5.42", CardReport.TargetsOf(stated));
        Assert.Empty(CardReport.Of(card.Replace("5.42", "0.0542", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_stale_price_ends_where_the_next_edition_starts()
    {
        var stale = CardCompiler.Read(Read("stale-price")).Card!;
        var next = CardCompiler.Read(Read("stale-price-next")).Card!;

        // $0.88 went on being shown after $1.04 had come into force. Editions that overlap don't build.
        var problem = TimelineChecks.FindProblem(Edition.Of(stale), Edition.Of(next));
        Assert.Equal(Compiler.Rules.EditionNotEnded, problem?.Rule);

        var ended = stale with { Effective = stale.Effective with { Until = next.Effective.From } };
        Assert.Null(TimelineChecks.FindProblem(Edition.Of(ended), Edition.Of(next)));

        // A rise like this one is usual, so the new price itself isn't odd.
        Assert.Empty(EditionChecks.Compare(ended, next));
        Assert.Contains(EditionChecks.Compare(ended, CardCompiler.Read(Read("stale-price-next").Replace("1.04", "10.4", StringComparison.Ordinal)).Card!), finding => finding.Rule == Compiler.Rules.PriceJumps);

        // And no card is without a date.
        var undated = Read("stale-price").Replace("\"effective\": { \"from\": \"2025-07-03\" },", string.Empty, StringComparison.Ordinal);
        Assert.Equal(["RATE1003 {"], CardReport.TargetsOf(undated));
    }

    [SkippableFact]
    public void Every_mistake_on_the_list_has_its_test()
    {
        var path = PublicData.Find("together_prices.json");
        Skip.If(path is null, "The list isn't beside the repository.");

        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var mistakes = document.RootElement.GetProperty("errors_seen_in_the_wild").EnumerateArray().Select(mistake => mistake.GetProperty("what").GetString()!);

        Assert.All(mistakes, mistake => Assert.Single(Held.Keys, key => mistake.Contains(key, StringComparison.Ordinal)));
    }

    private static string Read(string card) => Repository.Read($"tests/TogetherRates.Compiler.Tests/Fixtures/{card}.ratecard.json");

    private static string CostOfAMillion(string card, string model, BigInteger cached = default)
    {
        var reading = CardCompiler.Read(card);
        Assert.True(reading.IsValid, reading.FirstError?.Message);
        var usage = new MeterQuantities { [Cards.Meter.Input] = 1_000_000, [Cards.Meter.CachedInput] = cached };
        return Assert.IsType<Compiler.Interpretation.Interpretation.Priced>(Interpreter.PriceModel(reading.Card!, model, usage)).Cost.ToString();
    }
}
