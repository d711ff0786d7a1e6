namespace TogetherRates.Compiler.Patterns;

/// <summary>A set of characters, which are code points of Unicode, as ascending ranges that don't touch.</summary>
internal sealed class CharSet
{
    /// <summary>The last code point.</summary>
    public const int Last = 0x10FFFF;

    /// <summary>Every character, that for the end of a line too: ids have no lines.</summary>
    public static readonly CharSet Any = new([(0, Last)]);

    /// <summary>The digits of ASCII.</summary>
    public static readonly CharSet Digits = new([('0', '9')]);

    /// <summary>The letters and digits of ASCII, and the underscore.</summary>
    public static readonly CharSet Words = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);

    /// <summary>The white space of ASCII.</summary>
    public static readonly CharSet Spaces = new([('\t', '\r'), (' ', ' ')]);

    private readonly (int First, int Last)[] ranges;

    private CharSet((int First, int Last)[] ranges) => this.ranges = ranges;

    /// <summary>The first characters of ranges and those after their ends: between two of them, the set has all or none.</summary>
    public IEnumerable<int> Bounds => ranges.SelectMany(range => new[] { range.First, range.Last + 1 });

    /// <summary>The character of a set that has only one, else null.</summary>
    public int? Single => ranges.Length == 1 && ranges[0].First == ranges[0].Last ? ranges[0].First : null;

    /// <summary>The set of one character.</summary>
    /// <param name="character">The character.</param>
    /// <returns>The set.</returns>
    public static CharSet Of(int character) => new([(character, character)]);

    /// <summary>The set of the characters of some ranges.</summary>
    /// <param name="ranges">The ranges, in any order.</param>
    /// <returns>The set.</returns>
    public static CharSet Of(IEnumerable<(int First, int Last)> ranges)
    {
        var merged = new List<(int First, int Last)>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            var before = merged.Count - 1;
            if (before >= 0 && range.First <= merged[before].Last + 1)
            {
                merged[before] = (merged[before].First, Math.Max(merged[before].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return new([.. merged]);
    }

    /// <summary>The characters of sets.</summary>
    /// <param name="sets">The sets.</param>
    /// <returns>The set of those that are in any of them.</returns>
    public static CharSet Union(IEnumerable<CharSet> sets) => Of(sets.SelectMany(set => set.ranges));

    /// <summary>The characters that aren't in the set.</summary>
    /// <returns>The set of them.</returns>
    public CharSet Negate()
    {
        var others = new List<(int First, int Last)>();
        var next = 0;
        foreach (var range in ranges)
        {
            if (range.First > next)
            {
                others.Add((next, range.First - 1));
            }

            next = range.Last + 1;
        }

        if (next <= Last)
        {
            others.Add((next, Last));
        }

        return new([.. others]);
    }

    /// <summary>The set with each letter of ASCII in both cases.</summary>
    /// <returns>The larger set.</returns>
    public CharSet InBothCases() => Of(
        [.. ranges, .. Cut('a', 'z').Select(range => (range.First & ~0x20, range.Last & ~0x20)), .. Cut('A', 'Z').Select(range => (range.First | 0x20, range.Last | 0x20))]);

    /// <summary>Whether a character is in the set.</summary>
    /// <param name="character">The character.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(int character) => ranges.Any(range => range.First <= character && character <= range.Last);

    private IEnumerable<(int First, int Last)> Cut(int first, int last) => ranges
        .Select(range => (First: Math.Max(range.First, first), Last: Math.Min(range.Last, last)))
        .Where(range => range.First <= range.Last);
}
