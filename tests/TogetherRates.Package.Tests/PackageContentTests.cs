using System.IO.Compression;
using System.Xml.Linq;

namespace TogetherRates.Package.Tests;

[Trait("Category", "Package")]
[Collection(SharedBuild.Name)]
public class PackageContentTests(BuiltConsumers built)
{
    private static readonly XNamespace Nuspec = "http://schemas.microsoft.com/packaging/2012/06/nuspec.xsd";

    [Fact]
    public void The_package_holds_these_files_and_no_others() => Assert.Equal(
        [
            "README.md",
            "TogetherRates.nuspec",
            "analyzers/dotnet/cs/TogetherRates.Compiler.dll",
            "analyzers/dotnet/cs/TogetherRates.Generator.dll",
            "build/TogetherRates.props",
            "build/TogetherRates.targets",
            "buildTransitive/TogetherRates.props",
            "buildTransitive/TogetherRates.targets",
            "lib/net10.0/TogetherRates.dll",
            "lib/net10.0/TogetherRates.xml",
            "lib/net8.0/TogetherRates.dll",
            "lib/net8.0/TogetherRates.xml",
            "schema/ratecard.schema.json",
        ],
        EntriesOf(built.PackageFile));

    [Fact]
    public void The_symbols_are_packed_beside_it() => Assert.Equal(
        ["TogetherRates.nuspec", "lib/net10.0/TogetherRates.pdb", "lib/net8.0/TogetherRates.pdb"],
        EntriesOf(built.SymbolsFile));

    [Fact]
    public void The_package_depends_on_nothing_and_says_what_it_is()
    {
        using var package = ZipFile.OpenRead(built.PackageFile);
        using var nuspec = package.GetEntry("TogetherRates.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Element(Nuspec + "metadata")!;

        Assert.Empty(metadata.Descendants(Nuspec + "dependency"));
        Assert.Equal("TogetherRates", metadata.Element(Nuspec + "id")!.Value);
        Assert.Equal("MIT", metadata.Element(Nuspec + "license")!.Value);
        Assert.Equal("README.md", metadata.Element(Nuspec + "readme")!.Value);
    }

    // Beside the package's own files a package has the ones that the format asks for.
    private static IEnumerable<string> EntriesOf(string file)
    {
        using var package = ZipFile.OpenRead(file);
        return
        [
            .. package.Entries.Select(entry => entry.FullName)
                .Where(name => name is not "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }
}
