using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Checking;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler;

/// <summary>A card among the others of its project.</summary>
/// <param name="ClassName">The class that it becomes, with its namespace where that is known.</param>
/// <param name="Text">Its text.</param>
/// <param name="Reading">What came of the text.</param>
public sealed record CardOfSet(string ClassName, string Text, CardReading Reading)
{
    /// <summary>Where it lies: two files of one text are two cards, and one that is named twice is one.</summary>
    public string File { get; init; } = string.Empty;
}

/// <summary>What is wrong between cards that are each fine by themselves: the editions of one class.</summary>
public static class CardSet
{
    private static readonly CardPath Effective = CardPath.Root.Property("effective");

    /// <summary>Checks one card against the others of its class.</summary>
    /// <param name="card">The card.</param>
    /// <param name="others">All cards of the project; the card itself may be among them.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The problems, in the order of the card's text.</returns>
    public static IReadOnlyList<Problem> Check(CardOfSet card, IEnumerable<CardOfSet> others, CancellationToken cancellation = default)
    {
        if (!card.Reading.IsValid)
        {
            return [];
        }

        var edition = card.Reading.Card!;
        var siblings = others
            .Where(other => (other.Text != card.Text || other.File != card.File) && other.ClassName == card.ClassName && other.Reading.IsValid)
            .Select(other => other.Reading.Card!)
            .OrderBy(other => other.Effective.From)
            .ToList();

        JsonNode? root = null;
        var problems = new List<Problem>();
        if (siblings.LastOrDefault(other => other.Effective.From <= edition.Effective.From) is { } before)
        {
            var problem = TimelineChecks.FindProblem(Edition.Of(before), Edition.Of(edition));
            if (problem is { } found)
            {
                problems.Add(At(Effective.Property("from"), found.Rule, found.Arguments));
            }

            // Prices of two providers differ by nature.
            problems.AddRange(problem?.Rule == Rules.TwoProvidersInOneClass ? [] : EditionChecks.Compare(before, edition, cancellation).Select(finding => At(finding.Path, finding.Rule, [.. finding.Arguments])));
        }

        if (edition.Effective.Until is { } until && siblings.All(other => other.Effective.From <= edition.Effective.From))
        {
            problems.Add(At(Effective.Property("until"), Rules.NoSuccessor, CardDate.TextOf(until)));
        }

        return [.. problems.OrderBy(problem => problem.Span.Start)];

        // Most cards have none, and need not be read again.
        Problem At(CardPath path, Rule rule, params string[] arguments)
        {
            cancellation.ThrowIfCancellationRequested();
            root ??= JsonReader.Read(card.Text, cancellation).Root;
            return new(rule, JsonPath.Locate(root, path), new EquatableArray<string>(arguments));
        }
    }
}
