using System.Globalization;

namespace TogetherRates.Runtime.Tests.Billing;

public sealed class InvoiceTextTests
{
    private static readonly Invoice Sample = Invoice.Create(
        [
            Bill.Quote("deepseek-ai/DeepSeek-V3", Bill.Line("input", 1_500_000_000, "1.25"), Bill.Line("output", 123_456, "1.25")),
            Bill.Job("job", "4", Bill.Line("trainingTokens", 1_000_000, "0.48") with { Tier = "Up to 16B", Discount = "batch 50%" }),
        ],
        new(2, RoundingMode.HalfEven),
        Bill.AsOf,
        VolumeDiscount.Graduated("USD", new(1_000, 0), new(percent: 5)),
        CreditLedger.Empty("USD").Grant(new Credit("new account", Money.Parse("1", null), Bill.AsOf.AddDays(-1))));

    [Fact]
    public void An_invoice_is_a_table_for_people() => Assert.Equal(
        """
        Invoice of 2025-02-01, Together AI
        for                      meter                quantity  price               tier       discount    amount
        deepseek-ai/DeepSeek-V3  input           1,500,000,000  1.25 per 1M tokens                        1875.00
        deepseek-ai/DeepSeek-V3  output                123,456  1.25 per 1M tokens                           0.15
        job                      trainingTokens      1,000,000  0.48 per 1M tokens  Up to 16B  batch 50%     0.48
        volume discount                                         5% of 875.63432                            -43.78
        minimum charge: job                                     at least 4                                   3.53
        credit: new account                                                                                 -1.00
        total                                                                                             1834.38 USD

        """,
        Sample.ToString(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Cards_have_a_column_where_there_are_several()
    {
        var invoice = Invoice.Create(
            [Bill.Quote("a", Bill.Line("input", 1, "1")), Bill.Quote("b", Bill.Line("input", 1, "1")) with { Card = "Acme" }],
            new(0, RoundingMode.HalfEven),
            Bill.AsOf);

        Assert.Equal(
            """
            Invoice of 2025-02-01
            for    card         meter  quantity  price            amount
            b      Acme         input         1  1 per 1M tokens       0
            a      Together AI  input         1  1 per 1M tokens       0
            total                                                      0 USD

            """,
            invoice.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Nothing_is_a_table_of_nothing() => Assert.Equal(
        "Invoice of 2025-02-01\nfor    amount\ntotal    0.00 XXX\n",
        Invoice.Create([], new(2, RoundingMode.HalfEven), Bill.AsOf).ToString());

    [Fact]
    public void An_invoice_is_JSON_for_programs() => Assert.Equal(
        """
        {
          "total":"1834.38","exact":"3583992944743593/1953785750000","currency":"USD","asOf":"2025-02-01T00:00:00Z",
          "rounding":{"digits":2,"mode":"half-even"},
          "lines":[
            {"kind":"charge","card":"Together AI","subject":"deepseek-ai/DeepSeek-V3",
              "line":{"meter":"input","quantity":"1500000000","unit":"token","price":"1.25","per":"1000000","amount":"1875"},
              "exact":"1875","amount":"1875"},
            {"kind":"charge","card":"Together AI","subject":"deepseek-ai/DeepSeek-V3",
              "line":{"meter":"output","quantity":"123456","unit":"token","price":"1.25","per":"1000000","amount":"0.15432"},
              "exact":"0.15432","amount":"0.15"},
            {"kind":"charge","card":"Together AI","subject":"job",
              "line":{"meter":"trainingTokens","quantity":"1000000","unit":"token","price":"0.48","per":"1000000","amount":"0.48",
                "tier":"Up to 16B","discount":"batch 50%"},
              "exact":"0.48","amount":"0.48"},
            {"kind":"volumeDiscount","subject":"volume discount","detail":"5% of 875.63432","exact":"-43.781716","amount":"-43.78"},
            {"kind":"minimumCharge","card":"Together AI","subject":"job","detail":"at least 4","exact":"3449608349/976892875","amount":"3.53"},
            {"kind":"credit","subject":"new account","exact":"-1","amount":"-1"}
          ]
        }
        """.Split('\n').Aggregate("", (json, line) => json + line.Trim()),
        Sample.ToJson());

    [Fact]
    public void The_time_of_an_invoice_is_given_in_UTC()
    {
        var invoice = Invoice.Create([], new(2, RoundingMode.Up), new DateTimeOffset(2025, 2, 1, 1, 30, 0, 500, TimeSpan.FromHours(2)));

        Assert.StartsWith("Invoice of 2025-01-31\n", invoice.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"asOf\":\"2025-01-31T23:30:00.5Z\",\"rounding\":{\"digits\":2,\"mode\":\"up\"}", invoice.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")]
    public void Text_is_the_same_in_every_culture(string culture)
    {
        var (table, json) = (Sample.ToString(), Sample.ToJson());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal((table, json), (Sample.ToString(), Sample.ToJson()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("0.48", "3.52")]
    [InlineData("4.01", "0")]
    public void A_quote_has_its_minimum_charge_as_a_line(string price, string missing)
    {
        var quote = Bill.Job("job", "4", Bill.Line("trainingTokens", 1_000_000, price));

        Assert.EndsWith(
            $$"""
            {"meter":"minimumCharge","quantity":"1","unit":"job","price":"4","per":"1","amount":"{{missing}}","reached":"{{price}}"}],"subject":"job"}
            """,
            quote.ToJson(),
            StringComparison.Ordinal);
        Assert.Equal(Money.Parse(price, null) + Money.Parse(missing, null), quote.Cost);
    }
}
