using System.CommandLine;
using System.Globalization;
using TogetherRates.Cli.RateCards;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--at TIME</c>: when the prices have to be in force.</summary>
internal sealed class TimeOption : Option<DateTimeOffset?>
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>The option.</summary>
    public TimeOption()
        : base("--at")
    {
        Description = "Use the prices in force then: an ISO date, or date and time in UTC.";
        HelpName = "TIME";
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                return time;
            }

            result.AddError($"--at: '{text}' isn't a time; write a date like 2025-01-31, or date and time in UTC like 2025-01-31T08:00Z");
            return null;
        };
    }

    /// <summary>Makes sure that a card is in force at a time.</summary>
    /// <exception cref="ToolException">It isn't.</exception>
    public static void Require(IRateCard card, DateTimeOffset time)
    {
        if (time < card.EffectiveFrom || time >= card.EffectiveUntil)
        {
            throw ToolException.WrongData(
                "notInForce",
                $"the card of {card.Provider} is in force {PeriodText.Of(card)}, which {PeriodText.Of(time)} lies outside of; name another card with --card");
        }
    }
}
