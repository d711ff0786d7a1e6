using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;
using Answer = TogetherRates.Compiler.Interpretation.Interpretation;

namespace TogetherRates.Compiler.Tests.Emission;

public class FineTuningPricingTests
{
    private static readonly CompiledCard Together = CompiledCard.Load(SampleCards.Together);

    // The price page prints the bands in steps of 1B, the documents in steps of 0.1B.
    private static readonly CompiledCard InWholeBillions = CompiledCard.Load(
        SampleCards.Together.Replace("\"0.1B\", \"above\": \"unpriced\",\n    \"bands\"", "\"1B\", \"above\": \"unpriced\",\n    \"bands\"", StringComparison.Ordinal)
            .Replace("16.1B", "17B", StringComparison.Ordinal)
            .Replace("69.1B", "70B", StringComparison.Ordinal));

    private static readonly CompiledCard Uneven = CompiledCard.Load(SampleCards.WithSections(
        """
        "fineTuning": {
            "per": "1K tokens", "step": "1M",
            "bands": [
              { "upTo": "150M", "sft": { "lora": 0.001, "full": "unpriced" } },
              { "from": "151M", "upTo": "1T", "sft": { "lora": 0.002, "full": 0.003 } },
              { "sft": { "lora": "unpriced", "full": "0.005" } }
            ],
            "models": { "acme/one": { "dpo": { "full": 7 }, "minimum": 0.5 }, "acme/two": { "dpo": { "full": 7 }, "minimum": 0 } }
          }
        """));

    private static readonly CompiledCard OnlyModels = CompiledCard.Load(SampleCards.WithSections(
        """ "fineTuning": { "models": { "acme/\"one\" <1>": { "name": "One & only", "sft": { "lora": 1 }, "minimum": 123456789.123456789012345 } } } """.Trim()));

    private static CompiledCard[] All => [Together, InWholeBillions, Uneven, OnlyModels];

    [Fact]
    public void Compiled_code_agrees_with_the_interpreter_on_both_sides_of_every_bound()
    {
        foreach (var (card, compiled) in All)
        {
            long[] bounds = [.. card.FineTuning!.Bands.Where(band => band.UpTo is not null).Select(band => (long)band.UpTo!.Value.Parameters.Numerator)];
            long[] sizes = [1, .. bounds.SelectMany(bound => new[] { bound - 1, bound, bound + 1 }), long.MaxValue];
            foreach (var size in sizes)
            {
                foreach (var job in new[] { default, new FineTuningJob(1), new FineTuningJob(1_000_000, 3, 12_345, 7) })
                {
                    AssertSame(card, compiled, size, job);
                }
            }
        }
    }

    [Fact]
    public void Compiled_code_agrees_with_the_interpreter_for_any_job() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).Four().ToArbitrary(),
            Gen.Choose(1, int.MaxValue).ToArbitrary(),
            (numbers, size) =>
            {
                var (tokens, epochs, validation, evaluations) = numbers;
                foreach (var (card, compiled) in All)
                {
                    AssertSame(card, compiled, size * 100L, new FineTuningJob(tokens * 100L, epochs >> 8, validation, evaluations));
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_model_of_16_5B_falls_in_the_second_band_however_the_bands_are_printed()
    {
        foreach (var (card, compiled) in new[] { Together, InWholeBillions })
        {
            Assert.True(compiled.TryExplain(FineTuningType.Sft, FineTuningMethod.LoRA, ModelSize.Billions(16.5m), new FineTuningJob(1_000_000), out var quote));
            Assert.Equal("1.5", quote.Cost.ToString());
            AssertSame(card, compiled, 16_500_000_000, new FineTuningJob(1_000_000));
        }

        Assert.Equal("16.1B - 69B", Together.Card.FineTuning!.RangeOf(Together.Card.FineTuning.Bands[1]));
        Assert.Equal("17B - 69B", InWholeBillions.Card.FineTuning!.RangeOf(InWholeBillions.Card.FineTuning.Bands[1]));
    }

    [Fact]
    public void The_interpreter_prices_the_cancelled_job_of_75_536_000_tokens()
    {
        var job = new TrainingJob(65_536_000, 1, 1_000_000, 10);
        var priced = Assert.IsType<Answer.Priced>(
            Interpreter.PriceFineTuning(Together.Card, FineTuningCell.All[0], new Size(8_000_000_000, 'B'), job));
        Assert.Equal("36.25728", priced.Cost.ToString());
    }

    [Fact]
    public void The_interpreter_says_why_there_is_no_price()
    {
        var (lora, full) = (FineTuningCell.All[0], FineTuningCell.All[1]);
        var (size, job) = (new Size(101_000_000_000, 'B'), new TrainingJob(1, 1, 0, 0));
        AssertRefused(Refusal.SizeAboveTable, "no fine-tuning price for 101B: its bands end at 100B", Interpreter.PriceFineTuning(Together.Card, lora, size, job));
        AssertRefused(Refusal.UnknownTable, "by model size", Interpreter.PriceFineTuning(OnlyModels.Card, lora, size, job));
        AssertRefused(
            Refusal.UnknownModel, "so give the model's size", Interpreter.PriceFineTuning(Together.Card, lora, "meta-llama/Llama-3-8b", job));
        AssertRefused(
            Refusal.NotOffered,
            "'deepseek-ai/DeepSeek-R1' has no fine-tuning price for SFT full; it has one for SFT with LoRA, DPO with LoRA",
            Interpreter.PriceFineTuning(Together.Card, full, "deepseek-r1", job));
        AssertRefused(
            Refusal.ImpossibleUsage, "negative", Interpreter.PriceFineTuning(Together.Card, lora, "deepseek-r1", job with { Epochs = -1 }));
    }

    private static void AssertSame(Card card, IRateCard compiled, long parameters, FineTuningJob job)
    {
        var size = ModelSize.FromParameters(parameters);
        var text = size.ToString();
        var training = new TrainingJob(job.TrainingTokens, job.Epochs, job.ValidationTokens, job.Evaluations);
        foreach (var cell in FineTuningCell.All)
        {
            var (type, method) = ((FineTuningType)cell.Type, (FineTuningMethod)cell.Method);
            _ = compiled.TryExplain(type, method, size, job, out var quote);
            QuoteComparison.AssertSame(Interpreter.PriceFineTuning(card, cell, new Size(parameters, text[^1]), training), quote);

            foreach (var id in compiled.FineTuningModelIds.Append("unknown"))
            {
                _ = compiled.TryExplain(type, method, id, job, out quote);
                QuoteComparison.AssertSame(Interpreter.PriceFineTuning(card, cell, id, training), quote);
            }
        }
    }

    private static void AssertRefused(Refusal reason, string message, Answer answer)
    {
        var refused = Assert.IsType<Answer.Refused>(answer);
        Assert.Equal(reason, refused.Reason);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }
}
