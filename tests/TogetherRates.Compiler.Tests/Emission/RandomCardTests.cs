using System.Reflection;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;
using TogetherRates.Compiler.Interpretation;
using Answer = TogetherRates.Compiler.Interpretation.Interpretation;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Random cards with all sections, compiled and run, against the interpreter: it shares nothing with the code but the card.</summary>
public class RandomCardTests
{
    // Compiling is what takes the time, and starting a compilation more of it than a card.
    private const int CardsPerCompilation = 25;
    private const int UsagesPerCard = 8;

    private static readonly ServiceLevel[] Levels = Enum.GetValues<ServiceLevel>();

    private static readonly Gen<Usage> Usages = Gen.Frequency(
        (3, RandomOffers.Usages),
        (3, from input in Gen.Elements(0L, 1, 7, 8, 9, 1_000, 100_000, 499_999, 1_000_000, 1_000_001, 123_456_789_012)
            from output in Gen.Elements(0L, 1, 1_000, 987_654_321)
            from cached in Gen.Choose(0, (int)Math.Min(input, 1_000))
            from extra in Gen.Choose(0, 2)
            select ((Usage)new TokenUsage(input, output, cached)).With(Meter.Requests, extra).With(Meter.Searches, extra * 5)),
        (4, from input in Gen.Elements(0L, 8, 9, 1_000, 1_001, 100_000, 100_001)
            from parts in Gen.ArrayOf(Gen.Choose(0, 5), 8)
            from counts in Gen.ArrayOf(Gen.Elements(0L, 1, 8, 9, 100, 101), 6)
            let part = input / 32
            select Usage.Of(Meter.Input, input).With(Meter.InputAudio, part * parts[0]).With(Meter.CachedInput, part * parts[1]).With(Meter.CacheWrite, part * parts[2])
                .With(Meter.CachedInputAudio, part * Math.Min(parts[0], parts[1])).With(Meter.InputImage, part * parts[3]).With(Meter.InputVideo, part * parts[4])
                .With(Meter.Output, input).With(Meter.OutputAudio, part * parts[5]).With(Meter.OutputImage, part * parts[6]).With(Meter.Reasoning, part * parts[7])
                .With(Meter.Requests, counts[0]).With(Meter.Searches, counts[1] + counts[2]).With(Meter.SearchesHigh, counts[2]).With(Meter.Queries, counts[3])
                .With(Meter.Seconds, counts[4]).With(Meter.Results, counts[5])));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Five_hundred_random_cards_are_compiled_and_price_everything_as_the_interpreter_does(int share)
    {
        // A share each, so that they run side by side with other tests.
        for (var compilation = share; compilation < 500 / CardsPerCompilation; compilation += 4)
        {
            var texts = Gen.Sample(RandomCards.AnyCard, CardsPerCompilation).ToList();
            foreach (var (text, card, compiled) in texts.Zip(Load(texts), (text, loaded) => (text, loaded.Card, loaded.Type)))
            {
                try
                {
                    Compare(card, compiled);
                }
                catch (Exception failure)
                {
                    throw new InvalidOperationException($"{failure.Message}\nThe card is:\n{text}", failure);
                }
            }
        }
    }

    [Fact]
    public void Random_terms_have_everything_that_a_price_can_depend_on_and_much_of_it_at_once()
    {
        string[] conditions =
            ["\"windows\"", "\"days\"", "\"before\"", "\"contexts\"", "\"unpriced\": true", "\"bands\"", "\"by\"", "\"batch\"", "\"priority\": {", "\"flex\"", "\"regions\"", "\"inputAudio\""];

        var models = Gen.Sample(RandomTerms.Model, 200).ToList();

        Assert.All(conditions, condition => Assert.Contains(models, model => model.Contains(condition, StringComparison.Ordinal)));
        Assert.Contains(models, model => conditions.Count(condition => model.Contains(condition, StringComparison.Ordinal)) > 8);
    }

    private static void Compare(Card card, Type type)
    {
        var plain = (IRateCard)type.GetProperty("Card")!.GetValue(null)!;
        Assert.Equal(CardIds.All(card).Select(priced => priced.Id), plain.ModelIds);
        var ids = CardIds.All(card).SelectMany(priced => priced.Aliases.Prepend(priced.Id)).Append("unknown").ToList();
        ids.AddRange(["p0-", "p0-x", "P1-x", "p3", "r0", "r0a", "R2B", "o1:any", "O2:ANY", ids[0].ToUpperInvariant()]);
        var times = new DateTime?[] { null, new(2025, 3, 8, 23, 59, 59, DateTimeKind.Utc), new(2025, 3, 10, 0, 0, 0, DateTimeKind.Utc), new(2025, 3, 10, 7, 0, 0, DateTimeKind.Utc), new(2025, 3, 11, 19, 30, 0, DateTimeKind.Utc) };
        var regions = new[] { null, "eu", "mars" };
        var random = 0;
        foreach (var usage in Gen.Sample(Usages, UsagesPerCard))
        {
            var (time, region) = (times[random++ % times.Length], regions[random / 2 % regions.Length]);
            var compiled = At(type, time, region);
            foreach (var id in ids)
            {
                foreach (var level in Levels)
                {
                    var expected = Interpreter.PriceModel(card, id, QuantitiesOf(usage), (Cards.ServiceLevel)level, time, region);
                    CompareModel(expected, compiled, id, usage, level, $"{id}: {usage} at {level}, {time:u}, {region}");
                }
            }
        }

        CompareSizes(card, plain, new TokenUsage(input: 1_234_567, output: 89_012, cachedInput: 3_456, cacheWrite: 789, cacheWrite1h: 12, reasoning: 345));
        CompareSizes(card, plain, new TokenUsage(input: 7));
        CompareGpus(card, plain);
        CompareFineTuning(card, plain);
    }

