using System.CommandLine;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli.Commands;

/// <summary><c>image MODEL</c>: tells what images of one size cost, and why.</summary>
internal sealed class ImageCommand : ToolCommand
{
    private readonly Argument<string> model = new("MODEL")
    {
        Description = "The model's id or an alias.",
    };

    private readonly QuantityOption width = new("--width", "The width of each image in pixels.");

    private readonly QuantityOption height = new("--height", "The height of each image in pixels.");

    private readonly QuantityOption steps = new("--steps", "The steps in which each image is made; the model's default unless given.");

    private readonly QuantityOption count = new("--count", "How many images; 1 unless given.");

    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public ImageCommand()
        : base("image", "Price images by their size and the steps in which they are made, exactly.")
    {
        Add(model);
        Add(width);
        Add(height);
        Add(steps);
        Add(count);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "image black-forest-labs/FLUX.1-schnell --width 1024 --height 1024",
        "image flux.1-dev --width 1920 --height 1080 --steps 50 --count 4 --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var (pixelsWide, pixelsHigh) = (ReadLength(width, call.Arguments), ReadLength(height, call.Arguments));
        var made = Read(steps, call.Arguments) ?? 0;
        var images = count.Read(call.Arguments) ?? 1;
        var id = call.Arguments.GetValue(model)!;
        var usage = UsageOf(pixelsWide, pixelsHigh, made, images);
        QuoteOutput.Write(card.Open(call).Ask(edition => edition.PriceModel(id, usage, ServiceLevel.Standard)), call);
        return ExitCode.Fine;
    }

    private static Usage UsageOf(int width, int height, int steps, long images)
    {
        try
        {
            return Usage.OfImages(width, height, steps, images);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw ToolException.WrongCall("wrongValue", $"--count: {images} images of {width} x {height} have more pixels than can be counted");
        }
    }

    private static int ReadLength(QuantityOption option, ParseResult call) => Read(option, call) switch
    {
        null => throw ToolException.WrongCall("missingArgument", $"'image' needs a {option.Name}, such as {option.Name} 1024"),
        0 => throw ToolException.WrongCall("wrongValue", $"{option.Name}: an image is at least 1 pixel wide and high"),
        { } length => length,
    };

    private static int? Read(QuantityOption option, ParseResult call) => option.Read(call) switch
    {
        null => null,
        <= int.MaxValue and var number => (int)number,
        { } number => throw ToolException.WrongCall("wrongValue", $"{option.Name}: {number} is more than {int.MaxValue}"),
    };
}
