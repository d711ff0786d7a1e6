using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TogetherRates.Generator.Tests;

public class InvalidCardTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    public void The_build_fails_at_the_very_value(string lineBreak)
    {
        // U+0085 and U+2028 are no white space to JSON, so they stand in a string before the mistake.
        var card = lineBreak is "\u0085" or "\u2028"
            ? Cards.Gapped.Replace("\"provider\"", $"\"source\": \"a{lineBreak}b\", \"provider\"", StringComparison.Ordinal)
            : Cards.Gapped.WithLineBreaks(lineBreak);
        var error = Assert.Single(new CardProject().With("/cards/a b ä.json", card).Errors());
        var place = error.Location.GetMappedLineSpan();

        Assert.Equal("CS1029", error.Id);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Equal("/cards/a b ä.json", place.Path);
        Assert.Equal(card.PlaceOf("\"4.3B\"").Start, place.StartLinePosition);
        Assert.Contains("RATE2002", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("4.3B", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_and_columns_are_the_ones_that_an_editor_shows()
    {
        var error = Assert.Single(new CardProject().With("/a.json", Cards.Gapped).Errors());

        Assert.Equal(new LinePosition(12, 20), error.Location.GetMappedLineSpan().StartLinePosition);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"ratecard\": 1 }")]
    [InlineData("{ \"ratecard\": NaN }")]
    [InlineData("\u0000\u0001")]
    [InlineData("\uD800")]
    public async Task The_error_stands_where_the_analyzer_finds_the_first(string card)
    {
        var project = new CardProject().With("/cards/a.json", card);
        var found = (await project.Analyze()).First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var error = Assert.Single(project.Errors());

        Assert.Equal(found.Location.GetLineSpan().StartLinePosition, error.Location.GetMappedLineSpan().StartLinePosition);
        Assert.Equal($"#error: '{found.Id}: {found.GetMessage(null)}'", error.GetMessage(null));
    }

    [Fact]
    public void What_users_name_of_the_card_is_still_there()
    {
        var source = Assert.Single(new CardProject().With("/a.json", Cards.Gapped).CardSources()).Value;

        Assert.Contains("class Contoso", source, StringComparison.Ordinal);
        Assert.Contains("class Dense", source, StringComparison.Ordinal);
        Assert.Contains("Small1", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_fails_the_build()
    {
        var project = new CardProject().With("/cards/gone.json", text: null);
        var error = Assert.Single(project.Errors());

        Assert.Equal("/cards/gone.json", error.Location.GetMappedLineSpan().Path);
        Assert.Contains("can't be read", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("class Gone", Assert.Single(project.CardSources()).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_beyond_what_a_directive_can_name_is_told_in_words()
    {
        var card = Cards.Gapped.WithLineBreaks(new string(' ', 10_000));
        var error = Assert.Single(new CardProject().With("/a.json", card).Errors());
        var column = card.PlaceOf("\"4.3B\"").Start.Character + 1;

        Assert.True(column > 65_536);
        Assert.Equal(new LinePosition(0, 65_534), error.Location.GetMappedLineSpan().StartLinePosition);
        Assert.Contains($"(line 1, column {column})", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cards/a\"b.json")]
    [InlineData("/cards/a\nb.json")]
    [InlineData("/cards/a\u2028b.json")]
    [InlineData("C:\\cards\\n\\u0041.json")]
    public void Every_path_can_be_pointed_at_or_is_left_out(string path)
    {
        var error = Assert.Single(new CardProject().With(path, Cards.Gapped).Errors());

        Assert.Equal("CS1029", error.Id);
    }

    [Theory]
    [InlineData("\\u2028class Injected;")]
    [InlineData("\\u0085class Injected;")]
    [InlineData("\\nclass Injected;")]
    public void Nothing_in_a_card_ends_the_error_early(string name)
    {
        var card = Cards.Contoso.Replace("\"ratecard\": 1,", $"\"ratecard\": 1, \"{name}\": 1,", StringComparison.Ordinal);
        var run = new CardProject().With("/a.json", card).Generate();

        var file = Assert.Single(CardProject.FilesOfCards(run));
        Assert.Equal("CS1029", Assert.Single(file.SyntaxTree.GetDiagnostics()).Id);
        Assert.DoesNotContain(file.SyntaxTree.GetRoot().DescendantTokens(), token => token.Text == "Injected");
    }

    [Fact]
    public void The_generator_itself_reports_nothing() =>
        Assert.Empty(new CardProject().With("/a.json", Cards.Gapped).With("/b.json", text: null).Generate().Diagnostics);
}
