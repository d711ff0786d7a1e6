using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Patterns;

/// <summary>
/// A pattern as a table with one state at a time: the smallest there is. State 0 is where nothing can match any more, 1 the start; those from
/// <see cref="FirstMatch"/> on are where what was read matches. No id is empty, so the start is none of them.
/// </summary>
internal sealed class Automaton
{
    /// <summary>The state in which nothing can match any more.</summary>
    public const int Dead = 0;

    /// <summary>The state before the first character.</summary>
    public const int Start = 1;

    private readonly int[] next;

    /// <summary>Puts a table together.</summary>
    /// <param name="classes">The characters that are told apart.</param>
    /// <param name="next">For each state and class the next state.</param>
    /// <param name="firstMatch">The first state that matches.</param>
    internal Automaton(CharClasses classes, int[] next, int firstMatch)
    {
        this.next = next;
        Classes = classes;
        FirstMatch = firstMatch;
    }

    /// <summary>The characters that are told apart.</summary>
    public CharClasses Classes { get; }

    /// <summary>How many states there are.</summary>
    public int Count => next.Length / Classes.Count;

    /// <summary>The first state that matches; all after it do too.</summary>
    public int FirstMatch { get; }

    /// <summary>Whether no id matches.</summary>
    public bool MatchesNothing => FirstMatch == Count;

    /// <summary>Whether no character of an id makes a difference: any id matches, or any of some lengths.</summary>
    public bool IsBlind => Classes.Count == 1 && !MatchesNothing;

    /// <summary>Builds the table of a pattern.</summary>
    /// <param name="pattern">The pattern, which can be read.</param>
    /// <param name="ignoreCase">Whether letters of ASCII match in either case.</param>
    /// <param name="effort">The work that may go into it.</param>
    /// <returns>The table; null when it takes more work, or more than <see cref="Limits.PatternStates"/> states.</returns>
    public static Automaton? Build(IdPattern pattern, bool ignoreCase, Effort effort) =>
        AutomatonBuilder.Build(new Nfa(PatternNode.Of(pattern, ignoreCase)), effort);

    /// <summary>The state after a character.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="charClass">The character's class.</param>
    /// <returns>The state.</returns>
    public int Next(int state, int charClass) => next[(state * Classes.Count) + charClass];

    /// <summary>Whether the pattern matches an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>Whether it does.</returns>
    public bool Matches(string id) => CodePoints.Of(id).Aggregate(Start, (state, c) => Next(state, Classes.Of(c))) >= FirstMatch;
}
