using System.CommandLine;

namespace TogetherRates.Cli.Arguments;

/// <summary>How a request is served, where that changes its price: <c>--batch</c>, <c>--level</c> and <c>--region</c>.</summary>
internal sealed class ServiceOptions
{
    private readonly Option<bool> batch = new("--batch")
    {
        Description = "Price the request as part of a batch.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<string?> level = new("--level")
    {
        Description = "The service level: standard, batch, priority or flex.",
        HelpName = "LEVEL",
    };

    private readonly RegionOption region = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(batch);
        command.Add(level);
        command.Add(region);
    }

    /// <summary>Whether any of them is given.</summary>
    public bool AreGiven(ParseResult call) => call.GetValue(batch) || call.GetValue(level) is not null || call.GetValue(region) is not null;

    /// <summary>The service level.</summary>
    /// <exception cref="ToolException">There is no such level, or two are given.</exception>
    public ServiceLevel Level(ParseResult call)
    {
        if (call.GetValue(level) is not { } name)
        {
            return call.GetValue(batch) ? ServiceLevel.Batch : ServiceLevel.Standard;
        }

        return call.GetValue(batch) ? throw ToolException.WrongCall("contradiction", "give either --batch or --level: a request has one service level")
            : Enum.GetValues<ServiceLevel>().Where(known => NameOf(known).Equals(name, StringComparison.OrdinalIgnoreCase)).Select(known => (ServiceLevel?)known).FirstOrDefault()
            ?? throw ToolException.WrongCall(
                "wrongValue", $"--level: '{name}' isn't a service level; write {string.Join(", ", Enum.GetValues<ServiceLevel>().Select(NameOf))}");
    }

    /// <summary>The region, or null.</summary>
    public string? Region(ParseResult call) => call.GetValue(region);

    private static string NameOf(ServiceLevel level) => level.ToString().ToLowerInvariant();
}
