using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes how the edition in force at a time is found: a switch over the instants at which editions change.</summary>
internal static class TimelineEmitter
{
    /// <summary>Writes a class's part.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="timeline">The class's editions.</param>
    /// <param name="className">The class's name.</param>
    /// <param name="visibility">Its visibility.</param>
    public static void Emit(SourceWriter writer, Timeline timeline, string className, string visibility)
    {
        writer.Open($"{visibility} static partial class {className}");
        writer.Summary("All editions, in the order in which they came into force.");
        writer.Line($"public static global::System.Collections.Generic.IReadOnlyList<{Global.RateCard}> Editions => Timeline.Editions;");
        writer.Line();
        writer.Lines(
            $$"""
            /// <summary>The edition in force at a time.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">No edition is in force then; the message says which are known.</exception>
            public static {{Global.RateCard}} At({{Global.DateTimeOffset}} time) =>
                TryAt(time, out var card) ? card : throw {{Global.PriceNotFound}}.ForTime(time, Editions);

            /// <summary>The edition in force at the start of a day, in UTC.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">No edition is in force then; the message says which are known.</exception>
            public static {{Global.RateCard}} At(global::System.DateOnly day) =>
                At(new {{Global.DateTimeOffset}}(day.ToDateTime(default), global::System.TimeSpan.Zero));

            /// <summary>The edition in force at a time. False when none is.</summary>
            """);
        writer.Open($"public static bool TryAt({Global.DateTimeOffset} time, {Global.NotNullWhenTrue} out {Global.RateCard}? card)");
        writer.Open("card = time.UtcTicks switch");
        var editions = timeline.Editions;
        var end = timeline.Newest.Effective is { Until: { } last } newest && last > newest.From ? last : (DateTime?)null;
        writer.Line($"< {Ticks(editions[0].Effective.From)} => null, // before {Day(editions[0].Effective.From)}");
        for (var i = 0; i < editions.Count; i++)
        {
            // The next edition ends the one before, also where the card says otherwise: that is told as its mistake, and must not be one of this file too.
            var (from, until) = (editions[i].Effective.From, i + 1 < editions.Count ? editions[i + 1].Effective.From : end);
            writer.Line(until is { } before
                ? $"< {Ticks(before)} => {ClassOf(i)}CardAt(time), // from {Day(from)} until {Day(before)}"
                : $"_ => {ClassOf(i)}CardAt(time), // from {Day(from)}");
        }

        if (end is { } after)
        {
            writer.Line($"_ => null, // from {Day(after)}");
        }

        writer.Close(";");
        writer.Line("return card is not null;");
        writer.Close();
        writer.Line();
        writer.Open("private static class Timeline");
        var cards = new string[editions.Count];
        for (var i = 0; i < cards.Length; i++)
        {
            cards[i] = $"{className}.{ClassOf(i)}Card";
        }

        writer.Line($"public static readonly {Global.RateCard}[] Editions = {{ {string.Join(", ", cards)} }};");
        writer.Close();
        writer.Close();

        // The newest edition is the class itself.
        string ClassOf(int index) => index == editions.Count - 1 ? string.Empty : editions[index].ClassName + ".";
    }

    private static string Ticks(DateTime time) => Literal.Integer(time.Ticks) + "L";

    private static string Day(DateTime time) => CardDate.TextOf(time).Replace('T', ' ').TrimEnd('Z');
}
