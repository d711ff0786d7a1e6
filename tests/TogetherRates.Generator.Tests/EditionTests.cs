using Microsoft.CodeAnalysis;

namespace TogetherRates.Generator.Tests;

public class EditionTests
{
    private static readonly string Older = In("\"2025-01-01\", \"until\": \"2025-07-01\"");
    private static readonly string Newer = In("\"2025-07-01\"").Replace("1.25", "1.50", StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_newest_edition_is_the_class_and_older_ones_are_nested_in_it(bool reversed)
    {
        var project = reversed
            ? new CardProject().With("/b.json", Newer).With("/a.json", Older)
            : new CardProject().With("/a.json", Older).With("/b.json", Newer);
        var sources = project.Sources();

        Assert.Empty(await project.Analyze());
        Assert.Empty(project.Errors());
        Assert.Equal(
            ["Shop.Contoso.Edition2025_01_01.g.cs", "Shop.Contoso.Editions.g.cs", "Shop.Contoso.g.cs"],
            sources.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("static partial class Edition2025_01_01", sources["Shop.Contoso.Edition2025_01_01.g.cs"], StringComparison.Ordinal);
        Assert.Contains("1.25", sources["Shop.Contoso.Edition2025_01_01.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("1.25", sources["Shop.Contoso.g.cs"], StringComparison.Ordinal);
        Assert.Contains("{ Contoso.Edition2025_01_01.Card, Contoso.Card }", sources["Shop.Contoso.Editions.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RATE5003", "\"2025-01-01\", \"until\": \"2025-08-01\"", "the edition of 2025-01-01 is in force until 2025-08-01")]
    [InlineData("RATE5004", "\"2025-01-01\", \"until\": \"2025-06-01\"", "no edition is in force from 2025-06-01 to 2025-07-01")]
    [InlineData("RATE5005", "\"2025-01-01\"", "give it \"until\": \"2025-07-01\"")]
    [InlineData("RATE5003", "\"2025-07-01\", \"until\": \"2025-08-01\"", "2025-07-01")]
    public async Task Editions_that_do_not_follow_each_other_are_an_error_where_the_later_one_starts(string rule, string from, string text)
    {
        var older = In(from);
        var project = new CardProject().With("/a.json", older).With("/b.json", Newer);
        var found = (await project.Analyze()).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();

        // Two editions that start on one day are each at fault.
        Assert.Equal(from.StartsWith("\"2025-07-01\"", StringComparison.Ordinal) ? 2 : 1, found.Count);
        var diagnostic = found.Single(one => one.Location.GetLineSpan().Path == "/b.json");
        Assert.Equal(rule, diagnostic.Id);
        Assert.Contains(text, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(Newer.PlaceOf("\"2025-07-01\""), diagnostic.Location.GetLineSpan().Span);
        Assert.Equal((4, 25), (diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Fact]
    public async Task The_first_edition_may_be_in_force_from_the_first_day_that_there_is()
    {
        var project = new CardProject().With("/a.json", In("\"0001-01-01\", \"until\": \"2025-07-01\"")).With("/b.json", Newer);

        Assert.Empty(await project.Analyze());
        Assert.Empty(project.Errors());
        Assert.Contains("{ Contoso.Edition0001_01_01.Card, Contoso.Card }", project.Sources()["Shop.Contoso.Editions.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_edition_ends_when_it_says_so()
    {
        var editions = new CardProject().With("/a.json", In("\"0001-01-01\", \"until\": \"2025-07-01\"")).Sources()["Shop.Contoso.Editions.g.cs"];

        Assert.Contains("=> CardAt(time), // from 0001-01-01 until 2025-07-01", editions, StringComparison.Ordinal);
        Assert.Contains("_ => null, // from 2025-07-01", editions, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "internal", "this edition of Shop.Contoso is public but '/b.json', the newest one, is internal; give both RateCard items the same Visibility")]
    [InlineData("internal", "", "this edition of Shop.Contoso is internal but '/b.json', the newest one, is public; give both RateCard items the same Visibility")]
    public void Editions_of_one_class_that_differ_in_visibility_are_told_the_metadata(string older, string newer, string expected)
    {
        var error = Assert.Single(new CardProject().With("/a.json", Older, visibility: older).With("/b.json", Newer, visibility: newer).Errors());

        Assert.Equal(("CS1029", "/a.json"), (error.Id, error.Location.GetMappedLineSpan().Path));
        Assert.Contains(expected, error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_fails_even_without_the_analyzer()
    {
        var error = Assert.Single(new CardProject().With("/a.json", In("\"2025-01-01\"")).With("/b.json", Newer).Errors());

        Assert.Equal(("CS1029", "/b.json"), (error.Id, error.Location.GetMappedLineSpan().Path));
        Assert.Contains("RATE5005", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_without_a_successor_is_a_warning_at_the_end()
    {
        var diagnostic = Assert.Single(await new CardProject().With("/a.json", Older).Analyze());

        Assert.Equal(("RATE5006", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(Older.PlaceOf("\"2025-07-01\""), diagnostic.Location.GetLineSpan().Span);
    }

    [Fact]
    public async Task A_price_that_leaps_between_editions_is_a_warning_at_the_new_price()
    {
        var leap = Newer.Replace("1.50", "12.50", StringComparison.Ordinal);
        var diagnostic = Assert.Single(await new CardProject().With("/a.json", Older).With("/b.json", leap).Analyze());

        Assert.Equal(("RATE6008", "/b.json"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.Equal(leap.PlaceOf("12.50"), diagnostic.Location.GetLineSpan().Span);
    }

    [Fact]
    public async Task Cards_of_two_classes_are_no_editions_of_each_other()
    {
        var project = new CardProject().With("/a.json", In("\"2025-01-01\"")).With("/b.json", Newer, className: "Other");

        Assert.Empty(await project.Analyze());
        Assert.Empty(project.Errors());
    }

    private static string In(string period) => Cards.Contoso.Replace("\"2025-01-01\"", period, StringComparison.Ordinal);
}
