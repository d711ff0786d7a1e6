using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Generator.Tests;

public class NamingTests
{
    // A card that has to remember when and where.
    private static readonly string OnConditions = Cards.Contoso.Replace(
        "\"price\": 1.25, \"batch\": \"50%\"",
        """
        "windows": [ { "days": [ "sat", "sun" ], "price": 1 }, { "days": [ "mon", "tue", "wed", "thu", "fri" ], "price": 2 } ],
        "regions": { "eu": 1.1 }
        """,
        StringComparison.Ordinal);

    [Fact]
    public void A_card_takes_the_namespace_of_its_project_and_the_name_of_its_provider()
    {
        var source = Assert.Single(new CardProject { RootNamespace = "Shop.Web" }.With("/a.json", Cards.Contoso).CardSources());

        Assert.Equal("Shop.Web.Contoso.g.cs", source.Key);
        Assert.Equal(["Shop.Web.Contoso public"], Classes(source.Value));
    }

    [Fact]
    public void Metadata_goes_before_the_card()
    {
        var project = new CardProject().With("/a.json", Cards.Contoso, ns: "Prices.Of", className: "Everything", visibility: "internal");
        var source = Assert.Single(project.CardSources());

        Assert.Equal("Prices.Of.Everything.g.cs", source.Key);
        Assert.Equal(["Prices.Of.Everything internal"], Classes(source.Value));
    }

    [Theory]
    [InlineData("my-app", "my_app")]
    [InlineData("1st.2nd", "_1st._2nd")]
    [InlineData("Shop.class", "Shop.@class")]
    [InlineData("a..b.", "a.b")]
    [InlineData("Läden & Söhne", "Läden___Söhne")]
    public void Any_root_namespace_becomes_one_that_CSharp_takes(string root, string expected)
    {
        var project = new CardProject { RootNamespace = root }.With("/a.json", Cards.Contoso);

        Assert.Empty(project.Errors());
        Assert.Equal([expected + ".Contoso public"], Classes(Assert.Single(project.CardSources()).Value));
    }

    [Fact]
    public void Without_a_root_namespace_a_card_is_in_none() =>
        Assert.Equal(["Contoso public"], Classes(Assert.Single(new CardProject { RootNamespace = "" }.With("/a.json", Cards.Contoso).CardSources()).Value));

