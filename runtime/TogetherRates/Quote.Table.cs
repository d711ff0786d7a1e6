using System.Globalization;

namespace TogetherRates;

/// <content>The quote for people.</content>
public sealed partial record Quote
{
    private static readonly string[] Headings = ["meter", "quantity", "price", "tier", "discount", "minimum", "amount"];

    /// <summary>The quote as a small table with its total. The same in every culture; lines end with a line feed.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Subject}, {Card}, edition {Edition:O}\n")
        + TextTable.Format(Headings, Lines.Select(Cells), Cost.ToString(), Currency);

    /// <summary>What stands before the amount.</summary>
    private static string[] Cells(LineItem line) =>
    [
        line.Meter,
        line.Quantity.ToString("N0", CultureInfo.InvariantCulture),
        PriceOf(line),
        line.Tier ?? "",
        line.Discount ?? "",
        line.MinimumCharge?.ToString() ?? "",
        line.Amount.ToString(),
    ];

    /// <summary>"1.25 per 1M tokens".</summary>
    internal static string PriceOf(LineItem line) => $"{line.Price} per {UnitsOf(line)}";

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
