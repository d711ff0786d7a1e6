namespace TogetherRates.Compiler.Patterns;

/// <summary>A pattern as states that can hold together. A character moves all of them at once, so that an id is read once whatever the pattern.</summary>
internal sealed class Nfa
{
    private readonly List<State> states = [];
    private readonly List<int> marks = [];
    private int mark;

    /// <summary>Builds the states of a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    public Nfa(PatternNode pattern)
    {
        var match = Add(new State(Step.Match));
        Start = Follow([Build(pattern, match)], isStart: true);
    }

    private enum Step
    {
        Character,
        AtStart,
        AtEnd,
        Anywhere,
        Match,
    }

    /// <summary>The states before the first character.</summary>
    public int[] Start { get; }

    /// <summary>The sets of characters that states wait for.</summary>
    public IReadOnlyList<CharSet> Sets => [.. states.Where(state => state.On is not null).Select(state => state.On!).Distinct()];

    /// <summary>Whether a pattern matches an id that isn't empty.</summary>
    /// <param name="id">The id.</param>
    /// <returns>Whether it does.</returns>
    public bool Matches(string id)
    {
        var current = Start;
        foreach (var c in CodePoints.Of(id))
        {
            current = Move(current, set => set.Contains(c));
        }

        return id.Length > 0 && IsMatch(current);
    }

    /// <summary>The states after a character.</summary>
    /// <param name="current">The states before it.</param>
    /// <param name="isIn">Whether a set has the character.</param>
    /// <returns>The states, in ascending order.</returns>
    public int[] Move(int[] current, Func<CharSet, bool> isIn) =>
        Follow(current.Where(state => states[state].On is { } set && isIn(set)).Select(state => states[state].Next[0]));

    /// <summary>Whether an id matches that ends here.</summary>
    /// <param name="current">The states at its end.</param>
    /// <returns>Whether it does.</returns>
    public bool IsMatch(int[] current) => Follow(current, isEnd: true).Any(state => states[state].Step == Step.Match);

    // From the end to the start: each part is built with the state that follows it.
    private int Build(PatternNode node, int next)
    {
        switch (node)
        {
            case PatternNode.Set set:
                return Add(new State(Step.Character, next) { On = set.Characters });
            case PatternNode.Start:
                return Add(new State(Step.AtStart, next));
            case PatternNode.End:
                return Add(new State(Step.AtEnd, next));
            case PatternNode.Sequence sequence:
                return sequence.Items.Reverse().Aggregate(next, (after, item) => Build(item, after));
            case PatternNode.Choice choice:
                return Add(new State(Step.Anywhere, [.. choice.Items.Select(item => Build(item, next))]));
            case PatternNode.Repeat repeat:
                return BuildRepeat(repeat, next);
            default:
                throw new InvalidOperationException(node.GetType().Name);
        }
    }

    private int BuildRepeat(PatternNode.Repeat repeat, int next)
    {
        var entry = next;
        if (repeat.Most is null)
        {
            entry = Add(new State(Step.Anywhere));
            states[entry] = new State(Step.Anywhere, Build(repeat.Item, entry), next);
        }

        for (var i = repeat.Least; i < repeat.Most; i++)
        {
            entry = Add(new State(Step.Anywhere, Build(repeat.Item, entry), next));
        }

        for (var i = 0; i < repeat.Least; i++)
        {
            entry = Build(repeat.Item, entry);
        }

        return entry;
    }

    private int Add(State state)
    {
        states.Add(state);
        marks.Add(0);
        return states.Count - 1;
    }

    // Goes on to all that can be reached without a character.
    private int[] Follow(IEnumerable<int> entries, bool isStart = false, bool isEnd = false)
    {
        mark++;
        var waiting = new List<int>();
        var open = new Stack<int>(entries);
        while (open.Count > 0)
        {
            var index = open.Pop();
            if (marks[index] == mark)
            {
                continue;
            }

            marks[index] = mark;
            var state = states[index];
            if (state.Step == Step.Anywhere || (state.Step == Step.AtStart && isStart) || (state.Step == Step.AtEnd && isEnd))
            {
                foreach (var next in state.Next)
                {
                    open.Push(next);
                }
            }
            else if (state.Step != Step.AtStart)
            {
                waiting.Add(index);
            }
        }

        waiting.Sort();
        return [.. waiting];
    }

    private sealed class State(Step step, params int[] next)
    {
        public Step Step => step;

        public int[] Next => next;

        public CharSet? On { get; init; }
    }
}
