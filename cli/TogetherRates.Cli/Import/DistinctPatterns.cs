namespace TogetherRates.Cli.Import;

/// <summary>Keeps patterns that share no id with those of another model, as a card asks for.</summary>
/// <remarks>
/// What says where in an id it stands tells more than what may stand anywhere, so prefixes go before suffixes and those before parts; among
/// equals the first of the source goes first. Regular expressions aren't compared here: the compiler does that.
/// </remarks>
internal static class DistinctPatterns
{
    private static readonly string[] Ranks = ["prefix", "suffix", "contains"];

    /// <summary>Leaves out patterns.</summary>
    /// <param name="key">What the source calls the provider.</param>
    /// <param name="models">The models.</param>
    /// <param name="report">Takes what is left out.</param>
    /// <returns>The models with the patterns that stay.</returns>
    public static IReadOnlyList<ImportedModel> Keep(string key, IReadOnlyList<ImportedModel> models, ImportReport report)
    {
        var kept = new List<(string Owner, ImportedPattern Pattern)>();
        var refused = new HashSet<CardPart>();
        foreach (var rank in Ranks)
        {
            var ranked = models.SelectMany(model => model.Matches.Where(match => match.Kind == rank).Select(match => (model.Id, match)));
            foreach (var (owner, pattern) in ranked)
            {
                if (kept.Find(other => other.Owner != owner && CanMeet(other.Pattern, pattern)) is { Owner: { } rival } first)
                {
                    _ = refused.Add(new CardPart(owner, pattern.ToString()));
                    report.LeftOutInPart(key, owner, $"'{pattern}': an id that it matches can match '{first.Pattern}' of '{rival}' too");
                }
                else
                {
                    kept.Add((owner, pattern));
                }
            }
        }

        return [.. models.Select(model => model.Without(refused))];
    }

    // What starts with one text can end with another, and have a third in between.
    private static bool CanMeet(ImportedPattern one, ImportedPattern other) => (one.Kind, other.Kind) switch
    {
        ("prefix", "prefix") =>
            one.Text.StartsWith(other.Text, StringComparison.Ordinal) || other.Text.StartsWith(one.Text, StringComparison.Ordinal),
        ("suffix", "suffix") =>
            one.Text.EndsWith(other.Text, StringComparison.Ordinal) || other.Text.EndsWith(one.Text, StringComparison.Ordinal),
        _ => true,
    };
}
