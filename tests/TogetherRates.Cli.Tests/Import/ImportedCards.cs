using System.Text.Json;
using TogetherRates.Cli.Tests.Harness;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;
using CardLevel = TogetherRates.Compiler.Cards.ServiceLevel;

namespace TogetherRates.Cli.Tests.Import;

/// <summary>What an import wrote, read back, with its report.</summary>
internal sealed class ImportedCards
{
    private readonly Dictionary<(string Key, string Id), (Card Card, Model Model)> models = [];

    /// <summary>Imports a file.</summary>
    public ImportedCards(string source, string file)
    {
        using var folder = new Folder();
        var run = Tool.Run("import", source, file, "-o", folder.Path, "--json");
        Assert.True(run.ExitCode == 0, run.ToString());
        using var answer = JsonDocument.Parse(run.Output);
        Entries = answer.RootElement.GetProperty("entries").GetInt32();
        foreach (var card in answer.RootElement.GetProperty("cards").EnumerateArray())
        {
            Read(card.GetProperty("file").GetString()!);
        }

        foreach (var note in answer.RootElement.GetProperty("findings").EnumerateArray())
        {
            var place = (note.GetProperty("provider").GetString()!, note.GetProperty("id").GetString()!);
            switch (note.GetProperty("finding").GetString())
            {
                case "leftOut":
                    LeftOut.Add(place);
                    break;
                case "suspicious":
                    Suspicious.Add(place.Item2);
                    break;
            }
        }
    }

    /// <summary>How many entries the file has.</summary>
    public int Entries { get; }

    /// <summary>The entries that the report says were left out.</summary>
    public HashSet<(string Key, string Id)> LeftOut { get; } = [];

    /// <summary>The ids that the report calls suspicious.</summary>
    public HashSet<string> Suspicious { get; } = new(StringComparer.Ordinal);

    /// <summary>The whole cards, by the provider's key.</summary>
    public Dictionary<string, Card> Cards { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether an entry can be priced.</summary>
    public bool Has(string key, string id) => models.ContainsKey((key, id));

    /// <summary>What a usage costs; null when it has no price.</summary>
    public Rational? Price(string key, string id, MeterQuantities usage, CardLevel level = CardLevel.Standard, DateTime? time = null, string? region = null)
    {
        var (card, model) = models[(key, id)];
        return Interpreter.PriceModel(card, model.Id, usage, level, time, region) is Interpretation.Priced priced ? priced.Cost : null;
    }

    private void Read(string file)
    {
        var reading = CardCompiler.Read(File.ReadAllText(file));
        Assert.True(reading.IsValid, $"{file}: {reading.FirstError?.Message}");
        var card = reading.Card!;
        var key = Path.GetFileName(file)[..^".ratecard.json".Length];
        Cards.Add(key, card);
        foreach (var section in card.TokenSections)
        {
            foreach (var model in section.Models)
            {
                // With one model in it, a card is searched in no time.
                var alone = section with { Models = new(model) };
                var small = card with
                {
                    Serverless = section.Kind == TokenSectionKind.Serverless ? alone : TokenSection.Empty(TokenSectionKind.Serverless),
                    Embeddings = section.Kind == TokenSectionKind.Embeddings ? alone : TokenSection.Empty(TokenSectionKind.Embeddings),
                    Rerank = section.Kind == TokenSectionKind.Rerank ? alone : TokenSection.Empty(TokenSectionKind.Rerank),
                };
                foreach (var id in model.Aliases.Prepend(model.Id))
                {
                    models.Add((key, id), (small, model));
                }
            }
        }
    }
}
