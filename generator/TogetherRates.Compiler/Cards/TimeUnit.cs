namespace TogetherRates.Compiler.Cards;

/// <summary>The units of time that prices are published and billed by.</summary>
public static class TimeUnit
{
    private static readonly string[] Names = ["hour", "minute", "second"];

    /// <summary>The units, the longest first.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>How many seconds a unit has.</summary>
    /// <param name="unit">The unit, in the singular.</param>
    /// <returns>The seconds, or null when it isn't a unit of time.</returns>
    public static int? SecondsIn(string unit) => unit switch
    {
        "hour" => 3_600,
        "minute" => 60,
        "second" => 1,
        _ => null,
    };
}
