using System.Globalization;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Tests.Checking;

/// <summary>What a card prices is found by id, however many there are.</summary>
public class IdIndexTests
{
    [Theory]
    [InlineData("acme/one", "acme/one")]
    [InlineData("one", "acme/one")]
    [InlineData("acme/two", "acme/two")]
    [InlineData("acme/two-mini", "acme/two")]
    [InlineData("Acme/One", null)]
    [InlineData("acme/tw", null)]
    public void An_id_an_alias_and_a_pattern_lead_to_their_model(string asked, string? found) =>
        Assert.Equal(found, new IdIndex(CardCompiler.Read(SampleCards.WithServerless(
            """
            "models": {
              "acme/one": { "price": 1, "aliases": [ "one" ] },
              "acme/two": { "price": 2, "matches": [ { "prefix": "acme/two-" } ] }
            }
            """)).Card!).Find(asked)?.Id);

    [Fact]
    public void All_who_price_with_a_card_share_its_index()
    {
        var text = SampleCards.WithServerless(""" "models": { "acme/one": { "price": 1 } } """);
        var (card, equal) = (CardCompiler.Read(text).Card!, CardCompiler.Read(text).Card!);

        Assert.Same(IdIndex.Of(card), IdIndex.Of(card));
        Assert.NotSame(IdIndex.Of(card), IdIndex.Of(equal));
    }

    // Each was once looked for among all others anew: a card like this one took minutes.
    [Theory]
    [InlineData("end", null)]
    [InlineData("m0", "one replacement after the other leads back to 'm0'")]
    [InlineData("m00", "did you mean 'm0'?")]
    public void Twenty_thousand_models_may_have_replacements(string last, string? problem)
    {
        const int Count = 20_000;
        var report = CardReport.Of(Card(Count, i => i + 1 < Count ? string.Create(CultureInfo.InvariantCulture, $"m{i + 1}") : last));

        Assert.Equal(problem is null ? 0 : 1, report.Count);
        Assert.All(report, line => Assert.Contains(problem!, line, StringComparison.Ordinal));
    }

    [Fact]
    public void Advice_is_given_for_the_first_of_many_wrong_replacements()
    {
        var report = CardReport.Of(Card(3_000, i => string.Create(CultureInfo.InvariantCulture, $"m{i}x")));

        Assert.Equal(3_000, report.Count);
        Assert.Contains("did you mean", report[0], StringComparison.Ordinal);
        Assert.Contains("it is none of the 3001 that the card has", report[^1], StringComparison.Ordinal);
    }

    private static string Card(int count, Func<int, string> replacementOf)
    {
        var models = Enumerable.Range(0, count).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"\"m{i}\": {{ \"price\": 1, \"deprecated\": \"2025-06-01\", \"replacement\": \"{replacementOf(i)}\" }}"));
        return SampleCards.WithServerless($$""" "models": { {{string.Join(',', models)}}, "end": { "price": 1 } } """);
    }
}
