using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace TogetherRates.Cli;

/// <summary>The usual help, with calls to learn from at its end.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    // Fixed, so that the text is the same everywhere.
    private readonly HelpAction usual = new() { MaxWidth = 100 };

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Has a tool answer to <c>--help</c> in this way.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption)
            {
                option.Description = "Show help and examples.";
                option.Action = new HelpWithExamples();
            }
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        var command = parseResult.CommandResult.Command;
        var commands = command is ToolCommand called ? [called] : command.Subcommands.OfType<ToolCommand>();
        foreach (var example in commands.SelectMany(shown => command is ToolCommand ? shown.Examples : shown.Examples.Take(1)))
        {
            output.WriteLine("  together-rates " + example);
        }

        return exitCode;
    }
}
