using System.Numerics;

namespace TogetherRates.Compiler.Interpretation;

/// <summary>What a fine-tuning job processes.</summary>
/// <param name="TrainingTokens">The tokens of the training set.</param>
/// <param name="Epochs">How many times the training set is gone through.</param>
/// <param name="ValidationTokens">The tokens of the validation set.</param>
/// <param name="Evaluations">How many times the validation set is gone through.</param>
public sealed record TrainingJob(BigInteger TrainingTokens, BigInteger Epochs, BigInteger ValidationTokens, BigInteger Evaluations);
