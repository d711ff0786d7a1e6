using System.Globalization;
using System.Numerics;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using TogetherRates.Compiler.Emission.CSharp;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Tests.Emission;

public class EmittedBillTests
{
    private static readonly DateTimeOffset Now = new(2025, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("half-even", RoundingMode.HalfEven)]
    [InlineData("half-up", RoundingMode.HalfUp)]
    [InlineData("up", RoundingMode.Up)]
    [InlineData("down", RoundingMode.Down)]
    public void Rounding_is_the_cards_rule(string mode, RoundingMode expected)
    {
        var card = SampleCards.WithServerless("").Replace("2, \"mode\": \"half-even\"", $"3, \"mode\": \"{mode}\"", StringComparison.Ordinal);

        Assert.Equal(new InvoiceRounding(3, expected), Get<InvoiceRounding>(Load(card), "Rounding"));
    }

    [Fact]
    public void A_volume_discount_is_the_cards_table()
    {
        var type = Load(Card("""
            "volume": { "mode": "graduated", "tiers": [
              { "upTo": 1000.50, "discount": "0%" }, { "upTo": 999999999999.999999999999999, "discount": "12.5%" }, { "discount": "99.999999999999999%" }
            ] }
            """));

        Assert.Equal(
            "graduated, USD: 0% up to 1000.5, 12.5% up to 999999999999.999999999999999, 99.999999999999999% above",
            Get<VolumeDiscount>(type, "Volume").ToString());
    }

    [Fact]
    public void Credits_are_the_cards_offers()
    {
        var type = Load(Card("""
            "credits": [
              { "name": "new account", "amount": 1.00 },
              { "name": "a \"contest\"", "member": "Contest", "amount": 1234.5, "expiresAfter": "90 days" },
              { "name": "loyalty", "amount": 5, "expiresAfter": "2 years" }, { "name": "apology", "amount": 5, "expiresAfter": "1 month" }
            ]
            """)).GetNestedType("Credits")!;

        Assert.Equal(new CreditOffer("new account", Money.FromDecimal(1m), "USD"), Get<CreditOffer>(type, "NewAccount"));
        Assert.Equal(new CreditOffer("a \"contest\"", Money.FromDecimal(1234.5m), "USD", Term.OfDays(90)), Get<CreditOffer>(type, "Contest"));
        Assert.Equal(Term.OfMonths(24), Get<CreditOffer>(type, "Loyalty").ExpiresAfter);
        Assert.Equal(Term.OfMonths(1), Get<CreditOffer>(type, "Apology").ExpiresAfter);
    }

    [Fact]
    public void Limits_are_the_cards_tiers()
    {
        var type = Load(Card("""
            "limits": { "tiers": {
              "Tier1": { "spend": 5, "requestsPerMinute": 600, "tokensPerMinute": 180000 }, "Tier2": { "spend": 50, "tokensPerMinute": 250000 }
            } }
            """)).GetNestedType("Limits")!;

        var tier1 = new AccountTier("Tier1", Money.FromDecimal(5m), 600, 180_000);
        var tier2 = new AccountTier("Tier2", Money.FromDecimal(50m), null, 250_000);
        Assert.Equal(tier1, Get<AccountTier>(type, "Tier1"));
        Assert.Equal(tier2, Get<AccountTier>(type, "Tier2"));

        var at = type.GetMethod("At")!.CreateDelegate<Func<Money, AccountTier?>>();
        Assert.Equal([null, null, tier1, tier1, tier2, tier2], new[] { "0", "4.99", "5", "49.99", "50", "1000" }.Select(spend => at(Money.Parse(spend, null))));
    }

    [Fact]
    public void The_Together_card_has_the_credit_of_a_new_account_and_the_limits_of_its_build_tiers()
    {
        var type = Load(SampleCards.Together);

        // "New Account Credit: $1 to get started"
        Assert.Equal(new CreditOffer("new account", Money.FromDecimal(1.00m), "USD"), Get<CreditOffer>(type.GetNestedType("Credits")!, "NewAccount"));
        Assert.Equal(new InvoiceRounding(2, RoundingMode.HalfEven), Get<InvoiceRounding>(type, "Rounding"));
        Assert.Equal(
            [("5", 600), ("50", 1_800), ("100", 3_000), ("250", 4_500), ("1000", 6_000)],
            Enumerable.Range(1, 5)
                .Select(number => Get<AccountTier>(type.GetNestedType("Limits")!, FormattableString.Invariant($"Tier{number}")))
                .Select(tier => (tier.Spend.ToString(), tier.RequestsPerMinute ?? 0)));

        // "Volume discounts available" - on request, so no table is published.
        Assert.Null(type.GetProperty("Volume"));
    }

