using System.CommandLine;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli;

/// <summary>The tool: finds the command that was called, runs it, and says what went wrong.</summary>
internal static class CommandLine
{
    private static readonly ParserConfiguration Syntax = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Runs the tool once.</summary>
    /// <param name="arguments">What was written after the tool's name.</param>
    /// <param name="terminal">Where the answer goes.</param>
    /// <param name="clock">Says which edition is in force.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal, TimeProvider clock)
    {
        var json = new Option<bool>("--json")
        {
            Description = "Answer in JSON, for programs.",
            Arity = ArgumentArity.Zero,
            Recursive = true,
        };
        var call = CreateRoot(arguments, json).Parse(arguments, Syntax);
        var wantsJson = arguments.TakeWhile(argument => argument != "--").Contains(json.Name);
        try
        {
            var exitCode = Run(call, terminal, wantsJson, clock.GetUtcNow());
            terminal.Output.Flush();
            return (int)exitCode;
        }
        catch (ToolException failure)
        {
            Failure.Write(failure, terminal, wantsJson);
            return (int)failure.ExitCode;
        }
        catch (IOException failure)
        {
            terminal.Error.WriteLine($"error: the output can't be written: {failure.Message}");
            return (int)ExitCode.WrongData;
        }
    }

    private static RootCommand CreateRoot(IReadOnlyList<string> arguments, Option<bool> json)
    {
        var root = new RootCommand("Checks rate cards and prices AI usage with them, exactly.")
        {
            HelpName = "together-rates",
        };
        foreach (var command in CommandList.For(arguments))
        {
            root.Add(command);
        }

        root.Add(json);
        HelpWithExamples.AddTo(root);
        ToolVersion.AddTo(root);
        return root;
    }

    private static ExitCode Run(ParseResult call, Terminal terminal, bool wantsJson, DateTimeOffset now)
    {
        CallErrors.ThrowIfAny(call);
        return call.CommandResult.Command is ToolCommand command && call.Action is null
            ? command.Run(new Call(call, terminal, wantsJson, now))
            : (ExitCode)call.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error });
    }
}