    private static void CompareModel(Answer expected, IRateCard compiled, string id, Usage usage, ServiceLevel level, string where)
    {
        try
        {
            var found = compiled.TryPrice(id, usage, out var cost, level);
            Assert.True(found == expected is Answer.Priced, $"{where}: {expected}");
            Assert.Equal((found, cost), (compiled.TryPrice(Encoding.UTF8.GetBytes(id), usage, out var again, level), again));
            _ = compiled.TryExplain(id, usage, out var quote, level);
            QuoteComparison.AssertSame(expected, quote);
            Assert.Equal(found ? quote!.Cost : Money.Zero, cost);
        }
        catch (ArgumentOutOfRangeException impossible)
        {
            Assert.True(expected is Answer.Refused { Reason: Refusal.ImpossibleUsage }, $"{where}: {expected}, but {impossible.Message}");
        }
    }

    private static void CompareSizes(Card card, IRateCard compiled, TokenUsage usage)
    {
        foreach (var table in card.SizeTables)
        {
            foreach (var bound in table.Tiers.Where(tier => tier.UpTo is not null).Select(tier => (long)tier.UpTo!.Value.Parameters.Numerator))
            {
                foreach (var size in new[] { bound, bound + 1 })
                {
                    _ = compiled.TryExplain(table.Name, ModelSize.FromParameters(size), usage, out var quote);
                    QuoteComparison.AssertSame(Interpreter.PriceSize(card, table.Name, SizeOf(size), QuantitiesOf(usage)), quote);
                }
            }
        }
    }

    private static void CompareGpus(Card card, IRateCard compiled)
    {
        Assert.Equal(card.Dedicated?.Gpus.Count ?? 0, compiled.GpuIds.Count);
        foreach (var id in compiled.GpuIds.Append("one").Append("unknown"))
        {
            foreach (var seconds in new[] { 0, 1, 59.5, 60, 3_601, 2_592_000 })
            {
                var duration = TimeSpan.FromSeconds(seconds);
                _ = compiled.TryExplain(id, duration, 3, out var quote);
                QuoteComparison.AssertSame(Interpreter.PriceGpu(card, id, duration, 3), quote);
            }
        }
    }

    private static void CompareFineTuning(Card card, IRateCard compiled)
    {
        long[] sizes = [1, .. (card.FineTuning?.Bands ?? default).SelectMany(band => new[] { 0L, 1 }.Select(more => (long)band.UpTo!.Value.Parameters.Numerator + more))];
        foreach (var job in new[] { default, new FineTuningJob(1), new FineTuningJob(1_234_567, 3, 89_012, 4) })
        {
            var training = new TrainingJob(job.TrainingTokens, job.Epochs, job.ValidationTokens, job.Evaluations);
            foreach (var cell in FineTuningCell.All)
            {
                var (type, method) = ((FineTuningType)cell.Type, (FineTuningMethod)cell.Method);
                foreach (var size in sizes)
                {
                    _ = compiled.TryExplain(type, method, ModelSize.FromParameters(size), job, out var bySize);
                    QuoteComparison.AssertSame(Interpreter.PriceFineTuning(card, cell, SizeOf(size), training), bySize);
                }

                foreach (var id in new[] { "acme/t", "t", "unknown" })
                {
                    _ = compiled.TryExplain(type, method, id, job, out var byId);
                    QuoteComparison.AssertSame(Interpreter.PriceFineTuning(card, cell, id, training), byId);
                }
            }
        }
    }

    private static List<(Card Card, Type Type)> Load(List<string> texts)
    {
        var cards = texts.ConvertAll(text =>
        {
            Assert.True(CardReport.ErrorsOf(text) is [], $"{string.Join('\n', CardReport.ErrorsOf(text))}\n{text}");
            return CardCompiler.Read(text).Card!;
        });
        var assembly = EmittedCode.LoadMany(cards.Select((card, i) => CSharpEmitter.Emit(card, new EmissionOptions($"Acme.Prices{i}", "Prices", IsPublic: true)).ToString()));
        return [.. cards.Select((card, i) => (card, assembly.GetType($"Acme.Prices{i}.Prices")!))];
    }

    // Only a card with prices that depend on time or region has to remember them.
    private static IRateCard At(Type type, DateTime? time, string? region)
    {
        var constructor = type.GetNestedType("CompiledCard", BindingFlags.NonPublic)!.GetConstructors().Single();
        return (IRateCard)constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(string) ? region : time is { } instant ? (object)new DateTimeOffset(instant) : null)]);
    }

    private static MeterQuantities QuantitiesOf(Usage usage)
    {
        var quantities = new MeterQuantities();
        foreach (var meter in Meters.All)
        {
            quantities[meter] = usage[(Meter)meter];
        }

        return quantities;
    }

    private static Size SizeOf(long parameters) => new(parameters, ModelSize.FromParameters(parameters).ToString()[^1]);
}
