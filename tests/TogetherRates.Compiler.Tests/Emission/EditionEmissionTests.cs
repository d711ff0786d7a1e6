using System.Reflection;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Editions of one class as the build makes them: compiled, loaded and asked.</summary>
public class EditionEmissionTests
{
    private static readonly DateTimeOffset Change = new(2025, 7, 1, 12, 30, 0, TimeSpan.Zero);

    private static readonly string Older = Card("1", "\"from\": \"2025-01-01\", \"until\": \"2025-07-01T12:30:00Z\"");
    private static readonly string Newer = Card("2", "\"from\": \"2025-07-01T12:30:00Z\", \"until\": \"2025-09-01\"");
    private static readonly string Newest = Card("3", "\"from\": \"2025-09-01\", \"until\": \"2026-01-01\"");

    [Fact]
    public void At_finds_the_edition_in_force_to_the_instant()
    {
        var type = Load(Older, Newer, Newest);
        var cards = Assert.IsAssignableFrom<IReadOnlyList<IRateCard>>(type.GetProperty("Editions")!.GetValue(null));

        Assert.Equal(["1", "2", "3"], cards.Select(PriceOf));
        Assert.Equal([null, "1", "1", "2", "2", "3", "3", null], new[]
        {
            new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1),
            new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Change.AddTicks(-1),
            Change,
            new DateTimeOffset(2025, 9, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1),
            new DateTimeOffset(2025, 9, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1),
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        }.Select(time => TryAt(type, time) is { } card ? PriceOf(card) : null));

