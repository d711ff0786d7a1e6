using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TogetherRates;

/// <content>The quote for people.</content>
public sealed partial record Quote
{
    private static readonly ImmutableArray<string> Headings = ["meter", "quantity", "price", "tier", "discount", "amount"];

    /// <summary>The quote as a small table with its total. The same in every culture; lines end with a line feed.</summary>
    public override string ToString()
    {
        // Points stand under each other, so that the amounts can be compared by eye.
        string[] amounts = [.. Lines.Select(line => line.Amount.ToString()), Cost.ToString()];
        var decimals = amounts.Max(DecimalsOf);
        string Aligned(string amount) => amount + new string(' ', decimals - DecimalsOf(amount));
        string[][] rows =
        [
            [.. Headings],
            .. Lines.Select((line, index) => (string[])[.. Cells(line), $"{Aligned(amounts[index])} {Currency}"]),
            ["total", "", "", "", "", $"{Aligned(amounts[^1])} {Currency}"],
        ];

        var columns = Enumerable.Range(0, Headings.Length)
            .Where(column => rows.Skip(1).Any(row => row[column].Length > 0))
            .Select(column => (Index: column, Width: rows.Max(row => row[column].Length)))
            .ToArray();

        var text = new StringBuilder(
            string.Create(CultureInfo.InvariantCulture, $"{Subject}, {Card}, edition {Edition:O}\n"));
        foreach (var row in rows)
        {
            var cells = columns.Select(column => IsNumber(column.Index)
                ? row[column.Index].PadLeft(column.Width)
                : row[column.Index].PadRight(column.Width));
            _ = text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The price of a line for people: "1.25 per 1M tokens".</summary>
    internal static string PriceOf(LineItem line) => $"{line.Price} per {UnitsOf(line)}";

    /// <summary>The length of what follows the units: ".015".</summary>
    private static int DecimalsOf(string amount) =>
        amount.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? amount.Length - point : 0;

    private static bool IsNumber(int column) => Headings[column] is "quantity" or "amount";

    private static string[] Cells(LineItem line) =>
    [
        line.Meter,
        line.Quantity.ToString("N0", CultureInfo.InvariantCulture),
        PriceOf(line),
        line.Tier ?? "",
        line.Discount ?? "",
    ];

    /// <summary>"1M tokens", "hour", "megapixel".</summary>
    private static string UnitsOf(LineItem line) => line.Per switch
    {
        3_600 when line.Unit.EndsWith("second", StringComparison.Ordinal) => line.Unit.Replace("second", "hour", StringComparison.Ordinal),
        60 when line.Unit.EndsWith("second", StringComparison.Ordinal) => line.Unit.Replace("second", "minute", StringComparison.Ordinal),
        1_000_000 when line.Unit is "pixel" => "megapixel",
        1 => line.Unit,
        1_000 => $"1K {Many(line.Unit)}",
        1_000_000 => $"1M {Many(line.Unit)}",
        1_000_000_000 => $"1B {Many(line.Unit)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{line.Per} {Many(line.Unit)}"),
    };

    private static string Many(string unit) =>
        unit.EndsWith("ch", StringComparison.Ordinal) ? unit + "es"
        : unit.EndsWith('y') ? unit[..^1] + "ies"
        : unit + "s";
}
