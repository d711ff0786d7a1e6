using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests.Billing;

public sealed class CreditLedgerTests
{
    private static readonly DateTimeOffset Now = Bill.AsOf;

    [Fact]
    public void The_credit_that_expires_first_pays_first_then_the_one_granted_first()
    {
        var ledger = CreditLedger.Empty("USD")
            .Grant(Credit("forever", "1"))
            .Grant(Credit("late", "1", expiresIn: 30))
            .Grant(Credit("soon", "1", expiresIn: 10))
            .Grant(Credit("soon too", "1", expiresIn: 10))
            .Grant(Credit("forever too", "1"));

        var draw = ledger.Draw(Amount("4.5"), Now);

        Assert.Equal(
            ["soon 1", "soon too 1", "late 1", "forever 1", "forever too 0.5"],
            draw.Drawn.Select(credit => $"{credit.Name} {credit.Amount}"));
        Assert.Equal(Money.Zero, draw.Uncovered);
        Assert.Equal(("forever too", "0.5"), (Assert.Single(draw.Ledger.Credits).Name, draw.Ledger.BalanceAt(Now).ToString()));
    }

    [Fact]
    public void What_was_granted_first_pays_first_whenever_the_ledger_learned_of_it()
    {
        var ledger = CreditLedger.Empty("USD")
            .Grant(new Credit("later", Amount("5"), Now.AddDays(-1)))
            .Grant(new Credit("earlier", Amount("5"), Now.AddDays(-30)));

        Assert.Equal("earlier", Assert.Single(ledger.Draw(Amount("1"), Now).Drawn).Name);
    }

    [Fact]
    public void Credits_pay_what_is_there_and_no_more()
    {
        var draw = CreditLedger.Empty("USD").Grant(Credit("new account", "1")).Draw(Amount("1.25"), Now);

        Assert.Equal("0.25", draw.Uncovered.ToString());
        Assert.Empty(draw.Ledger.Credits);
    }

    [Fact]
    public void A_credit_can_be_used_from_its_grant_until_just_before_it_expires()
    {
        var expiry = Now.AddDays(90);
        var ledger = CreditLedger.Empty("USD").Grant(new Credit("new account", Amount("1"), Now, expiry));

        Assert.Equal(
            ["0", "1", "1", "0"],
            new[] { Now.AddTicks(-1), Now, expiry.AddTicks(-1), expiry }.Select(time => ledger.BalanceAt(time).ToString()));
        Assert.Empty(ledger.Draw(Amount("1"), expiry).Drawn);
        Assert.Single(ledger.Draw(Amount("1"), expiry).Ledger.Credits);
    }

    [Fact]
    public void Drawing_leaves_the_ledger_as_it_was()
    {
        var ledger = CreditLedger.Empty("USD").Grant(Credit("new account", "1"));

        _ = ledger.Draw(Amount("1"), Now);
        _ = ledger.Grant(Credit("apology", "5"));

        Assert.Equal("1", ledger.BalanceAt(Now).ToString());
    }

    [Fact]
    public void Nothing_is_drawn_for_nothing() =>
        Assert.Empty(CreditLedger.Empty("USD").Grant(Credit("new account", "1")).Draw(Money.Zero, Now).Drawn);

    [Fact]
    public void What_is_drawn_and_what_is_not_make_the_amount() =>
        Prop.ForAll(Bill.Ledgers.ToArbitrary(), Bill.Moneys.ToArbitrary(), (ledger, amount) =>
        {
            var balance = ledger.BalanceAt(Now);
            var draw = ledger.Draw(amount, Now);
            var drawn = draw.Drawn.Aggregate(Money.Zero, (sum, credit) => sum + credit.Amount);
            return drawn + draw.Uncovered == amount
                && drawn == (amount < balance ? amount : balance)
                && draw.Ledger.BalanceAt(Now) == balance - drawn
                && draw.Ledger.Credits.All(credit => credit.Amount > Money.Zero);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Drawing_in_two_steps_is_drawing_at_once() =>
        Prop.ForAll(Bill.Ledgers.ToArbitrary(), Bill.Moneys.ToArbitrary(), Bill.Moneys.ToArbitrary(), (ledger, first, second) =>
        {
            var before = ledger.Draw(first, Now);
            var after = before.Ledger.Draw(second, Now);
            var atOnce = ledger.Draw(first + second, Now);
            return after.Uncovered + before.Uncovered == atOnce.Uncovered && after.Ledger.Credits.SequenceEqual(atOnce.Ledger.Credits);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_credit_of_another_currency_is_refused()
    {
        var offer = new CreditOffer("new account", Amount("1"), "EUR");

        var thrown = Assert.Throws<InvalidOperationException>(() => CreditLedger.Empty("USD").Grant(offer, Now));

        Assert.StartsWith("the credit 'new account' is in EUR and the ledger in USD", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Impossible_credits_are_refused()
    {
        Assert.Equal("amount", Assert.Throws<ArgumentOutOfRangeException>(() => new Credit("a", Money.Zero, Now)).ParamName);
        Assert.Equal("expiresAt", Assert.Throws<ArgumentOutOfRangeException>(() => new Credit("a", Amount("1"), Now, Now)).ParamName);
        Assert.Throws<ArgumentException>(() => new Credit(" ", Amount("1"), Now));
        Assert.Equal("amount", Assert.Throws<ArgumentOutOfRangeException>(() => CreditLedger.Empty("USD").Draw(Amount("-1"), Now)).ParamName);
        Assert.Throws<ArgumentException>(() => CreditLedger.Empty(""));
    }

    [Fact]
    public void A_ledger_is_a_list_for_people()
    {
        var ledger = CreditLedger.Empty("USD").Grant(Credit("new account", "1")).Grant(Credit("apology", "2.5", expiresIn: 10));

        Assert.Equal("1 USD  new account\n2.5 USD  apology, until 2025-02-11 00:00:00 UTC", ledger.ToString());
        Assert.Equal("no credits in USD", CreditLedger.Empty("USD").ToString());
    }

    [Theory]
    [InlineData(90, 0, "2025-05-01T00:00:00Z")]
    [InlineData(0, 1, "2025-02-28T00:00:00Z")]
    [InlineData(0, 12, "2026-01-31T00:00:00Z")]
    public void An_offer_expires_by_the_calendar_of_UTC(int days, int months, string expected)
    {
        var term = days > 0 ? Term.OfDays(days) : Term.OfMonths(months);
        var offer = new CreditOffer("new account", Amount("1"), "USD", term);

        // Late on the 30th in New York is the 31st in UTC.
        var credit = offer.GrantAt(new DateTimeOffset(2025, 1, 30, 19, 0, 0, TimeSpan.FromHours(-5)));

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), credit.ExpiresAt);
    }

    [Fact]
    public void An_offer_without_a_term_never_expires() =>
        Assert.Null(new CreditOffer("new account", Amount("1"), "USD").GrantAt(Now).ExpiresAt);

    [Fact]
    public void A_term_reads_as_a_card_writes_it()
    {
        Assert.Equal(["90 days", "1 day", "6 months", "1 month"], new[] { Term.OfDays(90), Term.OfDays(1), Term.OfMonths(6), Term.OfMonths(1) }.Select(term => term.ToString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => Term.OfDays(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Term.OfMonths(-1));
    }

    private static Credit Credit(string name, string amount, int? expiresIn = null) =>
        new(name, Amount(amount), Now.AddDays(-1), expiresIn is { } days ? Now.AddDays(days) : null);

    private static Money Amount(string amount) => Money.Parse(amount, null);
}
