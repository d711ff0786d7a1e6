using System.Globalization;
using System.Text.Json;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli.Import;

/// <summary>What an import wrote and found.</summary>
/// <param name="Source">What was imported.</param>
/// <param name="From">When the cards come into force.</param>
/// <param name="Entries">How many entries the source has.</param>
/// <param name="Written">The cards and their files.</param>
/// <param name="Report">What the cards don't show.</param>
internal sealed record ImportAnswer(
    PriceSource Source, DateOnly From, int Entries, IReadOnlyList<(string File, CheckedCard Card)> Written, ImportReport Report)
{
    /// <summary>Tells a caller: the files on standard output and the report on standard error, or all of it as JSON.</summary>
    /// <param name="call">The call.</param>
    public void Write(Call call)
    {
        if (call.WantsJson)
        {
            Json.Write(call.Terminal, Write);
            return;
        }

        foreach (var (file, card) in Written)
        {
            call.Terminal.Output.WriteLine($"{OneLine.Of(file)}: {Contents(card.Content)}");
        }

        call.Terminal.Output.Flush();
        ReportText.Write(call.Terminal.Error, Report);
        var priced = Written.Sum(file => file.Card.Content.EntryIds.Count());
        call.Terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Entries:N0} {(Entries == 1 ? "entry" : "entries")}, {priced:N0} of them in {Counted.Of(Written.Count, "card")}; {ReportText.Summary(Report)}; in force from {From:O}"));
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("source", Source.Name);
        json.WriteString("from", From.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber("entries", Entries);
        json.WriteStartArray("cards");
        foreach (var (file, card) in Written)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("provider", card.Content.Provider);
            json.WriteNumber("models", card.Content.Models.Count);
            json.WriteNumber("gpus", card.Content.Gpus.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ReportText.Write(json, Report);
        json.WriteEndObject();
    }

    private static string Contents(ImportedCard card)
    {
        (int Count, string Noun)[] parts = [(card.Models.Count, "model"), (card.Gpus.Count, "GPU")];
        return string.Join(", ", parts.Where(part => part.Count > 0).Select(part => Counted.Of(part.Count, part.Noun)));
    }
}