        // The same instant on another clock is the same edition.
        Assert.Equal("2", PriceOf(TryAt(type, Change.ToOffset(TimeSpan.FromHours(14)))!));
    }

    [Fact]
    public void An_older_edition_is_a_class_of_its_own()
    {
        var type = Load(Older, Newer, Newest);

        Assert.Equal(
            ["Edition2025_01_01", "Edition2025_07_01_12_30_00"],
            type.GetNestedTypes().Select(nested => nested.Name).Where(name => name.StartsWith("Edition", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(Change, ((IRateCard)type.GetNestedType("Edition2025_07_01_12_30_00")!.GetProperty("Card")!.GetValue(null)!).EffectiveFrom);
    }

    [Fact]
    public void Prices_may_be_in_force_from_the_first_day_that_there_is()
    {
        var type = Load(Card("1", "\"from\": \"0001-01-01\", \"until\": \"2025-07-01\""), Card("2", "\"from\": \"2025-07-01\""));

        Assert.Equal("1", PriceOf(TryAt(type, DateTimeOffset.MinValue)!));
        Assert.Equal("2", PriceOf(TryAt(type, Change)!));
    }

    [Fact]
    public void A_window_may_be_open_from_the_first_day_that_there_is()
    {
        var card = SampleCards.WithModel(""" "windows": [ { "since": "0001-01-01", "before": "2025-01-01", "price": 1 }, { "since": "2025-01-01", "price": 2 } ] """)
            .Replace("\"from\": \"2025-01-01\"", "\"from\": \"0001-01-01\"", StringComparison.Ordinal);

        Assert.Equal("1", PriceOf(TryAt(Load(card), DateTimeOffset.MinValue)!));
        Assert.Equal("2", PriceOf(TryAt(Load(card), Change)!));
    }

    [Fact]
    public void Windows_that_close_before_an_edition_starts_need_not_fill_the_day()
    {
        var card = SampleCards.WithModel(
            """
            "windows": [
              { "before": "2024-07-01", "from": "06:00", "until": "12:00", "price": 3 },
              { "since": "2024-07-01", "price": 1 }
            ]
            """);

        Assert.Equal("1", PriceOf(TryAt(Load(card), Change)!));
    }

    [Theory]
    [InlineData("\"from\": \"2025-01-01\"", "\"from\": \"2025-07-01\"")]
    [InlineData("\"from\": \"2025-01-01\", \"until\": \"2026-01-01\"", "\"from\": \"2025-07-01\", \"until\": \"2025-08-01\"")]
    [InlineData("\"from\": \"2025-01-01\", \"until\": \"2025-02-01\"", "\"from\": \"2025-07-01\", \"until\": \"2025-03-01\"")]
    public void Editions_that_do_not_follow_each_other_make_no_more_errors_than_their_own(string older, string newer)
    {
        var editions = new[] { older, newer }.Select(effective => Edition.Of(CardCompiler.Read(Card("1", effective)).Card!));
        var timeline = Timeline.Of(editions);
        var options = new EmissionOptions("Acme.Prices", "Prices", IsPublic: true);
        var error = new ErrorDirective("/card.json", 1, 1, 1, 1, "RATE5005");

        var diagnostics = EmittedCode.Diagnose(
            Emit(Card("1", "\"from\": \"2025-01-01\""), timeline.Editions[0].ClassName),
            CSharpEmitter.EmitInvalid(CardCompiler.Read(Card("1", newer)).Card, "Prices", options, error).ToString(),
            CSharpEmitter.EmitTimeline(timeline, "Prices", options).ToString());

        Assert.Equal(["CS1029"], diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_time_without_an_edition_is_refused_with_those_that_there_are()
    {
        var at = Load(Older, Newer, Newest).GetMethod("At", [typeof(DateOnly)])!;
        var failure = Assert.Throws<TargetInvocationException>(() => at.Invoke(null, [new DateOnly(2026, 1, 1)]));

        Assert.Contains("No edition is in force at 2026-01-01 00:00 UTC", Assert.IsType<PriceNotFoundException>(failure.InnerException).Message, StringComparison.Ordinal);
        Assert.Equal("1", PriceOf(Assert.IsAssignableFrom<IRateCard>(at.Invoke(null, [new DateOnly(2025, 7, 1)]))));
        Assert.Equal("2", PriceOf(Assert.IsAssignableFrom<IRateCard>(at.Invoke(null, [new DateOnly(2025, 7, 2)]))));
    }

    [Fact]
    public void Code_that_uses_a_deprecated_model_is_warned_with_the_day_and_the_replacement()
    {
        var card = SampleCards.WithServerless(
            """
            "models": {
              "acme/one": { "price": 1, "deprecated": "2025-05-01", "removed": "2025-12-31", "replacement": "acme/two" },
              "acme/two": { "price": 1 }
            }
            """);
        var user =
            """
            using Acme.Prices;
            using TogetherRates;

            static class User
            {
                public static Money Old => Prices.Models.One.Price(new TokenUsage(input: 1));
                public static Money New => Prices.Models.Two.Price(new TokenUsage(input: 1));
                public static Money Typed => Prices.Price(Prices.ModelId.One, new TokenUsage(input: 1));
            }
            """;
        var diagnostics = EmittedCode.Diagnose(Emit(card, null), user);

        Assert.Equal(
            ["RATE7002 at 6", "RATE7002 at 8"],
            diagnostics.Select(diagnostic => $"{diagnostic.Id} at {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}").Order(StringComparer.Ordinal));
        Assert.All(diagnostics, diagnostic => Assert.Contains(
            "'acme/one' is deprecated since 2025-05-01 and will be removed on 2025-12-31; use 'acme/two' instead.",
            diagnostic.GetMessage(null),
            StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_of_a_deprecated_model_holds_for_its_variants()
    {
        var card = SampleCards.WithServerless(
            """
            "models": {
              "acme/one": { "deprecated": "2025-05-01", "variants": { "Lite": 1, "Pro": { "price": 2, "deprecated": "2025-06-01" } } }
            }
            """);
        var user =
            """
            using Acme.Prices;
            using TogetherRates;

            static class User
            {
                public static Money Lite => Prices.Models.One.Lite.Price(new TokenUsage(input: 1));
                public static Money Pro => Prices.Models.One.Pro.Price(new TokenUsage(input: 1));
            }
            """;

        Assert.Equal(
            ["'acme/one-Lite' is deprecated since 2025-05-01.", "'acme/one-Pro' is deprecated since 2025-06-01."],
            EmittedCode.Diagnose(Emit(card, null), user)
                .Select(diagnostic => diagnostic.GetMessage(null).Split("is obsolete: '")[1][..^1])
                .Order(StringComparer.Ordinal));
    }

    private static string Card(string price, string effective) => SampleCards
        .WithModel($"\"price\": {price}")
        .Replace("\"from\": \"2025-01-01\"", effective, StringComparison.Ordinal);

    private static string Emit(string card, string? editionClass)
    {
        Assert.Empty(CardReport.ErrorsOf(card));
        return CSharpEmitter.Emit(CardCompiler.Read(card).Card!, new EmissionOptions("Acme.Prices", "Prices", IsPublic: true, editionClass)).ToString();
    }

    private static Type Load(params string[] cards)
    {
        Assert.DoesNotContain(cards.SelectMany((_, i) => CardReport.OfLast(cards[..(i + 1)])), line => line.Contains(": error ", StringComparison.Ordinal));
        var timeline = Timeline.Of(cards.Select(card => Edition.Of(CardCompiler.Read(card).Card!)));
        var sources = cards
            .Select((card, i) => Emit(card, i == cards.Length - 1 ? null : timeline.Editions[i].ClassName))
            .Append(CSharpEmitter.EmitTimeline(timeline, "Prices", new EmissionOptions("Acme.Prices", "Prices", IsPublic: true)).ToString());
        return EmittedCode.Load([.. sources]).GetType("Acme.Prices.Prices")!;
    }

    private static IRateCard? TryAt(Type type, DateTimeOffset time)
    {
        object?[] arguments = [time, null];
        var found = (bool)type.GetMethod("TryAt")!.Invoke(null, arguments)!;
        Assert.Equal(found, arguments[1] is not null);
        return (IRateCard?)arguments[1];
    }

    private static string PriceOf(IRateCard card) => card.Price("acme/one", new TokenUsage(input: 1_000_000)).ToString();
}
