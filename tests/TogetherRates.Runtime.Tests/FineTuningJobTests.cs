using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class FineTuningJobTests
{
    [Fact]
    public void Total_tokens_are_epochs_times_training_tokens_and_evaluations_times_validation_tokens()
    {
        // "Total tokens processed = (n_epochs × n_tokens_per_training_dataset) + (n_evals × n_tokens_per_validation_dataset)"
        var job = new FineTuningJob(trainingTokens: 1_000_000, epochs: 3, validationTokens: 100_000, evaluations: 5);
        Assert.Equal(3_000_000, job.ProcessedTrainingTokens);
        Assert.Equal(500_000, job.ProcessedValidationTokens);
        Assert.Equal(3_500_000, job.Tokens);
    }

    [Fact]
    public void A_job_cancelled_after_1000_steps_has_processed_75_536_000_tokens()
    {
        // "Training tokens: 8192 [context length] × 8 [batch size] × 1000 [steps] = 65,536,000 tokens"
        // "If your validation set has 1M tokens and ran 10 evaluation steps: + 10M tokens"
        // "Total tokens: 75,536,000"
        var job = FineTuningJob.Cancelled(contextLength: 8_192, batchSize: 8, stepsDone: 1_000, validationTokens: 1_000_000, evaluationsDone: 10);
        Assert.Equal(65_536_000, job.ProcessedTrainingTokens);
        Assert.Equal(10_000_000, job.ProcessedValidationTokens);
        Assert.Equal(75_536_000, job.Tokens);
    }

    [Fact]
    public void An_estimate_multiplies_the_steps_by_the_epochs()
    {
        // "Calculate your approximate training tokens: context_length × batch_size × steps × epochs"
        // "Add validation tokens: validation_dataset_size × evaluation_frequency"
        var job = FineTuningJob.Estimate(contextLength: 8_192, batchSize: 8, steps: 1_000, epochs: 3, validationTokens: 1_000_000, evaluations: 10);
        Assert.Equal((3 * 65_536_000) + 10_000_000, job.Tokens);
        Assert.Equal(3, job.Epochs);
    }

    [Fact]
    public void Without_packing_each_example_takes_the_longest_sequence()
    {
        var job = FineTuningJob.Unpacked(examples: 1_000, maxSequenceLength: 8_192, epochs: 2, validationTokens: 500, evaluations: 4);
        Assert.Equal(8_192_000, job.TrainingTokens);
        Assert.Equal((2 * 8_192_000) + 2_000, job.Tokens);
    }

    [Fact]
    public void A_job_without_validation_goes_through_its_tokens_once() => Assert.Equal(42, new FineTuningJob(42).Tokens);

    [Fact]
    public void The_default_value_has_processed_nothing() => Assert.Equal(0, default(FineTuningJob).Tokens);

    [Fact]
    public void As_many_tokens_as_can_be_counted_are_a_job()
    {
        Assert.Equal(long.MaxValue, new FineTuningJob(long.MaxValue).Tokens);
        Assert.Equal(long.MaxValue, new FineTuningJob(long.MaxValue - 1, 1, 1, 1).Tokens);
        Assert.Equal(long.MaxValue, FineTuningJob.Unpacked(long.MaxValue / 7, 7).Tokens);
    }

    [Fact]
    public void Tokens_are_exact_or_refused() =>
        Prop.ForAll(Amounts.AnyCount, Amounts.AnyCount, (first, second) =>
        {
            var (training, epochs) = (first >> 20, second >> 40);
            var (validation, evaluations) = (second >> 15, first >> 45);
            var exact = ((BigInteger)training * epochs) + ((BigInteger)validation * evaluations);
            return exact <= long.MaxValue
                ? new FineTuningJob(training, epochs, validation, evaluations).Tokens == exact
                : Record.Exception(() => new FineTuningJob(training, epochs, validation, evaluations)) is ArgumentOutOfRangeException;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("trainingTokens", -1, 1, 0, 0)]
    [InlineData("epochs", 1, -1, 0, 0)]
    [InlineData("validationTokens", 1, 1, -1, 0)]
    [InlineData("evaluations", 1, 1, 0, -1)]
    [InlineData("epochs", long.MaxValue, 2, 0, 0)]
    [InlineData("evaluations", 0, 0, long.MaxValue, 2)]
    [InlineData("evaluations", long.MaxValue, 1, 1, 1)]
    public void The_argument_that_makes_a_job_impossible_is_named(string name, long training, long epochs, long validation, long evaluations)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new FineTuningJob(training, epochs, validation, evaluations));
        Assert.Equal(name, refused.ParamName);
    }

    [Theory]
    [InlineData("contextLength", -1, 1, 1, 0, 0)]
    [InlineData("batchSize", 1, -1, 1, 0, 0)]
    [InlineData("stepsDone", 1, 1, -1, 0, 0)]
    [InlineData("validationTokens", 1, 1, 1, -1, 0)]
    [InlineData("evaluationsDone", 1, 1, 1, 0, -1)]
    [InlineData("batchSize", long.MaxValue, 2, 0, 0, 0)]
    [InlineData("stepsDone", long.MaxValue, 1, 2, 0, 0)]
    [InlineData("evaluationsDone", 1, 1, 1, long.MaxValue, 2)]
    [InlineData("evaluationsDone", long.MaxValue, 1, 1, 1, 1)]
    public void The_argument_that_makes_a_cancelled_job_impossible_is_named(
        string name, long context, long batch, long steps, long validation, long evaluations)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => FineTuningJob.Cancelled(context, batch, steps, validation, evaluations));
        Assert.Equal(name, refused.ParamName);
    }

    [Theory]
    [InlineData("contextLength", -1, 1, 1, 1)]
    [InlineData("batchSize", 1, -1, 1, 1)]
    [InlineData("steps", 1, 1, -1, 1)]
    [InlineData("epochs", 1, 1, 1, -1)]
    [InlineData("steps", 1L << 31, 1L << 31, 2, 1)]
    [InlineData("epochs", 1L << 31, 1L << 31, 1, 2)]
    public void The_argument_that_makes_an_estimate_impossible_is_named(string name, long context, long batch, long steps, long epochs)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => FineTuningJob.Estimate(context, batch, steps, epochs));
        Assert.Equal(name, refused.ParamName);
    }

    [Theory]
    [InlineData("examples", -1, 1)]
    [InlineData("maxSequenceLength", 1, -1)]
    [InlineData("maxSequenceLength", long.MaxValue, 2)]
    public void The_argument_that_makes_an_unpacked_job_impossible_is_named(string name, long examples, long length) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => FineTuningJob.Unpacked(examples, length)).ParamName);
}
