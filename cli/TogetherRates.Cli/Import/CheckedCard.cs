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

            var refused = new Dictionary<CardPart, string>();
            foreach (var error in errors)
            {
                var part = layout.PartAt(error.Span.Start);

                // Of the names that belong to no entry, only the provider's comes from the source.
                if (part is null && error.Rule == Rules.EmptyText)
                {
                    card.EntryIds.ToList().ForEach(id => report.LeftOut(card.Key, id, Explain(error)));
                    return null;
                }

                if (part is null || error.Rule == Rules.TooLarge)
                {
                    throw ToolException.WrongData("cardNotValid", $"the prices of '{card.Key}' don't make a card: {Explain(error)}");
                }

                _ = refused.TryAdd(part, Explain(error));
            }

            Report(card, refused, report);
            card = card.Without(refused.Keys.ToHashSet());
        }

        return null;
    }

    private static void Report(ImportedCard card, Dictionary<CardPart, string> refused, ImportReport report)
    {
        var aliases = card.Models.SelectMany(model => model.AliasEntries.Select(alias => new CardPart(model.Id, alias))).ToHashSet();
        foreach (var (part, reason) in refused)
        {
            if (part.Part is null)
            {
                report.LeftOut(card.Key, part.Id, reason);
                foreach (var alias in aliases.Where(alias => alias.Id == part.Id && !refused.ContainsKey(alias)))
                {
                    report.LeftOut(card.Key, alias.Part!, $"it is an alias of '{part.Id}', which is left out");
                }
            }
            else if (aliases.Contains(part))
            {
                report.LeftOut(card.Key, part.Part, reason);
            }
            else
            {
                report.LeftOutInPart(card.Key, part.Id, $"'{part.Part}': {reason}");
            }
        }
    }

    private static string Explain(Problem problem) => $"{problem.Rule.Id}: {problem.Message}";
}
