using System.CommandLine;
using System.Text.Json;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>models [FILTER]</c>: lists the models of a card with their prices.</summary>
internal sealed class ModelsCommand : ToolCommand
{
    private readonly Argument<string?> filter = new("FILTER")
    {
        Description = "Only models with this in their id, name or aliases; case doesn't count.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public ModelsCommand()
        : base("models", "List the models of a card with their prices.")
    {
        Add(filter);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "models",
        "models llama --json",
        "models --card my.ratecard.json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var opened = card.Open(call.Arguments);
        var all = CardIds.PricedModels(opened.Card);
        var models = all.Where(priced => IsWanted(priced.Model, call.Arguments.GetValue(filter))).Select(priced => priced.Model).ToList();
        if (models.Count == 0)
        {
            throw NoneFound(call.Arguments.GetValue(filter), opened.Card);
        }

        if (call.WantsJson)
        {
            Json.Write(call.Terminal, json => Write(json, opened, models));
        }
        else
        {
            TableOf(opened, models).WriteTo(call.Terminal);
        }

        return ExitCode.Fine;
    }

    private static bool IsWanted(Model model, string? filter) =>
        filter is null || TextsOf(model).Any(text => text.Contains(filter, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> TextsOf(Model model) => model.Aliases.Prepend(model.Name ?? model.Id).Prepend(model.Id);

    private static ToolException NoneFound(string? filter, Card card)
    {
        if (filter is null)
        {
            return ToolException.WrongData("noModels", $"the card of {card.Provider} has no models");
        }

        var texts = CardIds.PricedModels(card).SelectMany(priced => TextsOf(priced.Model)).ToList();
        var words = texts.SelectMany(text => text.Split(' ', '/', '-'));
        var advice = NearestName.Find(filter, texts.Concat(words)) is { } nearest
            ? $"did you mean '{nearest}'?"
            : "'models' without a filter lists them all";
        return ToolException.WrongData("unknownModel", $"no model has '{filter}' in its id, name or aliases; {advice}");
    }

    private static TextTable TableOf(CardInUse opened, List<Model> models)
    {
        Column[] columns =
        [
            new("model"),
            new("name"),
            .. MeterColumns.Columns,
            new("per"),
            new("by"),
            new("batch"),
        ];
        var table = new TextTable(CardHeading.Of(opened.Rates), columns);
        foreach (var model in models)
        {
            var (prices, per, _) = opened.Card.PricesOf(model);
            table.Add(
            [
                model.Id,
                model.Name ?? "",
                .. MeterColumns.Cells(prices),
                PriceText.UnitsOf(per.Quantity, per.Unit),
                OriginOf(model),
                model.Batch is { } discount ? $"-{discount * 100}%" : "",
            ]);
        }

        return table;
    }

    private static string OriginOf(Model model) => model.Price switch
    {
        ModelPrice.BySize bySize => $"{bySize.Table} at {bySize.Size}",
        ModelPrice.Free => "free",
        _ => "",
    };

    private static void Write(Utf8JsonWriter json, CardInUse opened, List<Model> models)
    {
        json.WriteStartObject();
        CardHeading.Write(json, opened.Rates);
        json.WriteStartArray("models");
        foreach (var model in models)
        {
            Write(json, opened, model);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CardInUse opened, Model model)
    {
        json.WriteStartObject();
        json.WriteString("id", model.Id);
        if (model.Name is { } name)
        {
            json.WriteString("name", name);
        }

        json.WriteStartArray("aliases");
        foreach (var alias in model.Aliases)
        {
            json.WriteStringValue(alias);
        }

        json.WriteEndArray();
        var (prices, per, _) = opened.Card.PricesOf(model);
        MeterColumns.Write(json, prices);
        MeterColumns.Write(json, per);
        if (model.Price is ModelPrice.BySize bySize)
        {
            json.WriteString("table", bySize.Table);
            json.WriteString("size", bySize.Size.ToString());
        }
        else if (model.Price is ModelPrice.Free)
        {
            json.WriteBoolean("free", true);
        }

        if (model.Batch is { } discount)
        {
            json.WriteString("batchDiscount", discount.ToString());
        }

        json.WriteEndObject();
    }
}
