using Microsoft.CodeAnalysis.CSharp;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Generator;

/// <summary>The class that a card becomes.</summary>
/// <param name="Read">The card.</param>
/// <param name="Name">The name of the class.</param>
/// <param name="Options">How the project wants the class.</param>
/// <param name="IsGuess">Whether the name is only the file's, because neither the project nor the card gives a good one.</param>
/// <param name="Error">The first mistake of the card or of the project's settings, or null.</param>
internal sealed record CardClass(ReadCard Read, string Name, EmissionOptions Options, bool IsGuess, ErrorDirective? Error)
{
    /// <summary>The name of the class with its namespace.</summary>
    public string FullName => Options.Namespace.Length == 0 ? Name : Options.Namespace + "." + Name;

    /// <summary>Whose prices the card has and when they are in force, or null where it doesn't say so.</summary>
    public Edition? Edition => Read.Card is { Effective.IsKnown: true } card ? Edition.Of(card) : null;

    /// <summary>Decides what class a card becomes.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="language">The project's version of C#.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The class, which has a name even when there are mistakes.</returns>
    public static CardClass Of(CardFile file, LanguageVersion language, CancellationToken cancellation) =>
        Of(ReadCard.Of(file.Settings.Path, file.Content, cancellation), file.Settings, language);

    /// <inheritdoc cref="Of(CardFile, LanguageVersion, CancellationToken)"/>
    /// <param name="read">The card.</param>
    /// <param name="settings">What the project says about it.</param>
    /// <param name="language">The project's version of C#.</param>
    public static CardClass Of(ReadCard read, CardSettings settings, LanguageVersion language)
    {
        var wanted = MemberName.IsUsable(settings.ClassName) ? settings.ClassName : null;
        var given = wanted ?? (read.Card is { } card && MemberName.OfClass(card) is var own && MemberName.IsUsable(own) ? own : null);
        var name = given ?? NameOfFile(read.Path);

        var isNamespaceUsable = CardNamespace.IsUsable(settings.Namespace);
        var options = new EmissionOptions(
            isNamespaceUsable ? settings.Namespace : CardNamespace.FromRoot(settings.RootNamespace),
            name,
            IsPublic: !IsWord(settings.Visibility, "internal"),
            HasMembers: IsWord(settings.Members, "true") ? true : IsWord(settings.Members, "false") ? false : null);

        var mistake = MistakeIn(settings, language);
        var error = read.Error ?? (mistake is null ? null : ReadCard.AtStart(read.Path, mistake));
        return new(read, name, options, given is null, error);
    }

    private static string? MistakeIn(CardSettings settings, LanguageVersion language)
    {
        if (language < LanguageVersion.CSharp12)
        {
            return $"rate cards compile to C# 12 or later, but this project's language version is {language.ToDisplayString()}; remove LangVersion from the project or raise it";
        }

        if (settings.ClassName.Length > 0 && !MemberName.IsUsable(settings.ClassName))
        {
            return $"'{settings.ClassName}' can't be the name of a card's class; change ClassName of this RateCard item to a C# name such as \"Together\"";
        }

        if (settings.Namespace.Length > 0 && !CardNamespace.IsUsable(settings.Namespace))
        {
            return $"'{settings.Namespace}' isn't a C# namespace; change Namespace of this RateCard item to one such as \"Contoso.Prices\"";
        }

        if (settings.Visibility.Length > 0 && !IsWord(settings.Visibility, "public") && !IsWord(settings.Visibility, "internal"))
        {
            return $"'{settings.Visibility}' isn't a visibility; change Visibility of this RateCard item to \"public\" or \"internal\"";
        }

        return settings.Members.Length == 0 || IsWord(settings.Members, "true") || IsWord(settings.Members, "false")
            ? null
            : $"'{settings.Members}' is neither true nor false; change Members of this RateCard item, or remove it to let the number of models decide";
    }

    private static string NameOfFile(string path)
    {
        var file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var name = MemberName.FromText(file.Split('.')[0]);
        return MemberName.IsUsable(name) ? name : "RateCard";
    }

    private static bool IsWord(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
