using Microsoft.CodeAnalysis.CSharp;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Generator;

/// <summary>What a project says that classes of cards depend on.</summary>
/// <param name="Cards">What it says about each card.</param>
/// <param name="Language">Its version of C#.</param>
/// <remarks>A class, as everything that the pipeline carries: for each struct in it a compiler that starts up would compile its own copy of the pipeline.</remarks>
internal sealed record ProjectSettings(EquatableArray<CardSettings> Cards, LanguageVersion Language)
{
    /// <summary>The settings of one card.</summary>
    /// <param name="path">Where the card is.</param>
    /// <returns>The settings.</returns>
    public CardSettings Of(string path) => Cards.First(card => card.Path == path);
}
