namespace TogetherRates;

/// <summary>What a model learns from.</summary>
public enum FineTuningType
{
    /// <summary>Supervised fine-tuning: from examples of good answers.</summary>
    Sft,

    /// <summary>Direct preference optimisation: from pairs of a better and a worse answer.</summary>
    Dpo,
}
