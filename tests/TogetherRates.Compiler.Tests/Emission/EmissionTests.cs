using System.Runtime.CompilerServices;
using TogetherRates.Compiler.Emission.CSharp;
using static TogetherRates.Compiler.Tests.Snapshots.Verifier;

namespace TogetherRates.Compiler.Tests.Emission;

public class EmissionTests
{
    [Fact]
    public Task The_Together_card() => VerifyCode(SampleCards.Together);

    [Fact]
    public Task Input_cached_input_and_output_priced_apart() => VerifyCode(SampleCards.WithModel(
        """ "name": "One & Only", "per": "1K tokens", "input": 0.003, "cachedInput": "0.0003", "cacheWrite1h": 6e-3, "output": 0.015, "reasoning": 0.02, "batch": "12.5%" """));

    [Fact]
    public Task A_table_that_prices_input_and_output_apart() => VerifyCode(SampleCards.WithTable(
        """ "above": "unpriced", "tiers": [ { "upTo": "8B", "input": 0.10, "output": 0.40 }, { "from": "8B", "upTo": "0.5T", "input": 0.20, "output": 0.60 } ] """));

    [Fact]
    public Task A_table_without_an_end() => VerifyCode(SampleCards.WithTable(
        """ "per": "token", "tiers": [ { "upTo": "150M", "price": 1e-7 }, { "upTo": "1B", "price": 2e-7 }, { "price": 3e-7 } ] """));

    [Fact]
    public Task Models_priced_by_their_size() => VerifyCode(SampleCards.WithServerless(
        """
        "sizes": { "Dense": { "step": "0.1B", "above": "unpriced", "tiers": [ { "upTo": "8B", "price": 0.20 }, { "from": "8.1B", "upTo": "80B", "price": 0.90 } ] } },
            "models": {
              "acme/small-8b": { "size": "8B", "table": "Dense" },
              "acme/large": { "variants": { "Chat": { "size": "70B", "table": "Dense", "batch": "50%" }, "Base": 0.70 } }
            }
        """));

    [Fact]
    public Task A_free_model_in_another_currency() => VerifyCode(
        SampleCards.WithModel(""" "free": true """).Replace("USD", "CHF", StringComparison.Ordinal).Replace(
            """{ "from": "2025-01-01" }""", """{ "from": "2025-01-01T08:30Z", "until": "2026-01-01" }""", StringComparison.Ordinal));

    [Fact]
    public Task Names_that_need_escapes() => VerifyCode(SampleCards.WithServerless(
        """
        "sizes": { "Dense \"quoted\" \\ */": { "tiers": [ { "price": 0.20 } ] } },
            "models": {
              "acme/4.1-\"mini\"": { "name": "<Mini> & \"Co\" */", "price": 0.10 },
              "acme\\中文-é😀": { "name": "Größe 😀", "aliases": [ "größe", "{0}" ], "price": 0.20 },
              "acme/large": { "variants": { "it's 8x7B": { "size": "56B", "table": "Dense \"quoted\" \\ */" }, "Pro": { "id": "*/ //pro", "price": 1 } } }
            }
        """,
        """ "source": "https://acme.example/\n*/ class Evil { } /*", """));

    [Fact]
    public Task A_card_that_prices_nothing() => VerifyCode(SampleCards.WithServerless(string.Empty));

    [Fact]
    public void The_documentation_of_a_model_says_what_it_does()
    {
        var card = CardCompiler.Read(SampleCards.WithModel(""" "kind": "moderation", "price": 0.20 """)).Card!;

        Assert.Contains(
            "<c>acme/one</c>: $0.20 per 1M tokens. A moderation model.</summary>",
            CSharpEmitter.Emit(card, new EmissionOptions("Acme.Prices", null, IsPublic: true)).ToString(),
            StringComparison.Ordinal);
    }

    private static Task VerifyCode(string card, [CallerMemberName] string method = "")
    {
        var reading = CardCompiler.Read(card);
        Assert.Empty(CardReport.Of(card));
        var code = CSharpEmitter.Emit(reading.Card!, new EmissionOptions("Acme.Prices", null, IsPublic: true)).ToString();
        Assert.Empty(EmittedCode.Diagnose(code));
        return Verify(code, "cs", method: method);
    }
}
