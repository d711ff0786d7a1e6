namespace TogetherRates.Package.Tests;

/// <summary>A project that uses the package.</summary>
/// <param name="Name">The project's name, which is also its directory's.</param>
/// <param name="Body">What its project file says beyond the common.</param>
/// <param name="Files">Its other files by path.</param>
internal sealed record Consumer(string Name, string Body, params (string Path, string Text)[] Files)
{
    private const string CardItem = """<ItemGroup><RateCard Include="prices.ratecard.json" /></ItemGroup>""";

    private const string PriceOfSmall =
        """
        using System;
        using System.Globalization;
        using TogetherRates;

        var usage = new TokenUsage(input: 1_000_000, output: 1);
        Console.WriteLine({0}.TryPrice("contoso/small-1", usage, out var cost));
        Console.WriteLine(cost.ToString(null, CultureInfo.InvariantCulture));
        Console.WriteLine({0}.Models.Small1.Price(usage, batch: true).ToString(null, CultureInfo.InvariantCulture));
        Console.WriteLine({0}.Serverless.Dense.Price(ModelSize.Billions(4.05m), tokens: 1).ToString(null, CultureInfo.InvariantCulture));
        """;

    /// <summary>The projects that are built, all at once, by the tests.</summary>
    public static IReadOnlyList<Consumer> All { get; } =
    [
        // As strict as a project can be: generated code must not add a warning.
        new(
            "Valid",
            CardItem + """
                <PropertyGroup>
                  <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                  <AnalysisLevel>latest-all</AnalysisLevel>
                  <GenerateDocumentationFile>true</GenerateDocumentationFile>
                  <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                  <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
                </PropertyGroup>
                """,
            Card(Cards.Contoso),
            ("Program.cs", Program("Valid.Contoso") + """

                Console.WriteLine(TogetherRates.Cards.Together.Serverless.Dense.Price(ModelSize.Billions(110), tokens: 1_000_000).ToString(null, CultureInfo.InvariantCulture));
                """)),
        new("Gapped", CardItem, Card(Cards.Gapped), ("Program.cs", Program("Gapped.Contoso"))),
        new("Overlapping", CardItem, Card(Cards.Overlapping), ("Program.cs", Program("Overlapping.Contoso"))),
        new("Malformed", CardItem, Card(Cards.Malformed), ("Program.cs", Program("Malformed.Contoso"))),
        new(
            "WithoutAnalyzers",
            CardItem + "<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>",
            Card(Cards.Gapped),
            ("Program.cs", Program("WithoutAnalyzers.Contoso"))),
        new(
            "WithoutWarnings",
            CardItem + "<PropertyGroup><NoWarn>$(NoWarn);RATE2002;CS1029</NoWarn></PropertyGroup>",
            Card(Cards.Gapped),
            ("Program.cs", Program("WithoutWarnings.Contoso"))),
        new(
            "WithoutSeverity",
            CardItem,
            Card(Cards.Gapped),
            ("Program.cs", Program("WithoutSeverity.Contoso")),
            (".globalconfig", "is_global = true\ndotnet_diagnostic.RATE2002.severity = none\ndotnet_diagnostic.CS1029.severity = none\n"),
            (".editorconfig", "root = true\n[*]\ndotnet_diagnostic.RATE2002.severity = none\ndotnet_diagnostic.CS1029.severity = none\ndotnet_analyzer_diagnostic.severity = none\n")),
        new(
            "OldLanguage",
            CardItem + "<PropertyGroup><LangVersion>10</LangVersion></PropertyGroup>",
            Card(Cards.Contoso),
            ("Program.cs", Program("OldLanguage.Contoso"))),
        new(
            "TwoCards",
            """
            <ItemGroup>
              <RateCard Include="cards/*.json" Namespace="Prices" />
              <RateCard Update="cards/fabrikam.json" ClassName="Other" Visibility="internal" />
            </ItemGroup>
            """,
            ("cards/contoso.json", Cards.Contoso),
            ("cards/fabrikam.json", Cards.Fabrikam),
            ("Program.cs", Program("Prices.Contoso") + """

                Console.WriteLine(Prices.Other.Models.Small1.Price(usage).ToString(null, CultureInfo.InvariantCulture));
                """)),
        // Listed twice, by two spellings, and as an additional file, in a project that comes to the targets by two ways.
        new(
            "Twice",
            CardItem + CardItem + """
                <ItemGroup><RateCard Include="../Twice/prices.ratecard.json" /><AdditionalFiles Include="prices.ratecard.json" /></ItemGroup>
                <Import Project="$(NuGetPackageRoot)/togetherrates/$(TogetherRatesVersion)/build/TogetherRates.targets" />
                """,
            Card(Cards.Contoso),
            ("Program.cs", Program("Twice.Contoso"))),
        // Added where the package's own files have been read already: by a target, and by the file that is read last.
        new(
            "Later",
            """
            <Target Name="AddCard" BeforeTargets="BeforeBuild"><ItemGroup><RateCard Include="cards/contoso.json" ClassName="ByTarget" /></ItemGroup></Target>
            """,
            ("cards/contoso.json", Cards.Contoso),
            ("cards/fabrikam.json", Cards.Fabrikam),
            ("Directory.Build.targets", """<Project><ItemGroup><RateCard Include="cards/fabrikam.json" ClassName="ByFile" /></ItemGroup></Project>"""),
            ("Program.cs", Program("Later.ByTarget") + """

                Console.WriteLine(Later.ByFile.Models.Small1.Price(usage).ToString(null, CultureInfo.InvariantCulture));
                """)),
        new(
            "TooLate",
            """<Target Name="AddCard" BeforeTargets="CoreCompile"><ItemGroup><RateCard Include="prices.ratecard.json" /></ItemGroup></Target>""",
            Card(Cards.Contoso),
            ("Program.cs", "System.Console.WriteLine();")),
        new(
            "TwoMinds",
            """<ItemGroup><RateCard Include="prices.ratecard.json" ClassName="One" /><RateCard Include="../TwoMinds/prices.ratecard.json" ClassName="Two" /></ItemGroup>""",
            Card(Cards.Contoso),
            ("Program.cs", "System.Console.WriteLine();")),
        new("Basic", CardItem, Card(Cards.Contoso), ("Program.vb", "Module Program\n    Sub Main()\n    End Sub\nEnd Module\n"))
        {
            Extension = ".vbproj",
        },
        // A library and its app may have the same card; each uses its own.
        new(
            "OfLibrary",
            """
            <ItemGroup><ProjectReference Include="../TwoCards/TwoCards.csproj" /><RateCard Include="../TwoCards/cards/contoso.json" Namespace="Prices" /></ItemGroup>
            <PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
            """,
            ("Program.cs", "#pragma warning disable CS0436\n" + Program("Prices.Contoso")))
        {
            Package = string.Empty,
        },
        new(
            "Two of one",
            """<ItemGroup><RateCard Include="*.json" ClassName="Prices" /></ItemGroup>""",
            ("1.json", Cards.Contoso),
            ("2.json", Cards.Fabrikam),
            ("Program.cs", Program("Two_of_one.Prices"))),
        new(
            "Läden & Söhne d'été",
            """<ItemGroup><RateCard Include="prix [à jour] {1}/tarif #1 = ñ.json" ClassName="Tarif" Namespace="Prix" /></ItemGroup>""",
            ("prix [à jour] {1}/tarif #1 = ñ.json", Cards.Contoso),
            ("Program.cs", Program("Prix.Tarif"))),
        new("Missing", CardItem, ("Program.cs", "System.Console.WriteLine();")),
        new(
            "Directory",
            """<ItemGroup><RateCard Include="cards" /></ItemGroup>""",
            ("cards/prices.ratecard.json", Cards.Contoso),
            ("Program.cs", "System.Console.WriteLine();")),
        new(
            "Web",
            """<ItemGroup><RateCard Include="cards/prices.ratecard.json" /></ItemGroup>""",
            ("cards/prices.ratecard.json", Cards.Contoso),
            ("appsettings.json", "{}"),
            ("Program.cs", Program("Web.Contoso")))
        {
            Sdk = "Microsoft.NET.Sdk.Web",
        },
        new(
            "ByAnother",
            CardItem + """<ItemGroup><ProjectReference Include="../TwoCards/TwoCards.csproj" /></ItemGroup>""",
            Card(Cards.Contoso),
            ("Program.cs", Program("ByAnother.Contoso")))
        {
            Package = string.Empty,
        },
    ];

    /// <summary>The SDK that the project is made with.</summary>
    public string Sdk { get; init; } = "Microsoft.NET.Sdk";

    /// <summary>How the project refers to the package; empty when it has it by another project.</summary>
    public string Package { get; init; } = """<PackageReference Include="TogetherRates" Version="$(TogetherRatesVersion)" />""";

    /// <summary>What the project's file ends in, which tells its language.</summary>
    public string Extension { get; init; } = ".csproj";

    /// <summary>The project's file, below the directory of all projects.</summary>
    public string ProjectPath => Path.Combine(Name, Name + Extension);

    /// <summary>Writes the project.</summary>
    /// <param name="directory">The directory of all projects.</param>
    public void WriteTo(string directory)
    {
        (string Path, string Text) project = (Name + Extension, $"<Project Sdk=\"{Sdk}\"><ItemGroup>{Package}</ItemGroup>{Body}</Project>");
        foreach (var (path, text) in Files.Prepend(project))
        {
            var file = Path.Combine(directory, Name, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static (string Path, string Text) Card(string text) => ("prices.ratecard.json", text);

    private static string Program(string card) => PriceOfSmall.Replace("{0}", card, StringComparison.Ordinal);
}
