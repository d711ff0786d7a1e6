using System.Diagnostics.CodeAnalysis;
using System.Text;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.RateCards;

/// <summary>A card that was read from a file instead of compiled: priced straight from its model, with fractions of any size.</summary>
/// <param name="card">A card that has passed the checks.</param>
internal sealed class InterpretedRateCard(Card card) : IRateCard
{
    /// <inheritdoc/>
    public string Provider => card.Provider;

    /// <inheritdoc/>
    public string Currency => card.Currency;

    /// <inheritdoc/>
    public DateTimeOffset EffectiveFrom => card.Effective.From;

    /// <inheritdoc/>
    public DateTimeOffset? EffectiveUntil => card.Effective.Until;

    /// <inheritdoc/>
    public IReadOnlyList<string> ModelIds { get; } = [.. CardIds.PricedModels(card).Select(priced => priced.Model.Id)];

    /// <inheritdoc/>
    public IReadOnlyList<string> SizeTables { get; } = [.. card.SizeTables.Select(table => table.Name)];

    /// <inheritdoc/>
    public bool TryPrice(ReadOnlySpan<char> modelId, in TokenUsage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard)
    {
        var isPriced = TryExplain(modelId, usage, out var quote, level);
        cost = isPriced ? quote!.Cost : Money.Zero;
        return isPriced;
    }

    /// <inheritdoc/>
    public bool TryPrice(ReadOnlySpan<byte> utf8ModelId, in TokenUsage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard) =>
        TryPrice(Encoding.UTF8.GetString(utf8ModelId), usage, out cost, level);

    /// <inheritdoc/>
    public bool TryExplain(
        ReadOnlySpan<char> modelId, in TokenUsage usage, [NotNullWhen(true)] out Quote? quote, ServiceLevel level = ServiceLevel.Standard)
    {
        quote = level is ServiceLevel.Standard or ServiceLevel.Batch
            ? QuoteOf(Interpret(modelId.ToString(), usage, level == ServiceLevel.Batch))
            : null;
        return quote is not null;
    }

    /// <inheritdoc/>
    public bool TryExplain(ReadOnlySpan<char> sizeTable, ModelSize size, in TokenUsage usage, [NotNullWhen(true)] out Quote? quote)
    {
        quote = QuoteOf(Interpret(sizeTable.ToString(), size, usage));
        return quote is not null;
    }

    /// <summary>Prices a model's tokens, or says why they have no price.</summary>
    public Interpretation Interpret(string modelId, in TokenUsage usage, bool batch) =>
        Interpreter.PriceModel(card, modelId, QuantitiesOf(usage), batch);

    /// <summary>Prices the tokens of a model of some size, or says why they have no price.</summary>
    public Interpretation Interpret(string sizeTable, ModelSize size, in TokenUsage usage) =>
        Interpreter.PriceSize(card, sizeTable, SizeOf(size), QuantitiesOf(usage));

    /// <inheritdoc/>
    public IReadOnlyList<string> GpuIds { get; } =
        [.. (card.Dedicated?.Gpus ?? default).Select(gpu => gpu.Id).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public bool TryExplain(ReadOnlySpan<char> gpuId, TimeSpan duration, int replicas, [NotNullWhen(true)] out Quote? quote)
    {
        quote = QuoteOf(Interpreter.PriceGpu(card, gpuId.ToString(), duration, replicas));
        return quote is not null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> FineTuningModelIds { get; } =
        [.. (card.FineTuning?.Models ?? default).Select(model => model.Id).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public bool TryExplain(
        FineTuningType type, FineTuningMethod method, ModelSize size, in FineTuningJob job, [NotNullWhen(true)] out Quote? quote)
    {
        quote = QuoteOf(Interpret(type, method, size, job));
        return quote is not null;
    }

    /// <inheritdoc/>
    public bool TryExplain(
        FineTuningType type, FineTuningMethod method, ReadOnlySpan<char> modelId, in FineTuningJob job, [NotNullWhen(true)] out Quote? quote)
    {
        quote = QuoteOf(Interpret(type, method, modelId.ToString(), job));
        return quote is not null;
    }

    /// <summary>Prices fine-tuning a model of some size, or says why it has no price.</summary>
    public Interpretation Interpret(FineTuningType type, FineTuningMethod method, ModelSize size, in FineTuningJob job) =>
        Interpreter.PriceFineTuning(card, CellOf(type, method), SizeOf(size), JobOf(job));

    /// <summary>Prices fine-tuning a model at its own prices, or says why it has none.</summary>
    public Interpretation Interpret(FineTuningType type, FineTuningMethod method, string modelId, in FineTuningJob job) =>
        Interpreter.PriceFineTuning(card, CellOf(type, method), modelId, JobOf(job));

    private static FineTuningCell CellOf(FineTuningType type, FineTuningMethod method) => new(
        type == FineTuningType.Sft ? TuningType.Sft : TuningType.Dpo,
        method == FineTuningMethod.LoRA ? TuningMethod.LoRA : TuningMethod.Full);

    private static TrainingJob JobOf(in FineTuningJob job) => new(job.TrainingTokens, job.Epochs, job.ValidationTokens, job.Evaluations);

    private static MeterQuantities QuantitiesOf(in TokenUsage usage) => new()
    {
        [Meter.Input] = usage.Input,
        [Meter.CachedInput] = usage.CachedInput,
        [Meter.CacheWrite] = usage.CacheWrite,
        [Meter.CacheWrite1h] = usage.CacheWrite1h,
        [Meter.Output] = usage.Output,
        [Meter.Reasoning] = usage.Reasoning,
    };

    private static Size SizeOf(ModelSize size)
    {
        var text = size.ToString();
        return new(size.Parameters, text[^1]);
    }

    private Quote? QuoteOf(Interpretation interpretation) => interpretation is Interpretation.Priced priced
        ? new Quote
        {
            Card = card.Provider,
            Currency = card.Currency,
            Edition = DateOnly.FromDateTime(card.Effective.From),
            Subject = priced.Subject,
            Lines = [.. priced.Lines.Select(LineOf)],
        }
        : null;

    private static LineItem LineOf(InterpretedLine line) => new()
    {
        Meter = line.Meter,
        Quantity = (long)line.Quantity,
        Unit = line.Unit,
        Price = MoneyOf(line.Price),
        Per = line.Per,
        Amount = MoneyOf(line.Amount),
        Tier = line.Tier,
        Discount = line.Discount,
        Reached = line.Reached is { } reached ? MoneyOf(reached) : null,
    };

    private static Money MoneyOf(Rational amount) => Money.FromFraction(amount.Numerator, amount.Denominator);
}
