using TogetherRates.Cli.Commands;

namespace TogetherRates.Cli;

/// <summary>The tool's commands.</summary>
internal static class CommandList
{
    // In the order in which help lists them. A new command is one line here and one file in Commands.
    private static readonly (string Name, Func<ToolCommand> Create)[] All =
    [
        ("check", () => new CheckCommand()),
        ("price", () => new PriceCommand()),
        ("embed", () => new EmbedCommand()),
        ("rerank", () => new RerankCommand()),
        ("image", () => new ImageCommand()),
        ("gpu", () => new GpuCommand()),
        ("fine-tune", () => new FineTuneCommand()),
        ("models", () => new ModelsCommand()),
        ("tiers", () => new TiersCommand()),
        ("diff", () => new DiffCommand()),
        ("compare", () => new CompareCommand()),
        ("batch", () => new BatchCommand()),
        ("break-even", () => new BreakEvenCommand()),
        ("runway", () => new RunwayCommand()),
        ("schema", () => new SchemaCommand()),
        ("import", () => new ImportCommand()),
    ];

    /// <summary>The commands that a call may need: just the one that it starts with, so that it needn't wait for the others.</summary>
    /// <param name="arguments">What was written after the tool's name.</param>
    /// <returns>That command; all of them when the call starts with anything else.</returns>
    public static IEnumerable<ToolCommand> For(IReadOnlyList<string> arguments)
    {
        foreach (var (name, create) in All)
        {
            if (arguments is [var first, ..] && first == name)
            {
                return [create()];
            }
        }

        return All.Select(command => command.Create());
    }
}
