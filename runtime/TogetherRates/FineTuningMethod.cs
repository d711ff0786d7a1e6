namespace TogetherRates;

/// <summary>Which of a model's weights are trained.</summary>
public enum FineTuningMethod
{
    /// <summary>Low-rank adaptation: small matrices beside the weights.</summary>
    LoRA,

    /// <summary>All weights.</summary>
    Full,
}
