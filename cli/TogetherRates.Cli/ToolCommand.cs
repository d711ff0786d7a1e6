using System.CommandLine;

namespace TogetherRates.Cli;

/// <summary>One of the tool's commands.</summary>
/// <param name="name">The word that calls it.</param>
/// <param name="description">What it does, in a sentence.</param>
internal abstract class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>Calls to learn from, each without the tool's own name.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Does the work.</summary>
    /// <param name="call">How the command was called.</param>
    /// <returns>What the tool exits with.</returns>
    /// <exception cref="ToolException">The work can't be done.</exception>
    public abstract ExitCode Run(Call call);
}
