using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Texts of a card stand in strings, comments and documentation of generated code, and stay in there.</summary>
public class EscapeTests
{
    private const string Breakout = " class Evil { }";

    private static readonly string[] Texts =
    [
        "\"" + Breakout, "\\\"" + Breakout, "\"\"\"" + Breakout, "*/" + Breakout + "/*", "{" + Breakout + "}", "{0}{{", "\\u0022" + Breakout, "\\", "//", "///",
        "</summary>" + Breakout + "<summary>", "<c>&amp;]]><![CDATA[", "&", "&bogus;", "-->", "<!--", "?>", "#error" + Breakout, "#endif",
        "é中文😀", "\u0301", "\uFFFD", "\uE000", "a\u00A0b", "'", "%s", "$(Path)", new string('x', 180),
    ];

    private static readonly string[] UnseenTexts =
    [
        "\n" + Breakout, "\r" + Breakout, "\r\n" + Breakout, "\u0085" + Breakout, "\u2028" + Breakout, "\u2029" + Breakout, "\n*/" + Breakout, "\n#error",
        "\0", "\b\f\v\u001b[31m", "\uFEFF", "\u202E evil", "\u200F", "\uFFFE", "\uFFFF", "\uD800", "\uDC00\uD800", "\uDB40\uDC41", new string('\n', 1000),
    ];

    public static TheoryData<string> Providers => [.. Texts];

    public static TheoryData<string> Sources => [.. Texts, .. UnseenTexts];

    [Fact]
    public void A_model_with_an_id_of_any_characters_is_found_again()
    {
        var models = Texts.Select((text, i) =>
            $$""" {{Json(text)}}: { "member": "M{{i}}", "name": {{Json("name " + text)}}, "aliases": [ {{Json("alias " + text)}} ], "size": "8B", "table": {{Json($"T{i} {text}")}} } """);
        var tables = Texts.Select((text, i) => $$""" {{Json($"T{i} {text}")}}: { "tiers": [ { "price": {{i + 1}} } ] } """);
        var code = Emit(SampleCards.WithServerless($$""" "sizes": { {{string.Join(',', tables)}} }, "models": { {{string.Join(',', models)}} } """));

        AssertHarmless(code);
        var card = EmittedCard.Load(code).Card;

        var usage = new TokenUsage(input: 1_000_000);
        Assert.Equal(Texts.Order(StringComparer.Ordinal), card.ModelIds);
        for (var i = 0; i < Texts.Length; i++)
        {
            foreach (var id in new[] { Texts[i], "alias " + Texts[i] })
            {
                Assert.True(card.TryPrice(id, usage, out var cost));
                Assert.Equal(Money.FromDecimal(i + 1), cost);
                Assert.True(card.TryPrice(Encoding.UTF8.GetBytes(id), usage, out cost));
                Assert.Equal(Money.FromDecimal(i + 1), cost);
            }

            Assert.False(card.TryPrice(Texts[i] + "!", usage, out _));
            Assert.True(card.TryExplain($"T{i} {Texts[i]}", ModelSize.Billions(8), usage, out _));
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_provider_of_any_characters_is_a_string_and_a_comment(string text)
    {
        var code = Emit(SampleCards.WithServerless(string.Empty, "\"class\": \"Acme\",").Replace("\"provider\": \"Acme\"", $"\"provider\": {Json(text)}", StringComparison.Ordinal));

        AssertHarmless(code);
        Assert.Contains("public const string Provider = \"", code, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_source_of_any_characters_is_a_comment(string text) =>
        AssertHarmless(Emit(SampleCards.WithServerless(string.Empty, $"\"source\": {Json(text)},")));

    [Theory]
    [MemberData(nameof(Sources))]
    public void An_error_about_any_characters_is_one_error(string text)
    {
        var problem = Assert.Single(CardCompiler.Read(SampleCards.WithModel($"\"price\": 1, {Json(text)}: 1")).Problems);

        foreach (var message in new[] { problem.Message, text })
        {
            var error = new ErrorDirective("/cards/acme.ratecard.json", 1, 1, 1, 2, message);
            AssertHarmless(CSharpEmitter.EmitInvalid(null, "Acme", new EmissionOptions("Prices", null, IsPublic: true), error).ToString(), "CS1029");
        }
    }

    private static string Emit(string card)
    {
        Assert.Empty(CardReport.Of(card));
        return CSharpEmitter.Emit(CardCompiler.Read(card).Card!, new EmissionOptions("Prices", null, IsPublic: true)).ToString();
    }

    // What a text managed to add to the code would be a syntax error, or a declaration of this name.
    private static void AssertHarmless(string code, params string[] expected)
    {
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(documentationMode: DocumentationMode.Diagnose));
        Assert.Equal(expected, tree.GetDiagnostics().Select(diagnostic => diagnostic.Id));
        Assert.DoesNotContain(tree.GetRoot().DescendantTokens(), token => token.ValueText == "Evil");
        Assert.DoesNotContain(code, c => c != '\n' && (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format));
    }

    // Escaped one by one, so that half a surrogate pair survives.
    private static string Json(string text) =>
        "\"" + string.Concat(text.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"))) + "\"";
}
