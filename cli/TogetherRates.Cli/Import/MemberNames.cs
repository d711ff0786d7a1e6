using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Import;

/// <summary>Gives C# names to what would have none, or one that something else has.</summary>
internal static class MemberNames
{
    private const string Fallback = "Model";

    // The classes that the names stand in can't have members of their own name.
    private static readonly HashSet<string> Taken = new(["Models", "Embeddings", "Rerank", "Gpu"], StringComparer.Ordinal);

    /// <summary>The names that a card has to say.</summary>
    /// <param name="card">The card.</param>
    /// <returns>By id; without those whose names make themselves.</returns>
    public static IReadOnlyDictionary<string, string> Choose(ImportedCard card)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Choose([.. card.Models.Select(model => model.Id)], id => MemberName.FromText(LastPartOf(id)), card.Key, names);
        Choose([.. card.Gpus.Select(gpu => gpu.Id)], MemberName.FromText, card.Key, names);
        return names;
    }

    /// <summary>The name of the card's class where it can't be made from the provider's name.</summary>
    /// <param name="card">The card.</param>
    public static string? ClassOf(ImportedCard card)
    {
        var name = MemberName.FromText(card.Provider);
        return MemberName.IsUsable(name) && !MemberName.IsKeyword(card.Provider) ? null
            : MemberName.IsUsable(name + "Prices") ? name + "Prices"
            : "ImportedPrices";
    }

    // Names that are alike are made from more of the id, then from all of it, and at last they are numbered.
    private static void Choose(List<string> ids, Func<string, string> usual, string key, Dictionary<string, string> names)
    {
        var used = new HashSet<string>(Taken, StringComparer.Ordinal);
        var open = ids;
        foreach (var make in new[] { usual, id => MemberName.FromText(WithoutProvider(id, key)), MemberName.FromText })
        {
            var groups = open.GroupBy(make, StringComparer.Ordinal).ToList();
            open = [];
            foreach (var group in groups)
            {
                if (group.Count() == 1 && MemberName.IsUsable(group.Key) && used.Add(group.Key))
                {
                    Say(group.Single(), group.Key);
                }
                else
                {
                    open.AddRange(group);
                }
            }
        }

        foreach (var id in open)
        {
            var name = MemberName.FromText(id) is { } whole && MemberName.IsUsable(whole) ? whole : Fallback;
            var number = 1;
            while (!used.Add(FormattableString.Invariant($"{name}_{number}")))
            {
                number++;
            }

            Say(id, FormattableString.Invariant($"{name}_{number}"));
        }

        void Say(string id, string name)
        {
            if (usual(id) != name)
            {
                names[id] = name;
            }
        }
    }

    private static string LastPartOf(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static string WithoutProvider(string id, string key) => id.StartsWith(key + "/", StringComparison.Ordinal) ? id[(key.Length + 1)..] : id;
}
