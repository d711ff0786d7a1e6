using System.CommandLine;

namespace TogetherRates.Cli.Arguments;

/// <summary>
/// <c>--train-tokens N</c>, or <c>--context-length N --batch-size N --steps N</c> before the data is tokenized or after a job was
/// cancelled, and the epochs and evaluations of either.
/// </summary>
internal sealed class TrainingOptions
{
    private readonly QuantityOption trainTokens = new("--train-tokens", "Tokens of the training set.");
    private readonly QuantityOption contextLength = new("--context-length", "Tokens that one sequence has room for.");
    private readonly QuantityOption batchSize = new("--batch-size", "Sequences in one step.");
    private readonly QuantityOption steps = new("--steps", "Steps of one epoch, or those done when the job was cancelled.");
    private readonly QuantityOption epochs = new("--epochs", "How many times the training set is gone through; 1 unless given.");
    private readonly QuantityOption validationTokens = new("--validation-tokens", "Tokens of the validation set.");
    private readonly QuantityOption evaluations = new("--evals", "How many times the validation set is gone through.");

    private QuantityOption[] All => [trainTokens, epochs, contextLength, batchSize, steps, validationTokens, evaluations];

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Add(option);
        }
    }

    /// <summary>The job that a call describes.</summary>
    /// <exception cref="ToolException">The options can't be read, leave something open, or contradict each other.</exception>
    public FineTuningJob Read(ParseResult call)
    {
        var (validation, evals) = (validationTokens.Read(call), evaluations.Read(call));
        if (validation is null != evals is null)
        {
            throw ToolException.WrongCall("missingArgument", "--validation-tokens and --evals go together: their product is billed");
        }

        try
        {
            return (trainTokens.Read(call), contextLength.Read(call), batchSize.Read(call), steps.Read(call)) switch
            {
                ({ } tokens, null, null, null) => new(tokens, epochs.Read(call) ?? 1, validation ?? 0, evals ?? 0),
                (null, { } context, { } batch, { } done) =>
                    FineTuningJob.Estimate(context, batch, done, epochs.Read(call) ?? 1, validation ?? 0, evals ?? 0),
                (null, _, _, _) => throw ToolException.WrongCall(
                    "missingArgument", "give the job's --train-tokens, or its --context-length, --batch-size and --steps"),
                _ => throw ToolException.WrongCall(
                    "contradiction", "give either --train-tokens or --context-length, --batch-size and --steps: both say how much is trained"),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            throw ToolException.WrongCall("impossibleUsage", $"the job would process more than the {long.MaxValue} tokens that can be counted");
        }
    }
}
