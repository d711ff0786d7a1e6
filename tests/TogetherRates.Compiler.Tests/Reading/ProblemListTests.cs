using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;
using CardRules = TogetherRates.Compiler.Rules;

namespace TogetherRates.Compiler.Tests.Reading;

public class ProblemListTests
{
    // So many that a sort which isn't stable would mix them up.
    private const int Many = 100;

    [Fact]
    public void Problems_are_in_the_order_of_the_text_then_of_the_rules_then_as_they_were_found()
    {
        var problems = new ProblemList(JsonReader.Read("{ }"));
        for (var i = 0; i < Many; i++)
        {
            problems.Add(i % 2 == 0 ? CardRules.NoPrice : CardRules.UnknownProperty, new TextSpan(i % 3, 1), $"{i}", $"{i}", $"{i}");
        }

        var ordered = problems.InTextOrder();

        Assert.Equal(Many, ordered.Count);
        Assert.Equal(
            Enumerable.Range(0, Many).OrderBy(i => i % 3).ThenBy(i => i % 2 == 0 ? CardRules.NoPrice.Id : CardRules.UnknownProperty.Id, StringComparer.Ordinal).Select(i => $"{i}"),
            ordered.Select(problem => problem.Arguments[0]));
    }

    [Fact]
    public void Errors_of_the_text_are_the_first_problems()
    {
        var problems = new ProblemList(JsonReader.Read("{ \"a\": 1, \"a\": 2, "));

        Assert.True(problems.HasErrors);
        Assert.Equal([CardRules.DuplicateKey, CardRules.Syntax], problems.InTextOrder().Select(problem => problem.Rule));
        Assert.Empty(new ProblemList(JsonReader.Read("{ }")).InTextOrder());
    }
}
