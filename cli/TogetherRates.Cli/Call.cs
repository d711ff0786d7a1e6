using System.CommandLine;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli;

/// <summary>One call of a command.</summary>
/// <param name="Arguments">What was written after the tool's name.</param>
/// <param name="Terminal">Where the answer goes.</param>
/// <param name="WantsJson">Whether a program reads the answer.</param>
/// <param name="Now">When the call was made.</param>
internal sealed record Call(ParseResult Arguments, Terminal Terminal, bool WantsJson, DateTimeOffset Now) : Caller(Terminal, WantsJson, Now);
