using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace TogetherRates.Cli;

/// <summary>Answers <c>--version</c> with the number of the package.</summary>
internal sealed class ToolVersion : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Has a tool answer to <c>--version</c> in this way.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is VersionOption)
            {
                option.Description = "Show the version.";
                option.Action = new ToolVersion();
            }
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        // What follows a plus sign is the commit.
        parseResult.InvocationConfiguration.Output.WriteLine(version.Split('+')[0]);
        return (int)ExitCode.Fine;
    }
}
