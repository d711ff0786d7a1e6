using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Compiles emitted C# in memory, against the runtime and with every warning on.</summary>
internal static class EmittedCode
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name == "Microsoft.CSharp.dll"))
            .Append(typeof(Money).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the C# compiler says about source files, however small.</summary>
    public static IReadOnlyList<Diagnostic> Diagnose(params string[] sources) => [.. Compile(sources).GetDiagnostics()];

    /// <summary>The public members of the one class of a source file and of its nested types, with their signatures.</summary>
    public static IReadOnlyList<string> PublicMembersOf(string code)
    {
        var model = Compile(code);
        return [.. model.GetSymbolsWithName(_ => true, SymbolFilter.TypeAndMember)
            .Where(symbol => IsVisible(symbol) && symbol is not IMethodSymbol { AssociatedSymbol: not null })
            .Select(symbol => symbol.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) + Suffix(symbol))
            .Order(StringComparer.Ordinal)];

        static bool IsVisible(ISymbol symbol) =>
            symbol.DeclaredAccessibility == Accessibility.Public && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

        static string Suffix(ISymbol symbol) => symbol switch
        {
            IMethodSymbol method => " : " + method.ReturnType,
            IPropertySymbol property => " : " + property.Type,
            IFieldSymbol field => " : " + field.Type,
            _ => string.Empty,
        };
    }

    /// <summary>Compiles source files that must have no errors and no warnings, and loads them.</summary>
    public static Assembly Load(params string[] sources) => Load(Compile(sources));

    /// <summary>The same in less time, for very many files: nothing is optimised, and comments aren't looked at.</summary>
    public static Assembly LoadMany(IEnumerable<string> sources) =>
        Load(Compile(sources, DocumentationMode.None, OptimizationLevel.Debug));

    private static Assembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics);
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static CSharpCompilation Compile(params string[] sources) => Compile(sources, DocumentationMode.Diagnose, OptimizationLevel.Release);

    private static CSharpCompilation Compile(IEnumerable<string> sources, DocumentationMode documentation, OptimizationLevel optimization)
    {
        // The oldest language that cards are promised for.
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12, documentation);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimization, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999);
        var trees = sources.Select((code, i) => CSharpSyntaxTree.ParseText(code, parsing, $"Emitted{i}.g.cs"));
        return CSharpCompilation.Create("Emitted", trees, References, options);
    }
}
