using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Comparison;

/// <summary>A number that two cards don't have in common.</summary>
/// <param name="Old">The number in the older card, or null when it is new.</param>
/// <param name="New">The number in the newer card, or null when it is gone.</param>
internal sealed record PriceChange(PriceCell? Old, PriceCell? New)
{
    /// <summary>Both cards have the number, and it differs.</summary>
    public const string Changed = "changed";

    /// <summary>Only the newer card has it.</summary>
    public const string Added = "added";

    /// <summary>Only the older card has it.</summary>
    public const string Removed = "removed";

    /// <summary>The number, in whichever card has it.</summary>
    public PriceCell Cell => New ?? Old!;

    /// <summary>What happened to it.</summary>
    public string Kind => Old is null ? Added : New is null ? Removed : Changed;

    /// <summary>By how many percent it rose; negative when it fell, null where the two can't be compared.</summary>
    public Rational? Percent => Old is { Rate.Sign: > 0 } && New is not null && Old.Unit == New.Unit ? (New.Rate - Old.Rate) / Old.Rate * 100 : null;
}

/// <summary>Finds what changed from one card to another.</summary>
internal static class CardDifference
{
    private const string Input = "input";
    private const string Output = "output";

    // What changed is what one looks for; what came and what went is often long.
    private static readonly string[] Kinds = [PriceChange.Changed, PriceChange.Added, PriceChange.Removed];

    /// <summary>Every number that differs, by section; what both cards say in other words isn't among them.</summary>
    public static IReadOnlyList<PriceChange> Between(Card older, Card newer)
    {
        var before = PriceCells.Of(older).ToDictionary(cell => cell.Place);
        var after = PriceCells.Of(newer).ToDictionary(cell => cell.Place);
        var changes = after.Values
            .Select(cell => new PriceChange(before.GetValueOrDefault(cell.Place), cell))
            .Concat(before.Values.Where(cell => !after.ContainsKey(cell.Place)).Select(cell => new PriceChange(cell, null)))
            .Where(change => change.Old?.Rate != change.New?.Rate || change.Old?.Unit != change.New?.Unit)
            .ToList();
        var sections = changes.Select(change => change.Cell.Section).Distinct().ToList();
        return [.. Merge(changes).OrderBy(change => sections.IndexOf(change.Cell.Section)).ThenBy(change => Array.IndexOf(Kinds, change.Kind))];
    }

    // Input and output that cost the same in each card are one price, as cards write them.
    private static IEnumerable<PriceChange> Merge(List<PriceChange> changes)
    {
        var byPlace = changes.ToDictionary(change => change.Cell.Place);
        foreach (var change in changes)
        {
            var (section, item, name, occurrence) = change.Cell.Place;
            if (Partner(name, Input, Output) is { } output && byPlace.TryGetValue((section, item, output, occurrence), out var other) && IsAlike(change, other))
            {
                yield return new(Renamed(change.Old), Renamed(change.New));
            }
            else if (!(Partner(name, Output, Input) is { } input && byPlace.TryGetValue((section, item, input, occurrence), out other) && IsAlike(change, other)))
            {
                yield return change;
            }
        }
    }

    private static string? Partner(string name, string from, string to) =>
        name == from || name.StartsWith(from + ",", StringComparison.Ordinal) ? to + name[from.Length..] : null;

    private static bool IsAlike(PriceChange one, PriceChange other) => one.Old?.Rate == other.Old?.Rate && one.New?.Rate == other.New?.Rate;

    private static PriceCell? Renamed(PriceCell? cell) => cell is null ? null : cell with { Name = "price" + cell.Name[Input.Length..] };
}
