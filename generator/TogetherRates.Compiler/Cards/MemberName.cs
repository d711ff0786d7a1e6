using System.Globalization;
using System.Text;

namespace TogetherRates.Compiler.Cards;

/// <summary>The C# names that a card's names become.</summary>
public static class MemberName
{
    // Names that the generated class or every object already has.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long",
        "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch",
        "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
        "volatile", "while",
    };

    // The members that every generated card has beside those that the card names.
    private static readonly HashSet<string> CardMembers = new(StringComparer.Ordinal)
    {
        "Card", "CompiledCard", "Currency", "EffectiveFrom", "EffectiveUntil", "Embeddings", "Explain", "IdOf", "Model", "ModelId", "Models",
        "NoPrice", "Price", "Provider", "QuoteOf", "RatesOf", "Rerank", "Serverless", "TermsOf", "TryExplain", "TryFind", "TryPrice",
    };

    /// <summary>The name of a card's class: the one it says, else one made from the provider's name.</summary>
    /// <param name="card">The card.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string OfClass(Card card) =>
        card.ClassName ?? (IsKeyword(card.Provider) ? card.Provider : FromText(card.Provider));

    /// <summary>The name of a model's member: the one it says, else one made from the last part of its id.</summary>
    /// <param name="model">The model.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(Model model) => model.MemberName ?? FromText(model.Id.Substring(model.Id.LastIndexOf('/') + 1));

    /// <summary>The name of a variant inside its model's class.</summary>
    /// <param name="variant">The variant.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(Variant variant) => variant.Model.MemberName ?? FromText(variant.Label);

    /// <summary>The name of a size table's class.</summary>
    /// <param name="table">The table.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(SizeTable table) => FromText(table.Name);

    /// <summary>Whether a name can be a C# identifier as it stands.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsUsable(string name) =>
        name.Length > 0 && IsStart(name[0]) && name.All(IsPart) && !IsKeyword(name) && !Reserved.Contains(name);

    /// <summary>Whether a name is a keyword of C#.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsKeyword(string name) => Keywords.Contains(name);

    /// <summary>Whether every card's class has a member of a name, which the class itself therefore can't have.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it has.</returns>
    public static bool IsCardMember(string name) => CardMembers.Contains(name);

    /// <summary>Makes a PascalCase name: <c>DeepSeek-V3</c> becomes <c>DeepSeekV3</c>, <c>gpt-4.1</c> becomes <c>Gpt4_1</c>.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The name; empty when the text has no letter or digit.</returns>
    public static string FromText(string text)
    {
        var name = new StringBuilder(text.Length);
        var startsWord = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!char.IsLetterOrDigit(c))
            {
                // A point between two digits stays visible, so that 4.1 and 41 are two names.
                if (c == '.' && i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]))
                {
                    name.Append('_');
                }

                startsWord = true;
                continue;
            }

            if (name.Length == 0 && char.IsDigit(c))
            {
                name.Append('_');
            }

            name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        return name.ToString();
    }

    private static bool IsStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsPart(char c) => IsStart(c) || char.IsDigit(c) || char.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
