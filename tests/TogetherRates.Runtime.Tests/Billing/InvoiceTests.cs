namespace TogetherRates.Runtime.Tests.Billing;

public sealed class InvoiceTests
{
    private static readonly InvoiceRounding Cents = new(2, RoundingMode.HalfEven);

    [Fact]
    public void An_invoice_over_nothing_is_zero()
    {
        var invoice = Invoice.Create([], Cents, Bill.AsOf);

        Assert.Equal((Money.Zero, "0", "XXX"), (invoice.Total, invoice.ExactTotal, invoice.Currency));
        Assert.Empty(invoice.Lines);
        Assert.Null(invoice.Credits);
    }

    [Fact]
    public void An_invoice_over_nothing_leaves_the_credits_alone()
    {
        var invoice = Invoice.Create([], Cents, Bill.AsOf, credits: Credits("1"));

        Assert.Equal(("USD", "1"), (invoice.Currency, invoice.Credits!.BalanceAt(Bill.AsOf).ToString()));
        Assert.Empty(invoice.Lines);
    }

    [Fact]
    public void Lines_of_one_model_meter_and_price_become_one()
    {
        var invoice = Invoice.Create(
            [
                Bill.Quote("b", Bill.Line("input", 1_000, "2")),
                Bill.Quote("a", Bill.Line("output", 10, "8"), Bill.Line("input", 1_000, "2")),
                Bill.Quote("a", Bill.Line("input", 500, "2"), Bill.Line("input", 500, "1")),
            ],
            Cents,
            Bill.AsOf);

        Assert.Equal(
            ["a input 1500 at 2: 0.003", "a input 500 at 1: 0.0005", "a output 10 at 8: 0.00008", "b input 1000 at 2: 0.002"],
            invoice.Lines.Select(line => $"{line.Subject} {line.Item!.Meter} {line.Item.Quantity} at {line.Item.Price}: {line.ExactAmount}"));
    }

    [Fact]
    public void Equal_prices_with_different_discounts_stay_apart()
    {
        var line = Bill.Line("input", 1_000, "2");

        var invoice = Invoice.Create([Bill.Quote("a", line, line with { Discount = "batch 50%" }, line with { Tier = "Dense" })], Cents, Bill.AsOf);

        Assert.Equal(3, invoice.Lines.Length);
    }

    [Fact]
    public void Rounding_happens_once_and_not_on_each_line()
    {
        // Three lines of 0.004 each: rounded one by one they would come to nothing.
        var invoice = Invoice.Create([.. "abc".Select(model => Bill.Quote($"{model}", Bill.Line("input", 4_000, "1")))], Cents, Bill.AsOf);

        Assert.Equal("0.01", invoice.Total.ToString());
        Assert.Equal("0.012", invoice.ExactTotal);
        Assert.Equal(["0.01", "0", "0"], invoice.Lines.Select(line => line.Amount.ToString()));
    }

    [Fact]
    public void The_remainder_goes_to_the_lines_that_lost_most()
    {
        var quotes = new[] { ("a", 6_000), ("b", 19_000), ("c", 28_000) }
            .Select(usage => Bill.Quote(usage.Item1, Bill.Line("input", usage.Item2, "1")));

        var invoice = Invoice.Create(quotes, Cents, Bill.AsOf);

        // 0.006 + 0.019 + 0.028 = 0.053, of which the lines show 0.00 + 0.01 + 0.02 and 0.02 more to share out.
        Assert.Equal("0.05", invoice.Total.ToString());
        Assert.Equal(["0", "0.02", "0.03"], invoice.Lines.Select(line => line.Amount.ToString()));
    }

    [Theory]
    [InlineData(RoundingMode.HalfEven, "0.02")]
    [InlineData(RoundingMode.HalfUp, "0.03")]
    [InlineData(RoundingMode.Up, "0.03")]
    [InlineData(RoundingMode.Down, "0.02")]
    public void Half_a_cent_goes_where_the_rule_says(RoundingMode mode, string expected)
    {
        var invoice = Invoice.Create([Bill.Quote("a", Bill.Line("input", 25_000, "1"))], new(2, mode), Bill.AsOf);

        Assert.Equal(expected, invoice.Total.ToString());
    }

    [Fact]
    public void A_volume_discount_comes_before_a_minimum_charge_and_a_credit_after_it()
    {
        // 6 less 50% is 3, which the minimum raises to 5, of which a credit pays 1.
        var invoice = Invoice.Create(
            [Bill.Job("job", "5", Bill.Line("trainingTokens", 4_000_000, "1"), Bill.Line("validationTokens", 2_000_000, "1"))],
            Cents,
            Bill.AsOf,
            VolumeDiscount.Whole("USD", new VolumeTier(percent: 50)),
            Credits("1"));

        Assert.Equal(
            [(InvoiceLineKind.Charge, "4"), (InvoiceLineKind.Charge, "2"), (InvoiceLineKind.VolumeDiscount, "-3"), (InvoiceLineKind.MinimumCharge, "2"), (InvoiceLineKind.Credit, "-1")],
            invoice.Lines.Select(line => (line.Kind, line.ExactAmount)));
        Assert.Equal("4", invoice.Total.ToString());
    }

