namespace TogetherRates.Cli;

/// <summary>What the tool tells the script that called it.</summary>
internal enum ExitCode
{
    /// <summary>All is fine.</summary>
    Fine = 0,

    /// <summary>The card or the data is wrong, or has no such price.</summary>
    WrongData = 1,

    /// <summary>The call is wrong: an unknown option, a missing argument, a file that isn't there.</summary>
    WrongCall = 2,
}
