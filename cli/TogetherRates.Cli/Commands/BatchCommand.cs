using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Comparison;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>batch MODEL</c>: tells what a request saves as part of a batch.</summary>
internal sealed class BatchCommand : ToolCommand
{
    private readonly Argument<string> model = new("MODEL") { Description = "The id or an alias of the model." };

    private readonly UsageOptions usage = new();

    private readonly RegionOption region = new();

    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public BatchCommand()
        : base("batch", "Tell what a request costs at once and in a batch, and what that saves, exactly.")
    {
        Add(model);
        usage.AddTo(this);
        Add(region);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "batch deepseek-v3 --input 12000 --output 800",
        "batch deepseek-v3 --input 1.5M --output 200K --at 2026-06-30 --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var used = usage.Read(call.Arguments)
            ?? throw ToolException.WrongCall("missingArgument", "there is nothing to put in a batch; give --input N, --output N or --meter NAME=N");
        var id = call.Arguments.GetRequiredValue(model);
        var place = call.Arguments.GetValue(region);
        var editions = card.Open(call);
        var (atOnce, saving) = editions.Ask(edition => Find(editions, edition.In(place), id, used));
        if (call.WantsJson)
        {
            Json.Write(call.Terminal, json => Write(json, atOnce, saving));
        }
        else
        {
            TableOf(atOnce, saving).WriteTo(call.Terminal);
        }

        return ExitCode.Fine;
    }

    // Both are priced as the command 'price' does, so that it is said in the same words what the card lacks.
    private static (Quote AtOnce, Saving Saving) Find(EditionsInUse editions, CardInUse edition, string id, Usage used)
    {
        var atOnce = edition.PriceModel(id, used, ServiceLevel.Standard);
        try
        {
            return (atOnce, Saving.Between(atOnce, edition.PriceModel(id, used, ServiceLevel.Batch)));
        }
        catch (ToolException refusal) when (refusal.Code is "noBatch" or "noLevel")
        {
            var advice = Ranking.EveryModel([editions], used, batch: true).Any()
                ? "'compare --batch' with the same usage lists the models that have one and aren't deprecated"
                : "no model that isn't deprecated has one for this usage";
            throw ToolException.WrongData(refusal.Code, $"the card has no batch price for '{atOnce.Subject}', so a batch saves nothing; {advice}");
        }
    }

    private static TextTable TableOf(Quote atOnce, Saving saving)
    {
        var table = new TextTable(
            $"{OneLine.Of(atOnce.Subject)}, {CardHeading.Of(atOnce)}",
            new Column("what"),
            new Column(saving.Currency, IsNumber: true),
            new Column("part", IsNumber: true));
        table.Add("at once", PriceText.Of(saving.Before), "");
        table.Add("in a batch", PriceText.Of(saving.After), "");
        table.Add("saves", PriceText.Of(saving.Amount), saving.Part is { } part ? PriceText.Percent(part) : "");
        return table;
    }

    private static void Write(Utf8JsonWriter json, Quote atOnce, Saving saving)
    {
        json.WriteStartObject();
        json.WriteString("model", atOnce.Subject);
        json.WriteString("currency", saving.Currency);
        json.WriteString("card", atOnce.Card);
        json.WriteString("edition", atOnce.Edition.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("cost", saving.Before.ToString());
        json.WriteString("batch", saving.After.ToString());
        json.WriteString("saved", saving.Amount.ToString());
        if (saving.Part is { } part)
        {
            json.WriteString("saving", part.ToString());
        }

        json.WriteEndObject();
    }
}
