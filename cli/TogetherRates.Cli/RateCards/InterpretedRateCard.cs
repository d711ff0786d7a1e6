using System.Diagnostics.CodeAnalysis;
using System.Text;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.RateCards;

/// <summary>A card that was read from a file instead of compiled: priced straight from its model, with fractions of any size.</summary>
/// <param name="card">A card that has passed the checks.</param>
/// <param name="time">When, for prices that change with time.</param>
/// <param name="region">Where requests are processed, for prices that depend on it.</param>
internal sealed class InterpretedRateCard(Card card, DateTimeOffset? time = null, string? region = null) : IRateCard
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
    public IReadOnlyList<string> ModelIds { get; } = [.. CardIds.All(card).Select(priced => priced.Id)];

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
        // Where tokens have no price, neither have no tokens.
        quote = null;
        return (IdIndex.Of(card).Find(modelId.ToString()) as PricedOffer)?.Offer.Meter is null && TryExplain(modelId, (Usage)usage, out quote, level);
    }

    /// <inheritdoc/>
    public bool TryPrice(ReadOnlySpan<char> id, in Usage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard)
    {
        var isPriced = TryExplain(id, usage, out var quote, level);
        cost = isPriced ? quote!.Cost : Money.Zero;
        return isPriced;
    }

    /// <inheritdoc/>
    public bool TryPrice(ReadOnlySpan<byte> utf8Id, in Usage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard) =>
        TryPrice(Encoding.UTF8.GetString(utf8Id), usage, out cost, level);

    /// <inheritdoc/>
    public bool TryExplain(
        ReadOnlySpan<char> id, in Usage usage, [NotNullWhen(true)] out Quote? quote, ServiceLevel level = ServiceLevel.Standard)
    {
        quote = QuoteOf(Interpret(id.ToString(), usage, level));
        return quote is not null;
    }

    /// <inheritdoc/>
    public bool TryExplain(ReadOnlySpan<char> sizeTable, ModelSize size, in TokenUsage usage, [NotNullWhen(true)] out Quote? quote)
    {
        quote = QuoteOf(Interpret(sizeTable.ToString(), size, usage));
        return quote is not null;
    }

    /// <summary>Prices what was used of a model or a tool, or says why it has no price.</summary>
    public Interpretation Interpret(string id, in Usage usage, ServiceLevel level) =>
        Interpreter.PriceModel(card, id, QuantitiesOf(usage), (Compiler.Cards.ServiceLevel)level, time?.UtcDateTime, region);

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

    /// <summary>A usage as the interpreter takes it.</summary>
    public static MeterQuantities QuantitiesOf(in Usage usage)
    {
        var quantities = new MeterQuantities();
        foreach (var meter in Meters.All)
        {
            quantities[meter] = usage[(Meter)meter];
        }

        return quantities;
    }

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

    /// <summary>An amount of a card, as the runtime counts it.</summary>
    internal static Money MoneyOf(Rational amount) => Money.FromFraction(amount.Numerator, amount.Denominator);
}