    [Fact]
    public void A_minimum_charge_holds_for_each_job_by_itself()
    {
        var small = Bill.Job("job", "4", Bill.Line("trainingTokens", 1_000_000, "1"));
        var large = Bill.Job("job", "4", Bill.Line("trainingTokens", 9_000_000, "1"));

        var invoice = Invoice.Create([small, large, small], Cents, Bill.AsOf);

        Assert.Equal("17", invoice.Total.ToString());
        Assert.Equal(11_000_000, invoice.Lines[0].Item!.Quantity);
        Assert.Equal(("6", "at least 4, 2 times"), (invoice.Lines[1].ExactAmount, invoice.Lines[1].Detail));
        Assert.Equal(small.Cost + large.Cost + small.Cost, invoice.Total);
    }

    [Fact]
    public void A_graduated_discount_says_what_it_takes_off_of_what()
    {
        // "Volume discounts available": 0% of the first 1,000, 5% of the next 9,000, 10% of the 2,000 above.
        var invoice = Invoice.Create(
            [Bill.Quote("a", Bill.Line("input", 12_000_000_000, "1"))],
            Cents,
            Bill.AsOf,
            VolumeDiscount.Graduated("USD", new(1_000, 0), new(10_000, 5), new(percent: 10)));

        Assert.Equal(
            [("5% of 9000", "-450"), ("10% of 2000", "-200")],
            invoice.Lines.Where(line => line.Kind == InvoiceLineKind.VolumeDiscount).Select(line => (line.Detail, line.ExactAmount)));
        Assert.Equal("11350", invoice.Total.ToString());
    }

    [Fact]
    public void A_discount_that_is_a_part_of_a_quantum_is_carried_exactly()
    {
        var line = new LineItem { Meter = "input", Quantity = 1, Unit = "token", Price = Money.FromQuanta(1), Per = 1, Amount = Money.FromQuanta(1) };

        var invoice = Invoice.Create(
            Enumerable.Repeat(Bill.Quote("a", line), 3), Cents, Bill.AsOf, VolumeDiscount.Whole("USD", new VolumeTier(percent: 12.5m)));

        Assert.Equal("1/72000000000000000", invoice.ExactTotal); // 3 quanta less an eighth
    }

    [Fact]
    public void Credits_that_cover_a_part_of_a_quantum_leave_nothing_to_round_up()
    {
        var line = new LineItem { Meter = "input", Quantity = 1, Unit = "token", Price = Money.FromQuanta(1), Per = 1, Amount = Money.FromQuanta(1) };

        var invoice = Invoice.Create(
            [Bill.Quote("a", line)], new(2, RoundingMode.Up), Bill.AsOf, VolumeDiscount.Whole("USD", new VolumeTier(percent: 50)), Credits("1"));

        Assert.Equal((Money.Zero, "0"), (invoice.Total, invoice.ExactTotal));
        Assert.Equal(Money.Parse("1", null) - Money.FromQuanta(1), invoice.Credits!.BalanceAt(Bill.AsOf));
    }

    [Fact]
    public void The_credit_of_a_new_account_pays_before_the_account_is_charged()
    {
        // "New Account Credit: $1 to get started"
        var newAccount = new CreditOffer("new account", Money.FromDecimal(1.00m), "USD");
        var ledger = CreditLedger.Empty("USD").Grant(newAccount, Bill.AsOf.AddDays(-31));

        var invoice = Invoice.Create([Bill.Quote("a", Bill.Line("input", 1_000_000, "1.25"))], Cents, Bill.AsOf, credits: ledger);

        Assert.Equal("0.25", invoice.Total.ToString());
        Assert.Empty(invoice.Credits!.Credits);
        Assert.Equal("1", ledger.BalanceAt(Bill.AsOf).ToString());
    }

    [Fact]
    public void Amounts_below_zero_get_no_discount_and_draw_no_credit()
    {
        var refund = Bill.Line("input", 1, "1") with { Amount = Money.Parse("-10", null) };

        var invoice = Invoice.Create(
            [Bill.Quote("a", refund)], Cents, Bill.AsOf, VolumeDiscount.Whole("USD", new VolumeTier(percent: 50)), Credits("1"));

        Assert.Equal("-10", invoice.Total.ToString());
        Assert.Equal("1", invoice.Credits!.BalanceAt(Bill.AsOf).ToString());
    }

