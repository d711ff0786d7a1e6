namespace TogetherRates.Compiler.Patterns;

/// <summary>Turns states that hold together into a table with one state at a time, and makes it small.</summary>
internal static class AutomatonBuilder
{
    /// <summary>Builds the table.</summary>
    /// <param name="nfa">The pattern.</param>
    /// <param name="effort">The work that may go into it.</param>
    /// <returns>The table, or null when there is too much to do.</returns>
    public static Automaton? Build(Nfa nfa, Effort effort)
    {
        var sets = nfa.Sets;
        var classes = CharClasses.Of(sets);
        var representatives = classes.Ranges.GroupBy(range => range.Class).OrderBy(group => group.Key).Select(group => group.First().Start);
        var membersOf = representatives.Select(c => new HashSet<CharSet>(sets.Where(set => set.Contains(c)))).ToList();

        // The start is a state of its own: what is in it may come again, and match then.
        var rows = new List<int[]> { nfa.Start };
        var isMatch = new List<bool> { false };
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = new List<int>();
        for (var state = 0; state < rows.Count; state++)
        {
            if (rows.Count > Limits.PatternStates || !effort.Spend((rows[state].Length + 1) * classes.Count))
            {
                return null;
            }

            foreach (var members in membersOf)
            {
                var row = nfa.Move(rows[state], members.Contains);
                var key = new string([.. row.Select(number => (char)number)]);
                if (!numbers.TryGetValue(key, out var number))
                {
                    numbers.Add(key, number = rows.Count);
                    rows.Add(row);
                    isMatch.Add(nfa.IsMatch(row));
                }

                next.Add(number);
            }
        }

        return Partition(next, isMatch, classes.Count, effort) is { } blocks ? Assemble(blocks, next, isMatch, classes) : null;
    }

    // Moore's algorithm: states are told apart when they match differently, then when their next states are told apart.
    private static int[]? Partition(List<int> next, List<bool> isMatch, int width, Effort effort)
    {
        var blocks = isMatch.Select(matches => matches ? 1 : 0).ToArray();
        for (var count = blocks.Distinct().Count(); effort.Spend(next.Count);)
        {
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            var refined = new int[blocks.Length];
            for (var state = 0; state < blocks.Length; state++)
            {
                var key = new char[width + 1];
                key[width] = (char)blocks[state];
                for (var i = 0; i < width; i++)
                {
                    key[i] = (char)blocks[next[(state * width) + i]];
                }

                var text = new string(key);
                if (!numbers.TryGetValue(text, out refined[state]))
                {
                    numbers.Add(text, refined[state] = numbers.Count);
                }
            }

            blocks = refined;
            if (numbers.Count == count)
            {
                return blocks;
            }

            count = numbers.Count;
        }

        return null;
    }

    private static Automaton Assemble(int[] blocks, List<int> next, List<bool> isMatch, CharClasses classes)
    {
        var width = classes.Count;
        var states = Enumerable.Range(0, blocks.Length).GroupBy(state => blocks[state]).Select(group => group.First()).ToList();
        var dead = states.FindIndex(state => !isMatch[state] && Enumerable.Range(0, width).All(c => blocks[next[(state * width) + c]] == blocks[state]));
        var start = states.FindIndex(state => blocks[state] == blocks[0]);

        // The dead state and the start have their places even when they are one, or when there is no dead one.
        var order = Enumerable.Range(0, states.Count).Where(i => i != dead && i != start).OrderBy(i => isMatch[states[i]]).ToList();
        var numbers = order.Select((i, place) => (Block: blocks[states[i]], Number: place + 2)).ToDictionary(entry => entry.Block, entry => entry.Number);
        numbers[blocks[states[start]]] = Automaton.Start;
        if (dead >= 0)
        {
            numbers[blocks[states[dead]]] = Automaton.Dead;
        }

        var columns = Enumerable.Range(0, width).Select(c => order.Prepend(start).Select(i => numbers[blocks[next[(states[i] * width) + c]]]).ToArray()).ToList();
        var joined = classes.Join([.. columns.Select(column => new string([.. column.Select(number => (char)number)]))]);
        var kept = joined.Ranges.GroupBy(range => range.Class).OrderBy(group => group.Key).Select(group => columns[classes.Of(group.First().Start)]).ToList();
        var table = Enumerable.Repeat(0, joined.Count).Concat(Enumerable.Range(0, order.Count + 1).SelectMany(row => kept.Select(column => column[row])));
        return new Automaton(joined, [.. table], 2 + order.Count(i => !isMatch[states[i]]));
    }
}
