namespace TogetherRates;

/// <summary>What the quotes of an invoice come to before any adjustment: lines of equal price as one.</summary>
internal sealed class InvoiceCharges
{
    private readonly Dictionary<Charge, (long Quantity, Money Amount)> _charges = [];
    private readonly List<(Charge Charge, Money Amount)> _withMinimum = [];

    /// <summary>The currency of the quotes; null while there is none.</summary>
    public string? Currency { get; private set; }

    /// <summary>Adds the lines of a quote.</summary>
    public void Add(Quote quote)
    {
        Currency ??= quote.Currency;
        Currencies.Match(Currency, "an invoice", quote.Currency, $"the quote for '{quote.Subject}'");
        foreach (var line in quote.Lines)
        {
            var amount = line.AmountBeforeMinimum;
            var charge = new Charge(quote.Card, quote.Subject, line with { Quantity = 0, Amount = default });
            var sum = _charges.GetValueOrDefault(charge);
            _charges[charge] = (checked(sum.Quantity + line.Quantity), sum.Amount + amount);
            if (line.MinimumCharge is not null)
            {
                _withMinimum.Add((charge, amount));
            }
        }
    }

    /// <summary>One line for each price, in an order that doesn't depend on that of the quotes.</summary>
    public IEnumerable<ExactLine> Lines() =>
        from charge in Ordered(_charges, pair => pair.Key)
        let sum = charge.Value
        let item = charge.Key.Template with { Quantity = sum.Quantity, Amount = sum.Amount }
        select new ExactLine(charge.Key.Line(InvoiceLineKind.Charge) with { Item = item }, Fraction.Of(sum.Amount));

    /// <summary>What is missing to minimum charges. A minimum holds for each line of a quote by itself.</summary>
    /// <param name="kept">The part of each amount that the discounts before have left.</param>
    public IEnumerable<ExactLine> Minimums(Fraction kept) =>
        from raised in Ordered(_withMinimum.GroupBy(line => line.Charge), lines => lines.Key)
        let minimum = raised.Key.Template.MinimumCharge!.Value
        let missing = raised
            .Select(line => Fraction.Of(minimum) - (Fraction.Of(line.Amount) * kept))
            .Where(amount => amount.Sign > 0)
            .ToList()
        where missing.Count > 0
        let detail = missing.Count == 1 ? $"at least {minimum}" : FormattableString.Invariant($"at least {minimum}, {missing.Count} times")
        select new ExactLine(
            raised.Key.Line(InvoiceLineKind.MinimumCharge) with { Detail = detail },
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
