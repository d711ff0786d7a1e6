using System.Text.Json;

namespace TogetherRates.Cli.Import;

/// <summary>The entries of one provider in LiteLLM's collection.</summary>
/// <param name="key">What LiteLLM calls the provider.</param>
/// <param name="report">Takes what is left out and mended.</param>
internal sealed class LiteLlmCard(string key, ImportReport report)
{
    private readonly List<ImportedModel> models = [];
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    private int entries;

    /// <summary>Adds an entry, or reports why it can't be used.</summary>
    /// <param name="id">The entry's name.</param>
    /// <param name="value">What stands in it.</param>
    public void Add(string id, JsonElement value)
    {
        entries++;
        var entry = new LiteLlmEntry(id);
        try
        {
            var model = entry.Read(value);
            Report(id, entry);
            Add(model);
        }
        catch (EntryException unusable)
        {
            report.LeftOut(key, id, unusable.Message);
        }
    }

    /// <summary>Reports an entry that can't be used.</summary>
    /// <param name="id">The entry's name.</param>
    /// <param name="reason">Why not.</param>
    public void LeaveOut(string id, string reason)
    {
        entries++;
        report.LeftOut(key, id, reason);
    }

    /// <summary>The provider's card.</summary>
    /// <param name="source">Where the prices come from.</param>
    public ImportedCard ToCard(string source) => new(key, key, source, entries, models, []);

    private void Report(string id, LiteLlmEntry entry)
    {
        foreach (var mend in entry.Mends)
        {
            report.Mended(key, id, mend);
        }

        foreach (var loss in entry.Losses)
        {
            report.LeftOutInPart(key, id, loss);
        }
    }

    // A card's ids differ by more than case. Two spellings of one model are one model.
    private void Add(ImportedModel model)
    {
        if (!places.TryGetValue(model.Id, out var place))
        {
            places.Add(model.Id, models.Count);
            models.Add(model);
            return;
        }

        var known = models[place];
        var costsTheSame = model.Terms == known.Terms && model.Section == known.Section;
        if (model.Id == known.Id)
        {
            report.LeftOut(key, model.Id, "the source has the entry twice, and the first one stays");
        }
        else if (costsTheSame && model.Deprecated == known.Deprecated)
        {
            models[place] = known with { Aliases = [.. known.Aliases, model.Id], AliasEntries = [.. known.AliasEntries, model.Id] };
            report.Mended(key, model.Id, $"it differs from '{known.Id}' only by case and costs the same: an alias of it");
        }
        else
        {
            report.LeftOut(key, model.Id, $"it differs from '{known.Id}' only by case, but {(costsTheSame ? "is deprecated at another time" : "costs something else")}");
        }
    }
}
