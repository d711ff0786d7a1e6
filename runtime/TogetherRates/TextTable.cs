using System.Text;

namespace TogetherRates;

/// <summary>Lays out a bill for people: columns of text, numbers to the right, amounts with their currency in the last one.</summary>
internal static class TextTable
{
    /// <summary>Lays out rows; a column that only has a heading is left out.</summary>
    /// <param name="headings">What the columns hold; "quantity" and "amount" are numbers.</param>
    /// <param name="lines">The rows, as wide as the headings; the last column is the amount.</param>
    /// <param name="total">What the amounts add up to.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The table; each row ends with a line feed.</returns>
    public static string Format(string[] headings, IEnumerable<string[]> lines, string total, string currency)
    {
        // Amounts end where the total's digits end, before the currency.
        var unit = " " + currency;
        var blank = new string(' ', unit.Length);
        string[] last = ["total", .. Enumerable.Repeat("", headings.Length - 2), total + unit];
        string[][] rows = [WithUnit(headings, blank), .. lines.Select(line => WithUnit(line, blank)), last];

        var columns = Enumerable.Range(0, headings.Length)
            .Where(column => rows.Skip(1).Any(row => row[column].Length > 0))
            .Select(column => (Index: column, Width: rows.Max(row => row[column].Length)))
            .ToArray();

        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = columns.Select(column => headings[column.Index] is "quantity" or "amount"
                ? row[column.Index].PadLeft(column.Width)
                : row[column.Index].PadRight(column.Width));
            _ = text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string[] WithUnit(string[] row, string unit) => [.. row[..^1], row[^1] + unit];
}
