namespace TogetherRates;

/// <summary>What the quotes of an invoice come to before any adjustment: lines of equal price as one.</summary>
internal sealed class InvoiceCharges
{
    private readonly Dictionary<Charge, (long Quantity, Money Amount)> charges = [];
    private readonly List<(Charge Charge, Money Reached)> minimums = [];

    /// <summary>The currency of the quotes; null while there is none.</summary>
    public string? Currency { get; private set; }

    /// <summary>Adds the lines of a quote.</summary>
    public void Add(Quote quote)
    {
        Currency ??= quote.Currency;
        Currencies.Match(Currency, "the invoice", quote.Currency, $"the quote for '{quote.Subject}'");
        foreach (var line in quote.Lines)
        {
            var charge = new Charge(quote.Card, quote.Subject, line with { Quantity = 0, Amount = default, Reached = null });
            if (line.Reached is { } reached)
            {
                minimums.Add((charge, reached));
                continue;
            }

            var sum = charges.GetValueOrDefault(charge);
            charges[charge] = (QuantitySum.Of(sum.Quantity, line.Quantity, line.Meter), sum.Amount + line.Amount);
        }
    }

    /// <summary>One line for each price, in an order that doesn't depend on that of the quotes.</summary>
    public IEnumerable<ExactLine> Lines() =>
        from charge in Ordered(charges, pair => pair.Key)
        let sum = charge.Value
        let item = charge.Key.Template with { Quantity = sum.Quantity, Amount = sum.Amount }
        select new ExactLine(charge.Key.Line(InvoiceLineKind.Charge) with { Item = item }, Fraction.Of(sum.Amount));

    /// <summary>What is missing to minimum charges. Each holds by itself: what one job has above its minimum doesn't help another.</summary>
    /// <param name="kept">The part of each amount that the discounts before have left.</param>
    public IEnumerable<ExactLine> Minimums(Fraction kept) =>
        from minimums in Ordered(minimums.GroupBy(minimum => minimum.Charge), charges => charges.Key)
        let least = minimums.Key.Template.Price
        let missing = minimums
            .Select(minimum => Fraction.Of(least) - (Fraction.Of(minimum.Reached) * kept))
            .Where(amount => amount.Sign > 0)
            .ToList()
        where missing.Count > 0
        let detail = missing.Count == 1 ? $"at least {least}" : FormattableString.Invariant($"at least {least}, {missing.Count} times")
        select new ExactLine(
            minimums.Key.Line(InvoiceLineKind.MinimumCharge) with { Detail = detail },
            missing.Aggregate((sum, amount) => sum + amount));

    private static IOrderedEnumerable<T> Ordered<T>(IEnumerable<T> items, Func<T, Charge> chargeOf) => items
        .OrderBy(item => chargeOf(item).Card, StringComparer.Ordinal)
        .ThenBy(item => chargeOf(item).Subject, StringComparer.Ordinal)
        .ThenBy(item => chargeOf(item).Template.Meter, StringComparer.Ordinal)
        .ThenByDescending(item => chargeOf(item).Template.Price)
        // A record's text holds all of its properties, so no two charges tie.
        .ThenBy(item => chargeOf(item).Template.ToString(), StringComparer.Ordinal);

    /// <summary>What lines have in common that become one: everything but quantity and amount.</summary>
    private readonly record struct Charge(string Card, string Subject, LineItem Template)
    {
        public InvoiceLine Line(InvoiceLineKind kind) => new() { Kind = kind, Card = Card, Subject = Subject };
    }
}
