namespace TogetherRates.Cli.Import;

/// <summary>Puts the prices of all providers of a source into one card, for callers who know models by the ids of the source.</summary>
internal static class WholeCollection
{
    /// <summary>Makes the card.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cards">A card for each provider.</param>
    /// <param name="report">Takes what is left out.</param>
    /// <returns>One card for all.</returns>
    public static ImportedCard Of(PriceSource source, IReadOnlyList<ImportedCard> cards, ImportReport report) => new(
        source.Name,
        source.Collection,
        source.Address,
        cards.Sum(card => card.Entries),
        [.. ModelsOf(source, cards, report)],
        [.. cards.SelectMany(card => card.Gpus)]);

    private static IEnumerable<ImportedModel> ModelsOf(PriceSource source, IReadOnlyList<ImportedCard> cards, ImportReport report)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, model) in cards.SelectMany(card => card.Models.Select(model => (card.Key, model))))
        {
            if (source.HasProvidersInIds && !known.Add(model.Id))
            {
                model.EntryIds.ToList().ForEach(id => report.LeftOut(key, id, $"another provider has '{model.Id}' too, and the first one stays"));
                continue;
            }

            yield return source.HasProvidersInIds ? model : Qualify(key, model, report);
        }
    }

    // A pattern that doesn't say how ids start would take those of other providers.
    private static ImportedModel Qualify(string key, ImportedModel model, ImportReport report)
    {
        foreach (var pattern in model.Matches.Where(pattern => pattern.Kind != "prefix"))
        {
            report.LeftOutInPart(key, model.Id, $"'{pattern}': in a card of all providers it would match their ids too");
        }

        return model with
        {
            Id = $"{key}/{model.Id}",
            Aliases = [.. model.Aliases.Select(alias => $"{key}/{alias}")],
            AliasEntries = [.. model.AliasEntries.Select(alias => $"{key}/{alias}")],
            Matches = [.. model.Matches.Where(pattern => pattern.Kind == "prefix").Select(pattern => pattern with { Text = $"{key}/{pattern.Text}" })],
        };
    }
}
