using TogetherRates.Compiler.Cards;

namespace TogetherRates.Generator;

/// <summary>The namespaces that cards' classes go to.</summary>
internal static class CardNamespace
{
    /// <summary>Whether a namespace can be written as it stands.</summary>
    /// <param name="name">The namespace.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsUsable(string name) => Array.TrueForAll(name.Split('.'), MemberName.IsIdentifier);

    /// <summary>The namespace that a project's root namespace stands for, which by default is the project's name and may be anything.</summary>
    /// <param name="root">The root namespace.</param>
    /// <returns>A namespace; empty for the global one.</returns>
    public static string FromRoot(string root) =>
        string.Join(".", Array.ConvertAll(root.Split(['.'], StringSplitOptions.RemoveEmptyEntries), Part));

    private static string Part(string part)
    {
        var letters = part.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = char.IsLetterOrDigit(letters[i]) ? letters[i] : '_';
        }

        var name = new string(letters);
        return MemberName.IsKeyword(name) ? "@" + name
            : char.IsDigit(name[0]) ? "_" + name
            : name;
    }
}
