using System.Globalization;
using System.Text.Json;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli.Import;

/// <summary>Tells people and programs what came of an import.</summary>
internal static class ReportText
{
    /// <summary>Tells people.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">What there is to say.</param>
    public static void Write(TextWriter output, ImportReport report)
    {
        foreach (var note in report.Notes)
        {
            output.WriteLine(OneLine.Of(string.Join(": ", new[] { Words(note.Finding), NameOf(note), note.Reason }.Where(part => part.Length > 0))));
        }
    }

    /// <summary>Tells programs.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="report">What there is to say.</param>
    public static void Write(Utf8JsonWriter json, ImportReport report)
    {
        json.WriteStartArray("findings");
        foreach (var note in report.Notes)
        {
            json.WriteStartObject();
            json.WriteString("finding", Code(note.Finding));
            json.WriteString("provider", note.Key);
            json.WriteString("id", note.Id);
            json.WriteString("reason", note.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>How many entries were left out, mended and found suspicious.</summary>
    /// <param name="report">What there is to say.</param>
    public static string Summary(ImportReport report) => string.Join(", ", Enum.GetValues<ImportFinding>().Select(finding => string.Create(
        CultureInfo.InvariantCulture, $"{report.Notes.Count(note => note.Finding == finding):N0} {Words(finding)}")));

    private static string NameOf(ImportNote note) => string.Join(' ', new[] { note.Key, note.Id }.Where(part => part.Length > 0));

    private static string Words(ImportFinding finding) => finding switch
    {
        ImportFinding.LeftOut => "left out",
        ImportFinding.LeftOutInPart => "left out in part",
        ImportFinding.Mended => "mended",
        _ => "suspicious",
    };

    private static string Code(ImportFinding finding) => JsonNamingPolicy.CamelCase.ConvertName(finding.ToString());
}
