using System.Text.Json;

namespace TogetherRates.Cli.Import;

/// <summary>Reads which ids mean a model of genai-prices' collection.</summary>
/// <param name="id">The model's own id.</param>
internal sealed class GenaiIds(string id)
{
    private readonly List<string> aliases = [];
    private readonly List<ImportedPattern> patterns = [];
    private readonly List<string> losses = [];

    /// <summary>The other ids.</summary>
    public IReadOnlyList<string> Aliases => aliases;

    /// <summary>The patterns of ids.</summary>
    public IReadOnlyList<ImportedPattern> Patterns => patterns;

    /// <summary>What a card can't say.</summary>
    public IReadOnlyList<string> Losses => losses;

    /// <summary>Reads the <c>match</c> of a model.</summary>
    /// <param name="model">The model.</param>
    public void Read(JsonElement model)
    {
        if (model.TryGetProperty("match", out var match))
        {
            ReadClause(match);
        }
    }

    private void ReadClause(JsonElement clause)
    {
        if (clause.ValueKind != JsonValueKind.Object || clause.EnumerateObject().Take(2).ToList() is not [var only])
        {
            losses.Add("a match that isn't an object with one property");
        }
        else if (only is { Name: "or", Value.ValueKind: JsonValueKind.Array })
        {
            foreach (var part in only.Value.EnumerateArray())
            {
                ReadClause(part);
            }
        }
        else if (only.Value.ValueKind == JsonValueKind.String)
        {
            ReadText(only.Name, only.Value.GetString()!);
        }
        else if (only.Name is "equals" or "starts_with" or "ends_with" or "contains" or "regex")
        {
            losses.Add($"a match by '{only.Name}' of {only.Value.GetRawText()}, which isn't a text");
        }
        else
        {
            losses.Add($"a match by '{only.Name}', which cards don't have");
        }
    }

    private void ReadText(string kind, string text)
    {
        switch (kind)
        {
            case "equals" when text != id && !aliases.Contains(text):
                aliases.Add(text);
                break;
            case "equals":
                break;
            case "starts_with":
                Add("prefix", text);
                break;
            case "ends_with":
                Add("suffix", text);
                break;
            case "contains" or "regex":
                Add(kind, text);
                break;
            default:
                losses.Add($"a match by '{kind}', which cards don't have");
                break;
        }
    }

    private void Add(string kind, string text)
    {
        var pattern = new ImportedPattern(kind, text);
        if (!patterns.Contains(pattern))
        {
            patterns.Add(pattern);
        }
    }
}
