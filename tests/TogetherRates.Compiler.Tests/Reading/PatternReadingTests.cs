using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Tests.Reading;

public class PatternReadingTests
{
    [Fact]
    public void A_pattern_is_of_one_of_four_kinds()
    {
        var card = CardCompiler.Read(SampleCards.WithModel(
            """ "price": 1, "matches": [ { "prefix": "one-" }, { "prefix": "One/" }, { "regex": "^one\\d$" } ] """)).Card!;

        Assert.Equal(
            [new(IdPatternKind.Prefix, "one-"), new(IdPatternKind.Prefix, "One/"), new(IdPatternKind.Regex, "^one\\d$")],
            card.Serverless.Models[0].Matches);
    }

    [Fact]
    public void Variants_and_offers_have_patterns_too()
    {
        var card = CardCompiler.Read(SampleCards.WithSections(
            """
            "serverless": { "models": { "one": { "variants": { "Pro": { "price": 1, "matches": [ { "suffix": "-pro" } ] } } } } },
            "tools": { "search": { "price": 1, "per": "1K searches", "matches": [ { "contains": "search" } ] } }
            """)).Card!;

        Assert.Equal([new(IdPatternKind.Suffix, "-pro")], card.Serverless.Models[0].Variants[0].Model.Matches);
        Assert.Equal([new(IdPatternKind.Contains, "search")], CardIds.Offers(card)[0].Matches);
    }

    [Theory]
    [InlineData("\"one\"", "RATE1004 \"one\"")]
    [InlineData("[ \"one\" ]", "RATE1004 \"one\"")]
    [InlineData("[ {} ]", "RATE1003 {")]
    [InlineData("[ { \"prefix\": 1 } ]", "RATE1004 1")]
    [InlineData("[ { \"prefix\": \"\" } ]", "RATE1012 \"\"")]
    [InlineData("[ { \"suffix\": \" \" } ]", "RATE1012 \" \"")]
    [InlineData("[ { \"contains\": \"one \" } ]", "RATE1012 \"one \"")]
    [InlineData("[ { \"equals\": \"one\" } ]", "RATE1002 \"equals\"", "RATE1003 {")]
    [InlineData("[ { \"prefix\": \"one\", \"suffix\": \"two\" } ]", "RATE1011 \"two\"")]
    [InlineData("[ { \"regex\": \"one(\" } ]", "RATE1021 \"one(\"")]
    public void What_is_no_pattern_is_refused_where_it_stands(string matches, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), CardReport.TargetsOf(SampleCards.WithModel("\"price\": 1, \"matches\": " + matches)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("(a", "character 1, this '(' is never closed; add ')', or write '\\(' for the character")]
    [InlineData("ab)", "character 3, ')' closes no group; write '\\)' for the character")]
    [InlineData("a|*b", "character 3, there is nothing before '*' that it could repeat; write '\\*' for the character")]
    [InlineData("(?=a)", "character 1, '(?' starts no group that is known but '(?:'; there are no look-arounds, names or options")]
    [InlineData("(?i)a", "character 1, '(?' starts no group that is known but '(?:'; there are no look-arounds, names or options")]
    [InlineData("a*?", "character 3, '?' follows a repetition; put what it is to repeat in parentheses")]
    [InlineData("a{2}{3}", "character 5, '{' follows a repetition; put what it is to repeat in parentheses")]
    [InlineData("^*a", "character 1, '^' is a place, which can't be repeated; write '\\^' for the character")]
    [InlineData("a{", "character 2, '{' has to be a number of repetitions as in {3}, {3,} or {3,5}; write '\\{' for the character")]
    [InlineData("a{,3}", "character 2, '{' has to be a number of repetitions as in {3}, {3,} or {3,5}; write '\\{' for the character")]
    [InlineData("a{5,3}", "character 2, {5,3} asks for at least 5 and at most 3; swap the two")]
    [InlineData("a{201}", "character 2, at most 200 repetitions can be counted; use '*' or '+' for any number")]
    [InlineData("a{99999999999}", "character 2, at most 200 repetitions can be counted; use '*' or '+' for any number")]
    [InlineData("((a{50}){50}){50}", "character 9, written out, the repetitions make more than 2,000 states; let them be fewer, or without an upper limit as in '*'")]
    [InlineData("a{150}b{200}c{200}d{200}e{200}f{200}", "character 1, written out, the repetitions make more than 2,000 states; let them be fewer, or without an upper limit as in '*'")]
    [InlineData("a]", "character 2, ']' stands alone; write '\\]' for the character")]
    [InlineData("}", "character 1, '}' stands alone; write '\\}' for the character")]
    [InlineData("x[abc", "character 2, this '[' is never closed; add ']', or write '\\[' for the character")]
    [InlineData("x[]", "character 2, this class has no characters; write '\\]' for the bracket, and '.' for any character")]
    [InlineData("[a[b]]", "character 3, classes don't stand in each other; write '\\[' for the character")]
    [InlineData("[z-a]", "character 2, the range from 'z' to 'a' is the wrong way round; swap the two")]
    [InlineData("[\\d-z]", "character 2, a range goes from one character to another; write '\\-' for the dash")]
    [InlineData("(a)\\1", "character 4, '\\1' isn't known; groups aren't remembered")]
    [InlineData("\\bone", "character 1, '\\b' isn't known; known are \\d \\D \\w \\W \\s \\S, and '\\' before a sign such as '\\.'")]
    [InlineData("one\\", "character 4, '\\' has nothing after it; write '\\\\' for the character")]
    public void What_is_no_regular_expression_is_told_with_its_place(string regex, string expected)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(regex);

        var problem = Assert.Single(CardCompiler.Read(SampleCards.WithModel($"\"price\": 1, \"matches\": [ {{ \"regex\": {json} }} ]")).Problems);

        Assert.Equal($"'{regex}' can't be read as a regular expression: at {expected}", problem.Message);
    }
}
