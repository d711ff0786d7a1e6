using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Comparison;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli.Commands;

/// <summary><c>compare MODEL...</c>: tells what the same work costs with each model, the cheapest first.</summary>
internal sealed class CompareCommand : ToolCommand
{
    private readonly Argument<string[]> models = new("MODEL")
    {
        Description = "Ids or aliases; unless given, every model that has a price and isn't deprecated.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly UsageOptions usage = new();

    private readonly Option<bool> batch = new("--batch") { Description = "Compare the prices of batches.", Arity = ArgumentArity.Zero };

    private readonly Option<string?> baseline = new("--baseline")
    {
        Description = "The model that savings are told against; the dearest unless given.",
        HelpName = "MODEL",
    };

    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public CompareCommand()
        : base("compare", "Tell what the same work costs with each model, the cheapest first. Repeat --card to compare providers.")
    {
        Add(models);
        usage.AddTo(this);
        Add(batch);
        Add(baseline);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "compare deepseek-v4-pro kimi-k3 glm-5.3 --input 12000 --output 800 --at 2026-11-01",
        "compare --input 12K --cached-input 9K --output 800 --json",
        "compare kimi-k3 gpt-closed --card together --card closed.ratecard.json --input 3M --output 1M --baseline gpt-closed",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var used = usage.Read(call.Arguments)
            ?? throw ToolException.WrongCall("missingArgument", "there is nothing to compare; give --input N, --output N or --meter NAME=N");
        var ids = call.Arguments.GetValue(models) ?? [];
        var ranking = Ranking.Of(card.OpenAll(call), ids, used, call.Arguments.GetValue(batch), call.Arguments.GetValue(baseline));
        if (call.WantsJson)
        {
            Json.Write(call.Terminal, json => Write(json, ranking, used));
        }
        else
        {
            TableOf(ranking, used).WriteTo(call.Terminal);
        }

        return ExitCode.Fine;
    }

    private static TextTable TableOf(Ranking ranking, Usage used)
    {
        var table = new TextTable(
            $"{used}, the cheapest first, savings against {OneLine.Of(ranking.Baseline.Quote.Subject)}",
            new Column("model"),
            new Column("card"),
            new Column("edition"),
            new Column(ranking.Baseline.Quote.Currency, IsNumber: true),
            new Column("saves", IsNumber: true),
            new Column("why not"));
        foreach (var row in ranking.Rows)
        {
            table.Add(
                row.Quote.Subject,
                row.Quote.Card,
                row.Quote.Edition.ToString("O", CultureInfo.InvariantCulture),
                PriceText.Of(row.Quote.Cost),
                row.Saving.Part is { } part ? PriceText.Percent(part) : "",
                "");
        }

        foreach (var (model, reason) in ranking.Refused)
        {
            table.Add(model, "", "", "", "", reason.Message);
        }

        return table;
    }

    private static void Write(Utf8JsonWriter json, Ranking ranking, Usage used)
    {
        json.WriteStartObject();
        json.WriteStartObject("usage");
        foreach (var meter in MeterNames.All.Where(meter => used[meter] > 0))
        {
            json.WriteString(meter.ToCamelCase(), used[meter].ToString(CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
        json.WriteString("currency", ranking.Baseline.Quote.Currency);
        json.WriteString("baseline", ranking.Baseline.Quote.Subject);
        json.WriteStartArray("models");
        foreach (var row in ranking.Rows)
        {
            json.WriteStartObject();
            json.WriteString("model", row.Quote.Subject);
            json.WriteString("card", row.Quote.Card);
            json.WriteString("edition", row.Quote.Edition.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("cost", row.Quote.Cost.ToString());
            if (row.Saving.Part is { } part)
            {
                json.WriteString("saving", part.ToString());
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("refused");
        foreach (var (model, reason) in ranking.Refused)
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteString("code", reason.Code);
            json.WriteString("message", reason.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
