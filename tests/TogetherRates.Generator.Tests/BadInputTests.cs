using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TogetherRates.Generator.Tests;

/// <summary>What no provider sells, and what a hostile card may hold: refused with a word, or taken as it is, on the whole way from file to C#.</summary>
public class BadInputTests
{
    [Fact]
    public async Task A_card_above_the_limit_isnt_even_read() => await AssertRefused(
        new string(' ', 67_108_865),
        "RATE1008",
        "the file has 67,108,865 characters, and a rate card may have 67,108,864; split it into smaller cards");

    [Fact]
    public async Task A_hundred_thousand_models_are_too_many() => await AssertRefused(
        WithModels(Enumerable.Range(1, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"m{i}"))), "RATE1008", "at most 50000");

    [Theory]
    [InlineData("acme\u200Fone", "has the invisible character U+200F; remove it")]
    [InlineData("acme\u202Eone", "has the invisible character U+202E; remove it")]
    [InlineData("acme\none", "has the invisible character U+000A; remove it")]
    [InlineData("acme\0one", "has the invisible character U+0000; remove it")]
    public async Task An_id_with_what_cant_be_seen_is_refused(string id, string text) => await AssertRefused(WithModels([id]), "RATE1012", text);

    [Fact]
    public async Task An_id_of_a_thousand_characters_is_refused() => await AssertRefused(WithModels([new string('x', 1_000)]), "RATE1012", "has 1000 characters; at most 200 are allowed");

    [Theory]
    [InlineData("acme/gpt 4", "zeta/gpt-4")]
    [InlineData("gpt_4", "gpt\"4")]
    [InlineData("gpt\\4", "gpt😀4")]
    public async Task Two_ids_that_make_one_name_in_CSharp_are_refused(string first, string second) =>
        await AssertRefused(WithModels([first, second]), "RATE4002", "Gpt4");

    [Fact]
    public async Task Ids_of_any_visible_characters_are_taken() => await AssertTaken(WithModels(
        ["a b", "a \"quoted\" model", @"back\slash", @"\u0022", "\"\"\" raw", "party 🎉 model", "e\u0301", "{0} format", "*/ class Evil", "</summary>", "$(Path)", new string('y', 200)]));

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("^((a*)*)*b$")]
    public async Task Repetitions_in_repetitions_are_taken_since_no_id_takes_them_long(string regex) => await AssertTaken(WithPattern(regex));

    [Fact]
    public async Task A_pattern_whose_table_would_grow_without_end_is_refused() =>
        await AssertRefused(WithPattern("(a|b|ab)*a.{20}c"), "RATE4023", "(a|b|ab)*a.{20}c");

    [Fact]
    public async Task A_card_in_another_encoding_is_refused_as_the_tool_refuses_it()
    {
        const string Advice = "and a rate card has to be UTF-8; save it as UTF-8";
        await AssertRefused(SourceText.From(Cards.Contoso, Encoding.Unicode), "RATE1001", "the file is written in UTF-16, " + Advice);
        await AssertRefused(SourceText.From(Cards.Contoso.Replace("large", "gr\u00F6\u00DFer", StringComparison.Ordinal), Encoding.Latin1), "RATE1001", "the file is written in ISO-8859-1, " + Advice);
        await AssertTaken(SourceText.From(Cards.Contoso, Encoding.Latin1));
        await AssertTaken(SourceText.From(Cards.Contoso, Encoding.UTF8));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_the_only_mistake_that_is_told()
    {
        var card = Cards.Contoso.Replace("contoso/large", "contoso/gr\uFFFD\uFFFDe", StringComparison.Ordinal).Replace("1.25", "-1.25", StringComparison.Ordinal);

        await AssertRefused(card, "RATE1001", "the character U+FFFD stands here");
        Assert.Equal("contoso/gr".Length, Assert.Single(await new CardProject().With("/a.json", card).Analyze()).Location.SourceSpan.Start - card.IndexOf("contoso/gr", StringComparison.Ordinal));
        await AssertTaken(card.Replace("\uFFFD", "\\ufffd", StringComparison.Ordinal).Replace("-1.25", "1.25", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Wide_characters_without_a_mark_are_one_mistake(string encoding)
    {
        var card = Encoding.UTF8.GetString(Encoding.GetEncoding(encoding).GetBytes(Cards.Contoso));

        await AssertRefused(card, "RATE1001", "the file seems to be UTF-16 or UTF-32; save the file as UTF-8");
        Assert.Single(await new CardProject().With("/a.json", card).Analyze());
    }

    private static string WithModels(IEnumerable<string> ids) => Cards.Contoso.Replace(
        "\"contoso/large\"",
        string.Concat(ids.Select(id => JsonSerializer.Serialize(id) + ": { \"price\": 1 },\n")) + "\"contoso/large\"",
        StringComparison.Ordinal);

    private static string WithPattern(string regex) => Cards.Contoso.Replace(
        "\"price\": 1.25", $"\"matches\": [ {{ \"regex\": {JsonSerializer.Serialize(regex)} }} ], \"price\": 1.25", StringComparison.Ordinal);

    private static Task AssertRefused(string card, string rule, string text) => AssertRefused(SourceText.From(card), rule, text);

    private static Task AssertTaken(string card) => AssertTaken(SourceText.From(card));

    private static async Task AssertRefused(SourceText card, string rule, string text)
    {
        var project = With(card);
        var run = project.Generate();

        Assert.Null(run.Exception);
        var error = Assert.Single(Assert.Single(CardProject.FilesOfCards(run)).SyntaxTree.GetDiagnostics());
        Assert.Equal("CS1029", error.Id);
        var found = (await project.Analyze()).First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(rule, found.Id);
        Assert.Contains(text, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains($"{found.Id}: {found.GetMessage(CultureInfo.InvariantCulture)}", error.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static async Task AssertTaken(SourceText card)
    {
        var project = With(card);
        var run = project.Generate();

        Assert.Null(run.Exception);
        Assert.Empty(Assert.Single(CardProject.FilesOfCards(run)).SyntaxTree.GetDiagnostics());
        Assert.DoesNotContain(await project.Analyze(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static CardProject With(SourceText card) => new CardProject().WithFile(new CardFile("/a.json", card)).WithMetadata("/a.json");
}
