using System.CommandLine;
using TogetherRates.Cli.RateCards;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--card PATH</c> and <c>--at TIME</c>: which prices to use.</summary>
internal sealed class CardOptions
{
    private readonly Option<string[]> paths = new("--card")
    {
        Description = "Use this card, a path or together@TIME, instead of the built-in Together AI one; repeat it for editions.",
        HelpName = "PATH",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly TimeOption time = new();

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(paths);
        command.Add(time);
    }

    /// <summary>The prices that a call asks for, of one provider.</summary>
    /// <exception cref="ToolException">There is no such card, it isn't valid, or it isn't in force at the time.</exception>
    public EditionsInUse Open(Call call) => OpenAll(call) switch
    {
        [var one] => one,
        var several => throw ToolException.WrongCall(
            "contradiction", $"the cards {Describe(several)}; give the editions of one of them"),
    };

    // One provider's cards may have class names of their own.
    private static string Describe(IReadOnlyList<EditionsInUse> several) => several.DistinctBy(cards => cards.Provider).Count() == several.Count
        ? "are of " + string.Join(" and of ", several.Select(cards => cards.Provider))
        : "become the classes " + string.Join(" and ", several.Select(cards => cards.ClassName));

    /// <summary>The time that a call asks for: that of <c>--at</c>, else now.</summary>
    /// <exception cref="ToolException">What it gives isn't a time.</exception>
    public DateTimeOffset MomentOf(Call call) => time.Read(call.Arguments) ?? call.Now;

    /// <summary>The prices that a call asks for, of each provider.</summary>
    /// <exception cref="ToolException">There is no such card, it isn't valid, or it isn't in force at the time.</exception>
    public IReadOnlyList<EditionsInUse> OpenAll(Call call)
    {
        var at = time.Read(call.Arguments);
        return call.Arguments.GetValue(paths) is { Length: > 0 } named
            ? EditionsInUse.Named(named, at, call)
            : [EditionsInUse.BuiltIn(at, call)];
    }
}
