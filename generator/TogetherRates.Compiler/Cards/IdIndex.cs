using System.Runtime.CompilerServices;
using TogetherRates.Compiler.Patterns;

namespace TogetherRates.Compiler.Cards;

/// <summary>Finds what a card prices by id, as often as one likes: it looks at the whole card once, when it is first asked.</summary>
public sealed class IdIndex
{
    // To find the nearest of fifty thousand ids takes a while, and whoever has many wrong ones hasn't mistyped them.
    private const int MostAdvice = 20;

    private static readonly ConditionalWeakTable<Card, IdIndex> Indices = new();

    private readonly Card card;
    private Content? content;
    private int advised;

    /// <summary>An index of a card, which hasn't looked at it yet.</summary>
    /// <param name="card">The card.</param>
    public IdIndex(Card card) => this.card = card;

    /// <summary>The one index that all who price with a card share, for as long as there is the card.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The index.</returns>
    public static IdIndex Of(Card card) => Indices.GetValue(card, static key => new IdIndex(key));

    /// <summary>Finds a model or an offer by its id, an alias or a pattern.</summary>
    /// <param name="id">The id, in its exact case unless the card says that case doesn't count.</param>
    /// <returns>The model or the offer, or null.</returns>
    public PricedId? Find(string id) =>
        // Exact ids come first, whatever they are of: a pattern of a model takes no id of an offer.
        Seen.ByName.TryGetValue(Fold(id), out var priced)
            ? priced
            : Seen.WithPatterns.FirstOrDefault(candidate => candidate.Matches.Any(pattern => PatternMatch.Matches(pattern, id, card.IgnoresCase)));

    /// <summary>What to write instead of an id that the card doesn't have.</summary>
    /// <param name="id">The id.</param>
    /// <returns>Advice for the end of a message.</returns>
    public string Advise(string id) => advised++ < MostAdvice
        ? NameAdvice.On(id, [.. Seen.All.Select(priced => priced.Id)]).ToString()
        : $"it is none of the {Seen.All.Count} that the card has";

    // Two who ask at once may both look, and see the same.
    private Content Seen => content ??= Build();

    private Content Build()
    {
        var all = CardIds.All(card);
        var known = new Dictionary<string, PricedId>(StringComparer.Ordinal);
        foreach (var priced in all)
        {
            foreach (var id in priced.Aliases.Prepend(priced.Id).Select(Fold))
            {
                // Two of one id are an error of the card, which other checks tell.
                if (!known.ContainsKey(id))
                {
                    known.Add(id, priced);
                }
            }
        }

        return new Content(all, known, [.. all.Where(priced => priced.Matches.Count > 0)]);
    }

    private string Fold(string id) => card.IgnoresCase ? AsciiCase.ToLower(id) : id;

    private sealed record Content(IReadOnlyList<PricedId> All, Dictionary<string, PricedId> ByName, IReadOnlyList<PricedId> WithPatterns);
}
