using System.CommandLine;
using System.CommandLine.Parsing;
using TogetherRates.Compiler;

namespace TogetherRates.Cli;

/// <summary>Says what is wrong with a call, and what was probably meant.</summary>
internal static class CallErrors
{
    /// <summary>Whether a misspelt option was taken for an argument.</summary>
    public static bool HasStrayOption(ParseResult call) => StrayOption(call) is not null;

    /// <summary>The first mistake of a call that has one.</summary>
    public static ToolException Explain(ParseResult call)
    {
        var command = call.CommandResult.Command;
        if (StrayOption(call) is { } option)
        {
            var where = command is RootCommand ? "" : $" of '{command.Name}'";
            return ToolException.WrongCall("unknownOption", $"'{option}' isn't an option{where}; {Advice(option, OptionsOf(call))}");
        }

        if (command is RootCommand)
        {
            var names = command.Subcommands.Select(known => known.Name).ToList();
            return call.UnmatchedTokens is [var unknown, ..]
                ? ToolException.WrongCall("unknownCommand", $"'{unknown}' isn't a command; {NearestName.Advice(unknown, names)}")
                : ToolException.WrongCall("missingCommand", $"a command is missing: {string.Join(", ", names)}; --help explains them");
        }

        return call.UnmatchedTokens is [var extra, ..]
            ? ToolException.WrongCall("unexpectedArgument", $"'{extra}' is one argument too many for '{command.Name}'; --help shows what it takes")
            : Explain(call.Errors[0]);
    }

    private static ToolException Explain(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option =>
            ToolException.WrongCall("missingValue", $"{option.Option.Name} needs a value: {option.Option.Name} {option.Option.HelpName}"),
        OptionResult { IdentifierTokenCount: > 1 } option =>
            ToolException.WrongCall("givenTwice", $"{option.Option.Name} is given {option.IdentifierTokenCount} times; give it once"),
        ArgumentResult { Tokens.Count: 0, Parent: CommandResult command } argument =>
            ToolException.WrongCall("missingArgument", $"'{command.Command.Name}' needs a {argument.Argument.Name}; --help shows examples"),
        _ => ToolException.WrongCall("wrongValue", error.Message),
    };

    // An option that no command knows looks like an argument to the parser.
    private static string? StrayOption(ParseResult call)
    {
        var arguments = call.CommandResult.Children
            .OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Concat(call.UnmatchedTokens);
        var literal = call.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value).ToList();
        return arguments.FirstOrDefault(text => text is ['-', _, ..] && !literal.Contains(text));
    }

    private static string Advice(string option, List<string> known) =>
        NearestName.Find(option, known) is { } nearest ? $"did you mean '{nearest}'?" : "--help lists them";

    private static List<string> OptionsOf(ParseResult call)
    {
        var command = call.CommandResult.Command;
        var inherited = call.RootCommandResult.Command.Options.Where(option => option.Recursive);
        return [.. command.Options.Concat(inherited).Select(option => option.Name).Distinct()];
    }
}
