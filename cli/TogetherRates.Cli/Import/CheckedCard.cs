using TogetherRates.Compiler;

namespace TogetherRates.Cli.Import;

/// <summary>A card that has passed the compiler's own checks.</summary>
/// <param name="Content">What is in it.</param>
/// <param name="Text">Its text.</param>
internal sealed record CheckedCard(ImportedCard Content, string Text)
{
    /// <summary>Writes a card and leaves out what the compiler refuses.</summary>
    /// <param name="card">The prices.</param>
    /// <param name="from">When they come into force.</param>
    /// <param name="report">Takes what is left out, and what the compiler warns of.</param>
    /// <returns>The card, or null when nothing is left of it.</returns>
    /// <exception cref="ToolException">The card can't be mended by leaving something out.</exception>
    public static CheckedCard? Check(ImportedCard card, DateOnly from, ImportReport report)
    {
        while (!card.IsEmpty)
        {
            var layout = CardText.Write(card, from);
            var problems = CardCompiler.Read(layout.Text).Problems;
            var errors = problems.Where(problem => problem.Rule.Severity == RuleSeverity.Error).ToList();
            if (errors.Count == 0)
            {
                foreach (var warning in problems)
                {
                    report.Suspicious(card.Key, layout.PartAt(warning.Span.Start)?.Id ?? "", Explain(warning));
                }

                return new CheckedCard(card, layout.Text);
            }

            var refused = new HashSet<CardPart>();
            foreach (var error in errors)
            {
                var part = layout.PartAt(error.Span.Start);
                if (part is null || error.Rule == Rules.TooLarge)
                {
                    throw ToolException.WrongData("cardNotValid", $"the prices of '{card.Key}' don't make a card: {Explain(error)}");
                }

                if (refused.Add(part))
                {
                    Report(card.Key, part, Explain(error), report);
                }
            }

            card = card.Without(refused);
        }

        return null;
    }

    private static void Report(string key, CardPart part, string reason, ImportReport report)
    {
        if (part.Part is null)
        {
            report.LeftOut(key, part.Id, reason);
        }
        else
        {
            report.LeftOutInPart(key, part.Id, $"'{part.Part}': {reason}");
        }
    }

    private static string Explain(Problem problem) => $"{problem.Rule.Id}: {problem.Message}";
}
