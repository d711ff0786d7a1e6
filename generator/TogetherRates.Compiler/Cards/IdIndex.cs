using TogetherRates.Compiler.Patterns;

namespace TogetherRates.Compiler.Cards;

/// <summary>Finds what a card prices by id, as often as one likes: it looks at the whole card once, when it is first asked.</summary>
/// <param name="card">The card.</param>
public sealed class IdIndex(Card card)
{
    // To find the nearest of fifty thousand ids takes a while, and whoever has many wrong ones hasn't mistyped them.
    private const int MostAdvice = 20;

    private Dictionary<string, PricedId>? known;
    private IReadOnlyList<PricedId> all = [];
    private IReadOnlyList<PricedId> withPatterns = [];
    private int advised;

    /// <summary>Finds a model or an offer by its id, an alias or a pattern.</summary>
    /// <param name="id">The id, in its exact case unless the card says that case doesn't count.</param>
    /// <returns>The model or the offer, or null.</returns>
    public PricedId? Find(string id)
    {
        known ??= Build();

        // Exact ids come first, whatever they are of: a pattern of a model takes no id of an offer.
        return known.TryGetValue(Fold(id), out var priced)
            ? priced
            : withPatterns.FirstOrDefault(candidate => candidate.Matches.Any(pattern => PatternMatch.Matches(pattern, id, card.IgnoresCase)));
    }

    /// <summary>What to write instead of an id that the card doesn't have.</summary>
    /// <param name="id">The id.</param>
    /// <returns>Advice for the end of a message.</returns>
    public string Advise(string id)
    {
        known ??= Build();
        return advised++ < MostAdvice
            ? NearestName.Advice(id, [.. all.Select(priced => priced.Id)])
            : $"it is none of the {all.Count} that the card has";
    }

    private Dictionary<string, PricedId> Build()
    {
        var ids = new Dictionary<string, PricedId>(StringComparer.Ordinal);
        all = CardIds.All(card);
        foreach (var priced in all)
        {
            foreach (var id in priced.Aliases.Prepend(priced.Id).Select(Fold))
            {
                // Two of one id are an error of the card, which other checks tell.
                if (!ids.ContainsKey(id))
                {
                    ids.Add(id, priced);
                }
            }
        }

        withPatterns = [.. all.Where(priced => priced.Matches.Count > 0)];
        return ids;
    }

    private string Fold(string id) => card.IgnoresCase ? AsciiCase.ToLower(id) : id;
}
