using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Tests;

/// <summary>What is wrong with a card, as the build prints it.</summary>
internal static class CardReport
{
    /// <summary>One line for each problem of a card, in the order of the text.</summary>
    public static IReadOnlyList<string> Of(string card)
    {
        var lines = new LineMap(card);
        return [.. CardCompiler.Read(card).Problems.Select(problem => Print(problem, lines.PositionOf(problem.Span.Start)))];
    }

    private static string Print(Problem problem, TextPosition start)
    {
        var severity = problem.Rule.Severity == RuleSeverity.Error ? "error" : "warning";
        return $"card.ratecard.json({start.Line},{start.Column}): {severity} {problem.Rule.Id}: {problem.Message}";
    }
}
