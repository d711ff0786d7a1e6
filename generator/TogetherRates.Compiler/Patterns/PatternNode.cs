using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Patterns;

/// <summary>A pattern as a tree. There is nothing in it that takes more than one pass over an id: no group is remembered, nothing looks around.</summary>
internal abstract class PatternNode
{
    private PatternNode()
    {
    }

    /// <summary>How many states the pattern takes, roughly; repetitions are written out.</summary>
    public abstract int Size { get; }

    /// <summary>The tree of a pattern that is tried on a whole id.</summary>
    /// <param name="pattern">The pattern, which can be read.</param>
    /// <param name="ignoreCase">Whether letters of ASCII match in either case.</param>
    /// <returns>The tree.</returns>
    public static PatternNode Of(IdPattern pattern, bool ignoreCase)
    {
        var inner = pattern.Kind switch
        {
            IdPatternKind.Prefix => new Sequence([new Start(), Literal(pattern.Text, ignoreCase)]),
            IdPatternKind.Suffix => new Sequence([Literal(pattern.Text, ignoreCase), new End()]),
            IdPatternKind.Contains => Literal(pattern.Text, ignoreCase),
            _ => PatternParser.Parse(pattern.Text, ignoreCase, out var error) ?? throw new ArgumentException(error, nameof(pattern)),
        };
        var anything = new Repeat(new Set(CharSet.Any), 0, null);
        return new Sequence([anything, inner, anything]);
    }

    /// <summary>What every id starts with that matches: as much of it as can be seen at once.</summary>
    /// <param name="pattern">The pattern, which can be read.</param>
    /// <returns>The start; empty when they may start with anything.</returns>
    public static string PrefixOf(IdPattern pattern)
    {
        if (pattern.Kind != IdPatternKind.Regex)
        {
            return pattern.Kind == IdPatternKind.Prefix ? pattern.Text : string.Empty;
        }

        var items = (PatternParser.Parse(pattern.Text, ignoreCase: false, out _) as Sequence)?.Items ?? [];
        return items.Count > 0 && items[0] is Start
            ? string.Concat(items.Skip(1).Select(item => (item as Set)?.Characters.Single).TakeWhile(c => c is not null).Select(c => char.ConvertFromUtf32(c!.Value)))
            : string.Empty;
    }

    private static Sequence Literal(string text, bool ignoreCase) =>
        new([.. CodePoints.Of(text).Select(c => new Set(ignoreCase ? CharSet.Of(c).InBothCases() : CharSet.Of(c)))]);

    /// <summary>One character out of a set.</summary>
    /// <param name="characters">The set.</param>
    public sealed class Set(CharSet characters) : PatternNode
    {
        /// <summary>The set.</summary>
        public CharSet Characters => characters;

        /// <inheritdoc/>
        public override int Size => 1;
    }

    /// <summary>The place before the first character.</summary>
    public sealed class Start : PatternNode
    {
        /// <inheritdoc/>
        public override int Size => 1;
    }

    /// <summary>The place after the last character.</summary>
    public sealed class End : PatternNode
    {
        /// <inheritdoc/>
        public override int Size => 1;
    }

    /// <summary>One after the other.</summary>
    /// <param name="items">What follows each other.</param>
    public sealed class Sequence(IReadOnlyList<PatternNode> items) : PatternNode
    {
        /// <summary>What follows each other.</summary>
        public IReadOnlyList<PatternNode> Items => items;

        /// <inheritdoc/>
        public override int Size { get; } = 1 + items.Sum(item => item.Size);
    }

    /// <summary>One of several.</summary>
    /// <param name="items">What there is to choose from.</param>
    public sealed class Choice(IReadOnlyList<PatternNode> items) : PatternNode
    {
        /// <summary>What there is to choose from.</summary>
        public IReadOnlyList<PatternNode> Items => items;

        /// <inheritdoc/>
        public override int Size { get; } = 1 + items.Sum(item => item.Size);
    }

    /// <summary>The same several times.</summary>
    /// <param name="item">What is repeated.</param>
    /// <param name="least">How often at least.</param>
    /// <param name="most">How often at most, or null.</param>
    public sealed class Repeat(PatternNode item, int least, int? most) : PatternNode
    {
        /// <summary>What is repeated.</summary>
        public PatternNode Item => item;

        /// <summary>How often at least.</summary>
        public int Least => least;

        /// <summary>How often at most, or null.</summary>
        public int? Most => most;

        /// <inheritdoc/>
        public override int Size { get; } = 1 + ((item.Size + 1) * Math.Max(1, most ?? (least + 1)));
    }
}
