using System.Text;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>The ids that are looked up together, each of which has to lead to one price.</summary>
/// <param name="problems">Where problems go.</param>
/// <param name="capacity">How many ids there may be.</param>
internal sealed class IdSpace(ProblemList problems, int capacity)
{
    // The first of the ids that differ in case at most.
    private readonly Dictionary<string, string> firsts = new(capacity, StringComparer.OrdinalIgnoreCase);

    // What aliases, and ids that aren't the first, lead to. Any other leads to what has it for an id.
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);

    /// <summary>How much was added by an id of its own; aliases don't count.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of all ids and aliases in UTF-8.</summary>
    public long Bytes { get; private set; }

    /// <summary>Adds an id, and reports it if it can be taken for another one.</summary>
    /// <param name="id">The id or alias.</param>
    /// <param name="owner">The id of what it leads to.</param>
    /// <param name="parent">What it stands in.</param>
    /// <param name="step">The property of the parent that it stands at.</param>
    /// <param name="atName">Whether the id is the name of that property, or its value.</param>
    public void Add(string id, string owner, CardPath parent, string step, bool atName)
    {
        Count++;
        if (Take(id, owner) is { } rule)
        {
            Report(rule, id, parent.Property(step), atName);
        }
    }

    /// <summary>Keeps the id of a model that has prices by its variants alone from leading to the price of another one.</summary>
    /// <param name="id">The id.</param>
    /// <param name="parent">What has the property of that name.</param>
    public void Reserve(string id, CardPath parent)
    {
        if (Take(id, id) is { } rule)
        {
            Report(rule, id, parent.Property(id), atName: true);
        }
    }

    /// <summary>Adds the aliases of something.</summary>
    /// <param name="aliases">The aliases.</param>
    /// <param name="owner">The id of what they lead to.</param>
    /// <param name="parent">What that stands in.</param>
    /// <param name="step">The property of the parent that it is.</param>
    public void AddAliases(EquatableArray<string> aliases, string owner, CardPath parent, string step)
    {
        for (var i = 0; i < aliases.Count; i++)
        {
            if (Take(aliases[i], owner) is { } rule)
            {
                Report(rule, aliases[i], parent.Property(step).Property("aliases").Item(i), atName: false);
            }
        }
    }

    // The rule that an id breaks; null when it is taken now.
    private Rule? Take(string id, string owner)
    {
        Bytes += Encoding.UTF8.GetByteCount(id);
        if (firsts.TryGetValue(id, out var first))
        {
            if (first == id || owners.ContainsKey(id))
            {
                return Rules.AliasOfTwo;
            }

            if (OwnerOf(first) != owner)
            {
                return Rules.IdsDifferByCase;
            }

            owners.Add(id, owner);
            return null;
        }

        firsts.Add(id, id);
        if (id != owner)
        {
            owners.Add(id, owner);
        }

        return null;
    }

    private string OwnerOf(string id) => owners.TryGetValue(id, out var owner) ? owner : id;

    private void Report(Rule rule, string id, CardPath path, bool atName)
    {
        string[] arguments = rule == Rules.AliasOfTwo ? [id, OwnerOf(id)] : [firsts[id], id];
        if (atName)
        {
            problems.AddAtName(rule, path, arguments);
        }
        else
        {
            problems.Add(rule, path, arguments);
        }
    }
}
