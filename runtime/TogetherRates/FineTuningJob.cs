using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <summary>
/// What a fine-tuning job processes: epochs x training tokens + evaluations x validation tokens, below 2^63 together. The default
/// value is a job that hasn't processed anything.
/// </summary>
public readonly record struct FineTuningJob
{
    /// <summary>The job that goes through these data sets, each so many times.</summary>
    /// <param name="trainingTokens">The tokens of the training set.</param>
    /// <param name="epochs">How many times the training set is gone through.</param>
    /// <param name="validationTokens">The tokens of the validation set.</param>
    /// <param name="evaluations">How many times the validation set is gone through.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or makes the job larger than 2^63 - 1 tokens.</exception>
    public FineTuningJob(long trainingTokens, long epochs = 1, long validationTokens = 0, long evaluations = 0)
        : this(trainingTokens, epochs, validationTokens, evaluations, nameof(evaluations))
    {
    }

    private FineTuningJob(long trainingTokens, long epochs, long validationTokens, long evaluations, string evaluationsName)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trainingTokens);
        ArgumentOutOfRangeException.ThrowIfNegative(validationTokens);
        var training = Multiply(trainingTokens, epochs);
        var validation = Multiply(validationTokens, evaluations, evaluationsName);
        if (validation > long.MaxValue - training)
        {
            throw TooMany(evaluations, evaluationsName, $"{training} training tokens + {validation} validation tokens");
        }

        TrainingTokens = trainingTokens;
        Epochs = epochs;
        ValidationTokens = validationTokens;
        Evaluations = evaluations;
    }

    /// <summary>The tokens of the training set.</summary>
    public long TrainingTokens { get; }

    /// <summary>How many times the training set is gone through.</summary>
    public long Epochs { get; }

    /// <summary>The tokens of the validation set.</summary>
    public long ValidationTokens { get; }

    /// <summary>How many times the validation set is gone through.</summary>
    public long Evaluations { get; }

    /// <summary><see cref="Epochs"/> x <see cref="TrainingTokens"/>.</summary>
    public long ProcessedTrainingTokens => Epochs * TrainingTokens;

    /// <summary><see cref="Evaluations"/> x <see cref="ValidationTokens"/>.</summary>
    public long ProcessedValidationTokens => Evaluations * ValidationTokens;

    /// <summary>All tokens that the job processes, and is billed for.</summary>
    public long Tokens => ProcessedTrainingTokens + ProcessedValidationTokens;

    /// <summary>
    /// What a job will process, before its data is tokenized: context length x batch size x steps x epochs
    /// + validation tokens x evaluations. An upper bound: a batch may hold less than it has room for.
    /// </summary>
    /// <param name="contextLength">The tokens that one sequence has room for.</param>
    /// <param name="batchSize">How many sequences make one step.</param>
    /// <param name="steps">The steps of one epoch.</param>
    /// <param name="epochs">How many times the training set is gone through.</param>
    /// <param name="validationTokens">The tokens of the validation set.</param>
    /// <param name="evaluations">How many times the validation set is gone through.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or makes the job larger than 2^63 - 1 tokens.</exception>
    public static FineTuningJob Estimate(
        long contextLength, long batchSize, long steps, long epochs = 1, long validationTokens = 0, long evaluations = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(contextLength);
        return new(Multiply(Multiply(contextLength, batchSize), steps), epochs, validationTokens, evaluations);
    }

    /// <summary>
    /// What a job has processed until it was cancelled: context length x batch size x steps done + validation tokens x evaluations
    /// done. 8,192 x 8 x 1,000 + 1,000,000 x 10 are 75,536,000 tokens.
    /// </summary>
    /// <param name="contextLength">The tokens that one sequence has room for.</param>
    /// <param name="batchSize">How many sequences make one step.</param>
    /// <param name="stepsDone">The steps that were completed, over all epochs.</param>
    /// <param name="validationTokens">The tokens of the validation set.</param>
    /// <param name="evaluationsDone">How many times the validation set was gone through.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or makes the job larger than 2^63 - 1 tokens.</exception>
    public static FineTuningJob Cancelled(
        long contextLength, long batchSize, long stepsDone, long validationTokens = 0, long evaluationsDone = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(contextLength);
        return new(Multiply(Multiply(contextLength, batchSize), stepsDone), 1, validationTokens, evaluationsDone, nameof(evaluationsDone));
    }

    /// <summary>
    /// What a job processes when examples aren't packed together: each is padded to the longest sequence, so the training set has
    /// examples x maximum sequence length tokens.
    /// </summary>
    /// <param name="examples">How many examples the training set has.</param>
    /// <param name="maxSequenceLength">The tokens that each of them takes.</param>
    /// <param name="epochs">How many times the training set is gone through.</param>
    /// <param name="validationTokens">The tokens of the validation set.</param>
    /// <param name="evaluations">How many times the validation set is gone through.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or makes the job larger than 2^63 - 1 tokens.</exception>
    public static FineTuningJob Unpacked(
        long examples, long maxSequenceLength, long epochs = 1, long validationTokens = 0, long evaluations = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(examples);
        return new(Multiply(examples, maxSequenceLength), epochs, validationTokens, evaluations);
    }

    private static long Multiply(long product, long factor, [CallerArgumentExpression(nameof(factor))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(factor, name);
        return Math.BigMul((ulong)product, (ulong)factor, out var tokens) == 0 && tokens <= long.MaxValue
            ? (long)tokens
            : throw TooMany(factor, name, $"{product} x {factor}");
    }

    private static ArgumentOutOfRangeException TooMany(long value, string? name, FormattableString tokens) => new(
        name, value, FormattableString.Invariant(tokens) + $" is more than the {long.MaxValue} tokens that can be counted.");
}
