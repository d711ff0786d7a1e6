using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Patterns;

namespace TogetherRates.Compiler.Tests.Patterns;

/// <summary>Three ways to try a pattern: states that hold together, the table that is made of them, and the library's regular expressions.</summary>
public class PatternMatchTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3_000);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Regular_expressions_match_as_those_of_the_library(bool ignoreCase) => Check.One(Many, Prop.ForAll(
        RandomPatterns.Expressions.ToArbitrary(),
        RandomPatterns.Ids.ArrayOf(8).ToArbitrary(),
        (text, ids) =>
        {
            var expected = new Regex(text, RegexOptions.ECMAScript | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), TimeSpan.FromSeconds(10));
            var pattern = new IdPattern(IdPatternKind.Regex, text);
            Assert.All(ids.Where(id => !ignoreCase || id.All(char.IsAscii)), id => Assert.Equal(expected.IsMatch(id), PatternMatch.Matches(pattern, id, ignoreCase)));
        }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_matches_what_its_pattern_does(bool ignoreCase) => Check.One(Many, Prop.ForAll(
        RandomPatterns.Patterns.ToArbitrary(),
        RandomPatterns.Ids.ArrayOf(8).ToArbitrary(),
        (pattern, ids) =>
        {
            var table = Build(pattern, ignoreCase)!;
            Assert.All(ids, id => Assert.Equal(PatternMatch.Matches(pattern, id, ignoreCase), table.Matches(id)));
        }));

    [Fact]
    public void The_ends_of_an_id_are_where_literal_patterns_look_for_their_text()
    {
        Prop.ForAll(RandomPatterns.Text("ab", 1, 2).ToArbitrary(), RandomPatterns.Text("ab", 1, 4).ToArbitrary(), (text, id) =>
        {
            Assert.Equal(id.StartsWith(text, StringComparison.Ordinal), Build(new(IdPatternKind.Prefix, text))!.Matches(id));
            Assert.Equal(id.EndsWith(text, StringComparison.Ordinal), Build(new(IdPatternKind.Suffix, text))!.Matches(id));
            Assert.Equal(id.Contains(text, StringComparison.Ordinal), Build(new(IdPatternKind.Contains, text))!.Matches(id));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("^gpt-4o(-[0-9]+)?$", "gpt-4o,gpt-4o-1,gpt-4o-2024", "gpt-4o-,gpt-4o-mini,xgpt-4o,GPT-4o")]
    [InlineData("4o", "4o,gpt-4o,gpt-4o-mini", "4,o4,4O")]
    [InlineData("^.{3}$", "abc,a中c,😀😀😀,a\nb", "ab,abcd,😀")]
    [InlineData("^[😀-😂]+$", "😀,😁😂", "😃,\ud83d")]
    [InlineData("^[^a]$", "b,A,😀,\n", "a,bb")]
    [InlineData(@"^\d\s\w$", "1 a,1\t_", "١ a,1\u00a0a,1 é")]
    [InlineData("a|^b$", "a,ca,b", "cb,bc")]
    [InlineData("(a$|^b)c*", "a,xa,b,bc,bx", "ax,c")]
    [InlineData("^a{2,3}$", "aa,aaa", "a,aaaa")]
    [InlineData("^()a$", "a", "b")]
    [InlineData(@"^\[\]\{\}\(\)\^\$\.\|\?\*\+\\\-\/$", @"[]{}()^$.|?*+\-/", "a")]
    public void What_people_write_matches_what_they_mean(string text, string matching, string others)
    {
        var pattern = new IdPattern(IdPatternKind.Regex, text);

        Assert.All(matching.Split(','), id => Assert.True(PatternMatch.Matches(pattern, id, ignoreCase: false) && Build(pattern)!.Matches(id), id));
        Assert.All(others.Split(','), id => Assert.False(PatternMatch.Matches(pattern, id, ignoreCase: false) || Build(pattern)!.Matches(id), id));
    }

    [Theory]
    [InlineData("^gpt[a-c]$", "GPTB,gptb,GpTc", "GPTD")]
    [InlineData("^[^a]$", "b,B", "a,A")]
    [InlineData("^[A-F0-9]+$", "a1,F", "g,G")]
    [InlineData("^é$", "é", "É")]
    public void Case_counts_only_beyond_ascii_where_it_is_ignored(string text, string matching, string others)
    {
        var pattern = new IdPattern(IdPatternKind.Regex, text);

        Assert.All(matching.Split(','), id => Assert.True(PatternMatch.Matches(pattern, id, ignoreCase: true) && Build(pattern, true)!.Matches(id), id));
        Assert.All(others.Split(','), id => Assert.False(PatternMatch.Matches(pattern, id, ignoreCase: true) || Build(pattern, true)!.Matches(id), id));
    }

    [Theory]
    [InlineData("a*")]
    [InlineData("^$")]
    [InlineData("^a?$")]
    public void An_empty_id_matches_nothing(string text)
    {
        var pattern = new IdPattern(IdPatternKind.Regex, text);

        Assert.False(PatternMatch.Matches(pattern, string.Empty, ignoreCase: false));
        Assert.False(Build(pattern)!.Matches(string.Empty));
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|a)*$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("^(.*a){10}$")]
    [InlineData("^(a?){100}a{100}$")]
    public void What_takes_other_dialects_forever_takes_a_step_for_each_character(string text)
    {
        var table = Build(new IdPattern(IdPatternKind.Regex, text))!;

        Assert.False(table.Matches(new string('a', 100_000) + "!"));
    }

    [Theory]
    [InlineData("^[ab]*a[ab]{12}$")]
    [InlineData("(a|b|ab)*a.{20}c")]
    public void What_would_take_a_table_without_bounds_is_given_up(string text) => Assert.Null(Build(new IdPattern(IdPatternKind.Regex, text)));

    [Fact]
    public void What_takes_more_effort_than_there_is_is_given_up()
    {
        var effort = new Effort(100);

        Assert.Null(Automaton.Build(new IdPattern(IdPatternKind.Regex, "^[a-z]{100}$"), ignoreCase: false, effort));
        Assert.True(effort.IsSpent);
    }

    [Fact]
    public void Building_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Automaton.Build(new(IdPatternKind.Prefix, "a"), ignoreCase: false, new Effort(100, source.Token)));
    }

    private static Automaton? Build(IdPattern pattern, bool ignoreCase = false) => Automaton.Build(pattern, ignoreCase, new Effort(Limits.PatternSteps));
}