    [Fact]
    public void Compiled_volume_discounts_agree_with_the_interpreter()
    {
        var tables =
            from mode in Gen.Elements("whole", "graduated")
            from count in Gen.Choose(0, 4)
            from bounds in Gen.Choose(1, int.MaxValue).ListOf(count)
            from percents in Gen.Choose(0, 9_999_999).ListOf(count + 1)
            from spends in Gen.Choose(0, int.MaxValue).ListOf(20)
            select (Mode: mode, Bounds: bounds.Distinct().Order().ToList(), Percents: percents, Spends: spends);

        Prop.ForAll(tables.ToArbitrary(), table =>
        {
            var rows = table.Bounds.Select((bound, i) => Row($"\"upTo\": {Decimal(bound, 4)}, ", table.Percents[i]))
                .Append(Row("", table.Percents[table.Bounds.Count]));
            var text = Card($$"""  "volume": { "mode": "{{table.Mode}}", "tiers": [ {{string.Join(", ", rows)}} ] }  """);
            var compiled = Get<VolumeDiscount>(Load(text), "Volume");
            var volume = CardCompiler.Read(text).Card!.Volume!;

            var spends = table.Spends.Concat(table.Bounds).Select(spend => Money.Parse(Decimal(spend, 4), null));
            Assert.All(spends, spend => Assert.Equal(Interpreted(volume, spend), Billed(compiled, spend)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

        static string Row(string upTo, int percent) => $$"""{ {{upTo}}"discount": "{{Decimal(percent, 5)}}%" }""";
    }

    [Fact]
    public void An_invalid_card_keeps_the_names_of_its_sections()
    {
        var card = CardCompiler.Read(Card("""
            "volume": { "tiers": [ { "discount": "500%" } ] },
            "credits": [ { "name": "new account", "amount": 0 }, { "name": "credits", "amount": 1 } ],
            "limits": { "tiers": { "Tier1": { "spend": 5, "requestsPerMinute": 600 }, "at": { "spend": 0, "requestsPerMinute": 1 } } }
            """)).Card;

        var code = CSharpEmitter.EmitInvalid(
            card, "Acme", new EmissionOptions("Acme.Prices", null, IsPublic: true), new ErrorDirective("a.json", 1, 1, 1, 2, "wrong")).ToString()
            + """
              class User
              {
                  object[] Use() =>
                  [
                      Acme.Prices.Acme.Rounding, Acme.Prices.Acme.Volume, Acme.Prices.Acme.Credits.NewAccount,
                      Acme.Prices.Acme.Limits.Tier1, Acme.Prices.Acme.Limits.At(default)!,
                  ];
              }
              """;

        var errors = EmittedCode.Diagnose(code).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(["CS1029"], errors.Select(error => error.Id));
    }

    private static string Interpreted(Cards.Volume volume, Money spend) =>
        VolumeInterpreter.Apply(volume, Rational.FromFraction((BigInteger)spend.Quanta, Money.QuantaPerUnit)).ToString();

    private static string Billed(VolumeDiscount volume, Money spend)
    {
        var quote = new Quote
        {
            Card = "Acme",
            Currency = "USD",
            Edition = new DateOnly(2025, 1, 1),
            Subject = "acme/one",
            Lines = [new LineItem { Meter = "input", Quantity = 1, Unit = "token", Price = spend, Per = 1, Amount = spend }],
        };
        return Invoice.Create([quote], new(2, RoundingMode.HalfEven), Now, volume).ExactTotal;
    }

    private static string Decimal(int number, byte decimals) => new decimal(number, 0, 0, false, decimals).ToString(CultureInfo.InvariantCulture);

    private static string Card(string sections) => SampleCards.WithServerless("", sections + ",");

    private static Type Load(string text)
    {
        var reading = CardCompiler.Read(text);
        Assert.Empty(reading.Problems);
        var code = CSharpEmitter.Emit(reading.Card!, new EmissionOptions("Compiled", "Prices", IsPublic: true)).ToString();
        return EmittedCode.Load(code).GetType("Compiled.Prices", throwOnError: true)!;
    }

    private static T Get<T>(Type type, string property) =>
        Assert.IsType<T>(type.GetProperty(property, BindingFlags.Public | BindingFlags.Static)!.GetValue(null));
}
