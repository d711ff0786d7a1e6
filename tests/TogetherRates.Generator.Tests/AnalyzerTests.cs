using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Generator.Tests;

public class AnalyzerTests
{
    [Fact]
    public async Task A_card_without_mistakes_is_met_with_silence() =>
        Assert.Empty(await new CardProject().With("/a.json", Cards.Contoso).Analyze());

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task A_problem_is_reported_at_its_very_characters(string lineBreak)
    {
        var card = Cards.Gapped.WithLineBreaks(lineBreak);
        var diagnostic = Assert.Single(await new CardProject().With("/cards/a.json", card).Analyze());

        Assert.Equal("RATE2002", diagnostic.Id);
        Assert.Equal(LocationKind.ExternalFile, diagnostic.Location.Kind);
        Assert.Equal("\"4.3B\"", card.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Equal(new FileLinePositionSpan("/cards/a.json", card.PlaceOf("\"4.3B\"")), diagnostic.Location.GetLineSpan());
        Assert.Equal(new LinePosition(12, 20), diagnostic.Location.GetLineSpan().StartLinePosition);
    }

    [Fact]
    public async Task Every_problem_is_reported_not_only_the_first()
    {
        var card = Cards.Gapped.Replace("1.25", "-1.25", StringComparison.Ordinal).Replace("\"USD\"", "\"US\"", StringComparison.Ordinal);
        var expected = CardCompiler.Read(card).Problems;
        var found = await new CardProject().With("/a.json", card).Analyze();

        Assert.Equal(["RATE3005", "RATE2002", "RATE3001"], found.Select(diagnostic => diagnostic.Id));
        Assert.Equal(expected.Select(problem => problem.Message), found.Select(diagnostic => diagnostic.GetMessage(null)));
        Assert.Equal(
            expected.Select(problem => (problem.Span.Start, problem.Span.Length)),
            found.Select(diagnostic => (diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
    }

    [Fact]
    public async Task What_a_card_hides_is_visible_in_the_message()
    {
        var hidden = string.Concat("\\n/x.cs(1,1): error EVIL: ", "\\u001b[31m", "\\u202e", "\\udb40\\udc41", "\\ud83d");
        var card = Cards.Contoso.Replace("\"currency\"", $"\"US{hidden}\": 1, \"currency\"", StringComparison.Ordinal);

        var message = (await new CardProject().With("/a.json", card).Analyze())[0].GetMessage(null);

        Assert.Contains("US\uFFFD/x.cs(1,1): error EVIL: \uFFFD[31m\uFFFD\uFFFD\uFFFD", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_lie_in_the_card_that_has_them()
    {
        var found = await new CardProject().With("/a.json", Cards.Contoso).With("/b.json", Cards.Gapped).With("/c.json", "{").Analyze();

        Assert.Equal(
            ["/b.json", "/c.json"],
            found.Select(diagnostic => diagnostic.Location.GetLineSpan().Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Files_that_are_no_rate_cards_are_left_alone()
    {
        var project = new CardProject().WithFile(new CardFile("/appsettings.json", "{"));

        Assert.Empty(await project.Analyze());
        Assert.Empty(project.Sources());
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_left_to_the_generator() =>
        Assert.Empty(await new CardProject().With("/gone.json", text: null).Analyze());

    [Theory]
    [InlineData(ReportDiagnostic.Suppress)]
    [InlineData(ReportDiagnostic.Hidden)]
    [InlineData(ReportDiagnostic.Warn)]
    public async Task No_setting_weakens_an_error(ReportDiagnostic setting)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithSpecificDiagnosticOptions([KeyValuePair.Create("RATE2002", setting)]);
        var diagnostic = Assert.Single(await new CardProject().With("/a.json", Cards.Gapped).Analyze(options));

        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.False(diagnostic.IsSuppressed);
    }

    [Fact]
    public void Lines_and_columns_are_counted_as_the_compiler_counts_them()
    {
        string[] pieces = ["\r", "\n", "\r\n", "\u0085", "\u2028", "\u2029", "\v", "\f", "a", "\u00e4", "\U0001F600", "\uFEFF"];
        var random = new Random(20250101);
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => pieces[random.Next(pieces.Length)]));
            var expected = SourceText.From(text).Lines;
            var lines = new LineMap(text);
            for (var offset = 0; offset <= text.Length; offset++)
            {
                var place = lines.PositionOf(offset);
                Assert.Equal(expected.GetLinePosition(offset), new LinePosition(place.LineIndex, place.ColumnIndex));
            }
        }
    }
}
