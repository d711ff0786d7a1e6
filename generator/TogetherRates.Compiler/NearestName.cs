namespace TogetherRates.Compiler;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The known name that takes the fewest edits.</summary>
    /// <param name="asked">What was written.</param>
    /// <param name="known">What could have been.</param>
    /// <returns>The nearest name, the first of equals; null when none is within a third of its length.</returns>
    public static string? Find(string asked, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = int.MaxValue;
        var upper = asked.ToUpperInvariant();
        foreach (var name in known)
        {
            // Two letters with another one in them are another name: a region 'uk' isn't meant for 'us'.
            var limit = Math.Min(least - 1, Math.Max(asked.Length, name.Length) / 3);
            if (Math.Abs(asked.Length - name.Length) > limit)
            {
                continue;
            }

            var distance = Distance(upper, name.ToUpperInvariant());
            if (distance <= limit)
            {
                least = distance;
                nearest = name;
            }
        }

        return nearest;
    }

    // Levenshtein's distance with neighbouring letters swapped counted as one edit.
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(substitution, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