    [Fact]
    public void Quotes_of_two_currencies_are_refused()
    {
        var dollars = Bill.Quote("a", Bill.Line("input", 1, "1"));

        var thrown = Assert.Throws<InvalidOperationException>(
            () => Invoice.Create([dollars, dollars with { Currency = "EUR", Subject = "b" }], Cents, Bill.AsOf));

        Assert.StartsWith("the quote for 'b' is in EUR and the invoice in USD", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adjustments_in_another_currency_are_refused()
    {
        var quote = Bill.Quote("a", Bill.Line("input", 1, "1"));

        var discount = Assert.Throws<InvalidOperationException>(
            () => Invoice.Create([quote], Cents, Bill.AsOf, VolumeDiscount.Whole("EUR", new VolumeTier(percent: 5))));
        var credits = Assert.Throws<InvalidOperationException>(
            () => Invoice.Create([quote], Cents, Bill.AsOf, credits: CreditLedger.Empty("EUR")));

        Assert.StartsWith("the volume discount is in EUR and the invoice in USD", discount.Message, StringComparison.Ordinal);
        Assert.StartsWith("the ledger of credits is in EUR and the invoice in USD", credits.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_credits_that_cover_a_part_of_a_quantum_leave_nothing_and_owe_nothing()
    {
        var line = new LineItem { Meter = "input", Quantity = 1, Unit = "token", Price = Money.FromQuanta(3), Per = 1, Amount = Money.FromQuanta(3) };
        var ledger = CreditLedger.Empty("USD").Grant(new Credit("first", Money.FromQuanta(1), Bill.AsOf.AddDays(-2))).Grant(new Credit("second", Money.FromQuanta(9), Bill.AsOf.AddDays(-1)));

        var invoice = Invoice.Create([Bill.Quote("a", line)], Cents, Bill.AsOf, VolumeDiscount.Whole("USD", new VolumeTier(percent: 50)), ledger);

        // One and a half quanta: one comes from the first credit, a half from a quantum of the second.
        Assert.Equal("0", invoice.ExactTotal);
        Assert.Equal(8, invoice.Credits!.BalanceAt(Bill.AsOf).Quanta);
    }

    [Fact]
    public void A_minimum_that_is_just_reached_adds_no_line()
    {
        var reached = Bill.Job("job", "4", Bill.Line("trainingTokens", 4_000_000, "1"));
        var missed = Bill.Job("job", "4", Bill.Line("trainingTokens", 1_000_000, "1"));

        Assert.Single(Invoice.Create([reached], Cents, Bill.AsOf).Lines);
        Assert.Equal("at least 4", Invoice.Create([reached, missed], Cents, Bill.AsOf).Lines[^1].Detail);
    }

    [Fact]
    public void Where_nothing_was_spent_nothing_is_taken_off() =>
        Assert.Single(Invoice.Create([Bill.Quote("a", Bill.Line("input", 5, "0"))], Cents, Bill.AsOf, VolumeDiscount.Whole("USD", new VolumeTier(percent: 50))).Lines);

    [Fact]
    public void More_units_than_a_line_can_count_are_refused()
    {
        var line = Bill.Line("input", long.MaxValue, "0");

        var thrown = Assert.Throws<OverflowException>(() => Invoice.Create([Bill.Quote("a", line), Bill.Quote("a", line)], Cents, Bill.AsOf));
        Assert.StartsWith("9223372036854775807 and 9223372036854775807 on the meter input can't be added", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_that_are_taken_back_are_counted_down_and_never_wrap()
    {
        var invoice = Invoice.Create([Bill.Quote("a", Bill.Line("input", 2, "1")), Bill.Quote("a", Bill.Line("input", -5, "1"))], Cents, Bill.AsOf);

        Assert.Equal(-3, Assert.Single(invoice.Lines).Item?.Quantity);
        Assert.Throws<OverflowException>(() => Invoice.Create(
            [Bill.Quote("a", Bill.Line("input", long.MinValue, "0")), Bill.Quote("a", Bill.Line("input", -1, "0"))], Cents, Bill.AsOf));
    }

    [Fact]
    public void More_than_an_amount_can_hold_is_refused()
    {
        var line = Bill.Line("input", 1, "1") with { Amount = Money.FromQuanta(Int128.MaxValue) };

        Assert.Throws<OverflowException>(() => Invoice.Create([Bill.Quote("a", line), Bill.Quote("b", line)], Cents, Bill.AsOf));
    }

    private static CreditLedger Credits(string amount) =>
        CreditLedger.Empty("USD").Grant(new Credit("new account", Money.Parse(amount, null), Bill.AsOf.AddDays(-1)));
}
