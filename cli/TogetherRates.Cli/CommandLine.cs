using System.CommandLine;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli;

/// <summary>The tool: finds the command that was called, runs it, and says what went wrong.</summary>
internal static class CommandLine
{
    private const string Json = "--json";

    private static readonly ParserConfiguration Syntax = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Runs the tool once.</summary>
    /// <param name="arguments">What was written after the tool's name.</param>
    /// <param name="terminal">Where the answer goes.</param>
    /// <param name="clock">Says which edition is in force.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal, TimeProvider clock)
    {
        var caller = new Caller(terminal, WantsJson(arguments), clock.GetUtcNow());
        return PlainPrice.TryRead(arguments) is { } price ? Answer(caller, () => price.Run(caller)) : Parse(arguments, caller);
    }

    /// <summary>Runs the command that a call names.</summary>
    /// <param name="arguments">What was written after the tool's name.</param>
    /// <param name="caller">Who gets the answer.</param>
    /// <returns>The process's exit code.</returns>
    internal static int Parse(IReadOnlyList<string> arguments, Caller caller) => Answer(caller, () =>
    {
        var call = CreateRoot(arguments).Parse(arguments, Syntax);
        CallErrors.ThrowIfAny(call);
        return call.CommandResult.Command is ToolCommand command && call.Action is null
            ? command.Run(new Call(call, caller.Terminal, caller.WantsJson, caller.Now))
            : (ExitCode)call.Invoke(new InvocationConfiguration
            {
                Output = caller.Terminal.Output,
                Error = caller.Terminal.Error,
                EnableDefaultExceptionHandler = false,
            });
    });

    private static bool WantsJson(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            if (arguments[i] == Json)
            {
                return true;
            }
        }

        return false;
    }

    private static int Answer(Caller caller, Func<ExitCode> work)
    {
        try
        {
            return (int)AnswerOrExplain(caller, work);
        }
        catch (IOException failure)
        {
            caller.Terminal.Error.WriteLine($"error: the output can't be written: {failure.Message}");
            return (int)ExitCode.WrongData;
        }
    }

    private static ExitCode AnswerOrExplain(Caller caller, Func<ExitCode> work)
    {
        try
        {
            var exitCode = work();
            caller.Terminal.Output.Flush();
            return exitCode;
        }
        catch (ToolException failure)
        {
            Failure.Write(failure, caller.Terminal, caller.WantsJson);
            return failure.ExitCode;
        }
    }

    private static RootCommand CreateRoot(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Checks rate cards and prices AI usage with them, exactly.")
        {
            HelpName = "together-rates",
        };
        foreach (var command in CommandList.For(arguments))
        {
            root.Add(command);
        }

        root.Add(new Option<bool>(Json)
        {
            Description = "Answer in JSON, for programs.",
            Arity = ArgumentArity.Zero,
            Recursive = true,
        });
        HelpWithExamples.AddTo(root);
        ToolVersion.AddTo(root);
        return root;
    }
}
