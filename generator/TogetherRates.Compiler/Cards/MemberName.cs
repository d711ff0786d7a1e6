using System.Globalization;
using System.Text;

namespace TogetherRates.Compiler.Cards;

/// <summary>The C# names that a card's names become.</summary>
public static class MemberName
{
    // What every object has.
    private static readonly HashSet<string> OfObjects = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    // What every object has, what every generated class has, and what its nested classes have: a name of these would hide the
    // member or stand for it.
    private static readonly HashSet<string> Reserved = new(OfObjects, StringComparer.Ordinal)
    {
        "At", "Audio", "BandOf", "BatchMeterRateOf", "BatchMultimodalRatesOf", "BatchRatesOf", "Bounds", "Card", "CardAt", "CardIn", "Cells",
        "ColumnTables", "ColumnUnit", "CompiledCard", "Credits", "Currency", "Dedicated", "Editions", "EffectiveFrom", "EffectiveUntil", "Embeddings",
        "Explain", "FineTuning", "FineTuningModelIds", "Gpu", "GpuIds", "Gpus", "Id", "IdLookup", "IdOf", "IdPatterns", "IdStrings", "Ids", "Images",
        "Instance", "Limits", "MeterRateOf", "MinuteOf", "Model", "ModelId", "ModelIds", "Models", "MostAtOnce", "MultimodalRatesOf", "NoPrice",
        "OfferTermsOf", "Price", "PriceAll", "PriceOf", "PriceRows", "PricesVary", "Provider", "QuoteOf", "RateOf", "RatesAt", "RatesOf", "RatesOnTerms", "Rerank",
        "ResolutionOf", "Rounding", "RowAt", "RowOf", "Serverless", "SizeColumns", "SizeTables", "SortedIds", "StandardMeterRateOf", "StandardMultimodalRatesOf", "StandardRatesOf",
        "Steps", "Sum", "Tables", "TermsOf", "TermsRows", "TicksOf", "TierOf", "Timeline", "Tools", "TryAt", "TryExplain", "TryFind", "TryFindRate", "TryPrice", "TryPriceOtherwise", "TuningModels",
        "UsageRatesOf", "UsageRowOf", "UsageRows", "Video", "Volume",
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

    /// <summary>The name of a card's class: the one it says, else one made from the provider's name.</summary>
    /// <param name="card">The card.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string OfClass(Card card) =>
        card.ClassName ?? (IsKeyword(card.Provider) ? card.Provider : FromText(card.Provider));

    /// <summary>The name of a model's member: the one it says, else one made from the last part of its id.</summary>
    /// <param name="model">The model.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(Model model) => model.MemberName ?? FromId(model.Id);

    /// <summary>The name of an offer's member: the one it says, else one made from the last part of its id.</summary>
    /// <param name="offer">The offer.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(Offer offer) => offer.MemberName ?? FromId(offer.Id);

    /// <summary>The name of a variant inside its model's class.</summary>
    /// <param name="variant">The variant.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(Variant variant) => variant.Model.MemberName ?? FromText(variant.Label);

    /// <summary>The name of a GPU.</summary>
    /// <param name="gpu">The GPU.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(Gpu gpu) => gpu.MemberName ?? FromText(gpu.Id);

    /// <summary>The name of a model that can be fine-tuned.</summary>
    /// <param name="model">The model.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(FineTuningModel model) => model.MemberName ?? FromId(model.Id);

    /// <summary>The name of a size table's class.</summary>
    /// <param name="table">The table.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(SizeTable table) => FromText(table.Name);

    /// <summary>The name of a credit's member: the one it says, else one made from its name.</summary>
    /// <param name="credit">The credit.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(Credit credit) => credit.MemberName ?? FromText(credit.Name);

    /// <summary>The name of an account tier's member: the one it says, else one made from its name.</summary>
    /// <param name="tier">The tier.</param>
    /// <returns>A name; check it with <see cref="IsUsable"/>.</returns>
    public static string Of(AccountTier tier) => tier.MemberName ?? FromText(tier.Name);

    /// <summary>Whether a name can stand in a generated class as it is.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsUsable(string name) => WhyUnusable(name) is null;

    /// <summary>Whether a name can stand among names of models, whatever else a generated class has.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsUsableAmongModels(string name) => IsUsable(name) || (Reserved.Contains(name) && !OfObjects.Contains(name));

    /// <summary>Why a name can't stand in a generated class.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The reason, or null when it can.</returns>
    public static string? WhyUnusable(string name) =>
        name.Length == 0 ? "it has no letter"
        : IsKeyword(name) ? "it is a keyword"
        : !StartsWell(name) ? "it doesn't start with a capital letter"
        : !HasOnlyParts(name) ? "it has a character that names can't have"
        : Reserved.Contains(name) ? "every card has a member of that name"
        : WhyTooLong(name);

    /// <summary>Why a name is too long for C#, which counts the bytes that it takes in an assembly.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The reason, or null when it isn't.</returns>
    public static string? WhyTooLong(string name) =>
        Encoding.UTF8.GetByteCount(name) is var bytes && bytes > Limits.NameBytes ? $"it has {bytes} bytes and at most {Limits.NameBytes} are allowed" : null;

    /// <summary>Whether a name is a keyword of C#.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsKeyword(string name) => Keywords.Contains(name);

    /// <summary>Whether a name is an identifier of C#, whatever members a card has.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsIdentifier(string name) =>
        name.Length > 0 && (name[0] == '_' || char.IsLetter(name[0])) && HasOnlyParts(name) && !IsKeyword(name);

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

    private static string FromId(string id) => FromText(id.Substring(id.LastIndexOf('/') + 1));

    // As C# names of types and members do: with a capital, or with '_' and a digit. So it is no word that C# has or may come to have.
    private static bool StartsWell(string name) =>
        name[0] == '_' ? name.Length > 1 && char.IsDigit(name[1]) : char.IsLetter(name[0]) && !char.IsLower(name[0]);

    private static bool HasOnlyParts(string name)
    {
        foreach (var c in name)
        {
            if (!IsPart(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPart(char c) => c == '_' || char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
