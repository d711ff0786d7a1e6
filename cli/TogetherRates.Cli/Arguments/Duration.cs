using System.Diagnostics.CodeAnalysis;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Arguments;

/// <summary>Reads how long something ran: <c>3h30m</c>, <c>90s</c>, <c>30d</c> or <c>1.5h</c>, exactly.</summary>
internal static class Duration
{
    private const int MostDays = 100_000;

    // From the longest to the shortest, which is the order in which they have to stand.
    private static readonly (char Unit, long Ticks)[] Units =
    [
        ('d', TimeSpan.TicksPerDay),
        ('h', TimeSpan.TicksPerHour),
        ('m', TimeSpan.TicksPerMinute),
        ('s', TimeSpan.TicksPerSecond),
    ];

    /// <summary>Reads a duration of at most 100,000 days.</summary>
    /// <param name="text">Numbers with a unit each: d, h, m or s, the longest first.</param>
    /// <param name="duration">The duration.</param>
    /// <param name="error">Why it isn't one.</param>
    public static bool TryParse(string text, out TimeSpan duration, [NotNullWhen(false)] out string? error)
    {
        duration = default;
        if (!TrySum(text, out var ticks))
        {
            error = $"'{text}' isn't a duration; write numbers with a unit each, such as 3h30m, 90s, 30d or 1.5h";
        }
        else if (ticks > MostDays * TimeSpan.TicksPerDay)
        {
            error = $"'{text}' is more than {MostDays} days";
        }
        else if (!ticks.IsInteger)
        {
            error = $"'{text}' is finer than a ten-millionth of a second";
        }
        else
        {
            error = null;
            duration = new TimeSpan((long)ticks.Numerator);
        }

        return error is null;
    }

    private static bool TrySum(string text, out Rational ticks)
    {
        ticks = Rational.Zero;
        var start = 0;
        foreach (var (unit, length) in Units)
        {
            var end = text.IndexOf(unit, start);
            if (end < 0)
            {
                continue;
            }

            if (!TryReadNumber(text[start..end], out var number))
            {
                return false;
            }

            ticks += number * length;
            start = end + 1;
        }

        return start == text.Length && start > 0;
    }

    // Digits and a point, as in 05 and 1.5: fewer things than JSON takes for a number, and zeros in front.
    private static bool TryReadNumber(string text, out Rational number)
    {
        number = Rational.Zero;
        return text.All(character => char.IsAsciiDigit(character) || character == '.')
            && text is [not '.', ..]
            && Rational.TryParseDecimal(Quantity.TrimZeros(text), out number, out _);
    }
}
