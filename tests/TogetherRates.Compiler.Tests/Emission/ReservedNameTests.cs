using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Whatever a card calls its parts, it is either refused or becomes C# that compiles.</summary>
public class ReservedNameTests
{
    private static readonly IReadOnlyList<string> Names = [.. TokensInEmittedCode().Select(token => token.ValueText).Concat(Words()).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void A_model_may_have_any_name_that_is_not_refused() => CheckTogether(
        names => SampleCards.WithServerless($$"""  "models": { {{string.Join(",", names.Select((name, i) => $$""" "id{{i}}": { "member": "{{name}}", "price": 1 } """))}} }  """));

    [Fact]
    public void A_model_with_variants_may_have_any_name_that_is_not_refused() => CheckTogether(
        names => SampleCards.WithServerless(
            $$"""  "models": { {{string.Join(",", names.Select((name, i) => $$""" "id{{i}}": { "member": "{{name}}", "variants": { "Pro": 1 } } """))}} }  """));

    [Fact]
    public void A_variant_may_have_any_name_that_is_not_refused() => CheckTogether(
        names => SampleCards.WithModel(
            $$"""  "variants": { {{string.Join(",", names.Select((name, i) => $$""" "label{{i}}": { "member": "{{name}}", "price": 1 } """))}} }  """));

    [Fact]
    public void A_table_may_have_any_name_that_is_not_refused() => CheckTogether(
        names => SampleCards.WithServerless(
            $$"""  "sizes": { {{string.Join(",", names.Select(name => $$""" "{{name}}": { "tiers": [ { "price": 1 } ] } """))}} }  """));

    [Fact]
    public void A_class_may_have_any_name_that_is_not_refused()
    {
        // Each needs a compilation's worth of work, so only what the generated class itself declares is tried.
        var declared = TokensInEmittedCode().Where(token => token.Parent is MemberDeclarationSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax);
        var accepted = declared.Select(token => token.ValueText).Distinct(StringComparer.Ordinal).Where(name => IsAccepted(Card(name))).ToList();

        Assert.NotEmpty(accepted);
        Assert.Empty(EmittedCode.Diagnose([.. accepted.Select((name, i) => Emit(Card(name), "Space" + i))]));

        static string Card(string name) => SampleCards.WithServerless(
            """ "sizes": { "Dense": { "tiers": [ { "price": 1 } ] } }, "models": { "one": { "price": 1 }, "two": { "variants": { "Pro": 1 } } } """,
            $""" "class": "{name}", """);
    }

    [Fact]
    public void No_class_may_be_called_as_a_member_of_a_card_of_many_models()
    {
        var plain = string.Concat(Enumerable.Range(1, 40).Select(model => $$""" "plain/m{{model}}": { "input": {{model}} }, """));
        var code = Emit(TermsCards.Everything.Replace("\"models\": {", "\"models\": {" + plain, StringComparison.Ordinal), "Space");
        var card = CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First();
        var members = card.Members.Select(member => member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
            _ => throw new InvalidOperationException(member.ToString()),
        });

        Assert.Contains("TermsRows", members);
        Assert.Empty(members.Where(MemberName.IsUsable).Distinct(StringComparer.Ordinal));
    }

    private static void CheckTogether(Func<IReadOnlyList<string>, string> card)
    {
        var accepted = Names.Where(name => name == MemberName.FromText(name) && IsAccepted(card([name]))).ToList();

        Assert.InRange(accepted.Count, 1, Names.Count - 1);
        Assert.Empty(EmittedCode.Diagnose(Emit(card(accepted), "Space")));
    }

    private static bool IsAccepted(string card)
    {
        var problems = CardCompiler.Read(card).Problems;
        Assert.All(problems, problem => Assert.Equal(Compiler.Rules.UnusableName, problem.Rule));
        return problems.Count == 0;
    }

    private static string Emit(string card, string space)
    {
        Assert.Empty(CardReport.Of(card));
        return CSharpEmitter.Emit(CardCompiler.Read(card).Card!, new EmissionOptions(space, null, IsPublic: true)).ToString();
    }

    private static IEnumerable<SyntaxToken> TokensInEmittedCode() => CSharpSyntaxTree.ParseText(Emit(SampleCards.Together, "Space"))
        .GetRoot()
        .DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken));

    private static IEnumerable<string> Words() =>
        SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText)
            .Concat(["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "value__", "_", "__"])
            .Where(word => word.Length > 0 && word.All(c => c == '_' || char.IsLetter(c)));
}