    [Theory]
    [InlineData("", "class", "", "'class'")]
    [InlineData("", "two words", "", "'two words'")]
    [InlineData("", "Price", "", "'Price'")]
    [InlineData("Shop..Prices", "", "", "'Shop..Prices'")]
    [InlineData("Shop.int", "", "", "'Shop.int'")]
    [InlineData("", "", "private", "'private'")]
    public void Metadata_that_cannot_be_used_is_named(string ns, string className, string visibility, string named)
    {
        var error = Assert.Single(new CardProject().With("/cards/a.json", Cards.Contoso, ns, className, visibility).Errors());

        Assert.Equal("CS1029", error.Id);
        Assert.Equal("/cards/a.json", error.Location.GetMappedLineSpan().Path);
        Assert.Contains(named, error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Visibility_is_read_in_any_case() =>
        Assert.Equal(["Shop.Contoso internal"], Classes(Assert.Single(new CardProject().With("/a.json", Cards.Contoso, visibility: "Internal").CardSources()).Value));

    [Theory]
    [InlineData("/cards/together.2025-01.ratecard.json", "Together")]
    [InlineData("C:\\cards\\my-prices.json", "MyPrices")]
    [InlineData("/cards/2025.json", "_2025")]
    [InlineData("/cards/.json", "RateCard")]
    [InlineData("/cards/price.json", "RateCard")]
    public void A_card_that_says_nothing_readable_is_named_for_its_file(string path, string expected) =>
        Assert.Equal([$"Shop.{expected} public"], Classes(Assert.Single(new CardProject().With(path, "{").CardSources()).Value));

    [Fact]
    public void Two_cards_for_one_class_give_one_error_at_the_second()
    {
        var project = new CardProject()
            .With("/cards/2.json", Cards.Of("Fabrikam"), className: "Prices")
            .With("/cards/1.json", Cards.Of("Contoso"), className: "Prices");
        var error = Assert.Single(project.Errors());

        Assert.Equal(["Shop.Prices-2.g.cs", "Shop.Prices.g.cs"], project.CardSources().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Shop.Prices public"], project.CardSources().Values.SelectMany(Classes));
        Assert.Equal("/cards/2.json", error.Location.GetMappedLineSpan().Path);
        Assert.Contains("'/cards/1.json'", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_guessed_name_leaves_the_class_to_the_card_that_really_has_it()
    {
        var project = new CardProject().With("/cards/contoso.json", "{").With("/cards/z.json", Cards.Contoso);

        Assert.All(project.Errors(), error => Assert.Equal("/cards/contoso.json", error.Location.GetMappedLineSpan().Path));
        Assert.Contains("TryPrice", project.CardSources()["Shop.Contoso.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_that_differ_only_by_case_have_files_that_differ_by_more()
    {
        var project = new CardProject().With("/1.json", Cards.Contoso, className: "Prices").With("/2.json", Cards.Contoso, className: "PRICES");

        Assert.Empty(project.Errors());
        Assert.Equal(project.Sources().Count, project.Sources().Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(["Shop.PRICES public", "Shop.Prices public"], project.CardSources().Values.SelectMany(Classes).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_class_name_in_two_namespaces_is_two_classes()
    {
        var project = new CardProject().With("/1.json", Cards.Contoso, ns: "A").With("/2.json", Cards.Contoso, ns: "B");

        Assert.Empty(project.Errors());
        Assert.Equal(["A.Contoso public", "B.Contoso public"], project.CardSources().Values.SelectMany(Classes).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_listed_twice_is_compiled_once()
    {
        var project = new CardProject().With("/a.json", Cards.Contoso).With("/a.json", Cards.Contoso);

        Assert.Empty(project.Errors());
        Assert.Equal("Shop.Contoso.g.cs", Assert.Single(project.CardSources()).Key);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    public void A_language_that_is_too_old_is_named(LanguageVersion language, string name)
    {
        var project = new CardProject { ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(language) }.With("/a.json", Cards.Contoso);
        var error = Assert.Single(project.Errors());

        Assert.Contains("C# 12", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(name, error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Valid_cards_parse_in_the_oldest_language_that_they_are_promised_for()
    {
        var project = new CardProject { ParseOptions = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp12) }.With("/a.json", Cards.Contoso);

        Assert.Empty(project.Errors());
    }

    [Fact]
    public void No_card_can_be_called_what_one_of_its_members_is_called()
    {
        // Nested classes are asked too if they speak of the card's class by its name: there a member of that name would hide it.
        var members = new[] { Cards.Contoso, OnConditions }
            .SelectMany(card => new CardProject().With("/a.json", card).Sources().Values)
            .SelectMany(ClassesIn)
            .SelectMany(card => card.DescendantNodesAndSelf().OfType<ClassDeclarationSyntax>())
            .Where(type => type.Parent is not ClassDeclarationSyntax || type.DescendantTokens().Any(token => token.Text == "Contoso"))
            .SelectMany(type => type.Members)
            .SelectMany(member => member switch
        {
            BaseTypeDeclarationSyntax type => [type.Identifier.Text],
            MethodDeclarationSyntax method => [method.Identifier.Text],
            PropertyDeclarationSyntax property => [property.Identifier.Text],
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
            _ => Enumerable.Empty<string>(),
        });

        Assert.All(members, member => Assert.False(MemberName.IsUsable(member), $"MemberName.Reserved lacks {member}"));
    }

    private static IEnumerable<string> Classes(string source) => ClassesIn(source).Select(type =>
    {
        var ns = type.Parent is NamespaceDeclarationSyntax parent ? parent.Name + "." : string.Empty;
        return ns + type.Identifier.Text + " " + type.Modifiers[0].Text;
    });

    private static IEnumerable<ClassDeclarationSyntax> ClassesIn(string source) => CSharpSyntaxTree.ParseText(source).GetRoot()
        .DescendantNodes(node => node is not ClassDeclarationSyntax)
        .OfType<ClassDeclarationSyntax>();
}
