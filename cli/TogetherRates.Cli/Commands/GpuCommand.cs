using System.CommandLine;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli.Commands;

/// <summary><c>gpu TYPE</c>: tells what a dedicated endpoint costs, and why.</summary>
internal sealed class GpuCommand : ToolCommand
{
    private const int MostReplicas = 1_000_000;

    private readonly Argument<string> type = new("TYPE")
    {
        Description = "The GPU's id or an alias.",
    };

    private readonly Option<string?> duration = new("--duration")
    {
        Description = "How long each replica runs, such as 3h30m, 90s or 30d.",
        HelpName = "TIME",
    };

    private readonly QuantityOption replicas = new("--replicas", "How many replicas run at once; 1 unless given.");

    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public GpuCommand()
        : base("gpu", "Price a dedicated endpoint by its GPU and the time that it runs, exactly.")
    {
        Add(type);
        Add(duration);
        Add(replicas);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "gpu H100-SXM-80GB --duration 3h30m",
        "gpu 1x_nvidia_h100_80gb_sxm --duration 30d --replicas 2 --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var time = ReadDuration(call.Arguments);
        var count = replicas.Read(call.Arguments) ?? 1;
        if (count > MostReplicas)
        {
            throw ToolException.WrongCall("wrongValue", $"--replicas: {count} is more than {MostReplicas}");
        }

        var id = call.Arguments.GetValue(type)!;
        QuoteOutput.Write(card.Open(call).Ask(edition => edition.PriceGpu(id, time, (int)count)), call);
        return ExitCode.Fine;
    }

    private TimeSpan ReadDuration(ParseResult call)
    {
        if (call.GetValue(duration) is not { } text)
        {
            throw ToolException.WrongCall("missingArgument", "'gpu' needs a --duration, such as --duration 3h30m");
        }

        return Duration.TryParse(text, out var time, out var error)
            ? time
            : throw ToolException.WrongCall("wrongValue", $"--duration: {error}");
    }
}
