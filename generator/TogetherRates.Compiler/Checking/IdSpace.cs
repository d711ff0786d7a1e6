using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>The ids that are looked up together, each of which has to lead to one price.</summary>
/// <param name="problems">Where problems go.</param>
/// <param name="capacity">How many ids there may be.</param>
internal sealed class IdSpace(ProblemList problems, int capacity)
{
    private readonly Dictionary<string, string> owners = new(capacity, StringComparer.Ordinal);
    private readonly Dictionary<string, string> folded = new(capacity, StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds an id, and reports it if it can be taken for another one.</summary>
    /// <param name="id">The id or alias.</param>
    /// <param name="owner">The id of what it leads to.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="atName">Whether the id is the name of the property at the path, or its value.</param>
    public void Add(string id, string owner, CardPath path, bool atName)
    {
        var rule = owners.ContainsKey(id) ? Rules.AliasOfTwo
            : folded.TryGetValue(id, out var other) && owners[other] != owner ? Rules.IdsDifferByCase
            : null;
        if (rule is null)
        {
            owners[id] = owner;
            folded[id] = id;
            return;
        }

        string[] arguments = rule == Rules.AliasOfTwo ? [id, owners[id]] : [folded[id], id];
        if (atName)
        {
            problems.AddAtName(rule, path, arguments);
        }
        else
        {
            problems.Add(rule, path, arguments);
        }
    }

    /// <summary>Adds the aliases of something.</summary>
    /// <param name="aliases">The aliases.</param>
    /// <param name="owner">The id of what they lead to.</param>
    /// <param name="path">Where it stands.</param>
    public void AddAliases(EquatableArray<string> aliases, string owner, CardPath path)
    {
        for (var i = 0; i < aliases.Count; i++)
        {
            Add(aliases[i], owner, path.Property("aliases").Item(i), atName: false);
        }
    }
}
