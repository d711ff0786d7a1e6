using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Patterns;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads the patterns of ids that a model or an offer has beside its own.</summary>
internal static class PatternReader
{
    private static readonly IdPatternKind[] Kinds = [IdPatternKind.Prefix, IdPatternKind.Suffix, IdPatternKind.Contains, IdPatternKind.Regex];

    /// <summary>Reads <c>matches</c>.</summary>
    /// <param name="owner">The model or the offer.</param>
    /// <returns>The patterns; none when nothing is said.</returns>
    public static EquatableArray<IdPattern> Read(ObjectReader owner)
    {
        if (owner.List("matches", owner.Find("matches")) is not { } list)
        {
            return default;
        }

        var patterns = new List<IdPattern>();
        foreach (var item in list.Items)
        {
            if (owner.Object("matches", item) is { } node && ReadPattern(new ObjectReader(node, Shape.Pattern, owner.Problems)) is { } pattern)
            {
                patterns.Add(pattern);
            }
        }

        return new([.. patterns]);
    }

    private static IdPattern? ReadPattern(ObjectReader reader)
    {
        IdPattern? pattern = null;
        foreach (var kind in Kinds)
        {
            var name = new IdPattern(kind, string.Empty).KindName;
            if (!reader.Has(name))
            {
                continue;
            }

            if (pattern is not null)
            {
                reader.Contradiction(pattern.KindName, name, "a pattern says one thing; write two patterns, or one \"regex\"");
            }
            else if (reader.Label(name, reader.Find(name)) is { } text)
            {
                pattern = new IdPattern(kind, text);
            }
        }

        if (!Kinds.Any(kind => reader.Has(new IdPattern(kind, string.Empty).KindName)))
        {
            _ = reader.Require("prefix", "what the ids start with; or their \"suffix\", what each \"contains\", or a \"regex\"");
        }
        else if (pattern is { Kind: IdPatternKind.Regex } && PatternParser.Parse(pattern.Text, ignoreCase: false, out var error) is null)
        {
            reader.Problems.Add(Rules.UnreadablePattern, reader.Find("regex")!.Span, pattern.Text, error!);
        }

        return pattern;
    }
}
