using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Prices that depend on time, level, region, context and other meters: generated code against the interpreter.</summary>
public class TermsDifferentialTests
{
    private static readonly string[] Regions = ["eu", "us", "mars"];

    private static readonly long[] Counts = [0, 1, 7, 8, 9, 15, 16, 25, 26, 100, 101, 199_999, 200_000, 200_001, 1_000_000, 1_000_001, 3_000_000];

    private static readonly DateTime[] Times =
    [
        new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), new(2026, 3, 12, 23, 59, 59, DateTimeKind.Utc), new(2026, 3, 13, 0, 0, 0, DateTimeKind.Utc),
        new(2026, 6, 1, 0, 29, 59, DateTimeKind.Utc), new(2026, 6, 1, 0, 30, 0, DateTimeKind.Utc), new(2026, 6, 6, 16, 30, 0, DateTimeKind.Utc),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public void Generated_code_prices_every_kind_of_terms_as_the_interpreter_does(int plainModels)
    {
        // Among many models the prices are rows of numbers.
        var (card, compile) = Load(TermsCards.Everything.Replace("\"models\": {", "\"models\": {" + string.Concat(Enumerable.Range(1, plainModels).Select(Plain)), StringComparison.Ordinal));
        var tokens =
            from input in Gen.Elements(Counts)
            from cached in Gen.Choose(0, (int)Math.Min(input, 1_000))
            from output in Gen.Elements(Counts)
            from searches in Gen.Choose(0, 3)
            select (Usage)new TokenUsage(input, output, cachedInput: cached) + Usage.Of(Meter.Searches, searches).With(Meter.SearchesHigh, searches / 2);
        var charged =
            from meter in Gen.Elements(Meters.Charged.Append(Cards.Meter.Results).AsEnumerable())
            from count in Gen.Elements(Counts)
            from other in Gen.Elements(Meters.Charged.AsEnumerable())
            select Usage.Of((Meter)meter, count).With((Meter)other, 20).With(Meter.Input, count).With(Meter.Results, count);
        var requests =
            from usage in Gen.OneOf(RandomOffers.Usages, tokens, charged)
            from level in Gen.Elements(Enum.GetValues<ServiceLevel>())
            from time in Gen.OneOf(Gen.Constant((DateTime?)null), Gen.Elements(Times).Select(time => (DateTime?)time))
            from region in Gen.Frequency((3, Gen.Constant((string?)null)), (1, Gen.Elements(Regions).Select(name => (string?)name)))
            select (Usage: usage, Level: level, Time: time, Region: region);

        Prop.ForAll(requests.ToArbitrary(), request =>
            AssertSame(compile(request.Time, request.Region), card, request.Usage, request.Level, request.Time, request.Region)).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static string Plain(int model) => $$""" "plain/m{{model}}": { "input": {{model}}, "output": 0.{{model}} }, """;

    [Fact]
    public void A_context_tier_starts_strictly_above_its_bound_and_prices_the_whole_request()
    {
        var (_, compile) = Load(TermsCards.Everything);
        var card = compile(null, null);

        // 200,000 at 1.25 per 1M; one token more, and all of them cost 2.50.
        Assert.Equal("0.25", Cost(card, new TokenUsage(input: 200_000)));
        Assert.Equal("0.5000025", Cost(card, new TokenUsage(input: 200_001)));

        // The output's price is keyed on the input too, and what the tier doesn't name stays.
        Assert.Equal("0.5000175", Cost(card, new TokenUsage(input: 200_001, output: 1)));
        Assert.False(card.TryPrice("acme/large", new TokenUsage(input: 1_000_001), out _));

        static string Cost(IRateCard card, TokenUsage usage)
        {
            Assert.True(card.TryPrice("acme/large", usage, out var cost));
            return cost.ToString();
        }
    }

    private static void AssertSame(IRateCard compiled, Card card, Usage usage, ServiceLevel level, DateTime? time, string? region)
    {
        var quantities = new MeterQuantities();
        foreach (var meter in Meters.All)
        {
            quantities[meter] = usage[(Meter)meter];
        }

        foreach (var id in compiled.ModelIds)
        {
            var expected = Interpreter.PriceModel(card, id, quantities, (Cards.ServiceLevel)level, time, region);
            var said = $"{id}: {usage} at {level} in {region} at {time:u}: {expected}";
            switch (expected)
            {
                case Compiler.Interpretation.Interpretation.Priced priced:
                    Assert.True(compiled.TryExplain(id, usage, out var quote, level), said);
                    Assert.Equal(priced.Lines.Select(Print), quote.Lines.Select(Print));
                    Assert.True(compiled.TryPrice(id, usage, out var cost, level), said);
                    Assert.Equal(priced.Cost, Exact(cost));
                    break;
                case Compiler.Interpretation.Interpretation.Refused { Reason: Refusal.ImpossibleUsage }:
                    try
                    {
                        Assert.False(compiled.TryPrice(id, usage, out _, level), said);
                    }
                    catch (ArgumentOutOfRangeException)
                    {
                        // That is the answer for parts that are larger than their whole.
                    }

                    break;
                default:
                    Assert.False(compiled.TryPrice(id, usage, out _, level), said);
                    break;
            }
        }
    }

    private static (Card Card, Func<DateTime?, string?, IRateCard> Compiled) Load(string text)
    {
        Assert.Empty(CardReport.ErrorsOf(text));
        var card = CardCompiler.Read(text).Card!;
        var code = CSharpEmitter.Emit(card, new EmissionOptions("Acme.Prices", "Prices", IsPublic: true)).ToString();
        var type = EmittedCode.Load(code).GetType("Acme.Prices.Prices+CompiledCard")!;
        return (card, (time, region) => (IRateCard)Activator.CreateInstance(
            type,
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.CreateInstance,
            null,
            [time is { } instant ? new DateTimeOffset(instant) : null, region],
            null)!);
    }

    private static string Print(InterpretedLine line) =>
        $"{line.Meter} {line.Quantity} {line.Unit} {line.Price} per {line.Per} = {line.Amount} [{line.Tier}] [{line.Discount}]";

    private static string Print(LineItem line) =>
        $"{line.Meter} {line.Quantity} {line.Unit} {Exact(line.Price)} per {line.Per} = {Exact(line.Amount)} [{line.Tier}] [{line.Discount}]";

    private static Rational Exact(Money amount) => Rational.FromFraction((System.Numerics.BigInteger)amount.Quanta, Money.QuantaPerUnit);
}
