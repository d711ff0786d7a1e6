using System.Globalization;
using System.Text.Json;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Output;

/// <summary>Prices meter by meter: a column each for people, a property each for programs.</summary>
internal static class MeterColumns
{
    /// <summary>A column for each meter.</summary>
    public static IEnumerable<Column> Columns => Meters.All.Select(meter => new Column(Meters.NameOf(meter), IsNumber: true));

    /// <summary>A cell for each meter; empty where a meter has no price of its own.</summary>
    public static IEnumerable<string> Cells(TokenPrices prices) =>
        Meters.All.Select(meter => prices.Of(meter) is { } price ? PriceText.Of(price) : "");

    /// <summary>Writes what each meter costs.</summary>
    public static void Write(Utf8JsonWriter json, TokenPrices prices)
    {
        json.WriteStartObject("prices");
        foreach (var (meter, price) in prices.Meters)
        {
            json.WriteString(Meters.NameOf(meter), price.ToString());
        }

        json.WriteEndObject();
    }

    /// <summary>Writes how many units a price buys.</summary>
    public static void Write(Utf8JsonWriter json, Per per)
    {
        json.WriteString("per", per.Quantity.ToString(CultureInfo.InvariantCulture));
        json.WriteString("unit", per.Unit);
    }
}
