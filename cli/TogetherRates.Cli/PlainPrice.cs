using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;

namespace TogetherRates.Cli;

/// <summary>
/// The call that is made most: <c>price MODEL</c> with plain numbers of tokens, at the built-in prices. It is read here, because building
/// and running the parser makes the whole process take a quarter longer. Whatever is written in any other way, or wrongly, is left
/// to the parser and to <see cref="Commands.PriceCommand"/>, which give the same answer to this call too.
/// </summary>
/// <remarks>Nothing on its way uses LINQ, whose types take longer to load than the work takes: docs/adr/0015, measured by the race "One price on the command line".</remarks>
internal sealed class PlainPrice
{
    private readonly string model;
    private readonly Usage usage;
    private readonly DateTimeOffset? time;
    private readonly ServiceLevel level;

    private PlainPrice(string model, in Usage usage, DateTimeOffset? time, ServiceLevel level)
    {
        this.model = model;
        this.usage = usage;
        this.time = time;
        this.level = level;
    }

    /// <summary>Reads a call.</summary>
    /// <param name="arguments">What was written after the tool's name.</param>
    /// <returns>The call; null for any other, and for one with a mistake.</returns>
    public static PlainPrice? TryRead(IReadOnlyList<string> arguments)
    {
        if (arguments is not ["price", [not '-', ..] model, ..])
        {
            return null;
        }

        var (usage, given) = (default(Usage), 0);
        DateTimeOffset? time = null;
        var (json, batch) = (false, false);
        for (var i = 2; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--json" when !json:
                    json = true;
                    break;
                case "--batch" when !batch:
                    batch = true;
                    break;
                case "--at" when time is null && TimeOption.Parse(value) is { } moment:
                    time = moment;
                    i++;
                    break;
                case var name when MeterOf(name) is var meter and >= 0 && (given & (1 << meter)) == 0 && Quantity.TryParse(value, out var quantity, out _):
                    usage = usage.With((Meter)meter, quantity);
                    given |= 1 << meter;
                    i++;
                    break;
                default:
                    return null;
            }
        }

        return given == 0 ? null : new(model, usage, time, batch ? ServiceLevel.Batch : ServiceLevel.Standard);
    }

    /// <summary>Answers the call.</summary>
    /// <exception cref="ToolException">There is no price.</exception>
    public ExitCode Run(Caller caller)
    {
        var used = UsageOptions.RequirePossible(usage);
        QuoteOutput.Write(EditionsInUse.BuiltIn(time, caller).Ask(edition => edition.PriceModel(model, used, level)), caller);
        return ExitCode.Fine;
    }

    private static int MeterOf(string option) => Array.IndexOf(UsageOptions.TokenOptions, option);
}
