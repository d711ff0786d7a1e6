using System.Globalization;

namespace TogetherRates.Cli.Output;

/// <summary>What something costs and why, as a table for people.</summary>
internal static class QuoteTable
{
    /// <summary>A row for each line, and the total.</summary>
    public static TextTable Of(Quote quote)
    {
        // Texts alone: a handler of interpolated ones sets up the framework's pools of arrays.
        var table = new TextTable(
            OneLine.Of(quote.Subject) + ", " + CardHeading.Of(quote),
            new Column("meter"),
            new Column("quantity", IsNumber: true),
            new Column("price"),
            new Column("tier"),
            new Column("discount"),
            new Column(quote.Currency, IsNumber: true))
        {
            HasTotal = true,
        };
        foreach (var line in quote.Lines)
        {
            table.Add(
                line.Meter,
                line.Quantity.ToString("N0", CultureInfo.InvariantCulture),
                $"{PriceText.Of(line.Price)} per {PriceText.UnitsOf(line.Per, line.Unit)}",
                line.Tier ?? "",
                line.Discount ?? "",
                PriceText.Of(line.Amount));
        }

        table.Add("total", "", "", "", "", PriceText.Of(quote.Cost));
        return table;
    }
}
