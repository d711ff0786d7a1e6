using Microsoft.CodeAnalysis;
using TogetherRates.Compiler.Cards;
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

    public static TheoryData<string> Cards =>
    [
        SampleCards.Together,
        TermsCards.Everything,
        OfferCards.AllKinds,
        SampleCards.WithModel(""" "price": 1, "regions": { "eu": 1.1 } """),
        SampleCards.WithModel(""" "windows": [ { "from": "08:00", "until": "20:00", "price": 1 }, { "from": "20:00", "until": "08:00", "price": 2 } ] """),
    ];

    [Theory]
    [MemberData(nameof(Cards))]
    public void It_has_every_public_member_of_the_class(string card)
    {
        var whole = CSharpEmitter.Emit(CardCompiler.Read(card).Card!, Options).ToString();

        Assert.Equal(EmittedCode.PublicMembersOf(whole), EmittedCode.PublicMembersOf(Emit(Broken(card), null)));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void It_compiles_without_a_warning(string card) => Assert.Equal(["CS1029"], IdsOf(EmittedCode.Diagnose(Emit(Broken(card), null))));

    [Fact]
    public void Code_that_asks_for_a_time_and_a_region_has_no_errors_of_its_own()
    {
        const string Use =
            """
            using System;
            using TogetherRates;

            static class Use
            {
                private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

                public static IRateCard Europe => Acme.Prices.Acme.CardIn("eu");

                public static IRateCard EuropeNow => Acme.Prices.Acme.CardIn("eu", Now);

                public static Money[] All(TokenUsage tokens, Usage usage) =>
                [
                    Acme.Prices.Acme.Models.Large.Price(tokens, ServiceLevel.Priority, Now, "eu"),
                    Acme.Prices.Acme.Models.Large.Price(tokens, batch: true, time: Now, region: "eu"),
                    Acme.Prices.Acme.Models.Large.Explain(tokens, time: Now, region: "eu").Cost,
                    Acme.Prices.Acme.Models.Large.TryPrice(tokens, out var cost, time: Now, region: "eu") ? cost : default,
                    Acme.Prices.Acme.Price("acme/large", tokens, time: Now, region: "eu"),
                    Acme.Prices.Acme.Price("acme/large", usage, time: Now, region: "eu"),
                    Acme.Prices.Acme.Price(Acme.Prices.Acme.ModelId.Large, tokens, time: Now, region: "eu"),
                    Acme.Prices.Acme.Price(Acme.Prices.Acme.ModelId.Large, usage, time: Now, region: "eu"),
                    Acme.Prices.Acme.Explain("acme/large", tokens, time: Now, region: "eu").Cost,
                    Acme.Prices.Acme.Explain("acme/large", usage, time: Now, region: "eu").Cost,
                    Acme.Prices.Acme.Explain(Acme.Prices.Acme.ModelId.Large, tokens, time: Now, region: "eu").Cost,
                    Acme.Prices.Acme.Explain(Acme.Prices.Acme.ModelId.Large, usage, time: Now, region: "eu").Cost,
                    Acme.Prices.Acme.TryPrice("acme/large", tokens, out cost, time: Now, region: "eu") ? cost : default,
                    Acme.Prices.Acme.TryPrice("acme/large"u8, tokens, out cost, time: Now, region: "eu") ? cost : default,
                    Acme.Prices.Acme.TryPrice("acme/large", usage, out cost, time: Now, region: "eu") ? cost : default,
                    Acme.Prices.Acme.TryPrice("acme/large"u8, usage, out cost, time: Now, region: "eu") ? cost : default,
                    Acme.Prices.Acme.TryExplain("acme/large", tokens, out var quote, time: Now, region: "eu") ? quote.Cost : default,
                    Acme.Prices.Acme.TryExplain("acme/large", usage, out quote, time: Now, region: "eu") ? quote.Cost : default,
                ];
            }
            """;

        Assert.Empty(EmittedCode.Diagnose(CSharpEmitter.Emit(CardCompiler.Read(TermsCards.Everything).Card!, Options).ToString(), Use));
        Assert.Equal(["CS1029"], IdsOf(EmittedCode.Diagnose(Emit(Broken(TermsCards.Everything), null), Use)));
    }

    [Fact]
    public void A_region_with_a_factor_that_cannot_be_read_is_still_a_region()
    {
        const string Use = "static class Use { static object Europe => Acme.Prices.Acme.CardIn(\"eu\"); }";
        var card = SampleCards.WithModel(""" "price": 1, "regions": { "eu": "dear" } """);

        Assert.Equal(["CS1029"], IdsOf(EmittedCode.Diagnose(Emit(card, null), Use)));
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

    // The digits of the invoice are out of their range.
    private static string Broken(string card) => card.Replace("\"digits\": 2", "\"digits\": 99", StringComparison.Ordinal);

    private static IEnumerable<string> IdsOf(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(diagnostic => diagnostic.Id);

    private static string Emit(string card, string? className)
    {
        var reading = CardCompiler.Read(card);
        var error = reading.FirstError!;
        var lines = new LineMap(card);
        var (start, end) = (lines.PositionOf(error.Span.Start), lines.PositionOf(error.Span.End));
        var directive = new ErrorDirective(
            "/cards/acme.ratecard.json", start.Line, start.Column, end.Line, end.Column, $"{error.Rule.Id}: {error.Message}");
        return CSharpEmitter.EmitInvalid(reading.Card, className ?? MemberName.OfClass(reading.Card!), Options, directive).ToString();
    }
}
