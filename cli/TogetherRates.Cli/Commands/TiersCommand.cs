using System.Text.Json;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>tiers</c>: lists the prices by model size.</summary>
internal sealed class TiersCommand : ToolCommand
{
    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public TiersCommand()
        : base("tiers", "List a card's prices by model size.") => card.AddTo(this);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "tiers",
        "tiers --json",
        "tiers --card my.ratecard.json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var opened = card.Open(call).Ask(edition => edition);
        var tables = opened.Card.SizeTables;
        if (tables.Count == 0)
        {
            throw ToolException.WrongData("noTables", $"the card of {opened.Rates.Provider} has no size tables; 'models' lists its prices by model");
        }

        if (call.WantsJson)
        {
            Json.Write(call.Terminal, json => Write(json, opened, tables));
        }
        else
        {
            Write(call.Terminal, opened, tables);
        }

        return ExitCode.Fine;
    }

    private static void Write(Terminal terminal, CardInUse opened, EquatableArray<SizeTable> tables)
    {
        for (var i = 0; i < tables.Count; i++)
        {
            if (i > 0)
            {
                terminal.Output.WriteLine();
            }

            TableOf(opened, tables[i]).WriteTo(terminal);
        }
    }

    private static TextTable TableOf(CardInUse opened, SizeTable sizes)
    {
        var title = $"{OneLine.Of(sizes.Name)}, {CardHeading.Of(opened.Rates)} per {PriceText.UnitsOf(sizes.Per.Quantity, sizes.Per.Unit)}";
        var table = new TextTable(title, [new Column("size"), .. MeterColumns.Columns]);
        foreach (var tier in sizes.Tiers)
        {
            table.Add([sizes.RangeOf(tier), .. MeterColumns.Cells(tier.Prices)]);
        }

        if (sizes.Tiers[^1].UpTo is { } end)
        {
            table.Add([$"above {end}", .. MeterColumns.Cells(sizes.Tiers[0].Prices).Select(price => price.Length > 0 ? "no price" : "")]);
        }

        return table;
    }

    private static void Write(Utf8JsonWriter json, CardInUse opened, EquatableArray<SizeTable> tables)
    {
        json.WriteStartObject();
        CardHeading.Write(json, opened.Rates);
        json.WriteStartArray("tables");
        foreach (var table in tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            MeterColumns.Write(json, table.Per);
            json.WriteStartArray("tiers");
            Size? above = null;
            foreach (var tier in table.Tiers)
            {
                json.WriteStartObject();
                json.WriteString("range", table.RangeOf(tier));
                json.WriteString("above", above?.ToString());
                json.WriteString("upTo", tier.UpTo?.ToString());
                MeterColumns.Write(json, tier.Prices);
                json.WriteEndObject();
                above = tier.UpTo;
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
