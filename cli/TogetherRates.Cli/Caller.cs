using TogetherRates.Cli.Output;

namespace TogetherRates.Cli;

/// <summary>Who gets the answer, and when: all of a call but its arguments.</summary>
/// <param name="Terminal">Where the answer goes.</param>
/// <param name="WantsJson">Whether a program reads the answer.</param>
/// <param name="Now">When the call was made.</param>
internal record Caller(Terminal Terminal, bool WantsJson, DateTimeOffset Now);
