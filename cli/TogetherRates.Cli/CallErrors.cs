using System.CommandLine;
using System.CommandLine.Parsing;
using TogetherRates.Compiler;

namespace TogetherRates.Cli;

/// <summary>Says what is wrong with a call, and what was probably meant.</summary>
internal static class CallErrors
{
    /// <summary>Lets a good call pass.</summary>
    /// <exception cref="ToolException">The call has a mistake.</exception>
    public static void ThrowIfAny(ParseResult call)
    {
        ThrowIfUnknownCommand(call);
        if (call.Action is { ClearsParseErrors: true })
        {
            return;
        }

        ThrowIfDashed(call);
        if (call.Errors.Count > 0)
        {
            throw call.CommandResult.Command is RootCommand root ? NoCommand(root, call.UnmatchedTokens)
                : call.UnmatchedTokens is [var extra, ..] ? OneTooMany(call.CommandResult.Command, extra)
                : Explain(call.Errors.FirstOrDefault(IsOfGivenOption) ?? call.Errors[0]);
        }
    }

    // What was given wrongly was meant; what is missing may stand where a value was forgotten.
    private static bool IsOfGivenOption(ParseError error) => error.SymbolResult is OptionResult { IdentifierTokenCount: > 0 };

    // Before anything else: what follows belongs to a command that there isn't.
    private static void ThrowIfUnknownCommand(ParseResult call)
    {
        var first = call.Tokens.FirstOrDefault(token => token.Type is TokenType.Argument or TokenType.Command);
        if (call.CommandResult.Command is RootCommand root && first is { Type: TokenType.Argument, Value: not ['-', ..] and var unknown })
        {
            throw NoCommand(root, [unknown]);
        }
    }

    // The parser takes an option that no command knows for an argument, and any option after one that lacks its value for that value.
    private static void ThrowIfDashed(ParseResult call)
    {
        for (var i = 0; i < call.Tokens.Count && call.Tokens[i].Type != TokenType.DoubleDash; i++)
        {
            if (call.Tokens[i] is not { Type: TokenType.Argument, Value: ['-', _, ..] text })
            {
                continue;
            }

            if (i == 0 || OptionThatTakesValues(call, call.Tokens[i - 1]) is not { } option)
            {
                throw UnknownOption(call, text);
            }

            if (OptionsOf(call).Contains(text))
            {
                throw NoValue(option);
            }
        }
    }

    private static Option? OptionThatTakesValues(ParseResult call, Token token) =>
        token.Type == TokenType.Option && call.GetResult(token.Value) is OptionResult { Option: { Arity.MaximumNumberOfValues: > 0 } option }
            ? option
            : null;

    private static ToolException UnknownOption(ParseResult call, string option)
    {
        var command = call.CommandResult.Command;
        var advice = NearestName.Find(option, OptionsOf(call)) is { } nearest ? $"did you mean '{nearest}'?" : "--help lists them";
        var where = command is RootCommand ? "" : $" of '{command.Name}'";
        return ToolException.WrongCall("unknownOption", $"'{option}' isn't an option{where}; {advice}");
    }

    private static List<string> OptionsOf(ParseResult call)
    {
        var inherited = call.RootCommandResult.Command.Options.Where(known => known.Recursive);
        return [.. call.CommandResult.Command.Options.Concat(inherited).Select(known => known.Name)];
    }

    private static ToolException NoValue(Option option) =>
        ToolException.WrongCall("missingValue", $"{option.Name} needs a value: {option.Name} {option.HelpName}");

    private static ToolException NoCommand(RootCommand root, IReadOnlyList<string> unmatched)
    {
        var names = root.Subcommands.Select(known => known.Name).ToList();
        return unmatched is [var unknown, ..]
            ? ToolException.WrongCall("unknownCommand", $"'{unknown}' isn't a command; {NameAdvice.On(unknown, names)}")
            : ToolException.WrongCall("missingCommand", $"a command is missing: {string.Join(", ", names)}; --help explains them");
    }

    private static ToolException OneTooMany(Command command, string extra) =>
        ToolException.WrongCall("unexpectedArgument", $"'{extra}' is one argument too many for '{command.Name}'; --help shows what it takes");

    private static ToolException Explain(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0, Option: var option } => NoValue(option),
        OptionResult { IdentifierTokenCount: > 1 and var count, Option: var option } =>
            ToolException.WrongCall("givenTwice", $"{option.Name} is given {count} times; give it once"),
        ArgumentResult { Tokens.Count: 0, Argument: var argument, Parent: CommandResult { Command: var command } } =>
            ToolException.WrongCall("missingArgument", $"'{command.Name}' needs a {argument.Name}; --help shows examples"),
        _ => ToolException.WrongCall("wrongCall", error.Message),
    };
}
