using System.CommandLine;
using System.Text.Json;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>models [FILTER]</c>: lists the models and tools of a card with their prices.</summary>
internal sealed class ModelsCommand : ToolCommand
{
    private readonly Argument<string?> filter = new("FILTER")
    {
        Description = "Only models with this in their id, name, aliases or kind; case doesn't count.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public ModelsCommand()
        : base("models", "List the models and tools of a card with their prices.")
    {
        Add(filter);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "models",
        "models llama --json",
        "models moderation --at 2026-10-01",
        "models --card my.ratecard.json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var wanted = call.Arguments.GetValue(filter);
        var time = card.MomentOf(call);
        var (opened, listed) = card.Open(call).Ask(edition => (edition, Find(edition.Card, wanted, edition.NearestTo(time))));

        if (call.WantsJson)
        {
            Json.Write(call.Terminal, json => Write(json, opened.Rates, listed));
        }
        else
        {
            TableOf(opened.Rates, listed).WriteTo(call.Terminal);
        }

        return ExitCode.Fine;
    }

    private static List<ListedPrice> Find(Card card, string? filter, DateTimeOffset time)
    {
        var all = ListedPrice.AllOf(card, time).ToList();
        var listed = all.FindAll(price => filter is null || price.Has(filter));
        return listed.Count > 0 ? listed : throw NoneFound(filter, card, all);
    }

    private static ToolException NoneFound(string? filter, Card card, List<ListedPrice> all)
    {
        if (filter is null)
        {
            return ToolException.WrongData("noModels", $"the card of {card.Provider} has no models");
        }

        var texts = all.SelectMany(price => price.Texts).ToList();
        var words = texts.SelectMany(text => text.Split(' ', '/', '-'));
        var advice = NearestName.Find(filter, texts.Concat(words)) is { } nearest
            ? $"did you mean '{nearest}'?"
            : "'models' without a filter lists them all";
        return ToolException.WrongData("unknownModel", $"no model has '{filter}' in its id, name, aliases or kind; {advice}");
    }

    private static TextTable TableOf(IRateCard card, List<ListedPrice> listed)
    {
        Column[] columns =
        [
            new("model"),
            new("name"),
            new("kind"),
            new("price", IsNumber: true),
            .. MeterColumns.Columns,
            new("per"),
            new("charges"),
            new("by"),
            new("batch"),
            new("retirement"),
        ];
        var table = new TextTable(CardHeading.Of(card), columns);
        foreach (var price in listed)
        {
            table.Add(
            [
                price.Id,
                price.Name ?? "",
                price.Kind ?? "",
                price.Flat is { } flat ? PriceText.Of(flat) : "",
                .. MeterColumns.Cells(price.Tokens),
                price.HasPer ? price.Per.ToString() : "",
                price.Charges,
                price.Origin,
                price.BatchText,
                price.RetirementText,
            ]);
        }

        return table;
    }

    private static void Write(Utf8JsonWriter json, IRateCard card, List<ListedPrice> listed)
    {
        json.WriteStartObject();
        CardHeading.Write(json, card);
        json.WriteStartArray("models");
        foreach (var price in listed)
        {
            price.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
