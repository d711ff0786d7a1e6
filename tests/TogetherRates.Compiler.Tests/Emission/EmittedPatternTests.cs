using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Tests.Interpretation;
using TogetherRates.Compiler.Tests.Patterns;
using static TogetherRates.Compiler.Tests.Snapshots.Verifier;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Generated code finds by patterns what the interpreter does, whether an id is a string or UTF-8.</summary>
public class EmittedPatternTests
{
    private const string EveryKind =
        """
        "serverless": { "models": {
          "acme/large": { "input": 1.25, "output": 10, "aliases": [ "large-free" ], "matches": [ { "prefix": "acme/large-2" }, { "regex": "^large(-[0-9]{1,2})?$" } ] },
          "acme/small": { "variants": { "Free": { "free": true, "matches": [ { "suffix": ":free" }, { "contains": "-freé-" } ] }, "Paid": 0.20 } }
        } },
        "tools": { "search": { "price": 5, "per": "1M tokens", "matches": [ { "regex": "^[^:]*sea?rch[é-ü😀]\\.?$" } ] } }
        """;

    // The snapshot is of patterns that share no id; those above share some, so that only the lookup can be tried with them.
    private const string Apart =
        """
        "models": {
          "acme/large": { "price": 1.25, "matches": [ { "prefix": "acme/large-2" }, { "regex": "^large(-[0-9]{1,2})?$" } ] },
          "acme/small": { "price": 0.25, "matches": [ { "prefix": "acme/small \"x\"-" }, { "regex": "^small[é-ü]$" } ] }
        }
        """;

    [Fact]
    public Task Patterns_that_share_no_id()
    {
        var card = SampleCards.WithServerless(Apart);
        Assert.Empty(CardReport.Of(card));
        var code = CSharpEmitter.Emit(CardCompiler.Read(card).Card!, new EmissionOptions("Acme.Prices", null, IsPublic: true)).ToString();
        Assert.Empty(EmittedCode.Diagnose(code));
        return Verify(code[code.IndexOf("        /// <summary>Finds a model by its id", StringComparison.Ordinal)..code.IndexOf("        /// <summary>The id of a model", StringComparison.Ordinal)], "cs");
    }

    [Fact]
    public void What_a_pattern_finds_is_billed_as_the_model_that_has_it()
    {
        var compiled = CompiledCard.Load(SampleCards.WithServerless(Apart));
        var usage = new TokenUsage(input: 1_000);

        Assert.True(compiled.Compiled.TryExplain("acme/large-2025", usage, out var quote));
        Assert.Equal("acme/large", quote.Subject);
        Assert.True(compiled.Compiled.TryExplain("acme/large", usage, out var own));
        Assert.Equal(own, quote);
        Assert.False(compiled.Compiled.TryPrice(string.Empty, usage, out _));
        Assert.False(compiled.Compiled.TryPrice("ACME/large-2025", usage, out _));
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)+$")]
    public void Repetitions_in_repetitions_price_the_longest_id_as_quickly_as_any(string regex)
    {
        var card = CompiledCard.Load(SampleCards.WithModel($$""" "price": 2, "matches": [ { "regex": "{{regex}}" } ] """)).Compiled;
        var id = new string('a', 100_000);

        Assert.True(card.TryPrice(id, new TokenUsage(input: 1_000_000), out var cost));
        Assert.Equal(Money.FromDecimal(2), cost);
        Assert.False(card.TryPrice(id + "!", new TokenUsage(input: 1), out _));
    }

    [Theory]
    [InlineData("large-7")]
    [InlineData("smallé")]
    [InlineData("acme/small \"x\"-1")]
    [InlineData("large-777")]
    public void Trying_patterns_allocates_nothing(string id)
    {
        var card = CompiledCard.Load(SampleCards.WithServerless(Apart)).Compiled;
        var utf8 = Encoding.UTF8.GetBytes(id);
        var usage = new TokenUsage(input: 1);

        Assert.Equal(0, Allocations.Of(Price));

        void Price()
        {
            for (var i = 0; i < 100; i++)
            {
                _ = card.TryPrice(id, usage, out _) | card.TryPrice(utf8, usage, out _);
            }
        }
    }

    [Fact]
    public void Generated_code_finds_what_the_interpreter_finds()
    {
        var (card, compiled) = Load(SampleCards.WithSections(EveryKind));
        var words = Gen.Elements("acme/large", "acme/small", "large", "small", "-2", "-7", ":free", "-freé-", "free", "search", "é", "😀", ".", "1", "-Free");

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(
            Gen.Choose(1, 3).SelectMany(count => words.ArrayOf(count)).Select(string.Concat).ToArbitrary(), id => AssertSame(card, compiled, id)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Generated_code_finds_what_the_interpreter_finds_by_any_pattern(bool ignoreCase)
    {
        foreach (var patterns in Gen.Sample(RandomPatterns.Patterns.ArrayOf(24), 4))
        {
            var models = patterns.Select((pattern, i) =>
                $$""" "m{{i}}": { "price": 1, "matches": [ { "{{pattern.KindName}}": {{System.Text.Json.JsonSerializer.Serialize(pattern.Text)}} } ] } """);
            var (card, compiled) = Load(SampleCards.WithServerless($$""" "models": { {{string.Join(",", models)}} } """), ignoreCase);

            Assert.All(Gen.Sample(RandomPatterns.Ids, 500), id => AssertSame(card, compiled, id));
        }
    }

    [Theory]
    [InlineData("acme/large-2\ud83d")]
    [InlineData("search\ude00")]
    [InlineData("search\ud83d\ude00.")]
    public void Halves_of_characters_match_as_what_cant_be_read(string id)
    {
        var (card, compiled) = Load(SampleCards.WithSections(EveryKind));

        AssertSame(card, compiled, id);
    }

    // Checks would refuse patterns that share ids, but the lookup has to do the same whatever there is.
    private static (Card Card, IRateCard Compiled) Load(string text, bool ignoreCase = false)
    {
        Assert.DoesNotContain(CardReport.ErrorsOf(text), line => !line.Contains("RATE402", StringComparison.Ordinal));
        var card = CardCompiler.Read(text).Card! with { IgnoresCase = ignoreCase };
        return (card, EmittedCard.Load(CSharpEmitter.Emit(card, new EmissionOptions("Prices", null, IsPublic: true)).ToString()).Card);
    }

    private static void AssertSame(Card card, IRateCard compiled, string id)
    {
        var usage = new TokenUsage(input: 1_000);
        var expected = Interpreter.PriceModel(card, id, Quantities.Of(usage)) as Compiler.Interpretation.Interpretation.Priced;

        Assert.Equal(expected?.Subject, compiled.TryExplain(id, usage, out var quote) ? quote.Subject : null);
        Assert.Equal(expected is not null, compiled.TryPrice(id, usage, out var cost));
        Assert.Equal(expected is not null, compiled.TryPrice(Encoding.UTF8.GetBytes(id), usage, out var costOfUtf8));
        Assert.Equal(cost, costOfUtf8);
    }
}
