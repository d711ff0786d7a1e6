using System.Collections.Immutable;
using System.Numerics;

namespace TogetherRates;

/// <summary>
/// A bill over quotes. Adjustments are made in a fixed order: prices with their batch discount, the volume discount, minimum
/// charges, credits. All of it is exact; rounding comes last and happens once, and the lines that are shown add up to the total.
/// The order of the quotes makes no difference.
/// </summary>
public sealed partial class Invoice
{
    // ISO 4217's code for "no currency", which is what nothing costs nothing in.
    private const string NoCurrency = "XXX";

    private Invoice(string currency, DateTimeOffset asOf, InvoiceRounding rounding)
    {
        Currency = currency;
        AsOf = asOf;
        Rounding = rounding;
    }

    /// <summary>The currency of all amounts, ISO 4217; "XXX" if neither quotes nor adjustments have one.</summary>
    public string Currency { get; }

    /// <summary>When the invoice was made, which decides the credits that it could draw.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>The rule by which the total was rounded.</summary>
    public InvoiceRounding Rounding { get; }

    /// <summary>
    /// Charges, summed where card, subject, meter and unit price agree and ordered by them; then volume discounts, minimum charges
    /// and credits. The amounts add up to <see cref="Total"/>.
    /// </summary>
    public ImmutableArray<InvoiceLine> Lines { get; private init; } = [];

    /// <summary>What there is to pay, rounded.</summary>
    public Money Total { get; private init; }

    /// <summary>The total before rounding, as text: a decimal, or "numerator/denominator" where it repeats.</summary>
    public string ExactTotal { get; private init; } = "0";

    /// <summary>
    /// The ledger without the credits that the invoice drew; null if there was none. A ledger counts whole quanta: a draw that ends
    /// inside of one takes it whole.
    /// </summary>
    public CreditLedger? Credits { get; private init; }

    /// <summary>Makes an invoice.</summary>
    /// <param name="quotes">What was used, priced; the quotes of a whole month if there is a volume discount, whose tiers are monthly.</param>
    /// <param name="rounding">How the total is rounded, such as <c>Together.Rounding</c>.</param>
    /// <param name="asOf">When the invoice is made.</param>
    /// <param name="volume">The volume discount, if there is one: a card's or a negotiated one.</param>
    /// <param name="credits">The account's credits, if it has some.</param>
    /// <exception cref="InvalidOperationException">The quotes, the discount and the credits don't all have one currency.</exception>
    /// <exception cref="OverflowException">A sum is out of range.</exception>
    public static Invoice Create(
        IEnumerable<Quote> quotes,
        InvoiceRounding rounding,
        DateTimeOffset asOf,
        VolumeDiscount? volume = null,
        CreditLedger? credits = null)
    {
        var charges = new InvoiceCharges();
        foreach (var quote in quotes)
        {
            charges.Add(quote);
        }

        var currency = charges.Currency ?? volume?.Currency ?? credits?.Currency ?? NoCurrency;
        Currencies.Match(currency, "the invoice", volume?.Currency ?? currency, "the volume discount");
        Currencies.Match(currency, "the invoice", credits?.Currency ?? currency, "the ledger of credits");

        var lines = new List<ExactLine>(charges.Lines());
        var spend = Sum(lines);
        lines.AddRange(Discounts(volume, spend));
        var kept = spend.Sign > 0 ? Sum(lines) / spend : new Fraction(1, 1);
        lines.AddRange(charges.Minimums(kept));
        var left = credits;
        if (credits is not null)
        {
            (var drawn, left) = Pay(credits, Sum(lines), asOf);
            lines.AddRange(drawn);
        }

        var total = Sum(lines);
        var count = rounding.CountOf(total);
        return new Invoice(currency, asOf, rounding)
        {
            Lines = Round(lines, rounding, count),
            Total = rounding.AmountOf(count),
            ExactTotal = total.ToString(),
            Credits = left,
        };
    }

    private static IEnumerable<ExactLine> Discounts(VolumeDiscount? volume, Fraction spend) =>
        from part in volume?.PartsOf(spend) ?? []
        let line = new InvoiceLine
        {
            Kind = InvoiceLineKind.VolumeDiscount,
            Subject = "volume discount",
            Detail = $"{part.Tier.PercentText} of {part.Part}",
        }
        select new ExactLine(line, -(part.Part * Fraction.Of(part.Tier.Percent) / new Fraction(100, 1)));

    private static (IEnumerable<ExactLine> Lines, CreditLedger Left) Pay(CreditLedger credits, Fraction due, DateTimeOffset asOf)
    {
        var draw = credits.Draw(due.Sign > 0 ? due.CeilingInQuanta() : Money.Zero, asOf);
        var lines = new List<ExactLine>();
        foreach (var credit in draw.Drawn)
        {
            // Only the last draw can reach above what is due, by less than a quantum.
            var amount = Fraction.Of(credit.Amount);
            amount = amount.CompareTo(due) < 0 ? amount : due;
            due -= amount;
            lines.Add(new(new() { Kind = InvoiceLineKind.Credit, Subject = credit.Name }, -amount));
        }

        return (lines, draw.Ledger);
    }

    /// <summary>
    /// Rounds every line down and gives the units that are then missing from the total to the lines that lost most; of those that
    /// lost the same, to the first. So each line is less than one unit off, and whole ones stay as they are.
    /// </summary>
    private static ImmutableArray<InvoiceLine> Round(List<ExactLine> lines, InvoiceRounding rounding, BigInteger total)
    {
        var scaled = lines.ConvertAll(line => rounding.Scale(line.Amount));
        var counts = scaled.ConvertAll(amount => amount.Floor());
        var missing = (int)(total - counts.Aggregate(BigInteger.Zero, BigInteger.Add));
        foreach (var index in Enumerable.Range(0, lines.Count).OrderByDescending(i => scaled[i] - new Fraction(counts[i], 1)).Take(missing))
        {
            counts[index] += 1;
        }

        return [.. lines.Select((line, i) => line.Line with { ExactAmount = line.Amount.ToString(), Amount = rounding.AmountOf(counts[i]) })];
    }

    private static Fraction Sum(IEnumerable<ExactLine> lines) => lines.Aggregate(default(Fraction), (sum, line) => sum + line.Amount);
}
