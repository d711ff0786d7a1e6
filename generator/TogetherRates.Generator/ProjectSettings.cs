using Microsoft.CodeAnalysis.CSharp;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Generator;

/// <summary>What a project says that classes of cards depend on.</summary>
/// <param name="Cards">What it says about each card.</param>
/// <param name="Language">Its version of C#.</param>
internal sealed record ProjectSettings(EquatableArray<CardSettings> Cards, LanguageVersion Language = LanguageVersion.Default)
{
    /// <summary>The settings of one card.</summary>
    /// <param name="path">Where the card is.</param>
    /// <returns>The settings.</returns>
    public CardSettings Of(string path) => Cards.First(card => card.Path == path);
}
