using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Patterns;

namespace TogetherRates.Compiler.Tests.Patterns;

/// <summary>An id of two patterns is found whenever there is one, and it is one.</summary>
public class PatternOverlapTests
{
    private const string Letters = "aB1-";

    // Every id of up to four characters: the random patterns are so small that what they share starts there.
    private static readonly IReadOnlyList<string> ShortIds = [.. Enumerable.Range(1, 4).SelectMany(IdsOf)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_shortest_id_of_both_is_found(bool ignoreCase) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(
        RandomPatterns.Patterns.Two().ToArbitrary(), pair => AssertSound(pair.Item1, pair.Item2, [], ignoreCase)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ids_that_have_an_owner_dont_count(bool ignoreCase) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(
        RandomPatterns.Patterns.Two().ToArbitrary(),
        Gen.Elements<string>(ShortIds.Where(id => id.Length < 3)).ArrayOf(12).ToArbitrary(),
        (pair, owned) => AssertSound(pair.Item1, pair.Item2, [.. owned.Select(id => ignoreCase ? Cards.AsciiCase.ToLower(id) : id).Distinct()], ignoreCase)));

    [Fact]
    public void What_two_patterns_share_only_in_ids_with_owners_is_nothing()
    {
        var (one, other) = (Regex("^a[bc]$"), Regex("^[ab]c$"));

        Assert.Equal("ac", PatternOverlap.Find(one, other, [], ignoreCase: false, new Effort(2_000)));
        Assert.Null(PatternOverlap.Find(one, other, ["ac"], ignoreCase: false, new Effort(2_000)));
    }

    [Fact]
    public void An_example_may_need_any_character()
    {
        Assert.Equal("😀", PatternOverlap.Find(Regex("^[😀-😃]$"), Regex("^[^a-z]$"), [], ignoreCase: false, new Effort(2_000)));
        Assert.Equal("😁", PatternOverlap.Find(Regex("^[😀-😃]$"), Regex("^[^a-z]$"), ["😀"], ignoreCase: false, new Effort(2_000)));
    }

    [Fact]
    public void Looking_for_an_id_stops_when_the_effort_is_spent()
    {
        var effort = new Effort(250);

        Assert.Null(PatternOverlap.Find(Regex("^[ab]*a[ab]{5}x$"), Regex("^[ab]*b[ab]{6}y$"), [], ignoreCase: false, effort));
        Assert.True(effort.IsSpent);
    }

    private static void AssertSound(IdPattern one, IdPattern other, string[] owned, bool ignoreCase)
    {
        var found = PatternOverlap.Find(Build(one, ignoreCase), Build(other, ignoreCase), owned, ignoreCase, new Effort(1_000_000));

        var shared = ShortIds.Where(Counts).Select(id => id.Length).DefaultIfEmpty(int.MaxValue).Min();
        Assert.True(found is null ? shared == int.MaxValue : Counts(found), $"{one} and {other}: {found}");
        Assert.True((found?.EnumerateRunes().Count() ?? int.MaxValue) <= shared, $"{one} and {other}: {found}");

        bool Counts(string id) =>
            !owned.Contains(ignoreCase ? Cards.AsciiCase.ToLower(id) : id) && PatternMatch.Matches(one, id, ignoreCase) && PatternMatch.Matches(other, id, ignoreCase);
    }

    private static Automaton Regex(string text) => Build(new IdPattern(IdPatternKind.Regex, text), ignoreCase: false);

    private static Automaton Build(IdPattern pattern, bool ignoreCase) => Automaton.Build(pattern, ignoreCase, new Effort(Limits.PatternSteps))!;

    private static IEnumerable<string> IdsOf(int length) =>
        length == 0 ? [string.Empty] : IdsOf(length - 1).SelectMany(id => Letters.Select(letter => id + letter));
}
