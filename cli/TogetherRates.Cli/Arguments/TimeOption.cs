using System.CommandLine;
using System.Globalization;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--at TIME</c>: when the prices have to be in force.</summary>
internal sealed class TimeOption : Option<string?>
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>The option.</summary>
    public TimeOption()
        : base("--at")
    {
        Description = "Use the prices in force then: an ISO date, or date and time in UTC.";
        HelpName = "TIME";
    }

    /// <summary>The time that a call gives, or null when it gives none.</summary>
    /// <exception cref="ToolException">What it gives isn't a time.</exception>
    public DateTimeOffset? Read(ParseResult call)
    {
        if (call.GetValue(this) is not { } text)
        {
            return null;
        }

        return Parse(text) ?? throw ToolException.WrongCall(
            "wrongValue", $"--at: '{text}' isn't a time; write a date like 2025-01-31, or date and time in UTC like 2025-01-31T08:00Z");
    }

    /// <summary>Reads a time, or null when a text isn't one.</summary>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
