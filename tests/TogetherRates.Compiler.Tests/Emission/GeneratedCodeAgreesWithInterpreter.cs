using System.Numerics;
using System.Text;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Tests.Interpretation;
using Xunit.Abstractions;
using Answer = TogetherRates.Compiler.Interpretation.Interpretation;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>
/// Two ways from a card to a price that share nothing but the card: generated code with whole quanta in 128 bits, and the interpreter
/// with fractions of any size. They must agree to the last quantum, and refuse the same.
/// </summary>
public class GeneratedCodeAgreesWithInterpreter(ITestOutputHelper output)
{
    private const int Seed = 189;
    private const int ManyCases = 100_000;
    private const int SomeCases = 10_000;

    // Each unknown id is compared with all that a large card has.
    private const int FewCases = 2_000;

    // Quotes are made for people and take longer to compare, so every so many cases get one.
    private const int CasesPerQuote = 25;

    private static readonly ServiceLevel[] Levels = [ServiceLevel.Standard, ServiceLevel.Standard, ServiceLevel.Batch, ServiceLevel.Batch, ServiceLevel.Flex];

    private readonly Random random = new(Seed);

    [Fact]
    public void On_the_Together_card() => Compare(SampleCards.Together, ManyCases);

    [Fact]
    public void On_the_newest_Together_card() => Compare(SampleCards.NewestTogether, FewCases);

    [Fact]
    public void On_models_that_price_any_meters() => Compare(
        SampleCards.WithServerless($$""" "models": { {{string.Join(',', EverySetOfMeters().Select((prices, i) => $$""" "m{{i}}": { "batch": "12.5%", {{prices}} } """))}} } """),
        ManyCases);

    [Fact]
    public void On_tables_that_price_any_meters() => Compare(
        SampleCards.WithServerless(
            $$"""
            "sizes": { {{string.Join(',', EverySetOfMeters().Select((prices, i) =>
                $$""" "T{{i}}": { "per": "1K tokens", "above": "unpriced", "tiers": [ { "upTo": "1K", {{prices}} }, { "upTo": "70B", {{prices.Replace(": 0.", ": 0.1", StringComparison.Ordinal)}} } ] } """))}} }
            """),
        ManyCases);

    [Fact]
    public void On_a_table_without_an_end() => Compare(
        SampleCards.WithTable(""" "per": "token", "tiers": [ { "upTo": "0.001K", "price": 48.7 }, { "upTo": "9000000T", "price": 1e-15 }, { "price": 0.000000000000123 } ] """),
        SomeCases);

    [Fact]
    public void On_models_priced_by_their_size() => Compare(
        SampleCards.WithServerless(
            """
            "sizes": {
              "Dense": { "per": "3 tokens", "step": "0.1B", "above": "unpriced", "tiers": [ { "upTo": "8B", "price": 0.3 }, { "from": "8.1B", "upTo": "80B", "price": 0.9 } ] },
              "Moe": { "tiers": [ { "upTo": "56B", "input": 1, "output": 4 }, { "input": 2, "output": 8 } ] }
            },
            "models": {
              "small": { "size": "8B", "table": "Dense", "aliases": [ "s", "größe" ], "batch": "33.3%" },
              "between": { "size": "8.05B", "table": "Dense" },
              "experts": { "size": "141B", "table": "Moe", "batch": "50%" },
              "variants": { "variants": { "One": 1.5, "Two": { "size": "56B", "table": "Moe", "batch": "99.9%" }, "Three": { "free": true, "batch": "10%" } } },
              "free": { "free": true }
            }
            """),
        SomeCases);

    [Fact]
    public void On_what_a_usage_can_be()
    {
        var card = CardCompiler.Read(SampleCards.WithModel(
            "\"input\": 10, \"cachedInput\": 1, \"cacheWrite\": 12, \"cacheWrite1h\": 20, \"output\": 30, \"reasoning\": 40")).Card!;
        for (var i = 0; i < SomeCases; i++)
        {
            var (input, read, write, hour, outside, thought) = (Few(), Few(), Few(), Few(), Few(), Few());
            var answer = Interpreter.PriceModel(card, "acme/one", Quantities.Of(input, outside, read, write, hour, thought));

            var exception = Record.Exception(() => new TokenUsage(input, outside, read, write, hour, thought));

            Assert.Equal(answer is Answer.Refused { Reason: Refusal.ImpossibleUsage }, exception is ArgumentOutOfRangeException);
        }

        int Few() => random.Next(-1, 4);
    }

    private void Compare(string text, int cases)
    {
        output.WriteLine($"seed {Seed}, {cases} cases");
        var card = CardCompiler.Read(text).Card!;
        var emitted = EmittedCard.Compile(text);
        var tables = card.Serverless.Tables.Select(table => new EmittedTable(table, emitted)).ToList();
        var ids = CardIds.PricedModels(card).SelectMany(priced => priced.Model.Aliases.Prepend(priced.Model.Id)).Append("unknown").ToList();

        foreach (var table in tables)
        {
            foreach (var size in table.Boundaries)
            {
                foreach (var usage in new[] { default, new TokenUsage(input: 1), new TokenUsage(1_000_000, 999_999), new TokenUsage(9, 8, 3, 4, 2, 7), Usage() })
                {
                    CompareSize(card, table, size, usage, emitted.Card);
                }
            }
        }

        for (var i = 0; i < cases; i++)
        {
            var quoting = i % CasesPerQuote == 0 ? emitted.Card : null;
            if (tables.Count > 0 && (ids.Count == 1 || random.Next(2) == 0))
            {
                var table = tables[random.Next(tables.Count)];
                var nearBound = table.Boundaries[random.Next(table.Boundaries.Count)];
                CompareSize(card, table, random.Next(2) == 0 ? nearBound : 1 + Count(), Usage(), quoting);
            }
            else
            {
                CompareModel(card, emitted.Card, ids[random.Next(ids.Count)], Usage(), Levels[random.Next(Levels.Length)], quoting is not null);
            }
        }
    }

