using TogetherRates.Compiler.Emission.CSharp;
using static TogetherRates.Compiler.Tests.Snapshots.Verifier;

namespace TogetherRates.Compiler.Tests.Emission;

public class EmissionTests
{
    [Fact]
    public Task The_Together_card() => VerifyCompiled(SampleCards.Together);

    private static Task VerifyCompiled(string card)
    {
        var reading = CardCompiler.Read(card);
        Assert.Empty(reading.Problems);
        var code = CSharpEmitter.Emit(reading.Card!, new EmissionOptions("Acme.Prices", null, IsPublic: true));
        Assert.Empty(EmittedCode.Diagnose(code));
        return Verify(code, "cs");
    }
}
