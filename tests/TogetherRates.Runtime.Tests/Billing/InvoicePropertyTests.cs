using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests.Billing;

public sealed class InvoicePropertyTests
{
    [Fact]
    public void The_total_agrees_with_unlimited_fractions() => Check(bill =>
    {
        var total = InvoiceOracle.Total(bill);
        return Ratio.Parse(bill.Invoice.ExactTotal) == total
            && Ratio.Of(bill.Invoice.Total) == new Ratio(InvoiceOracle.Count(total, bill.Rounding), BigInteger.Pow(10, bill.Rounding.Digits));
    });

    [Fact]
    public void Lines_add_up_to_the_rounded_total() => Check(bill =>
    {
        var invoice = bill.Invoice;
        return invoice.Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount) == invoice.Total
            && Ratio.Sum(invoice.Lines.Select(line => Ratio.Parse(line.ExactAmount))) == Ratio.Parse(invoice.ExactTotal);
    });

    [Fact]
    public void Each_line_is_shown_in_the_digits_of_the_rule_and_less_than_one_of_them_off() => Check(bill =>
    {
        var digit = new Ratio(1, BigInteger.Pow(10, bill.Rounding.Digits));
        return bill.Invoice.Lines.All(line =>
        {
            var off = Ratio.Of(line.Amount) - Ratio.Parse(line.ExactAmount);
            return bill.Rounding.Round(line.Amount) == line.Amount && off < digit && off > Ratio.Zero - digit;
        });
    });

    [Fact]
    public void The_order_of_the_quotes_makes_no_difference() =>
        Prop.ForAll(Bill.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (bill, seed) =>
        {
            var quotes = bill.Quotes.ToArray();
            new Random(seed).Shuffle(quotes);
            return (bill with { Quotes = [.. quotes] }).Invoice.ToJson() == bill.Invoice.ToJson();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quotes_added_up_before_are_billed_like_single_ones() => Check(bill =>
        bill.Quotes.GroupBy(quote => quote.Subject)
            .Select(quotes => quotes.Aggregate((sum, quote) => sum + quote))
            .ToList() is var sums
        && (bill with { Quotes = [.. sums] }).Invoice.ToJson() == bill.Invoice.ToJson());

    [Fact]
    public void No_discount_increases_a_price() => Check(bill =>
        bill.Invoice.Total <= (bill with { Volume = null }).Invoice.Total);

    [Fact]
    public void No_credit_increases_a_price() => Check(bill =>
        bill.Invoice.Total <= (bill with { Credits = null }).Invoice.Total);

    [Fact]
    public void A_minimum_charge_is_kept_whatever_the_discount() => Check(bill =>
        Ratio.Parse((bill with { Credits = null }).Invoice.ExactTotal)
            >= Ratio.Sum(from quote in bill.Quotes from line in quote.Lines where line.Reached is not null select Ratio.Of(line.Price)));

    [Fact]
    public void Without_adjustments_an_invoice_is_the_sum_of_its_quotes() => Check(bill =>
        Ratio.Parse((bill with { Volume = null, Credits = null }).Invoice.ExactTotal) == Ratio.Sum(bill.Quotes.Select(quote => Ratio.Of(quote.Cost))));

    [Fact]
    public void A_graduated_discount_that_rises_takes_off_no_more_than_a_whole_one() => Check(bill =>
    {
        var rising = bill.Volume?.Tiers.Select(tier => tier.Percent).Order().ToList() ?? [0];
        var tiers = (bill.Volume?.Tiers ?? [new VolumeTier(0)])
            .Select((tier, i) => tier.UpTo is { } upTo ? new VolumeTier(upTo.ToDecimal(), rising[i]) : new VolumeTier(rising[i]))
            .ToArray();
        return (bill with { Volume = VolumeDiscount.Graduated("USD", tiers) }).Invoice.Total
            >= (bill with { Volume = VolumeDiscount.Whole("USD", tiers) }).Invoice.Total;
    });

    [Fact]
    public void What_credits_pay_and_what_is_charged_make_the_bill_without_credits() => Check(bill =>
    {
        var paid = Credits(bill.Invoice);
        return Ratio.Parse(bill.Invoice.ExactTotal) - paid == InvoiceOracle.BeforeCredits(bill);
    });

    [Fact]
    public void A_ledger_loses_what_its_credits_pay_up_to_a_whole_quantum() => Check(bill =>
    {
        if (bill.Credits is not { } ledger)
        {
            return bill.Invoice.Credits is null;
        }

        var lost = Ratio.Of(ledger.BalanceAt(Bill.AsOf) - bill.Invoice.Credits!.BalanceAt(Bill.AsOf)) + Credits(bill.Invoice);
        return lost >= Ratio.Zero && lost < Ratio.Of(Money.FromQuanta(1));
    });

    private static Ratio Credits(Invoice invoice) =>
        Ratio.Sum(invoice.Lines.Where(line => line.Kind == InvoiceLineKind.Credit).Select(line => Ratio.Parse(line.ExactAmount)));

    private static void Check(Func<Bill, bool> property) => Prop.ForAll(Bill.Any, property).QuickCheckThrowOnFailure();
}
