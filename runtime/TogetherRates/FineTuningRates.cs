using System.Collections.Immutable;

namespace TogetherRates;

/// <summary>
/// One row of a fine-tuning price list: what a processed token costs for each type and method, in quanta of <see cref="Money"/>, and the
/// least that a job costs. The default value prices nothing.
/// </summary>
public readonly record struct FineTuningRates
{
    private readonly long sftLoRA;
    private readonly long sftFull;
    private readonly long dpoLoRA;
    private readonly long dpoFull;

    /// <summary>A row with these rates; 0 stands for what isn't offered.</summary>
    /// <param name="sftLoRA">Quanta for a token of supervised fine-tuning with LoRA.</param>
    /// <param name="sftFull">Quanta for a token of full supervised fine-tuning.</param>
    /// <param name="dpoLoRA">Quanta for a token of direct preference optimisation with LoRA.</param>
    /// <param name="dpoFull">Quanta for a token of full direct preference optimisation.</param>
    /// <param name="minimum">The least that a job costs; zero where there is no minimum.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate or the minimum is negative.</exception>
    public FineTuningRates(
        long sftLoRA = Unpriced, long sftFull = Unpriced, long dpoLoRA = Unpriced, long dpoFull = Unpriced, Money minimum = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sftLoRA);
        ArgumentOutOfRangeException.ThrowIfNegative(sftFull);
        ArgumentOutOfRangeException.ThrowIfNegative(dpoLoRA);
        ArgumentOutOfRangeException.ThrowIfNegative(dpoFull);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, Money.Zero);
        this.sftLoRA = sftLoRA;
        this.sftFull = sftFull;
        this.dpoLoRA = dpoLoRA;
        this.dpoFull = dpoFull;
        Minimum = minimum;
    }

    /// <summary>Stands for the rate of what isn't offered: no valid card has a rate of zero.</summary>
    public const long Unpriced = 0;

    /// <summary>The least that a job costs, once it has processed a token; zero where there is no minimum.</summary>
    public Money Minimum { get; }

    /// <summary>Whether the row has a price for a type and a method.</summary>
    /// <param name="type">What the model learns from.</param>
    /// <param name="method">Which weights are trained.</param>
    public bool Has(FineTuningType type, FineTuningMethod method) => QuantaOf(type, method) != Unpriced;

    /// <summary>What a job costs, exactly: its tokens at the rate, but no less than the minimum. A job without tokens costs nothing.</summary>
    /// <param name="type">What the model learns from.</param>
    /// <param name="method">Which weights are trained.</param>
    /// <param name="job">What the job processes.</param>
    /// <param name="cost">The exact cost. It can't overflow.</param>
    /// <returns>False if the row has no price for the type and the method.</returns>
    public bool TryPrice(FineTuningType type, FineTuningMethod method, in FineTuningJob job, out Money cost)
    {
        var quanta = QuantaOf(type, method);
        var tokens = job.Tokens;
        cost = Product.Of(quanta, tokens);
        if (quanta == Unpriced)
        {
            return false;
        }

        cost = tokens > 0 && cost < Minimum ? Minimum : cost;
        return true;
    }

    /// <summary>The lines that the cost is made of: training, validation, and what they lack to the minimum, if there is one.</summary>
    /// <param name="type">What the model learns from.</param>
    /// <param name="method">Which weights are trained.</param>
    /// <param name="job">What the job processes.</param>
    /// <param name="per">The number of tokens that a line's price is given for, such as 1,000,000.</param>
    /// <param name="tier">The sizes that the row is for; null for a model's own prices.</param>
    /// <exception cref="ArgumentException">The row has no price for the type and the method.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="per"/> isn't positive.</exception>
    public ImmutableArray<LineItem> Explain(FineTuningType type, FineTuningMethod method, in FineTuningJob job, long per, string? tier = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(per);
        if (!Has(type, method))
        {
            throw new ArgumentException($"There is no price for {FineTuningNames.Of(type, method)}.", nameof(method));
        }

        var rate = new Rate(QuantaOf(type, method));
        var name = FineTuningNames.Of(type, method) + (tier is null ? "" : ", " + tier);
        var lines = ImmutableArray.CreateBuilder<LineItem>();
        AddLine("trainingTokens", job.ProcessedTrainingTokens);
        AddLine("validationTokens", job.ProcessedValidationTokens);
        if (Minimum > Money.Zero && lines.Count > 0)
        {
            lines.Add(LineItem.MinimumCharge(Minimum, rate * job.Tokens, "job"));
        }

        return lines.ToImmutable();

        void AddLine(string meter, long quantity)
        {
            if (quantity > 0)
            {
                lines.Add(new LineItem
                {
                    Meter = meter,
                    Quantity = quantity,
                    Unit = "token",
                    Price = rate.PricePer(per),
                    Per = per,
                    Amount = rate.PricePer(quantity),
                    Tier = name,
                });
            }
        }
    }

    private long QuantaOf(FineTuningType type, FineTuningMethod method) => (type, method) switch
    {
        (FineTuningType.Sft, FineTuningMethod.LoRA) => sftLoRA,
        (FineTuningType.Sft, FineTuningMethod.Full) => sftFull,
        (FineTuningType.Dpo, FineTuningMethod.LoRA) => dpoLoRA,
        (FineTuningType.Dpo, FineTuningMethod.Full) => dpoFull,
        _ => Unpriced,
    };
}
