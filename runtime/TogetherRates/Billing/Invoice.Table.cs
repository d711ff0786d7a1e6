using System.Globalization;

namespace TogetherRates;

/// <content>The invoice for people.</content>
public sealed partial class Invoice
{
    private static readonly string[] Headings = ["for", "card", "meter", "quantity", "price", "tier", "discount", "amount"];

    /// <summary>The invoice as a table with its total. The same in every culture; lines end with a line feed.</summary>
    public override string ToString()
    {
        // A single card needs no column of its own.
        var cards = Lines.Select(line => line.Card).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var title = cards.Count == 1 ? $", {cards[0]}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"Invoice of {AsOf.UtcDateTime:yyyy-MM-dd}{title}\n")
            + TextTable.Format(Headings, Lines.Select(line => Cells(line, cards.Count > 1)), Digits(Total), Currency);
    }

    private string[] Cells(InvoiceLine line, bool withCard) =>
    [
        line.Kind switch
        {
            InvoiceLineKind.MinimumCharge => $"minimum charge: {line.Subject}",
            InvoiceLineKind.Credit => $"credit: {line.Subject}",
            _ => line.Subject,
        },
        withCard ? line.Card ?? "" : "",
        line.Item?.Meter ?? "",
        line.Item?.Quantity.ToString("N0", CultureInfo.InvariantCulture) ?? "",
        line.Item is { } item ? Quote.PriceOf(item) : line.Detail ?? "",
        line.Item?.Tier ?? "",
        line.Item?.Discount ?? "",
        Digits(line.Amount),
    ];

    private string Digits(Money amount) => amount.ToString(FormattableString.Invariant($"F{Rounding.Digits}"), CultureInfo.InvariantCulture);
}
