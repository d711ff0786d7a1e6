using Microsoft.CodeAnalysis;
using TogetherRates.Compiler.Emission.CSharp;
using TogetherRates.Compiler.Json;
using static TogetherRates.Compiler.Tests.Snapshots.Verifier;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>What stands in for a card that has mistakes.</summary>
public class SkeletonTests
{
    private static readonly EmissionOptions Options = new("Acme.Prices", null, IsPublic: true);

    private static readonly string Overlapping =
        SampleCards.Together.Replace("\"from\": \"4.1B\"", "\"from\": \"3.9B\"", StringComparison.Ordinal);

    [Fact]
    public Task The_skeleton_of_the_Together_card() => Verify(Emit(Overlapping, "Together"), "cs");

    [Fact]
    public void The_only_error_is_the_one_of_the_card_and_it_stands_at_its_place()
    {
        var error = Assert.Single(EmittedCode.Diagnose(Emit(Overlapping, "Together")), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Equal("CS1029", error.Id);
        Assert.Contains("RATE2001: this tier starts at 3.9B", error.GetMessage(null), StringComparison.Ordinal);
        var place = error.Location.GetMappedLineSpan();
        Assert.Equal("/cards/acme.ratecard.json", place.Path);
        Assert.Equal((16, 21), (place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1));
    }

    [Fact]
    public void It_has_every_public_member_of_the_class()
    {
        var whole = CSharpEmitter.Emit(CardCompiler.Read(SampleCards.Together).Card!, Options).ToString();

        Assert.Equal(EmittedCode.PublicMembersOf(whole), EmittedCode.PublicMembersOf(Emit(Overlapping, "Together")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"serverless\": { \"models\": { \"a\": {}, \"A\": {}, \"\": {}, \"Models\": {}, \"x/a\": 1, \"class\": {}, \"b\": { \"variants\": 1 } } } }")]
    [InlineData("{ \"serverless\": { \"models\": { \"a\": { \"variants\": { \"A\": 1, \"B\": 1, \"b\": 1, \"\": 1, \"Price\": 1 } }, \"a-b\": {}, \"ModelId\": { \"variants\": {} } } } }")]
    [InlineData("{ \"serverless\": { \"models\": { \"a\": { \"member\": \"not a name\" }, \"b\": { \"member\": \"class\" }, \"c\": { \"member\": 1 } } } }")]
    [InlineData("{ \"serverless\": { \"sizes\": { \"A\": {}, \"a\": {}, \"\": {}, \"Serverless\": {}, \"TryPrice\": {}, \"1\": { \"tiers\": [ 1 ] } } } }")]
    [InlineData("{ \"provider\": \"class\", \"serverless\": { \"models\": { \"a\": ")]
    public void However_little_of_a_card_can_be_read_there_is_one_error(string card)
    {
        var diagnostics = EmittedCode.Diagnose(Emit(card, "Acme"));

        Assert.Equal("CS1029", Assert.Single(diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Id);
    }

    [Fact]
    public void A_path_with_a_quote_in_it_loses_the_place_and_not_the_error()
    {
        var code = CSharpEmitter.EmitInvalid(null, "Acme", Options, new ErrorDirective("/cards/\"acme\".json", 1, 1, 1, 1, "RATE1001")).ToString();

        Assert.Equal("CS1029", Assert.Single(EmittedCode.Diagnose(code), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Id);
    }

    private static string Emit(string card, string className)
    {
        var reading = CardCompiler.Read(card);
        var error = reading.FirstError!;
        var lines = new LineMap(card);
        var (start, end) = (lines.PositionOf(error.Span.Start), lines.PositionOf(error.Span.End));
        var directive = new ErrorDirective(
            "/cards/acme.ratecard.json", start.Line, start.Column, end.Line, end.Column, $"{error.Rule.Id}: {error.Message}");
        return CSharpEmitter.EmitInvalid(reading.Card, className, Options, directive).ToString();
    }
}
