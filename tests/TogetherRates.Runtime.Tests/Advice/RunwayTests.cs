using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Runtime.Tests.Billing;

namespace TogetherRates.Runtime.Tests.Advice;

public sealed class RunwayTests
{
    private static readonly DateTimeOffset Now = Bill.AsOf;

    [Fact]
    public void The_credit_of_a_new_account_pays_800_requests_of_a_thousand_tokens_at_1_25_per_million()
    {
        // "Leverage Free Credits: Start with the $1 credit to test models"
        var credits = CreditLedger.Empty("USD").Grant(new Credit("new account", Amount("1"), Now));
        var request = Bill.Quote("deepseek-ai/DeepSeek-V3", Bill.Line("input", 600, "1.25"), Bill.Line("output", 400, "1.25"));

        Assert.Equal(800, Runway.Requests(credits, request, Now));
        Assert.Equal(800, Runway.Requests(Amount("1"), request.Cost));
        Assert.Equal(800, Runway.Days(credits, request, Now));
    }

    [Theory]
    [InlineData("1", "0.3", 3)]
    [InlineData("1", "1/3", 3)]
    [InlineData("1", "1", 1)]
    [InlineData("1", "1.01", 0)]
    [InlineData("0", "1", 0)]
    public void Only_whole_requests_count(string balance, string request, long expected) =>
        Assert.Equal(expected, Runway.Requests(Amount(balance), Amount(request)));

    [Fact]
    public void What_costs_nothing_lasts_for_ever()
    {
        Assert.Null(Runway.Requests(Amount("1"), Money.Zero));
        Assert.Null(Runway.Days(CreditLedger.Empty("USD").Grant(Credit("1", lastsFor: 5)), Money.Zero, Now));
    }

    [Fact]
    public void What_expires_no_longer_pays()
    {
        // Ten days' worth that is gone after three days; then the two days that don't expire.
        var credits = CreditLedger.Empty("USD").Grant(Credit("10", lastsFor: 3)).Grant(Credit("2"));

        Assert.Equal(5, Runway.Days(credits, Amount("1"), Now));
        Assert.Equal(12, Runway.Days(CreditLedger.Empty("USD").Grant(Credit("10", lastsFor: 30)).Grant(Credit("2")), Amount("1"), Now));
    }

    [Fact]
    public void A_day_that_is_paid_when_a_credit_expires_comes_too_late_for_it()
    {
        var credits = CreditLedger.Empty("USD").Grant(new Credit("a", Amount("10"), Now, Now.AddDays(3).AddTicks(1)));

        Assert.Equal(4, Runway.Days(credits, Amount("1"), Now));
        Assert.Equal(3, Runway.Days(CreditLedger.Empty("USD").Grant(new Credit("a", Amount("10"), Now, Now.AddDays(3))), Amount("1"), Now));
    }

    [Fact]
    public void What_is_granted_later_does_not_count() =>
        Assert.Equal(0, Runway.Days(CreditLedger.Empty("USD").Grant(new Credit("a", Amount("10"), Now.AddDays(1))), Amount("1"), Now));

    [Fact]
    public void Days_are_as_many_as_can_be_drawn_one_by_one()
    {
        var ledgers = from count in Gen.Choose(0, 5)
                      from credits in Gen.ListOf(
                          from cents in Gen.Choose(1, 2_000)
                          from hours in Gen.Choose(-48, 1_000)
                          select new Credit("a", Money.FromDecimal(cents / 100m), Now.AddDays(-3), hours == 0 ? null : Now.AddHours(hours)),
                          count)
                      select credits.Aggregate(CreditLedger.Empty("USD"), (ledger, credit) => ledger.Grant(credit));

        Prop.ForAll(ledgers.ToArbitrary(), Gen.Choose(20, 300).Select(cents => Money.FromDecimal(cents / 100m)).ToArbitrary(), (ledger, day) =>
            Runway.Days(ledger, day, Now) == DrawnOneByOne(ledger, day)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Amounts_below_zero_are_refused()
    {
        Assert.Equal("balance", Assert.Throws<ArgumentOutOfRangeException>(() => Runway.Requests(Amount("-1"), Amount("1"))).ParamName);
        Assert.Equal("request", Assert.Throws<ArgumentOutOfRangeException>(() => Runway.Requests(Amount("1"), Amount("-1"))).ParamName);
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => Runway.Days(CreditLedger.Empty("USD"), Amount("-1"), Now)).ParamName);
    }

    [Fact]
    public void More_requests_than_can_be_counted_are_an_error() =>
        Assert.Throws<OverflowException>(() => Runway.Requests(Money.FromQuanta(Int128.MaxValue), Money.FromQuanta(1)));

    [Fact]
    public void More_days_than_can_be_counted_are_only_an_error_if_nothing_expires_before()
    {
        var credits = CreditLedger.Empty("USD").Grant(Credit("100", lastsFor: 30));

        Assert.Equal(30, Runway.Days(credits, Money.FromQuanta(1), Now));
        Assert.Throws<OverflowException>(() => Runway.Days(credits.Grant(Credit("100")), Money.FromQuanta(1), Now));
    }

    [Fact]
    public void A_quote_in_another_currency_is_refused()
    {
        var quote = Bill.Quote("a", Bill.Line("input", 1, "1")) with { Currency = "EUR" };

        Assert.Throws<InvalidOperationException>(() => Runway.Requests(CreditLedger.Empty("USD"), quote, Now));
        Assert.Throws<InvalidOperationException>(() => Runway.Days(CreditLedger.Empty("USD"), quote, Now));
    }

    private static long DrawnOneByOne(CreditLedger ledger, Money day)
    {
        for (var days = 0; ; days++)
        {
            var draw = ledger.Draw(day, Now.AddDays(days));
            if (draw.Uncovered > Money.Zero)
            {
                return days;
            }

            ledger = draw.Ledger;
        }
    }

    private static Credit Credit(string amount, int? lastsFor = null) =>
        new("a", Amount(amount), Now.AddDays(-1), lastsFor is { } days ? Now.AddDays(days) : null);

    private static Money Amount(string amount) => Money.Parse(amount, null);
}
