using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 6, editions: no price leaps from one edition of a card to the next.</summary>
internal static partial class EditionChecks
{
    // Providers change a price by up to three times at once.
    private const int MostTimesBefore = 5;

    /// <summary>Finds the prices that are more than five times what they were, or less than a fifth.</summary>
    /// <param name="older">An edition without errors.</param>
    /// <param name="newer">The next edition of the same provider, without errors.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The findings, all warnings in the newer edition; none between two currencies.</returns>
    public static IReadOnlyList<Finding> Compare(Card older, Card newer, CancellationToken cancellation = default)
    {
        var findings = new List<Finding>();
        if (older.Currency == newer.Currency)
        {
            var prices = CompareTokens(older, newer).Concat(CompareDedicated(older, newer)).Concat(CompareFineTuning(older, newer));
            var edition = CardDate.TextOf(older.Effective.From);
            foreach (var price in prices)
            {
                cancellation.ThrowIfCancellationRequested();
                if (price.IsLeap)
                {
                    findings.Add(price.Find(edition));
                }
            }
        }

        return findings;
    }

    // Rows in ascending order, each with the older one that its largest models were in.
    private static IEnumerable<(T Before, T Now, int Index)> Pair<T>(EquatableArray<T> older, EquatableArray<T> newer)
        where T : class, ISizeRange, IEquatable<T>
    {
        var before = 0;
        for (var i = 0; i < newer.Count; i++)
        {
            while (before < older.Count && EndsBelow(older[before], newer[i]))
            {
                before++;
            }

            if (before < older.Count)
            {
                yield return (older[before], newer[i], i);
            }
        }
    }

    private static bool EndsBelow(ISizeRange row, ISizeRange other) =>
        row.UpTo is { } end && (other.UpTo is not { } otherEnd || end.Parameters < otherEnd.Parameters);

    // A price in both editions. What was free or had no price of its own isn't among them.
    private sealed record Change(Rational Before, Rational Now, string Unit, CardPath Path)
    {
        public bool IsLeap => Before.Sign > 0 && (Now > Before * MostTimesBefore || Now * MostTimesBefore < Before);

        public Finding Find(string edition) => new(
            Rules.PriceJumps,
            Path,
            new EquatableArray<string>(Now.ToString(), Unit, PriceScale.Compare(Now, Before), edition, Before.ToString()));
    }
}
