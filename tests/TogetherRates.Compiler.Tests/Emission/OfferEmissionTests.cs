using System.Reflection;
using System.Runtime.CompilerServices;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;
using static TogetherRates.Compiler.Tests.Snapshots.Verifier;

namespace TogetherRates.Compiler.Tests.Emission;

public class OfferEmissionTests
{
    [Fact]
    public Task Offers_of_every_kind() => VerifyCode(OfferCards.AllKinds);

    [Fact]
    public void The_skeleton_of_an_invalid_card_has_the_same_members()
    {
        const string Use =
            """
            class Use
            {
                static TogetherRates.Money[] All() =>
                [
                    Acme.Images.Flux1Schnell.Price(width: 1024, height: 1024, steps: 4, images: 2),
                    Acme.Audio.CartesiaSonic3.Price(characters: 1000),
                    Acme.Tools.SandboxVcpu.Price(vcpus: 2, System.TimeSpan.FromHours(1)),
                    Acme.Price(Acme.ModelId.Storage, TogetherRates.Usage.Of(TogetherRates.Meter.GibMonths, 1)),
                ];
            }
            """;
        var broken = OfferCards.AllKinds.Replace("\"price\": 0.80, \"per\": \"video\"", "\"price\": -0.80, \"per\": \"video\"", StringComparison.Ordinal);
        var reading = CardCompiler.Read(broken);
        var skeleton = CSharpEmitter.EmitInvalid(
            reading.Card, "Acme", new EmissionOptions(string.Empty, null, IsPublic: true), new ErrorDirective("card.json", 1, 1, 1, 2, "broken")).ToString();

        Assert.False(reading.IsValid);
        Assert.Equal(["CS1029"], EmittedCode.Diagnose(skeleton, Use).Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void Every_typed_offer_takes_the_arguments_that_it_needs()
    {
        const string Use =
            """
            static class Use
            {
                static TogetherRates.Money[] All() =>
                [
                    Acme.Images.Flux1Schnell.Price(width: 1024, height: 1024, steps: 8, images: 2),
                    Acme.Images.Flux1Dev.Price(1000, 1000, level: TogetherRates.ServiceLevel.Batch),
                    Acme.Images.Gemini3ProImage.Price(2048, 2048),
                    Acme.Images.GptImage2.Price(new TogetherRates.TokenUsage(input: 1000)),
                    Acme.Audio.CartesiaSonic3.Price(characters: 1000),
                    Acme.Audio.WhisperLargeV3.Price(System.TimeSpan.FromSeconds(60.5)),
                    Acme.Video.Y.Price(videos: 2),
                    Acme.Video.Z.Price(System.TimeSpan.FromSeconds(8)),
                    Acme.Tools.CodeInterpreter.Price(sessions: 3),
                    Acme.Tools.SandboxVcpu.Price(vcpus: 2, System.TimeSpan.FromHours(1)),
                    Acme.Tools.SandboxMemory.Price(gib: 4, System.TimeSpan.FromMinutes(30)),
                    Acme.Tools.Storage.Price(gibMonths: 100),
                    Acme.Tools.WebSearch.Price(searches: 7),
                    Acme.Tools.Ocr.Price(pages: 7),
                    Acme.Tools.GpuTime.Price(gpus: 1, System.TimeSpan.FromDays(30)),
                    Acme.Price("acme/text", TogetherRates.Usage.Of(TogetherRates.Meter.Input, 1000)),
                    Acme.Tools.CodeInterpreter.Explain(sessions: 3).Cost,
                ];
            }
            """;
        var assembly = EmittedCode.Load(Emit(OfferCards.AllKinds, string.Empty) + Use);
        var prices = (Money[])assembly.GetType("Use")!.GetMethod("All", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, null)!;

        Assert.Equal(
            [
                "0.0113246208", "0.0125", "0.134", "0.005", "0.065", "0.001525", "1.6", "0.4", "0.09", "0.0892", "0.0298", "16", "0.035", "0.007", "3592.8",
                "0.001", "0.09",
            ],
            prices.Select(price => price.ToString()));
    }

    [Fact]
    public void Every_unit_has_a_type_that_takes_it()
    {
        Assert.All(BilledUnit.All, unit =>
        {
            var type = typeof(Money).Assembly.GetType(OfferType.Of(unit.Meter)["global::".Length..]);
            Assert.NotNull(type?.GetMethod("Price"));
            Assert.Equal(unit.Meter is null, type == typeof(TokenOffer));
        });
        Assert.Throws<InvalidOperationException>(() => OfferType.Of(Cards.Meter.Steps));
    }

    [Fact]
    public void Offers_per_query_and_per_credit_take_how_many()
    {
        const string Use =
            """
            static class Use
            {
                static TogetherRates.Money[] All() =>
                [
                    Acme.Tools.Find.Price(queries: 2000),
                    Acme.Tools.Crawl.Price(credits: 30),
                    Acme.Tools.Find.Explain(queries: 1000).Cost,
                    Acme.Tools.Crawl.Explain(credits: 10).Cost,
                ];
            }
            """;
        var card = OfferCards.With(""" "tools": { "find": { "price": 5, "per": "1K queries" }, "crawl": { "price": 0.10, "per": "10 credits" } } """);
        var assembly = EmittedCode.Load(Emit(card, string.Empty) + Use);
        var prices = (Money[])assembly.GetType("Use")!.GetMethod("All", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, null)!;

        Assert.Equal(["10", "0.3", "5", "0.1"], prices.Select(price => price.ToString()));
    }

    [Fact]
    public void A_deprecated_offer_warns_where_it_is_used()
    {
        const string Use = "class Use { static object Gateway => Acme.Tools.Gateway; }";

        var warning = Assert.Single(EmittedCode.Diagnose(Emit(OfferCards.AllKinds, string.Empty), Use));
        Assert.Equal("RATE7002", warning.Id);
        Assert.EndsWith("'gateway' is deprecated since 2025-06-01; use 'web-search' instead.'", warning.GetMessage(null).Replace("\".", ".'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>The code of a card that must be valid.</summary>
    internal static string Emit(string card, string space)
    {
        Assert.Empty(CardReport.Of(card));
        return CSharpEmitter.Emit(CardCompiler.Read(card).Card!, new EmissionOptions(space, null, IsPublic: true)).ToString();
    }

    /// <summary>A card that is compiled and loaded.</summary>
    internal static IRateCard Compile(string card) =>
        (IRateCard)EmittedCode.Load(Emit(card, "Prices")).GetType("Prices.Acme")!.GetProperty("Card", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static Task VerifyCode(string card, [CallerMemberName] string method = "")
    {
        var code = Emit(card, "Acme.Prices");
        Assert.Empty(EmittedCode.Diagnose(code));
        return Verify(code, "cs", method: method);
    }
}
