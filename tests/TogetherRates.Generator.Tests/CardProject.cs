using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TogetherRates.Generator.Tests;

/// <summary>A project in memory. Changing it gives a new one, as in an editor.</summary>
internal sealed record CardProject
{
    private static readonly string[] MetadataNames = ["Namespace", "ClassName", "Visibility"];

    public ImmutableArray<CardFile> Files { get; init; } = [];

    public ImmutableDictionary<string, IReadOnlyDictionary<string, string>> Metadata { get; init; } =
        ImmutableDictionary<string, IReadOnlyDictionary<string, string>>.Empty;

    public string RootNamespace { get; init; } = "Shop";

    public string Code { get; init; } = "class Program;";

    public CSharpParseOptions ParseOptions { get; init; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp12);

    public ProjectOptions Options => new(RootNamespace, Metadata);

    public CSharpCompilation Compilation => CSharpCompilation.Create("Shop", [CSharpSyntaxTree.ParseText(Code, ParseOptions, "Program.cs")]);

    /// <summary>Adds a <c>RateCard</c> item.</summary>
    public CardProject With(string path, string? text, string ns = "", string className = "", string visibility = "") =>
        WithFile(new CardFile(path, text is null ? null : SourceText.From(text))).WithMetadata(path, ns, className, visibility);

    /// <summary>Adds an additional file that isn't a rate card.</summary>
    public CardProject WithFile(CardFile file) => this with { Files = Files.Add(file) };

    /// <summary>Changes what the project says about a card.</summary>
    public CardProject WithMetadata(string path, string ns = "", string className = "", string visibility = "")
    {
        string[] values = [ns, className, visibility];
        var metadata = MetadataNames.Zip(values).ToDictionary(pair => "build_metadata.RateCard." + pair.First, pair => pair.Second);
        return this with { Metadata = Metadata.SetItem(path, metadata) };
    }

    /// <summary>Edits a card.</summary>
    public CardProject Edit(string path, string text) =>
        this with { Files = [.. Files.Select(file => file.Path == path ? new CardFile(path, text) : file)] };

    /// <summary>Runs the generator as a build does.</summary>
    public GeneratorRunResult Generate(CancellationToken cancellation = default) =>
        Start().RunGenerators(Compilation, cancellation).GetRunResult().Results.Single();

    /// <summary>The generated C# by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources() =>
        Generate().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The generated C# of the cards themselves, by hint name.</summary>
    public IReadOnlyDictionary<string, string> CardSources() =>
        FilesOfCards(Generate()).ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The generated files that stand for cards, without those that tell the editions of a class apart.</summary>
    public static IEnumerable<GeneratedSourceResult> FilesOfCards(GeneratorRunResult run) =>
        run.GeneratedSources.Where(source => !source.HintName.Contains(".Editions", StringComparison.Ordinal));

    /// <summary>What the compiler says about the generated files before it binds them.</summary>
    public IReadOnlyList<Diagnostic> Errors() =>
        [.. Generate().GeneratedSources.SelectMany(source => source.SyntaxTree.GetDiagnostics())];

    /// <summary>A driver that remembers why each step ran.</summary>
    public GeneratorDriver Start() => CSharpGeneratorDriver.Create(
        [new RateCardGenerator().AsSourceGenerator()],
        Files,
        ParseOptions,
        Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the analyzer.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Analyze(CSharpCompilationOptions? options = null)
    {
        var compilation = options is null ? Compilation : Compilation.WithOptions(options);
        var analysis = compilation.WithAnalyzers(
            [new RateCardAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. Files], Options),
                onAnalyzerException: (failure, _, _) => throw new InvalidOperationException("The analyzer failed.", failure),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
