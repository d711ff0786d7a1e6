using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>A card and what the code that was emitted for it answers.</summary>
/// <param name="Card">The card as read.</param>
/// <param name="Compiled">The card as compiled and loaded.</param>
internal sealed record CompiledCard(Card Card, IRateCard Compiled)
{
    /// <summary>Emits a card's code and loads it.</summary>
    /// <param name="text">The text of a valid card.</param>
    public static CompiledCard Load(string text)
    {
        Assert.Empty(CardReport.ErrorsOf(text));
        var card = CardCompiler.Read(text).Card!;
        var code = CSharpEmitter.Emit(card, new EmissionOptions("Acme.Prices", "Prices", IsPublic: true)).ToString();
        var type = EmittedCode.Load(code).GetType("Acme.Prices.Prices")!;
        return new CompiledCard(card, (IRateCard)type.GetProperty("Card")!.GetValue(null)!);
    }
}
