namespace TogetherRates;

/// <summary>Types and methods of fine-tuning as quotes and messages spell them.</summary>
internal static class FineTuningNames
{
    /// <summary>"SFT with LoRA", "DPO full".</summary>
    public static string Of(FineTuningType type, FineTuningMethod method) =>
        type.ToString().ToUpperInvariant() + (method == FineTuningMethod.LoRA ? " with LoRA" : $" {method.ToString().ToLowerInvariant()}");
}
