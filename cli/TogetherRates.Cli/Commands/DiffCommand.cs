using System.CommandLine;
using System.Text.Json;
using TogetherRates.Cli.Comparison;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Commands;

/// <summary><c>diff OLD NEW</c>: tells what changed from one card to another.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private readonly Argument<string> older = new("OLD") { Description = "The older card: a path, or together@TIME for the built-in edition in force then." };

    private readonly Argument<string> newer = new("NEW") { Description = "The newer card, named in the same way." };

    /// <summary>The command.</summary>
    public DiffCommand()
        : base("diff", "Tell which prices changed from one card to another, and by how much.")
    {
        Add(older);
        Add(newer);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "diff together@2025-01-01 together@2026-10-01",
        "diff together my.ratecard.json --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var before = CardInUse.Named(call.Arguments.GetRequiredValue(older), call.Now);
        var after = CardInUse.Named(call.Arguments.GetRequiredValue(newer), call.Now);
        if (before.Rates.Currency != after.Rates.Currency)
        {
            throw ToolException.WrongData(
                "currencies", $"{CardHeading.Of(before.Rates)} and {CardHeading.Of(after.Rates)} are priced in two currencies; diff cards in one currency");
        }

        var changes = CardDifference.Between(before.Card, after.Card);
        if (call.WantsJson)
        {
            Json.Write(call.Terminal, json => Write(json, before.Rates, after.Rates, changes));
        }
        else if (changes.Count == 0)
        {
            call.Terminal.Output.WriteLine($"nothing changed from {CardHeading.Of(before.Rates)} to {CardHeading.Of(after.Rates)}");
        }
        else
        {
            TableOf(before.Rates, after.Rates, changes).WriteTo(call.Terminal);
        }

        return ExitCode.Fine;
    }

    private static TextTable TableOf(IRateCard before, IRateCard after, IReadOnlyList<PriceChange> changes)
    {
        var table = new TextTable(
            $"{CardHeading.Of(before)} -> {CardHeading.Of(after)}",
            new Column("section"),
            new Column("of"),
            new Column("price"),
            new Column("old"),
            new Column("new"),
            new Column("change", IsNumber: true));
        foreach (var change in changes)
        {
            table.Add(
                change.Cell.Section,
                change.Cell.Item,
                change.Cell.Name,
                change.Old?.Text ?? "",
                change.New?.Text ?? "",
                change.Percent is { } percent ? $"{(percent.Sign > 0 ? "+" : "")}{PercentText(percent)}%" : change.Kind);
        }

        return table;
    }

    private static void Write(Utf8JsonWriter json, IRateCard before, IRateCard after, IReadOnlyList<PriceChange> changes)
    {
        json.WriteStartObject();
        foreach (var (name, card) in new[] { ("old", before), ("new", after) })
        {
            json.WriteStartObject(name);
            CardHeading.Write(json, card);
            json.WriteEndObject();
        }

        json.WriteStartArray("changes");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("change", change.Kind);
            json.WriteString("section", change.Cell.Section);
            json.WriteString("of", change.Cell.Item);
            json.WriteString("price", change.Cell.Name);
            Write(json, "old", change.Old);
            Write(json, "new", change.New);
            if (change.Percent is { } percent)
            {
                json.WriteString("percent", percent.ToString());
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, PriceCell? cell)
    {
        if (cell is not null)
        {
            json.WriteString(name, cell.Amount?.ToString() ?? cell.Text);
            if (cell.Per is { } per)
            {
                json.WriteString(name + "Per", per);
            }
        }
    }

    // To a tenth of a percent, half to even.
    private static string PercentText(Rational percent) => percent.Round(1).ToString(1);
}
