namespace TogetherRates.Compiler.Cards;

/// <summary>A unit that a price can be given per, and how it is counted.</summary>
/// <param name="Name">The word in a card, in the singular.</param>
/// <param name="Meter">The meter that counts it; null for tokens, whose meters a card names one by one.</param>
/// <param name="Size">How many units of the meter it holds: an hour has 3,600 seconds.</param>
public sealed record BilledUnit(string Name, Meter? Meter, long Size)
{
    /// <summary>The unit of text models.</summary>
    public static BilledUnit Token { get; } = new("token", null, 1);

    /// <summary>Every unit that a card can use.</summary>
    public static IReadOnlyList<BilledUnit> All { get; } =
    [
        Token,
        new("character", Cards.Meter.Characters, 1),
        new("page", Cards.Meter.Pages, 1),
        new("request", Cards.Meter.Requests, 1),
        new("search", Cards.Meter.Searches, 1),
        new("query", Cards.Meter.Queries, 1),
        new("credit", Cards.Meter.Credits, 1),
        new("session", Cards.Meter.Sessions, 1),
        new("image", Cards.Meter.Images, 1),
        new("pixel", Cards.Meter.Pixels, 1),
        new("megapixel", Cards.Meter.Pixels, 1_000_000),
        new("second", Cards.Meter.Seconds, 1),
        new("minute", Cards.Meter.Seconds, 60),
        new("hour", Cards.Meter.Seconds, 3_600),
        new("video", Cards.Meter.Videos, 1),
        new("GPU-second", Cards.Meter.GpuSeconds, 1),
        new("GPU-minute", Cards.Meter.GpuSeconds, 60),
        new("GPU-hour", Cards.Meter.GpuSeconds, 3_600),
        new("vCPU-second", Cards.Meter.VcpuSeconds, 1),
        new("vCPU-minute", Cards.Meter.VcpuSeconds, 60),
        new("vCPU-hour", Cards.Meter.VcpuSeconds, 3_600),
        new("GiB-second", Cards.Meter.GibSeconds, 1),
        new("GiB-minute", Cards.Meter.GibSeconds, 60),
        new("GiB-hour", Cards.Meter.GibSeconds, 3_600),
        new("GiB-month", Cards.Meter.GibMonths, 1),
    ];

    /// <summary>The word for more than one.</summary>
    public string Plural =>
        Name.EndsWith("ch", StringComparison.Ordinal) ? Name + "es"
        : Name.EndsWith("y", StringComparison.Ordinal) ? Name.Substring(0, Name.Length - 1) + "ies"
        : Name + "s";

    /// <summary>Finds a unit by its word, in the singular or the plural.</summary>
    /// <param name="word">The word, in its exact case.</param>
    /// <returns>The unit, or null.</returns>
    public static BilledUnit? Find(string word)
    {
        for (var i = 0; i < All.Count; i++)
        {
            var unit = All[i];
            if (unit.Name == word || (word.Length > unit.Name.Length && unit.Plural == word))
            {
                return unit;
            }
        }

        return null;
    }
}
