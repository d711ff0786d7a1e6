using System.CommandLine;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--region NAME</c>: where a request is processed.</summary>
internal sealed class RegionOption : Option<string?>
{
    /// <summary>The option.</summary>
    public RegionOption()
        : base("--region")
    {
        Description = "The region that processes the request, where a model's price depends on it.";
        HelpName = "NAME";
    }
}
