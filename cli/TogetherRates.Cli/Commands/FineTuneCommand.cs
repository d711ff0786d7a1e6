using System.CommandLine;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli.Commands;

/// <summary><c>fine-tune</c>: tells what a fine-tuning job costs, and why.</summary>
internal sealed class FineTuneCommand : ToolCommand
{
    private readonly SizeOption size = new();

    private readonly Option<string?> model = new("--model")
    {
        Description = "The model's id: its own prices are used if it has some, else those of its --size.",
        HelpName = "ID",
    };

    private readonly Option<string?> type = new("--type")
    {
        Description = "Supervised fine-tuning (sft) or direct preference optimisation (dpo).",
        HelpName = "sft|dpo",
    };

    private readonly Option<string?> method = new("--method")
    {
        Description = "Low-rank adaptation (lora) or all weights (full).",
        HelpName = "lora|full",
    };

    private readonly TrainingOptions training = new();

    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public FineTuneCommand()
        : base("fine-tune", "Price a fine-tuning job: finished, estimated or cancelled, exactly.")
    {
        Add(size);
        Add(type);
        Add(method);
        training.AddTo(this);
        Add(model);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "fine-tune --size 8B --type sft --method lora --train-tokens 5M --epochs 3",
        "fine-tune --size 70B --type dpo --method full --train-tokens 5M --epochs 1 --validation-tokens 100K --evals 10 --json",
        "fine-tune --size 8B --type sft --method lora --context-length 8192 --batch-size 8 --steps 1000 --validation-tokens 1M --evals 10",
        "fine-tune --model deepseek-ai/DeepSeek-R1 --type sft --method lora --train-tokens 1M --epochs 1",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var learnsFrom = Choose(type, call.Arguments, ("sft", FineTuningType.Sft), ("dpo", FineTuningType.Dpo));
        var trains = Choose(method, call.Arguments, ("lora", FineTuningMethod.LoRA), ("full", FineTuningMethod.Full));
        var job = training.Read(call.Arguments);
        var quote = (call.Arguments.GetValue(model), size.Read(call.Arguments)) switch
        {
            ({ } id, var parameters) => card.Open(call).Ask(edition => edition.PriceFineTuning(learnsFrom, trains, id, parameters, job)),
            (null, { } parameters) => card.Open(call).Ask(edition => edition.PriceFineTuning(learnsFrom, trains, parameters, job)),
            (null, null) => throw ToolException.WrongCall("missingArgument", "'fine-tune' needs a --size or a --model; --help shows examples"),
        };
        QuoteOutput.Write(quote, call);
        return ExitCode.Fine;
    }

    private static T Choose<T>(Option<string?> option, ParseResult call, params (string Word, T Value)[] choices)
    {
        var words = string.Join(" or ", choices.Select(choice => choice.Word));
        if (call.GetValue(option) is not { } text)
        {
            throw ToolException.WrongCall("missingArgument", $"'fine-tune' needs a {option.Name}: {words}");
        }

        foreach (var (word, value) in choices)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw ToolException.WrongCall("wrongValue", $"{option.Name}: '{text}' isn't {words}");
    }
}
