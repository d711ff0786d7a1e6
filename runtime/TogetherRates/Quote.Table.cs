using System.Globalization;
using System.Text;

namespace TogetherRates;

/// <content>The quote for people.</content>
public sealed partial record Quote
{
    private static readonly string[] Headings = ["meter", "quantity", "price", "tier", "discount", "amount"];

    /// <summary>The quote as a small table with its total. The same in every culture; lines end with a line feed.</summary>
    public override string ToString()
    {
        List<string[]> rows = [Headings, .. Lines.Select(Cells), ["total", "", "", "", "", $"{Cost} {Currency}"]];

        // Amounts end where the total's digits end, before the currency.
        var currency = Currency.Length + 1;
        foreach (var row in rows[..^1])
        {
            row[^1] += new string(' ', currency);
        }

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

    private static bool IsNumber(int column) => Headings[column] is "quantity" or "amount";

    private static string[] Cells(LineItem line) =>
    [
        line.Meter,
        line.Quantity.ToString("N0", CultureInfo.InvariantCulture),
        $"{line.Price} per {UnitsOf(line)}",
        line.Tier ?? "",
        line.Discount ?? "",
        line.Amount.ToString(),
    ];

    /// <summary>"1M tokens", "hour", "image".</summary>
    private static string UnitsOf(LineItem line) => line.Per switch
    {
        3_600 when line.Unit.EndsWith("second", StringComparison.Ordinal) => line.Unit.Replace("second", "hour", StringComparison.Ordinal),
        60 when line.Unit.EndsWith("second", StringComparison.Ordinal) => line.Unit.Replace("second", "minute", StringComparison.Ordinal),
        1 => line.Unit,
        1_000 => $"1K {line.Unit}s",
        1_000_000 => $"1M {line.Unit}s",
        1_000_000_000 => $"1B {line.Unit}s",
        _ => string.Create(CultureInfo.InvariantCulture, $"{line.Per} {line.Unit}s"),
    };
}