    private static void CompareSize(Card card, EmittedTable table, long parameters, in TokenUsage usage, IRateCard? quoting)
    {
        var size = ModelSize.FromParameters(parameters);
        var where = $"{table.Name} at {parameters} parameters, {usage}";
        var expected = Interpreter.PriceSize(card, table.Name, new Size(parameters, 'B'), Quantities.Of(usage));

        var found = table.PriceUsage(size, usage, out var cost);

        AssertEqual(expected, found, cost, where);
        if (table.PriceTokens is { } priceTokens)
        {
            var tokens = Interpreter.PriceSize(card, table.Name, new Size(parameters, 'B'), Quantities.Of(input: usage.Input));
            AssertEqual(tokens, priceTokens(size, usage.Input, out var costOfTokens), costOfTokens, where);
        }

        if (quoting is not null)
        {
            found = quoting.TryExplain(table.Name, size, usage, out var quote);
            AssertSameLines(expected, found, quote, where);
        }
    }

    private static void CompareModel(Card card, IRateCard emitted, string id, in TokenUsage usage, ServiceLevel level, bool isQuoted)
    {
        var where = $"{id} at {level}, {usage}";
        var expected = level is ServiceLevel.Standard or ServiceLevel.Batch
            ? Interpreter.PriceModel(card, id, Quantities.Of(usage), level == ServiceLevel.Batch)
            : new Answer.Refused(Refusal.NoBatch, "a card knows no other level");

        AssertEqual(expected, emitted.TryPrice(id, usage, out var cost, level), cost, where);
        AssertEqual(expected, emitted.TryPrice(Encoding.UTF8.GetBytes(id), usage, out cost, level), cost, where);
        if (isQuoted)
        {
            var found = emitted.TryExplain(id, usage, out var quote, level);
            AssertSameLines(expected, found, quote, where);
            Assert.Equal((expected as Answer.Priced)?.Subject, quote?.Subject);
        }
    }

    private static void AssertEqual(Answer expected, bool found, Money cost, string where)
    {
        var quanta = expected is Answer.Priced priced ? priced.Cost * Quanta.PerCurrencyUnit : Rational.Zero;
        if (found != expected is Answer.Priced || quanta != (Rational)(BigInteger)cost.Quanta)
        {
            Assert.Fail($"{where}: the interpreter says {expected} = {quanta} quanta, the generated code {found}, {cost.Quanta} quanta");
        }
    }

    private static void AssertSameLines(Answer expected, bool found, Quote? quote, string where)
    {
        Assert.True(found == expected is Answer.Priced, where);
        if (expected is Answer.Priced priced)
        {
            Assert.Equal(
                priced.Lines.Select(line => (line.Meter, line.Quantity, line.Price, line.Per, line.Amount, line.Tier, line.Discount)),
                quote!.Lines.Select(line => (line.Meter, (BigInteger)line.Quantity, Amount(line.Price), line.Per, Amount(line.Amount), line.Tier, line.Discount)));
        }

        static Rational Amount(Money money) => (Rational)(BigInteger)money.Quanta / Quanta.PerCurrencyUnit;
    }

    private TokenUsage Usage()
    {
        var (input, outside) = (Count(), Count());
        var read = Part(input);
        var write = Part(input - read);
        return new TokenUsage(input, outside, read, write, Part(write), Part(outside));
    }

    // Nothing, everything and all magnitudes between them are equally likely.
    private long Part(long whole) => random.Next(4) switch { 0 => 0, 1 => whole, _ => Math.Min(whole, Count()) };

    private long Count() => random.NextInt64(1L << random.Next(63)) * random.Next(2);

    // Each meter priced or not: the 63 ways to price anything at all.
    private static IEnumerable<string> EverySetOfMeters()
    {
        for (var set = 1; set < 1 << Meters.Text.Count; set++)
        {
            yield return string.Join(", ", Meters.Text.Where(meter => (set & (1 << (int)meter)) != 0).Select(meter => $"\"{Meters.NameOf(meter)}\": {PriceOf(meter)}"));
        }

        static string PriceOf(Cards.Meter meter) => meter switch
        {
            Cards.Meter.Input => "0.37",
            Cards.Meter.CachedInput => "0.041",
            Cards.Meter.CacheWrite => "0.53",
            Cards.Meter.CacheWrite1h => "0.71",
            Cards.Meter.Output => "0.97",
            _ => "0.113",
        };
    }

    /// <summary>A table in both forms, and the sizes at which its price changes.</summary>
    private sealed class EmittedTable
    {
        public EmittedTable(SizeTable table, EmittedCard emitted)
        {
            var member = MemberName.Of(table);
            Name = table.Name;
            PriceUsage = emitted.Method<EmittedCard.TryPriceUsage>(member)!;
            PriceTokens = emitted.Method<EmittedCard.TryPriceTokens>(member);
            Boundaries =
            [
                1,
                .. table.Tiers.Where(tier => tier.UpTo is not null).Select(tier => (long)tier.UpTo!.Value.Parameters.Numerator).SelectMany(bound => new[] { bound - 1, bound, bound + 1 }).Where(bound => bound > 0),
                long.MaxValue,
            ];
        }

        public string Name { get; }

        public EmittedCard.TryPriceUsage PriceUsage { get; }

        public EmittedCard.TryPriceTokens? PriceTokens { get; }

        public IReadOnlyList<long> Boundaries { get; }
    }
}
