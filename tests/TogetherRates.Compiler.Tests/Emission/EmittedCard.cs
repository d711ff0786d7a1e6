using System.Reflection;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>A card whose emitted code has been compiled and loaded, so that it can be asked for prices.</summary>
internal sealed class EmittedCard
{
    private readonly Type type;

    private EmittedCard(Type type) => this.type = type;

    private delegate bool PriceTokens(ModelSize size, long tokens, out Money cost);

    private delegate bool PriceUsage(ModelSize size, in TokenUsage usage, out Money cost);

    /// <summary>The card's face that is the same for all cards.</summary>
    public IRateCard Card => (IRateCard)type.GetProperty("Card", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    /// <summary>Compiles the code of a card that must be valid.</summary>
    public static EmittedCard Compile(string card)
    {
        Assert.Empty(CardReport.Of(card));
        return Load(CSharpEmitter.Emit(CardCompiler.Read(card).Card!, new EmissionOptions("Prices", null, IsPublic: true)));
    }

    /// <summary>Loads code that holds one class of a card.</summary>
    public static EmittedCard Load(string code) => new(EmittedCode.Load(code).GetExportedTypes().Single(type => !type.IsNested));
}
