using TogetherRates.Compiler.Cards;

namespace TogetherRates.Generator;

/// <summary>The namespaces that cards' classes go to.</summary>
internal static class CardNamespace
{
    /// <summary>Whether a namespace can be written as it stands.</summary>
    /// <param name="name">The namespace.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsUsable(string name) => name.Split('.').All(MemberName.IsIdentifier);

    /// <summary>The namespace that a project's root namespace stands for, which by default is the project's name and may be anything.</summary>
    /// <param name="root">The root namespace.</param>
    /// <returns>A namespace; empty for the global one.</returns>
    public static string FromRoot(string root) => string.Join(".", root.Split('.').Where(part => part.Length > 0).Select(Part));

    private static string Part(string part)
    {
        var name = new string([.. part.Select(c => char.IsLetterOrDigit(c) ? c : '_')]);
        return MemberName.IsKeyword(name) ? "@" + name
            : char.IsDigit(name[0]) ? "_" + name
            : name;
    }
}
