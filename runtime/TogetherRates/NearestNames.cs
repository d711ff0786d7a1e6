namespace TogetherRates;

/// <summary>Finds the names that a mistyped or shortened one may have meant. Deterministic, and silent when nothing is near.</summary>
internal static class NearestNames
{
    private const int maxNames = 3;
    private const int shortestPart = 3;
    private const int longestAsked = 256;
    private const int farthestDistance = 8;

    /// <summary>
    /// At most three names, the nearest first: those with the same last path segment, then those that contain the asked-for one,
    /// then those within a few edits, whole or by last segment. Letter case doesn't count.
    /// </summary>
    public static IReadOnlyList<string> Find(string asked, IReadOnlyList<string> names)
    {
        if (asked.Length is 0 or > longestAsked)
        {
            return [];
        }

        var lowered = asked.ToLowerInvariant();
        return
        [
            .. names
                .Select(name => (Name: name, Distance: Distance(lowered, name.ToLowerInvariant())))
                .Where(near => near.Distance is not null)
                .OrderBy(near => near.Distance)
                .ThenBy(near => Math.Abs(near.Name.Length - asked.Length))
                .ThenBy(near => near.Name, StringComparer.Ordinal)
                .Take(maxNames)
                .Select(near => near.Name),
        ];
    }

    /// <summary>How far a name is from what was asked for; null if too far.</summary>
    private static int? Distance(string asked, string name)
    {
        var askedEnd = LastSegment(asked);
        var nameEnd = LastSegment(name);
        if (askedEnd.SequenceEqual(nameEnd))
        {
            return asked == name ? 0 : 1;
        }

        if (askedEnd.Length >= shortestPart && name.AsSpan().IndexOf(askedEnd) >= 0)
        {
            return 2;
        }

        var whole = Edits(asked, name, Limit(asked.Length));
        var end = Edits(askedEnd, nameEnd, Limit(askedEnd.Length));
        return 2 + (whole < end ? whole : end ?? whole);
    }

    private static ReadOnlySpan<char> LastSegment(string name) => name.AsSpan(name.LastIndexOf('/') + 1);

    private static int Limit(int length) => Math.Clamp(length / 3, 1, farthestDistance);

    /// <summary>
    /// The number of insertions, deletions, replacements and swaps of neighbours between two texts (the restricted form of the
    /// Damerau-Levenshtein distance); null if it is more than <paramref name="limit"/>.
    /// </summary>
    private static int? Edits(ReadOnlySpan<char> from, ReadOnlySpan<char> to, int limit)
    {
        if (Math.Abs(from.Length - to.Length) > limit)
        {
            return null;
        }

        var beforePrevious = new int[to.Length + 1];
        var previous = new int[to.Length + 1];
        var current = new int[to.Length + 1];
        for (var column = 0; column <= to.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= from.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = previous[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                var edits = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
                var isSwap = row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
                current[column] = isSwap ? Math.Min(edits, beforePrevious[column - 2] + 1) : edits;
            }

            if (!current.AsSpan().ContainsAnyInRange(0, limit))
            {
                return null;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[to.Length] <= limit ? previous[to.Length] : null;
    }
}
