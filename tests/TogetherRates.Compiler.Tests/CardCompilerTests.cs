using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Tests;

/// <summary>A build needs a card's prices at once, and what is odd about them later.</summary>
public class CardCompilerTests
{
    private static readonly string Odd = SampleCards.WithModel(""" "input": 1, "cachedInput": 0.0000001, "output": 1, "reasoning": 3000 """);

    [Fact]
    public void Prices_can_be_read_without_a_judgement_and_judged_afterwards()
    {
        var read = CardCompiler.ReadPrices(Odd);

        Assert.True(read.IsValid);
        Assert.Empty(read.Problems);
        Assert.Equal(CardCompiler.Read(Odd), CardCompiler.Judge(read, Odd));
        Assert.Equal(2, CardCompiler.Judge(read, Odd).Problems.Count);
    }

    [Fact]
    public void A_judgement_comes_in_the_order_of_the_text_beside_what_was_found_before()
    {
        var place = Odd.IndexOf("\"output\"", StringComparison.Ordinal);
        var found = new Problem(Compiler.Rules.NoSuccessor, new TextSpan(place, 8), new("2026-01-01"));
        var read = CardCompiler.ReadPrices(Odd) with { Problems = new(found) };

        var judged = CardCompiler.Judge(read, Odd);

        Assert.Equal(
            [Compiler.Rules.UnitSlip, Compiler.Rules.NoSuccessor, Compiler.Rules.UnitSlip],
            judged.Problems.Select(problem => problem.Rule));
    }

    [Theory]
    [InlineData("\"input\": -1, \"output\": 3000")]
    [InlineData("\"input\": 1, \"outptu\": 3000")]
    [InlineData("\"input\": 3000,")]
    public void A_card_with_an_error_is_not_judged(string prices)
    {
        var text = SampleCards.WithModel(prices);
        var read = CardCompiler.ReadPrices(text);

        Assert.NotNull(read.FirstError);
        Assert.Same(read, CardCompiler.Judge(read, text));
    }

    [Theory]
    [InlineData('{')]
    [InlineData('}')]
    [InlineData('[')]
    [InlineData(']')]
    public void A_bracket_too_many_is_a_few_errors_of_which_one_is_near(char bracket)
    {
        var card = SampleCards.NewestTogether;
        var places = Enumerable.Range(1, card.Length - 1)
            .Where(place => card[place - 1] is '{' or '}' or '[' or ']' or ',' && card.AsSpan(0, place).Count('"') % 2 == 0)
            .Where((_, index) => index % 5 == 0);

        Assert.All(places, place =>
        {
            var problems = CardCompiler.Read(card.Insert(place, bracket.ToString())).Problems;

            Assert.InRange(problems.Count, 1, 6);
            Assert.Contains(problems, problem => Math.Abs(problem.Span.Start - place) < 400);
        });
    }
}
