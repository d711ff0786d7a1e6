using System.Diagnostics.CodeAnalysis;
using TogetherRates.Compiler;

namespace TogetherRates.Cli;

/// <summary>The tool can't do what it was asked to.</summary>
/// <param name="exitCode">Whose fault it is.</param>
/// <param name="code">The reason for programs, in camelCase.</param>
/// <param name="message">The reason for people: what is wrong, with the numbers, and what to do.</param>
/// <param name="advice">What to name instead, with which the message ends; null where no name is wrong.</param>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without a code the tool can't say what failed.")]
internal sealed class ToolException(ExitCode exitCode, string code, string message, NameAdvice? advice = null) : Exception(message)
{
    /// <summary>Whose fault it is.</summary>
    public ExitCode ExitCode => exitCode;

    /// <summary>The reason for programs, in camelCase.</summary>
    public string Code => code;

    /// <summary>What to name instead; null where no name is wrong.</summary>
    public NameAdvice? Advice => advice;

    /// <summary>Whether the card has nothing of the name that was asked for, so that another edition of it may.</summary>
    public bool IsUnknownName => code is "unknownModel" or "unknownTable" or "unknownGpu";

    /// <summary>The caller made a mistake.</summary>
    public static ToolException WrongCall(string code, string message) => new(ExitCode.WrongCall, code, message);

    /// <summary>The card or the data has a mistake, or doesn't have what was asked for.</summary>
    public static ToolException WrongData(string code, string message, NameAdvice? advice = null) => new(ExitCode.WrongData, code, message, advice);
}
