using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Generated code against the interpreter, which shares no arithmetic with it.</summary>
public class OfferDifferentialTests
{
    [Fact]
    public void Generated_code_prices_every_kind_of_offer_as_the_interpreter_does()
    {
        var compiled = OfferEmissionTests.Compile(OfferCards.AllKinds);
        var card = CardCompiler.Read(OfferCards.AllKinds).Card!;

        Prop.ForAll(RandomOffers.Usages.ToArbitrary(), usage => AssertSame(compiled, card, usage)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Generated_code_prices_random_cards_as_the_interpreter_does() => Assert.All(Gen.Sample(RandomOffers.AnyCard, 20), text =>
    {
        var compiled = OfferEmissionTests.Compile(text);
        var card = CardCompiler.Read(text).Card!;

        Assert.All(Gen.Sample(RandomOffers.Usages, 40), usage => AssertSame(compiled, card, usage));
    });

    [Fact]
    public void All_ways_to_a_price_agree()
    {
        var compiled = OfferEmissionTests.Compile(OfferCards.AllKinds);

        Prop.ForAll(RandomOffers.Usages.ToArbitrary(), usage => Assert.All(compiled.ModelIds, id =>
        {
            foreach (var level in Enum.GetValues<ServiceLevel>())
            {
                var cost = Try(() => compiled.TryPrice(id, usage, out var amount, level) ? amount : (Money?)null);
                Assert.Equal(cost, Try(() => compiled.TryPrice(System.Text.Encoding.UTF8.GetBytes(id), usage, out var amount, level) ? amount : (Money?)null));
                Assert.Equal(cost, Try(() => compiled.TryExplain(id, usage, out var quote, level) ? quote.Cost : (Money?)null));
            }
        })).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Tokens_cost_the_same_whichever_way_they_are_counted()
    {
        var compiled = OfferEmissionTests.Compile(OfferCards.AllKinds);
        var tokens = new TokenUsage(input: 1_000, output: 300, cachedInput: 400, reasoning: 100);

        Assert.All(["acme/text", "some/audio-llm", "some/free-llm"], id =>
        {
            Assert.True(compiled.TryExplain(id, tokens, out var expected));
            Assert.True(compiled.TryExplain(id, (Usage)tokens, out var actual));
            Assert.True(compiled.TryPrice(id, tokens, out var cost));
            Assert.Equal(expected, actual);
            Assert.Equal(expected.Cost, cost);
        });
    }

    private static Money? Try(Func<Money?> price)
    {
        try
        {
            return price();
        }
        catch (ArgumentOutOfRangeException)
        {
            return Money.FromQuanta(-1);
        }
    }

    private static void AssertSame(IRateCard compiled, Card card, Usage usage)
    {
        var quantities = new MeterQuantities();
        foreach (var meter in Meters.All)
        {
            quantities[meter] = usage[(Meter)meter];
        }

        Assert.Equal(CardIds.All(card).Select(priced => priced.Id), compiled.ModelIds);
        foreach (var id in compiled.ModelIds)
        {
            AssertSameAt(ServiceLevel.Standard);
            AssertSameAt(ServiceLevel.Batch);

            void AssertSameAt(ServiceLevel level)
            {
                switch (Interpreter.PriceModel(card, id, quantities, level == ServiceLevel.Batch))
                {
                    case Compiler.Interpretation.Interpretation.Priced priced:
                        Assert.True(compiled.TryExplain(id, usage, out var quote, level), $"{id} has no price for {usage}");
                        Assert.Equal(priced.Lines.Select(Print), quote.Lines.Select(Print));
                        break;
                    case Compiler.Interpretation.Interpretation.Refused { Reason: Refusal.ImpossibleUsage }:
                        Assert.NotEqual(Money.Zero, Try(() => compiled.TryPrice(id, usage, out _, level) ? Money.Zero : null));
                        break;
                    default:
                        Assert.False(compiled.TryPrice(id, usage, out _, level), $"{id} has a price for {usage}");
                        break;
                }
            }
        }
    }

    private static string Print(InterpretedLine line) =>
        $"{line.Meter} {line.Quantity} {line.Unit} {line.Price} per {line.Per} = {line.Amount} [{line.Tier}] [{line.Discount}]";

    private static string Print(LineItem line) =>
        $"{line.Meter} {line.Quantity} {line.Unit} {Exact(line.Price)} per {line.Per} = {Exact(line.Amount)} [{line.Tier}] [{line.Discount}]";

    private static Rational Exact(Money amount) => Rational.FromFraction((System.Numerics.BigInteger)amount.Quanta, Money.QuantaPerUnit);
}
