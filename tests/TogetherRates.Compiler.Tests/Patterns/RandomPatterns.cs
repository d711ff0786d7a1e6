using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Tests.Patterns;

/// <summary>Patterns and ids that meet often, of few characters.</summary>
internal static class RandomPatterns
{
    private static readonly Gen<string> Atoms = Gen.Elements(
        "a", "b", "B", "1", "-", "é", "\\.", "\\-", "\\\\", ".", "[ab]", "[a-c1]", "[^a]", "[^b-]", "[-.]", "[é-ü]", "[\\d_]", "[^\\w.]", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S");

    /// <summary>Regular expressions in what our dialect and that of the library have in common.</summary>
    public static Gen<string> Expressions { get; } =
        from before in Gen.Elements(string.Empty, "^")
        from inner in Expression(3)
        from after in Gen.Elements(string.Empty, "$")
        select before + inner + after;

    /// <summary>Patterns of all kinds.</summary>
    public static Gen<IdPattern> Patterns { get; } = Gen.OneOf(
        Expressions.Select(text => new IdPattern(IdPatternKind.Regex, text)),
        from kind in Gen.Elements(IdPatternKind.Prefix, IdPatternKind.Suffix, IdPatternKind.Contains)
        from text in Text("abB1-é", 1, 3)
        select new IdPattern(kind, text));

    /// <summary>Ids, each with characters that patterns ask for and some that none does.</summary>
    public static Gen<string> Ids { get; } = Text("aaabbAB1-._ éüz中\\", 1, 8);

    /// <summary>A text of some characters.</summary>
    /// <param name="characters">The characters; those that are there twice come twice as often.</param>
    /// <param name="shortest">How many at least.</param>
    /// <param name="longest">How many at most.</param>
    public static Gen<string> Text(string characters, int shortest, int longest) =>
        from length in Gen.Choose(shortest, longest)
        from text in Gen.Elements(characters.ToCharArray()).ArrayOf(length)
        select new string(text);

    private static Gen<string> Expression(int depth)
    {
        if (depth == 0)
        {
            return Atoms;
        }

        var inner = Expression(depth - 1);
        return Gen.Frequency(
            (2, Atoms),
            (3, from one in inner from two in inner select one + two),
            (1, from one in inner from two in inner select $"({one}|{two})"),
            (1, from one in inner select $"(?:{one}|)"),
            (1, from one in inner select $"({one}$|a)"),
            (1, from one in inner select $"(^{one}|b)"),
            (2, from one in inner from count in Gen.Elements("?", "*", "+", "{2}", "{1,}", "{0,2}", "{1,3}") select $"({one}){count}"));
    }
}
