using System.CommandLine;
using TogetherRates.Cli.RateCards;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--card PATH</c> and <c>--at TIME</c>: which prices to use.</summary>
internal sealed class CardOptions
{
    private readonly Option<string?> path = new("--card")
    {
        Description = "Use the card in this file instead of the built-in Together AI card.",
        HelpName = "PATH",
    };

    private readonly TimeOption time = new();

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(path);
        command.Add(time);
    }

    /// <summary>The card that a call asks for.</summary>
    /// <exception cref="ToolException">There is no such card, it isn't valid, or it isn't in force at the time.</exception>
    public CardInUse Open(ParseResult call)
    {
        var at = time.Read(call);
        var card = call.GetValue(path) is { } file ? CardInUse.FromFile(file) : CardInUse.BuiltIn();
        return at is { } moment ? card.At(moment) : card;
    }
}
