namespace TogetherRates.Compiler.Patterns;

/// <summary>The characters sorted into classes that a pattern doesn't tell apart.</summary>
internal sealed class CharClasses
{
    private readonly int[] starts;
    private readonly int[] classes;

    private CharClasses(int[] starts, int[] classes)
    {
        this.starts = starts;
        this.classes = classes;
        Count = classes.Max() + 1;
    }

    /// <summary>How many classes there are.</summary>
    public int Count { get; }

    /// <summary>Where ranges of characters start, each with its class; the first starts at 0 and each ends before the next.</summary>
    public IReadOnlyList<(int Start, int Class)> Ranges => [.. starts.Zip(classes, (start, number) => (start, number))];

    /// <summary>The class of a character.</summary>
    /// <param name="character">The code point.</param>
    /// <returns>The class's number.</returns>
    public int Of(int character)
    {
        var index = Array.BinarySearch(starts, character);
        return classes[index < 0 ? ~index - 1 : index];
    }

    /// <summary>Sorts the characters by the sets that they are in.</summary>
    /// <param name="sets">The sets.</param>
    /// <returns>The classes.</returns>
    internal static CharClasses Of(IReadOnlyList<CharSet> sets)
    {
        var starts = sets.SelectMany(set => set.Bounds).Append(0).Where(bound => bound <= CharSet.Last).Distinct().OrderBy(bound => bound).ToArray();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return new(starts, [.. starts.Select(start => NumberOf(string.Concat(sets.Select(set => set.Contains(start) ? '1' : '0')), numbers))]);
    }

    /// <summary>Joins classes.</summary>
    /// <param name="keys">For each class what it has in common with those that it is joined with.</param>
    /// <returns>The fewer classes, numbered by their first characters.</returns>
    internal CharClasses Join(IReadOnlyList<string> keys)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var joined = classes.Select(number => NumberOf(keys[number], numbers)).ToArray();
        var kept = Enumerable.Range(0, starts.Length).Where(i => i == 0 || joined[i] != joined[i - 1]).ToArray();
        return new([.. kept.Select(i => starts[i])], [.. kept.Select(i => joined[i])]);
    }

    private static int NumberOf(string key, Dictionary<string, int> numbers)
    {
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers.Add(key, number = numbers.Count);
        }

        return number;
    }
}
