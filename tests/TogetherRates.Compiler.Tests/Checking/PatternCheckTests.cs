using System.Diagnostics;

namespace TogetherRates.Compiler.Tests.Checking;

public class PatternCheckTests
{
    [Theory]
    [InlineData("prefix", "one-", "prefix", "one-x", "one-x")]
    [InlineData("prefix", "one", "suffix", "one", "one")]
    [InlineData("prefix", "one-", "suffix", "-two", "one-two")]
    [InlineData("contains", "one", "contains", "two", "twone")]
    [InlineData("suffix", "free", "suffix", "-free", "-free")]
    [InlineData("regex", "^a{3,}$", "regex", "^(aa)+$", "aaaa")]
    [InlineData("regex", "^[a-m]+$", "regex", "^[m-z]+$", "m")]
    public void Patterns_of_two_models_that_match_one_id_are_refused_with_it(string kind, string text, string otherKind, string otherText, string id)
    {
        var problem = Assert.Single(CardCompiler.Read(TwoModels(kind, text, otherKind, otherText)).Problems);

        Assert.Equal(Compiler.Rules.PatternsOverlap, problem.Rule);
        Assert.StartsWith($"{otherKind} '{otherText}' and {kind} '{text}' of 'x' both match '{id}'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prefix", "one-", "prefix", "two-")]
    [InlineData("prefix", "one-a", "prefix", "one-b")]
    [InlineData("suffix", ":free", "suffix", ":paid")]
    [InlineData("regex", "^one-\\d+$", "regex", "^one-\\d+-mini$")]
    [InlineData("regex", "^(aaa)+$", "regex", "^(aaa)*a$")]
    [InlineData("prefix", "one-", "prefix", "ONE-")]
    public void Patterns_that_share_no_id_stand_side_by_side(string kind, string text, string otherKind, string otherText) =>
        Assert.Empty(CardReport.Of(TwoModels(kind, text, otherKind, otherText)));

    [Fact]
    public void Patterns_of_one_model_may_match_the_same_ids() => Assert.Empty(CardReport.Of(
        SampleCards.WithModel(""" "price": 1, "matches": [ { "prefix": "a" }, { "prefix": "ab" }, { "contains": "b" }, { "contains": "b" } ] """)));

    [Fact]
    public void An_id_that_stands_in_the_card_has_its_price_from_there()
    {
        const string Models = """ "x": { "price": 1, "matches": [ { "regex": "^a[bc]$" } ] }, "y": { "price": 1, "aliases": [ ID ], "matches": [ { "regex": "^[ab]c$" } ] } """;

        Assert.Single(CardReport.Of(Card(Models.Replace("ID", "\"other\"", StringComparison.Ordinal))));
        Assert.Empty(CardReport.Of(Card(Models.Replace("ID", "\"ac\"", StringComparison.Ordinal))));
        Assert.Empty(CardReport.Of(Card(Models.Replace("ID", "\"ab\", \"ac\", \"bc\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_pattern_may_match_the_id_of_another_model() => Assert.Empty(CardReport.Of(
        Card(""" "a": { "price": 1, "matches": [ { "prefix": "a" } ] }, "ab": { "price": 1, "aliases": [ "ac" ] } """)));

    [Fact]
    public void Patterns_of_models_variants_and_offers_are_compared()
    {
        var card = SampleCards.WithSections(
            """
            "serverless": { "models": {
              "a": { "price": 1, "matches": [ { "prefix": "x-a" } ] },
              "b": { "variants": { "Pro": { "price": 1, "matches": [ { "prefix": "x-b" }, { "prefix": "x-ab" } ] } } } } },
            "tools": { "c": { "price": 1, "per": "session", "matches": [ { "prefix": "x-" } ] } }
            """);

        Assert.Equal(["RATE4021 { \"prefix\": \"x-ab\" }", "RATE4021 { \"prefix\": \"x-\" }"], CardReport.TargetsOf(card));
    }

    [Theory]
    [InlineData(".*")]
    [InlineData(".")]
    [InlineData("a*")]
    [InlineData("^")]
    [InlineData("a|$")]
    [InlineData("^.{5}$")]
    [InlineData("^.{2,}")]
    [InlineData("[\\\\s\\\\S]")]
    [InlineData("a^b")]
    [InlineData("$a")]
    [InlineData("[^\\\\d\\\\D]")]
    public void A_pattern_that_tells_nothing_is_refused(string regex) =>
        Assert.StartsWith("RATE4022 ", Assert.Single(CardReport.TargetsOf(SampleCards.WithModel($$""" "price": 1, "matches": [ { "regex": "{{regex}}" } ] """))), StringComparison.Ordinal);

    [Fact]
    public void There_are_as_many_patterns_as_can_be_tried()
    {
        Assert.Empty(CardReport.Of(Prefixes(Limits.Patterns)));
        Assert.Equal(["RATE4023 { \"prefix\": \"z1000-\" }"], CardReport.TargetsOf(Prefixes(Limits.Patterns + 1)));

        static string Prefixes(int count) => Card(Join(count, i => $$""" "{{Id(i)}}": { "price": 1, "matches": [ { "prefix": "z{{i}}-" } ] } """));
    }

    [Theory]
    [InlineData("^[a-z]*{0}[a-z]{{7}}$", 300)]
    [InlineData("[ab]*{0}[ab]{{6}}x", 300)]
    [InlineData("^(a|b|[^c]{{1,50}}){0}{{1,50}}$", 1_000)]
    [InlineData("^[a-z]*x{0}$", 1_000)]
    [InlineData("{0}", 1_000)]
    public void Many_patterns_that_are_hard_to_compare_dont_hold_a_build_up(string regex, int count)
    {
        var card = Card(Join(count, i => $$""" "{{Id(i)}}": { "price": 1, "matches": [ { "regex": "{{string.Format(System.Globalization.CultureInfo.InvariantCulture, regex, Id(i))}}" } ] } """));
        var watch = Stopwatch.StartNew();

        var problems = CardReport.TargetsOf(card);

        Assert.All(problems, problem => Assert.StartsWith("RATE402", problem, StringComparison.Ordinal));
        Assert.NotEmpty(problems);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    private static string TwoModels(string kind, string text, string otherKind, string otherText) => Card(
        $$""" "x": { "price": 1, "matches": [ { "{{kind}}": {{Quote(text)}} } ] }, "y": { "price": 1, "matches": [ { "{{otherKind}}": {{Quote(otherText)}} } ] } """);

    private static string Card(string models) => SampleCards.WithServerless($$""" "models": { {{models}} } """);

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static string Join(int count, Func<int, string> model) => string.Join(",", Enumerable.Range(0, count).Select(model));

    private static string Id(int number) => "m" + string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + 'a')));
}
