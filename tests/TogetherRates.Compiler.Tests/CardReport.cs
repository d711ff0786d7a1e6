using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Tests;

/// <summary>What is wrong with a card, in the order of its text.</summary>
internal static class CardReport
{
    /// <summary>One line for each problem, as the build prints it.</summary>
    public static IReadOnlyList<string> Of(string card) => Print(card, Line);

    /// <summary>One line for each problem of the last card, those with the cards before it among them, as the build prints it.</summary>
    public static IReadOnlyList<string> OfLast(params IReadOnlyList<string> cards)
    {
        var set = cards.Select(text => CardCompiler.Read(text)).Zip(cards, (reading, text) => new CardOfSet(ClassOf(reading), text, reading)).ToList();
        var lines = new LineMap(cards[^1]);
        var problems = CardSet.Check(set[^1], set);
        return [.. Of(cards[^1]), .. problems.Select(problem => Line(problem, lines.PositionOf(problem.Span.Start)))];
    }

    /// <summary>The rule and the place of each problem, such as <c>RATE2001 at 12,20</c>.</summary>
    public static IReadOnlyList<string> PlacesOf(string card) => Print(
        card, (problem, start) => $"{problem.Rule.Id} at {start.Line},{start.Column}");

    /// <summary>The rule and the text that each problem points at, such as <c>RATE3001 -0.10</c>.</summary>
    public static IReadOnlyList<string> TargetsOf(string card) => Print(
        card, (problem, _) => $"{problem.Rule.Id} {card.AsSpan(problem.Span.Start, problem.Span.Length)}");

    /// <summary>What keeps a card from being compiled, as the build prints it: an odd price is only a warning.</summary>
    public static IReadOnlyList<string> ErrorsOf(string card) => [.. Of(card).Where(line => line.Contains(": error ", StringComparison.Ordinal))];

    private static IReadOnlyList<string> Print(string card, Func<Problem, TextPosition, string> print)
    {
        var lines = new LineMap(card);
        return [.. CardCompiler.Read(card).Problems.Select(problem => print(problem, lines.PositionOf(problem.Span.Start)))];
    }

    private static string Line(Problem problem, TextPosition start) =>
        $"card.ratecard.json({start.Line},{start.Column}): {SeverityOf(problem)} {problem.Rule.Id}: {problem.Message}";

    private static string ClassOf(CardReading reading) => reading.Card is { } card ? MemberName.OfClass(card) : string.Empty;

    private static string SeverityOf(Problem problem) => problem.Rule.Severity == RuleSeverity.Error ? "error" : "warning";
}
