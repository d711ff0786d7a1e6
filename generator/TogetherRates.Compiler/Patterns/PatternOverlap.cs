namespace TogetherRates.Compiler.Patterns;

/// <summary>Finds an id that two patterns match.</summary>
internal static class PatternOverlap
{
    // An example is read by people: letters and digits come first, then what else is in ids.
    private const string Preferred = "abcdefghijklmnopqrstuvwxyz0123456789-./:_ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // What sorting out the letters costs, against following one of them.
    private const int StepsToStart = 200;

    /// <summary>Finds one of the shortest ids that two patterns match.</summary>
    /// <param name="one">One pattern.</param>
    /// <param name="other">The other one.</param>
    /// <param name="except">Ids that don't count, because they have an owner already; with small letters where case doesn't count.</param>
    /// <param name="ignoreCase">Whether letters of ASCII match in either case.</param>
    /// <param name="effort">The work that may go into it.</param>
    /// <returns>The id; null when there is none, or when the effort is spent.</returns>
    public static string? Find(Automaton one, Automaton other, IReadOnlyCollection<string> except, bool ignoreCase, Effort effort)
    {
        if (!effort.Spend(StepsToStart))
        {
            return null;
        }

        var letters = LettersOf(one, other, except, ignoreCase);
        var paths = new HashSet<string>(except.SelectMany(id => Enumerable.Range(1, id.Length).Select(length => id.Substring(0, length))), StringComparer.Ordinal);
        var ids = new HashSet<string>(except, StringComparer.Ordinal);

        // An id that doesn't count is followed letter by letter, and anything else only by the states that it leads to.
        var seen = new HashSet<(int One, int Other, string? Path)>();
        var open = new Queue<(int One, int Other, string Id)>([(Automaton.Start, Automaton.Start, string.Empty)]);
        while (open.Count > 0)
        {
            var (left, right, id) = open.Dequeue();
            if (!effort.Spend(letters.Count))
            {
                return null;
            }

            foreach (var (letter, leftClass, rightClass) in letters)
            {
                var (nextLeft, nextRight) = (one.Next(left, leftClass), other.Next(right, rightClass));
                if (nextLeft == Automaton.Dead || nextRight == Automaton.Dead)
                {
                    continue;
                }

                var longer = id + letter;
                if (!seen.Add((nextLeft, nextRight, paths.Contains(longer) ? longer : null)))
                {
                    continue;
                }

                if (nextLeft >= one.FirstMatch && nextRight >= other.FirstMatch && !ids.Contains(longer))
                {
                    return longer;
                }

                open.Enqueue((nextLeft, nextRight, longer));
            }
        }

        return null;
    }

    // One character stands for all that neither pattern tells apart from it; those of ids that don't count stand for themselves.
    private static List<(string Letter, int Left, int Right)> LettersOf(
        Automaton one, Automaton other, IReadOnlyCollection<string> except, bool ignoreCase)
    {
        var alone = new HashSet<int>(except.SelectMany(CodePoints.Of));
        var letters = alone.OrderBy(c => c).Select(Letter).ToList();
        var bounds = one.Classes.Ranges.Concat(other.Classes.Ranges).Select(range => range.Start);
        var candidates = Preferred.Select(c => (int)c).Concat(bounds).Concat(alone.Select(c => c + 1)).Append(CodePoints.AfterSurrogates);
        var told = new HashSet<(int, int)>();
        foreach (var c in candidates.Where(c => c <= CharSet.Last && !CodePoints.IsSurrogate(c) && !alone.Contains(ignoreCase && c is >= 'A' and <= 'Z' ? c | 0x20 : c)))
        {
            var letter = Letter(c);
            if (told.Add((letter.Left, letter.Right)))
            {
                letters.Add(letter);
            }
        }

        return letters;

        (string Letter, int Left, int Right) Letter(int c) => (char.ConvertFromUtf32(c), one.Classes.Of(c), other.Classes.Of(c));
    }
}
